"""A field for a list of mappings: a card for each, with its parts as fields."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_edits import FieldEdit, Remove
from editor.post.field_specs import FieldKind
from editor.post.field_values import Literal, NewValue
from editor.post.form_field import FormField
from editor.post.group_edits import with_part
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING
from editor.ui.form.group_card import GroupCard
from editor.ui.form.link_button import LinkButton
from editor.ui.form.look import Look
from editor.ui.form.part_stack import StackMaker


class GroupsField(Field):
    """Edit, add, remove and move the mappings of a list."""

    def __init__(self, look: Look, make_stack: StackMaker, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._make_stack = make_stack
        self._is_read_only = False
        self._cards: list[GroupCard] = []
        body = QWidget(self)
        self.add = LinkButton("Add another", body)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(RING, RING, RING, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)
        self._body = body
        self.set_body(body)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        shown = (stop for card in self._shown_cards() for stop in card.tab_stops())
        return (*shown, self.add)

    @override
    def names_inputs(self) -> bool:
        return False

    @override
    def show_value(self, shown: FormField) -> None:
        while len(self._cards) < len(shown.groups):
            self._add_card()
        for number, card in enumerate(self._cards):
            is_shown = number < len(shown.groups)
            card.setVisible(is_shown)
            if is_shown:
                name = f"{shown.spec.name} {number + 1} of {len(shown.groups)}"
                parts = tuple(map(_without_pictures, shown.groups[number]))
                card.show_parts(name, parts, is_first=number == 0)
        self.add.set_words("Add another" if shown.groups else "Add")
        self.add.setAccessibleName(f"{shown.spec.name}: add another")
        self.add.setVisible(bool(self._keys()))
        self.set_hint(shown.spec.help)

    @override
    def site_changed(self) -> None:
        for card in self._shown_cards():
            card.stack.site_changed()

    @override
    def commit(self) -> None:
        for card in self._shown_cards():
            card.stack.commit()

    @override
    def forget(self) -> None:
        super().forget()
        for card in self._cards:
            card.stack.forget()

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.add.set_look(look)
        for card in self._cards:
            card.set_look(look)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self._is_read_only = is_read_only
        self.add.setEnabled(not is_read_only)
        for card in self._cards:
            card.set_read_only(is_read_only=is_read_only)

    def _shown_cards(self) -> list[GroupCard]:
        return self._cards[: len(self.shown.groups)] if self.shown else []

    def _add_card(self) -> None:
        card = GroupCard(self._make_stack, self._body, is_listed=True)
        card.set_look(self.look)
        card.set_read_only(is_read_only=self._is_read_only)
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.edited.connect(self._on_edited)
        card.removed.connect(self._on_removed)
        card.lifted.connect(self._on_lifted)

    # What a person does

    def _groups(self) -> list[NewValue]:
        value = self.shown.value if self.shown else None
        return list(value) if isinstance(value, list) else []

    def _number(self) -> int:
        sender = self.sender()
        return next(number for number, card in enumerate(self._cards) if card is sender)

    def _on_edited(self, edit: FieldEdit) -> None:
        groups, number = self._groups(), self._number()
        group = groups[number]
        if isinstance(group, dict):
            groups[number] = with_part(group, edit)
            self.put(groups)

    def _on_removed(self) -> None:
        groups = self._groups()
        del groups[self._number()]
        if groups:
            self.put(groups)
        else:
            self.edited.emit(Remove(self.key))

    def _on_lifted(self) -> None:
        groups, number = self._groups(), self._number()
        groups.insert(number - 1, groups.pop(number))
        self.put(groups)

    def _on_add(self) -> None:
        empty: dict[Any, NewValue] = {key: Literal("") for key in self._keys()}
        self.put([*self._groups(), empty])
        cards = self._shown_cards()
        stops = cards[-1].stack.tab_stops() if cards else []
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keys(self) -> list[str]:
        """Give the keys of a new group: those that are known, or those of the last one."""
        if self.shown is None:
            return []
        known = [part.key for part in self.shown.spec.parts]
        last = self.shown.groups[-1] if self.shown.groups else ()
        return known or [part.key for part in last if part.is_present]


def _without_pictures(part: FormField) -> FormField:
    """Show the path of a picture as a text: a picture finds its field by name, not by number."""
    if part.spec.kind is not FieldKind.IMAGE:
        return part
    return replace(part, spec=replace(part.spec, kind=FieldKind.TEXT))
