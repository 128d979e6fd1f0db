"""A few facts under a field, each with its name before it, in two columns."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import RING
from editor.ui.form.look import Look

Rows = tuple[tuple[str, str], ...]
_GAP = 10


class ViewRows(QWidget):
    """Show rows of a name and a value; without rows it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._rows: Rows = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rows(self, rows: Rows) -> None:
        """Show other rows."""
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
            self.update()
        self.setVisible(bool(rows))

    def text(self) -> str:
        """Give the rows as a screen reader says them."""
        return " ".join(f"{name}: {value}." for name, value in self._rows)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and font."""
        self._look = look
        self.setFont(look.small)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, len(self._rows) * self._row_height() + 3)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        metrics = painter.fontMetrics()
        theme = self._look.theme
        middle = max((metrics.horizontalAdvance(name) for name, _ in self._rows), default=0) + _GAP
        height = self._row_height()
        for number, (name, value) in enumerate(self._rows):
            row = QRectF(RING, number * height, self.width() - RING, height)
            painter.setPen(QColor(theme.muted))
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), name)
            painter.setPen(QColor(theme.ink))
            room = row.adjusted(middle, 0, 0, 0)
            words = metrics.elidedText(value, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _row_height(self) -> int:
        return math.ceil(self.fontMetrics().height()) + 1
