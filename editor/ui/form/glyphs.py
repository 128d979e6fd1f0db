"""The few tiny signs that the form draws itself, sharp at every scale."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override


class CalendarButton(QAbstractButton):
    """Open the calendar; the down arrow in the date does the same, so Tab passes it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(16, 18))
        self.setAccessibleName("Open the calendar")
        self.setToolTip("Open the calendar (↓)")

    def set_colour(self, colour: str) -> None:
        """Draw in another colour."""
        self._colour = QColor(colour)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.2))
        painter.drawRoundedRect(QRectF(2, 4, 12, 11), 1.5, 1.5)
        painter.drawLine(QPointF(2, 7.5), QPointF(14, 7.5))
        for x in (5, 11):
            painter.drawLine(QPointF(x, 2.5), QPointF(x, 5))


def paint_chevron(painter: QPainter, x: float, y: float, colour: str) -> None:
    """Draw a small arrow down, around a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
    )
