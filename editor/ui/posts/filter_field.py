"""The field above the list of posts: what is typed there thins the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

_HELP = (
    "Words of the title, the tags, the author or the text.\n"
    "“in quotes”: together.  -word: without.  tag:x  author:y  category:z  title:t"
)


class FilterField(QLineEdit):
    """A field that the arrow down leaves for the list, and that Escape empties first."""

    left_down = Signal()
    left = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("posts_filter")
        self.setAccessibleName("Filter posts")
        self.setAccessibleDescription(_HELP)
        self.setToolTip(_HELP)
        self.setPlaceholderText("Filter posts")
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.left_down.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
