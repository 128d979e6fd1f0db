"""The list of words that opens under an input; the keys stay in the input."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from editor.ui.form.field_frame import RING
from editor.ui.form.look import Look

_ROW_HEIGHT = 26
_SIDE = 8
_EDGE = 5
_COUNT_ROLE = Qt.ItemDataRole.UserRole


class _RowPainter(QStyledItemDelegate):
    """Draw a word, and quietly at the end of the row how many posts use it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, _ROW_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self.look is None:
            return
        theme = self.look.theme
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(row.adjusted(4, 1, -4, -1), 5, 5)
        place = row.adjusted(4 + _SIDE, 0, -4 - _SIDE, 0)
        count = index.data(_COUNT_ROLE)
        if count:
            painter.setFont(self.look.small)
            painter.setPen(QColor(theme.muted))
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            metrics = painter.fontMetrics()
            room = place.width() * 3 // 5
            note = metrics.elidedText(str(count), Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, int(end), note)
            taken = metrics.horizontalAdvance(note)
            place.adjust(0, 0, -taken - _SIDE, 0)
        painter.setFont(self.look.text)
        painter.setPen(QColor(theme.ink))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()


class SuggestionList(QListWidget):
    """Lie over the form under an input and offer words; a click or Enter takes one.

    It is a child of the form and not a window: nothing can steal the keys or stay behind, and
    it works alike on every desktop.
    """

    taken = Signal(str)

    def __init__(self, look: Look, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._painter = _RowPainter(self)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Suggestions")
        self.itemClicked.connect(self._on_clicked)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._painter.look = look
        self.viewport().update()

    def offer(self, words: Mapping[str, int | str], under: QWidget) -> None:
        """Show words under an input, each with a number or a name; hide when there are none."""
        if not words:
            self.hide()
            return
        self.clear()
        for word, note in words.items():
            item = QListWidgetItem(word, self)
            item.setData(_COUNT_ROLE, note)
        self.setCurrentRow(-1)
        self._place(under, len(words))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Mark the next or the previous word; beyond the ends none is marked."""
        row = self.currentRow()
        last = self.count() - 1
        row = (0 if by > 0 else last) if row < 0 else row + by
        self.setCurrentRow(row if 0 <= row <= last else -1)

    def marked(self) -> str | None:
        """Give the word that Enter would take."""
        item = self.currentItem()
        return item.text() if self.isVisible() and item is not None else None

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.taken.emit(item.text())

    def _place(self, under: QWidget, rows: int) -> None:
        height = rows * _ROW_HEIGHT + 2 * _EDGE
        box = QRect(under.mapTo(self._form, QPoint(RING, 0)), under.size())
        width = under.width() - 2 * RING
        below = box.top() + under.height() - RING + 3
        above = box.top() + RING - 3 - height
        is_below = below + height <= self._form.height() or above < 0
        self.setGeometry(box.left(), below if is_below else above, width, height)
