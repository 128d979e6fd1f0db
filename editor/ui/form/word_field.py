"""A field for one line that the site has words for: the author, the layout."""

from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_edits import FieldEdit, Put
from editor.post.field_specs import FieldKind
from editor.post.form_field import FormField
from editor.ui.form.doubts import Doubts
from editor.ui.form.field import Field
from editor.ui.form.field_frame import FieldFrame
from editor.ui.form.form_site import FormSite
from editor.ui.form.glyphs import paint_chevron
from editor.ui.form.look import Look
from editor.ui.form.suggesting_line import SuggestingLine
from editor.ui.form.suggestion_list import SuggestionList
from editor.ui.text.plain_text import ShownText

_NO_POST = "No post of this site has this name."


class _Chevron(QWidget):
    """Show that there is a list, and open it."""

    def __init__(self, line: SuggestingLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self._line = line
        self.setFixedSize(14, 18)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        was_open = self._line.is_offering()
        self._line.setFocus()
        if was_open:
            self._line.close_offers()
        else:
            self._line.open_offers("")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is not None:
            paint_chevron(QPainter(self), 7, 9, self.look.theme.muted)


class WordField(Field):
    """Edit a line live, with the site's own words on offer."""

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
        self._text = ShownText("")
        self._frame = FieldFrame(self)
        self.line = SuggestingLine(offers, self._frame)
        self._frame.add_input(self.line)
        self._chevron = _Chevron(self.line, self._frame)
        self._frame.row.addWidget(self._chevron)
        self.set_body(self._frame)
        self.line.textEdited.connect(self._on_edited)
        self.line.taken.connect(self._on_taken)
        self.line.entered.connect(self._on_entered)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def show_value(self, shown: FormField) -> None:
        if shown.text != self._text.original:
            self._text = ShownText(shown.text)
            if self.line.text() != self._text.shown:
                self.line.setText(self._text.shown)
                self.line.setCursorPosition(0)
        self.set_hint(shown.spec.help)
        self._set_words(shown.key)

    @override
    def site_changed(self) -> None:
        self._set_words(self.key)

    @override
    def value_text(self) -> str:
        return self._text.original

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.line.setFont(look.text)
        self._chevron.look = look

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        self._chevron.setEnabled(not is_read_only)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.line:
            self.line.setCursorPosition(0)  # a long name is read from its start
            self._set_words(self.key)
        return super().eventFilter(watched, event)

    def _set_words(self, key: str) -> None:
        kind = self.shown.spec.kind if self.shown is not None else FieldKind.WORD
        is_post = kind is FieldKind.POST
        known_as = "author" if kind is FieldKind.AUTHOR else key
        words = self._site.posts if is_post else self._site.vocabulary.words_for(known_as)
        names = self._site.post_titles if is_post else self._site.vocabulary.names_for(known_as)
        self.line.set_words(words, names)
        is_choice = kind is FieldKind.WORD
        name = PurePosixPath(self._text.original).name
        is_lost = is_post and bool(words and name) and name not in words
        self.set_problem(_NO_POST if is_lost and not self.line.hasFocus() else "")
        self._chevron.setVisible(bool(words) and (key == "layout" or is_choice))
        text = self._text.original
        is_typing = self.line.hasFocus()
        self.set_doubt(None if is_typing else self._doubts.about((text,), words))

    def _with_other(self, _word: str, usual: str) -> FieldEdit:
        return Put(self.key, usual)

    def _on_edited(self, shown: str) -> None:
        self._text = ShownText(self._text.edited(shown))
        self.put_text(self._text.original)

    def _on_taken(self, word: str) -> None:
        if word != self._text.original:
            self._text = ShownText(word)
            self.line.setText(word)
            self.put_text(word)

    def _on_entered(self) -> None:
        self.focusNextChild()
