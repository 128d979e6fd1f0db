"""A line for a path, of which one sees the end while it is not being edited."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import LINE_MARGINS
from editor.ui.form.look import Look


class PathLine(QLineEdit):
    """Edit a path; at rest a long one is shown by its last part, which names the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setFrame(False)
        self.setTextMargins(*LINE_MARGINS)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        self.setFont(look.mono if self.text() else look.text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self.hasFocus() or not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self._look.theme.ink))
        metrics = painter.fontMetrics()
        words = self.text().replace("\n", " ")
        if metrics.horizontalAdvance(words) > self.width():
            name = words.rstrip("/").rpartition("/")[2]
            words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), words)
