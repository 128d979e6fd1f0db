"""Put another text into the writing pane as one edit, and keep the caret where it was."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from editor.ui.text.plain_text import ShownText, write
from editor.ui.text.text_pane import TextPane

# Finding what two texts share takes time with their length: beyond this it is not looked for.
_LONGEST_COMPARED = 400_000


def put_as_edit(pane: TextPane, text: str) -> None:
    """Replace the pane's text in one step that can be undone; what stays is not touched."""
    if pane.has_long_lines() or len(text) > _LONGEST_COMPARED:
        data = QMimeData()
        data.setText(ShownText(text).shown)
        pane.selectAll()
        pane.insertFromMimeData(data)
        return
    write(QTextCursor(pane.document()), ShownText(text).shown)


class KeptPlace:
    """Remember where the person is in the text, for when it is read again from the disk."""

    def __init__(self, pane: TextPane) -> None:
        self._pane = pane
        self._before = pane.text()
        self._caret = pane.caret_position()
        self._scrolled = pane.verticalScrollBar().value()

    def go_back(self) -> None:
        """Put caret and view where they were, counted from the end if that is what stayed."""
        caret = self._caret
        before, after = self._before, self._pane.text()
        if len(before) <= _LONGEST_COMPARED:
            changed_at = _shared_start(before, after)
            if changed_at < len(before) and caret > _units(before[:changed_at]):
                caret += _units(after) - _units(before)
        self._pane.set_caret_position(max(0, caret))
        self._pane.verticalScrollBar().setValue(self._scrolled)


def _shared_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)
