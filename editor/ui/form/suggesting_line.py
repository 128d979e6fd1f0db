"""A line of text that offers words while one types."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import LINE_MARGINS
from editor.ui.form.leaving import is_leaving
from editor.ui.form.suggestion_list import SuggestionList
from editor.ui.form.vocabulary import suggestions

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SuggestingLine(QLineEdit):
    """Edit a line; Down opens the words that fit, Enter or a click takes one, Escape closes.

    `taken` brings a word of the list; `entered` comes with Enter when no word is marked; `left`
    when the line loses the focus.
    """

    taken = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, offers: SuggestionList, frame: QWidget) -> None:
        """Offer words in `offers`, which opens under `frame`."""
        super().__init__(frame)
        self._offers = offers
        self._under = frame
        self._words: Mapping[str, int] = {}
        self._names: Mapping[str, str] = {}
        self._without: Sequence[str] = ()
        self.setFrame(False)
        self.setTextMargins(*LINE_MARGINS)
        self.textEdited.connect(self._on_typed)
        offers.taken.connect(self._on_taken)

    def set_words(self, words: Mapping[str, int], names: Mapping[str, str] | None = None) -> None:
        """Set the words with their counts, and the names by which some are known."""
        self._words = words
        self._names = names or {}

    def leave_out(self, words: Sequence[str]) -> None:
        """Offer none of these, for they are there already."""
        self._without = words

    def open_offers(self, said: str) -> None:
        """Open the list of words that fit what was said."""
        found = suggestions(said, self._words, self._without, self._names)
        is_only_itself = found == [said]
        notes = {word: self._names.get(word) or self._words[word] or "" for word in found}
        self._offers.offer({} if is_only_itself else notes, self._under)

    def close_offers(self) -> None:
        """Close the list."""
        self._offers.hide()

    def is_offering(self) -> bool:
        """Tell whether the list is open for this line."""
        return self._offers.isVisible() and self.hasFocus()

    @override
    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.is_offering())  # before the window's own Escape
            return event.isAccepted()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER_KEYS:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.is_offering():
            self.close_offers()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offers()
        if is_leaving(event):
            self.left.emit()

    def _step(self, by: int) -> None:
        if self._offers.isVisible():
            self._offers.step(by)
        else:
            self.open_offers("")

    def _enter(self) -> None:
        word = self._offers.marked()
        self.close_offers()
        if word is None:
            self.entered.emit()
        else:
            self.taken.emit(word)

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self.open_offers(text)
        else:
            self.close_offers()

    def _on_taken(self, word: str) -> None:
        if self.hasFocus():
            self.taken.emit(word)
