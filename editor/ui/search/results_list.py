"""The list of what was found: arrows go through it, Space ticks, Enter goes there."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from editor.ui.search.results_delegate import box_in
from editor.ui.search.results_model import ROW_ROLE, ResultRow


class ResultsList(QListView):
    """Show rows of one height; say which was chosen and which is to be ticked."""

    chosen = Signal(QModelIndex)
    tick_asked = Signal(QModelIndex)
    left_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_results")
        self.setAccessibleName("What was found")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.tick_asked.emit(index)
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._is_on_box(index, event.position().toPoint()):
            self.tick_asked.emit(index)
        else:
            self.chosen.emit(index)

    def _is_on_box(self, index: QModelIndex, where: QPoint) -> bool:
        row = index.data(ROW_ROLE)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None or not isinstance(row, ResultRow):
            return False
        box = box_in(self.visualRect(index), is_line=row.line is not None)
        return box.adjusted(-4, -6, 4, 6).contains(where)
