"""Put the caret where a text has just become another one."""

from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from editor.ui.text.plain_text import read


def go_to_change(box: QWidget, before: str) -> None:
    """Bring the keys to an input, the caret behind the stretch of its text that is new.

    Where something is gone the caret stands where it was; in what is no text there is none.
    """
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    if not isinstance(box, QLineEdit | QTextEdit):
        return
    now = box.text() if isinstance(box, QLineEdit) else read(box.document())
    if now == before:
        return
    start = _same_letters(now, before)
    same_end = _same_letters(now[start:][::-1], before[start:][::-1])
    place = _units(now[: len(now) - same_end])
    if isinstance(box, QLineEdit):
        box.setCursorPosition(place)
        return
    cursor = box.textCursor()
    cursor.setPosition(place)
    box.setTextCursor(cursor)


def _units(text: str) -> int:
    """Count as Qt does: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _same_letters(one: str, other: str) -> int:
    """Count the letters that two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
