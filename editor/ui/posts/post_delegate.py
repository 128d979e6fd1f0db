"""How a row of the posts column is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.site.post_list import PostSummary
from editor.ui.posts.post_list_model import BADGE_ROLE, ROW_ROLE, about
from editor.ui.theme import RADIUS_FIELD, SMALLEST_TYPE, SPACE_S, Theme

# One height for all rows: a view that measures each of 30,000 would be waited for.
_HEIGHT = 48
_TOP, _BOTTOM = 6, 7
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight


class PostDelegate(QStyledItemDelegate):
    """Draw a post as its title over its day and category, a month as a small heading."""

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
        return QSize(100, _HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, str):
            place = option.rect.adjusted(SPACE_S, 0, -SPACE_S, -_BOTTOM)
            self._write(painter, place, row, Qt.AlignmentFlag.AlignBottom | _LEFT)
        elif isinstance(row, PostSummary):
            self._paint_ground(painter, option)
            self._paint_post(painter, option, row, index.data(BADGE_ROLE))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        theme = self._theme
        has_keys = is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent) if has_keys else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if is_chosen else theme.chip))
        ground = option.rect.adjusted(1, 1, -1, -2)
        painter.drawRoundedRect(ground, RADIUS_FIELD, RADIUS_FIELD)

    def _paint_post(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        post: PostSummary,
        badge: tuple[str, str] | None,
    ) -> None:
        inside = option.rect.adjusted(SPACE_S, _TOP, -SPACE_S, -_BOTTOM)
        title = QFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            title.setWeight(QFont.Weight.DemiBold)
        painter.setFont(title)
        painter.setPen(QColor(self._theme.ink))
        _draw(painter, inside, post.title, Qt.AlignmentFlag.AlignTop | _LEFT)
        below = QRect(inside)
        if badge is not None:
            word, tone = badge
            sign = f"● {word}" if tone == "warn" else word
            self._write(painter, inside, sign, Qt.AlignmentFlag.AlignBottom | _RIGHT, tone)
            below.setRight(below.right() - painter.fontMetrics().horizontalAdvance(sign) - SPACE_S)
        self._write(painter, below, about(post), Qt.AlignmentFlag.AlignBottom | _LEFT)

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        where: Qt.AlignmentFlag,
        tone: str = "muted",
    ) -> None:
        small = QFont(painter.font())
        small.setWeight(QFont.Weight.Normal)
        small.setPixelSize(round(SMALLEST_TYPE))
        painter.setFont(small)
        painter.setPen(QColor(getattr(self._theme, tone)))
        _draw(painter, place, text, where)


def _draw(painter: QPainter, place: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, where | Qt.AlignmentFlag.AlignAbsolute, elided)
