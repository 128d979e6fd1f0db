"""Chips in rows, as they are seen and as the pointer moves them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from editor.ui.form.chip_row import (
    ChipPlaces,
    lay_out_chips,
    paint_chip,
    paint_gap,
    underline_chip,
)
from editor.ui.form.look import Look


class ChipShelf(QWidget):
    """Show chips with room for an entry behind the last, and say what the pointer does.

    Signals:
        pressed: the number of a chip, or None for the room beside them.
        crossed: the number of the chip whose cross was pressed.
        opened: the number of a chip that was clicked twice.
        dropped: a chip and the place in the list to which it was dragged.
    """

    pressed = Signal(object)
    crossed = Signal(int)
    opened = Signal(int)
    dropped = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self.entry_place = self.rect()
        self.is_still = False
        self._items: tuple[str, ...] = ()
        self._entered = ""
        self._lit: frozenset[int] = frozenset()
        self._doubted: str | None = None
        self._grabbed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        self.places = ChipPlaces((), self.rect(), 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_chips(self, items: Sequence[str], entered: str) -> None:
        """Show these chips, and keep room for what stands in the entry."""
        self._items, self._entered = tuple(items), entered
        self._grabbed = self._gap = None
        self._lay_out()

    def light(self, numbers: frozenset[int]) -> None:
        """Mark the chips that the next key is about."""
        if numbers != self._lit:
            self._lit = numbers
        self.update()

    def set_doubted(self, item: str | None) -> None:
        """Mark the chip that the sentence under the list is about."""
        if item != self._doubted:
            self._doubted = item
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.places.height)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.places.chip_at(event.pos().x(), event.pos().y())
            words = "" if number is None else self._items[number]
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        number = self.places.chip_at(place.x(), place.y())
        is_cross = number is not None and self.places.is_cross(number, place.x())
        if number is not None and is_cross and not self.is_still:
            self.crossed.emit(number)
            return
        self.pressed.emit(number)
        if number is not None and not self.is_still:
            self._grabbed = (number, place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        number = self.places.chip_at(place.x(), place.y())
        shape = Qt.CursorShape.IBeamCursor if number is None else Qt.CursorShape.ArrowCursor
        if self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            distance = QGuiApplication.styleHints().startDragDistance()
            if self._gap is not None or (place - self._grabbed[1]).manhattanLength() >= distance:
                self._gap = self.places.gap_at(place.x(), place.y())
                shape = Qt.CursorShape.ClosedHandCursor
                self.update()
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, gap = self._grabbed, self._gap
        self._grabbed = self._gap = None
        self.update()
        if grabbed is not None and gap is not None:
            self.dropped.emit(grabbed[0], gap - (gap > grabbed[0]))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.places.chip_at(*event.position().toPoint().toTuple())
        if number is not None and not self.is_still:
            self.opened.emit(number)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (place, text) in enumerate(zip(self.places.chips, self._items, strict=True)):
            paint_chip(painter, self.look, place, text, is_marked=number in self._lit)
            if text == self._doubted:
                underline_chip(painter, self.look, place)
        if self._gap is not None:
            paint_gap(painter, self.look, self.places.gap_place(self._gap))

    def _lay_out(self) -> None:
        if self.look is None or self.width() < 1:
            return
        self.places = lay_out_chips(self._items, self._entered, self.look.text, self.width())
        self.entry_place = self.places.entry
        self.entry_moved()
        if self.places.height != self.height():
            self.setFixedHeight(self.places.height)
        self.update()

    def entry_moved(self) -> None:
        """Put the entry into `entry_place`."""
