"""Keys that mean more in Markdown than in plain text: Enter, Tab, Backspace, paired signs."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from editor.post.markdown_edits import nesting
from editor.post.markdown_edits.backspace import backspace
from editor.post.markdown_edits.enter import enter, line_break
from editor.post.markdown_edits.first_of import first_of
from editor.post.markdown_edits.pairs import PAIRS, surround
from editor.post.markdown_edits.places import EditFunction
from editor.post.markdown_edits.tables import moves
from editor.ui.text.text_pane import TextPane

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = first_of(moves.cell_below, enter)
_LINE_BREAK = first_of(moves.line_in_cell, line_break)
_EDITS: dict[tuple[int, Qt.KeyboardModifier], EditFunction] = {
    (Qt.Key.Key_Return, _NONE): _ENTER,
    (Qt.Key.Key_Enter, _NONE): _ENTER,
    (Qt.Key.Key_Return, _SHIFT): _LINE_BREAK,
    (Qt.Key.Key_Enter, _SHIFT): _LINE_BREAK,
    (Qt.Key.Key_Tab, _NONE): first_of(moves.next_cell, nesting.nest),
    (Qt.Key.Key_Backtab, _SHIFT): first_of(moves.previous_cell, nesting.unnest),
    (Qt.Key.Key_Backspace, _NONE): backspace,
}


class WritingKeys(QObject):
    """Stand before the pane's keys; a key whose edit says nothing does what it does in Qt.

    `shortcuts` are the keys of actions, in Qt's portable spelling: the pane has uses of its own
    for some of them.
    """

    def __init__(self, pane: TextPane, shortcuts: Collection[str]) -> None:
        super().__init__(pane)
        self._pane = pane
        self._shortcuts = set(shortcuts)
        pane.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_shortcut(event):
                event.ignore()
                return True
            if event.type() == QEvent.Type.KeyPress and not self._pane.isReadOnly():
                return self._is_done(event)
        return super().eventFilter(watched, event)

    def _is_shortcut(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()).toString() in self._shortcuts

    def _is_done(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_KEYPAD
        edit = _EDITS.get((event.key(), modifiers))
        if edit is not None:
            is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            # A Tab that means nothing must not replace the words that are selected.
            return self._pane.edit(edit) or (is_tab and not self._is_plain_tab(event))
        if event.text() in PAIRS and self._pane.textCursor().hasSelection():
            return self._pane.edit(surround(event.text()))
        return False

    def _is_plain_tab(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Tab and not self._pane.textCursor().hasSelection()
