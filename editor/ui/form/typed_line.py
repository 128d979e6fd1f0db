"""A line in which something is typed that has to be understood: a date, a time, a number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import LINE_MARGINS
from editor.ui.form.leaving import is_leaving

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedLine(QLineEdit):
    """Edit a short line.

    `textEdited` comes with each key, `finished` with Enter and when the line loses the focus,
    `given_up` with Escape, `more_asked` with the down arrow.
    """

    finished = Signal()
    given_up = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setTextMargins(*LINE_MARGINS)

    def show_text(self, text: str) -> None:
        """Show another text, unless it is the same; the caret stays where it can."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.more_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_leaving(event):
            self.finished.emit()
