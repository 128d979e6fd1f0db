"""Links side by side, with dots between those that are there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.form.link_button import LinkButton
from editor.ui.form.look import Look

_GAP = 9


class LinkRow(QWidget):
    """Show links in one row: `Now · Zone`."""

    def __init__(self, links: Sequence[LinkButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = tuple(links)
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for link in links:
            row.addWidget(link)
            link.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        for link in self._links:
            link.set_look(look)
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.muted))
        shown = [link for link in self._links if link.isVisibleTo(self)]
        for link in shown[1:]:
            middle = link.geometry().left() - _GAP / 2
            painter.drawEllipse(int(middle) - 1, self.height() // 2, 2, 2)
