"""A field for a list of words: categories, tags, and lists of other keys."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.form_fields import FormField, items_as_text
from editor.ui.form.chip_box import ChipBox
from editor.ui.form.edits import PutList, Remove
from editor.ui.form.field import Field
from editor.ui.form.field_frame import FieldFrame
from editor.ui.form.form_site import FormSite
from editor.ui.form.look import Look
from editor.ui.form.suggestion_list import SuggestionList


class ChipsField(Field):
    """Edit a list; one that the file wrote as a text of words stays a text of words."""

    def __init__(
        self,
        look: Look,
        site: FormSite,
        offers: SuggestionList,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._site = site
        self._frame = FieldFrame(self)
        self.box = ChipBox(offers, self._frame)
        self._frame.row.addWidget(self.box)
        self._frame.watch(self.box.entry)
        self.set_body(self._frame)
        self.box.changed.connect(self._on_changed)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.box.entry,)

    @override
    def show_value(self, shown: FormField) -> None:
        self.box.set_items(shown.items)
        self.box.set_name(shown.spec.name)
        self.set_hint(shown.spec.help)
        self.site_changed()

    @override
    def site_changed(self) -> None:
        self.box.entry.set_words(self._site.vocabulary.words_for(self.key))

    @override
    def describe(self, sentence: str) -> None:
        self.box.set_note(sentence)

    @override
    def commit(self) -> None:
        self.box.commit()

    @override
    def forget(self) -> None:
        super().forget()
        self.box.give_up()

    @override
    def value_text(self) -> str:
        return ", ".join(self.box.items())

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.box.set_look(look)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.box.set_read_only(is_read_only=is_read_only)

    def _on_changed(self, items: tuple[str, ...]) -> None:
        before = self.remember()
        text = items_as_text(self.key, before.value, items)
        if not items and not before.is_present:
            self.edited.emit(Remove(self.key))
        elif text is not None:
            self.put(text)
        elif self.shown is not None and self.shown.is_present:
            self.edited.emit(PutList(self.key, items))
        else:
            self.put(list(items))
