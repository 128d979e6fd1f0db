"""How a row of what was found is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.ui.search.line_parts import Part, line_parts
from editor.ui.search.results_model import ROW_ROLE, ResultRow
from editor.ui.theme import SMALLEST_TYPE, SPACE_M, SPACE_S, Theme

HEIGHT = 26
BOX = 15
_NUMBER = 84
_GAP = 4
_WHERE = (
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)


def box_in(rect: QRect, *, is_line: bool) -> QRect:
    """Give the place of the tick box in a row."""
    left = rect.left() + SPACE_M + (BOX + SPACE_S if is_line else 0)
    return QRect(left, rect.center().y() - BOX // 2, BOX, BOX)


class ResultsDelegate(QStyledItemDelegate):
    """Draw a post as a heading, and its lines with what was found marked in them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in another palette from now on."""
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ResultRow):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self._theme.chip))
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        place = option.rect.adjusted(SPACE_M, 0, -SPACE_M, 0)
        if state is not None:
            box = box_in(option.rect, is_line=row.line is not None)
            self._paint_box(painter, box, state)
            place.setLeft(box.right() + SPACE_S)
        elif row.line is not None:
            place.setLeft(place.left() + SPACE_M)
        if row.line is None:
            self._paint_post(painter, place, row)
        else:
            number = str(row.line.number) if row.line.in_body >= 0 else "front matter"
            self._paint_number(painter, place, number)
            place.setLeft(place.left() + _NUMBER)
            parts = line_parts(row.line, is_replacing=state is not None)
            self._paint_parts(painter, place, parts)
        painter.restore()

    def _paint_post(self, painter: QPainter, place: QRect, row: ResultRow) -> None:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        metrics = painter.fontMetrics()
        room = place.width() * 2 // 3
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, _WHERE, title)
        place.setLeft(place.left() + metrics.horizontalAdvance(title) + SPACE_M)
        count = f"{row.post.count} · " if row.post.count else ""
        painter.setFont(_small(font))
        painter.setPen(QColor(self._theme.muted))
        words = painter.fontMetrics().elidedText(
            f"{count}{row.place}", Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(place, _WHERE, words)

    def _paint_number(self, painter: QPainter, place: QRect, number: str) -> None:
        font = painter.font()
        painter.setFont(_small(font))
        painter.setPen(QColor(self._theme.muted))
        column = QRect(place.left(), place.top(), _NUMBER - SPACE_M, place.height())
        painter.drawText(
            column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number
        )
        painter.setFont(font)

    def _paint_parts(self, painter: QPainter, place: QRect, parts: list[Part]) -> None:
        """Draw a line piece by piece, as far as there is room."""
        theme = self._theme
        grounds = {"find": theme.mark, "old": theme.bad_soft, "new": theme.accent_soft}
        inks = {"old": theme.bad, "new": theme.accent}
        plain = painter.font()
        for part in parts:
            font = QFont(plain)
            font.setStrikeOut(part.kind == "old")
            font.setWeight(QFont.Weight.Normal if part.kind == "plain" else QFont.Weight.DemiBold)
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(part.text)
            piece = QRect(place.left(), place.top(), min(width, place.width()), place.height())
            if part.kind in grounds:
                painter.fillRect(piece.adjusted(0, 3, 0, -3), QColor(grounds[part.kind]))
            painter.setPen(QColor(inks.get(part.kind, theme.ink)))
            painter.drawText(piece, _WHERE, part.text)
            place.setLeft(place.left() + width + (_GAP if part.kind == "old" else 0))
            if place.width() <= 0:
                return

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        theme = self._theme
        is_on = state != Qt.CheckState.Unchecked
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if is_on else theme.muted), 1))
        painter.setBrush(QColor(theme.accent if is_on else theme.field))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            painter.setPen(QPen(QColor(theme.on_accent), 2))
            left, top = box.left(), box.top()
            if state == Qt.CheckState.PartiallyChecked:
                painter.drawLine(left + 4, top + 8, left + 11, top + 8)
            else:
                painter.drawLine(left + 4, top + 8, left + 7, top + 11)
                painter.drawLine(left + 7, top + 11, left + 11, top + 5)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setWeight(QFont.Weight.Normal)
    small.setPixelSize(round(SMALLEST_TYPE))
    return small
