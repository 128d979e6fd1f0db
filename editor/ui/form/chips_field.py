"""A field for a list of words: categories, tags, and lists of other keys."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_edits import FieldEdit, Put, PutList, Remove
from editor.post.form_field import FormField, items_as_text
from editor.ui.form.chip_box import ChipBox
from editor.ui.form.doubts import Doubts
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
        self._doubts = Doubts(self._with_other)
        self._choices: Mapping[str, int] = {}
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
        self.box.set_name(shown.name)
        self.set_hint(shown.spec.help)
        self._choices = {str(choice.value): 0 for choice in shown.spec.choices}
        self.site_changed()

    @override
    def site_changed(self) -> None:
        words = self._words()
        self.box.entry.set_words(words, self._site.vocabulary.names_for(self.key))
        doubt = self._doubts.about(self.box.items(), words)
        self.set_doubt(doubt)
        self.box.set_doubted(doubt.word if doubt else None)

    @override
    def set_placeholder(self, words: str) -> None:
        self.box.set_placeholder(words)

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

    def _words(self) -> Mapping[str, int]:
        return self._choices or self._site.vocabulary.words_for(self.key)

    def _with_other(self, word: str, usual: str) -> FieldEdit:
        items = tuple(usual if item == word else item for item in self.box.items())
        items = tuple(dict.fromkeys(items))
        text = items_as_text(self.key, self.shown.value if self.shown else None, items)
        return PutList(self.key, items) if text is None else Put(self.key, text)

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
