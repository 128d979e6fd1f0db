"""Where the chips of a list and the entry behind them lie, and how they look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from editor.ui.form.look import Look
from editor.ui.theme import RADIUS_CHIP, SPACE_XS

_SIDE = 8
_CROSS = 6
_CROSS_ROOM = _CROSS + 6
_HEIGHT = 24
_LEAST_ENTRY = 56


@dataclass(frozen=True, slots=True)
class ChipPlaces:
    """Hold the place of each chip and of the entry, and the height of all rows together."""

    chips: tuple[QRect, ...]
    entry: QRect
    height: int

    def chip_at(self, x: int, y: int) -> int | None:
        """Give the number of the chip at a point."""
        return next((i for i, chip in enumerate(self.chips) if chip.contains(x, y)), None)

    def gap_at(self, x: int, y: int) -> int:
        """Give the place in the list that a chip takes when it is dropped at a point."""
        for number, chip in enumerate(self.chips):
            is_above = y < chip.top()
            is_left = y <= chip.bottom() and x < chip.center().x()
            if is_above or is_left:
                return number
        return len(self.chips)

    def gap_place(self, number: int) -> QRect:
        """Give where the sign for such a place is drawn."""
        if number < len(self.chips):
            return QRect(self.chips[number].left() - 3, self.chips[number].top(), 2, _HEIGHT)
        last = self.chips[-1]
        return QRect(last.right() + 2, last.top(), 2, _HEIGHT)

    def is_cross(self, number: int, x: int) -> bool:
        """Tell whether a point within a chip is on its cross."""
        return x > self.chips[number].right() - _CROSS_ROOM - _SIDE // 2


def lay_out_chips(items: Sequence[str], entered: str, font: QFont, width: int) -> ChipPlaces:
    """Lay chips in rows of `width` pixels, the entry behind the last where there is room.

    Args:
        items: The texts of the chips.
        entered: What stands in the entry, which wants to be seen whole.
        font: The font of both.
        width: The room for a row.
    """
    metrics = QFontMetrics(font)
    x = y = 0
    chips: list[QRect] = []
    for item in items:
        wanted = metrics.horizontalAdvance(item.replace("\n", " ")) + 2 * _SIDE + _CROSS_ROOM
        chip_width = min(wanted, width)
        if x and x + chip_width > width:
            x, y = 0, y + _HEIGHT + SPACE_XS
        chips.append(QRect(x, y, chip_width, _HEIGHT))
        x += chip_width + SPACE_XS
    needed = min(max(_LEAST_ENTRY, metrics.horizontalAdvance(entered) + 8), width)
    if x and x + needed > width:
        x, y = 0, y + _HEIGHT + SPACE_XS
    return ChipPlaces(tuple(chips), QRect(x, y, width - x, _HEIGHT), y + _HEIGHT)


def paint_chip(painter: QPainter, look: Look, place: QRect, text: str, *, is_marked: bool) -> None:
    """Draw one chip with its cross; the marked one is what the next key is about."""
    theme = look.theme
    painter.setPen(QPen(QColor(theme.accent), 1) if is_marked else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent_soft if is_marked else theme.chip))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    painter.setPen(QColor(theme.ink))
    painter.setFont(look.text)
    room = place.adjusted(_SIDE, 0, -_SIDE - _CROSS_ROOM, 0)
    words = painter.fontMetrics().elidedText(
        text.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room.width() + 1
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    left, middle = place.right() - _SIDE - _CROSS + 1, place.center().y() + 1
    half = _CROSS // 2
    painter.drawLine(left, middle - half, left + _CROSS, middle + half)
    painter.drawLine(left, middle + half, left + _CROSS, middle - half)


def underline_chip(painter: QPainter, look: Look, place: QRect) -> None:
    """Mark gently a chip that is unlike the site's other words."""
    pen = QPen(QColor(look.theme.warn), 1.2, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    y = place.bottom() - 3
    painter.drawLine(place.left() + _SIDE, y, place.right() - _SIDE - _CROSS_ROOM, y)


def paint_gap(painter: QPainter, look: Look, place: QRect) -> None:
    """Draw where a chip goes that is being dragged."""
    painter.fillRect(place, QColor(look.theme.accent))
