"""A box to choose one of a few words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.form.glyphs import paint_chevron
from editor.ui.form.look import Look

_SIDE = 9


class ChoiceBox(QComboBox):
    """Choose a word with the arrows, a letter or the pointer; turning the wheel never does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        self.setFont(look.text)
        self.view().setFont(look.text)
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setFont(self.font())
        is_quiet = bool(self.currentData(Qt.ItemDataRole.UserRole + 1))
        painter.setPen(QColor(theme.muted if is_quiet or not self.isEnabled() else theme.ink))
        place = self.rect().adjusted(_SIDE, 0, -_SIDE - 16, 0)
        words = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
        paint_chevron(painter, self.width() - _SIDE - 7, self.height() / 2, theme.muted)
