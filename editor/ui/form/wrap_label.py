"""A small text that wraps anywhere when it must, as file names need it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class WrapLabel(QLabel):
    """Show a text in as many lines as the width asks for, and be exactly so high.

    A QLabel breaks only between words, and its height for a width makes each layout above it
    measure twice.
    """

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 1) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self._least_lines = least_lines
        self._layout = QTextLayout()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)
            self._lay_out()

    def set_type(self, font: QFont, colour: str) -> None:
        """Write in another font and colour."""
        self._colour = QColor(colour)
        if font != self._layout.font():
            self._layout.setFont(font)
            self.setFont(font)
            self._lay_out()
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    @override
    def sizeHint(self) -> QSize:
        return QSize(int(self._layout.maximumWidth()) + 1, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._colour)
        self._layout.draw(painter, QPointF(0, 0))

    def _lay_out(self) -> None:
        if self._layout.text() != self.text():
            self._layout.setText(self.text())
        metrics = self.fontMetrics()
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(self.width(), 1))
            line.setPosition(QPointF(0, height))
            height += line.height() + 1
        self._layout.endLayout()
        least = self._least_lines * (metrics.height() + 1)
        self.setFixedHeight(max(int(height + 0.5), least))
        self.update()
