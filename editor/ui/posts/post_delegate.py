"""How a row of the posts column is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.site.post_list import PostSummary
from editor.ui.posts.post_list_model import SUMMARY_ROLE, Heading, short_day
from editor.ui.theme import RADIUS_FIELD, SMALLEST_TYPE, SPACE_S, Theme

_POST_HEIGHT = 48
_HEADING_HEIGHT = 34
_SIGN = 14


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
        is_heading = isinstance(index.data(SUMMARY_ROLE), Heading)
        return QSize(100, _HEADING_HEIGHT if is_heading else _POST_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(SUMMARY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, PostSummary):
            self._paint_post(painter, option, row)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Heading
    ) -> None:
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self._theme.muted))
        place = option.rect.adjusted(SPACE_S, 0, -SPACE_S, -4)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, row.text
        )

    def _paint_post(
        self, painter: QPainter, option: QStyleOptionViewItem, row: PostSummary
    ) -> None:
        theme = self._theme
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(0, 0, 0, -1), RADIUS_FIELD, RADIUS_FIELD)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.chip))
            painter.drawRoundedRect(option.rect.adjusted(0, 0, 0, -1), RADIUS_FIELD, RADIUS_FIELD)
        inside = option.rect.adjusted(SPACE_S, 6, -SPACE_S, -7)
        title = QFont(option.font)
        title.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        self._paint_line(painter, title, theme.ink, inside, row.title, at_top=True)
        about = " · ".join(part for part in (short_day(row), *row.categories[:1]) if part)
        below = inside.adjusted(0, 0, -_SIGN if row.problem else 0, 0)
        self._paint_line(painter, _small(option.font), theme.muted, below, about, at_top=False)
        if row.problem:
            painter.setPen(QColor(theme.warn))
            painter.drawText(
                inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, "●"
            )

    def _paint_line(  # noqa: PLR0913 - one line of text has this many properties
        self,
        painter: QPainter,
        font: QFont,
        colour: str,
        place: QRect,
        text: str,
        *,
        at_top: bool,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        vertical = Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, vertical | Qt.AlignmentFlag.AlignLeft, elided)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(round(SMALLEST_TYPE))
    return small
