"""A field for a mapping: each of its parts is a field of its own."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_edits import FieldEdit, Remove
from editor.post.form_field import FormField
from editor.post.group_edits import key_below, with_part
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING
from editor.ui.form.given_image import GivenImage
from editor.ui.form.group_card import GroupCard
from editor.ui.form.look import Look
from editor.ui.form.part_stack import StackMaker


class GroupField(Field):
    """Edit the parts of a mapping; the file keeps all else of it as it is written."""

    image_pick_asked = Signal(str)
    image_given = Signal(str, object)

    def __init__(self, look: Look, make_stack: StackMaker, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        body = QWidget(self)
        self.card = GroupCard(make_stack, body, is_listed=False)
        column = QVBoxLayout(body)
        column.setContentsMargins(RING, RING, RING, 0)
        column.addWidget(self.card)
        self.card.edited.connect(self._on_edited)
        self.card.stack.image_pick_asked.connect(self._on_image_pick_asked)
        self.card.stack.image_given.connect(self._on_image_given)
        self.set_body(body)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return tuple(self.card.stack.tab_stops()) or (self.card.remove,)

    @override
    def names_inputs(self) -> bool:
        return False

    @override
    def show_value(self, shown: FormField) -> None:
        parts = shown.groups[0] if shown.groups else absent_parts(shown)
        self.card.show_parts(shown.spec.name, parts, is_first=True)
        self.set_hint(shown.spec.help)

    @override
    def site_changed(self) -> None:
        self.card.stack.site_changed()

    @override
    def commit(self) -> None:
        self.card.stack.commit()

    @override
    def forget(self) -> None:
        super().forget()
        self.card.stack.forget()

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.card.set_look(look)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.card.set_read_only(is_read_only=is_read_only)

    def _on_image_pick_asked(self, part: str) -> None:
        self.image_pick_asked.emit(key_below(self.key, part))

    def _on_image_given(self, part: str, given: GivenImage) -> None:
        self.image_given.emit(key_below(self.key, part), replace(given, may_be_heavy=True))

    def _on_edited(self, edit: FieldEdit) -> None:
        value = self.shown.value if self.shown else None
        group = with_part(value if isinstance(value, dict) else {}, edit)
        if group:
            self.put(group)
        elif self.shown is not None and self.shown.is_present:
            self.edited.emit(Remove(self.key))


def absent_parts(shown: FormField) -> tuple[FormField, ...]:
    """Give the parts that a group of this kind usually has, none of them filled."""
    return tuple(FormField(part, within=shown.spec.name) for part in shown.spec.parts)
