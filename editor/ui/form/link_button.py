"""A button that looks like a link and does something in the window."""

import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from editor.ui.form.look import Look


class LinkButton(QAbstractButton):
    """Show words in the accent colour; a long text loses its middle, and its tip says it whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Draw in another palette and font."""
        self._look = look
        self.setFont(look.small)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = math.ceil(metrics.horizontalAdvance(self.text()))
        return QSize(width, math.ceil(metrics.height()) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        theme = self._look.theme
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(self.rect(), 4, 4)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if self.isEnabled() else theme.faint))
        place = self.rect().adjusted(0, 1, 1, -1)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, place.width()
        )
        self.setToolTip(self.text() if words != self.text() else "")
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
