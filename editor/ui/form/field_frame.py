"""The rounded box around an input, with the ring that says where the keys go."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.form.look import Look
from editor.ui.theme import RADIUS_FIELD

# The ring lies around the border, so each frame keeps this much room free for it.
RING = 3
_SIDE, _ABOVE = 9, 5
# A QLineEdit keeps two pixels at each side, which would set it off from other inputs.
LINE_MARGINS = (-2, 0, -2, 0)
_LEAST_HEIGHT = 30


class FieldFrame(QWidget):
    """Hold inputs side by side in one box; a click on its edge goes to the first of them."""

    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._inputs: list[QWidget] = []
        self._is_warned = False
        self._has_focus = False
        self.setMinimumHeight(_LEAST_HEIGHT + 2 * RING)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(RING + _SIDE, RING + _ABOVE, RING + _SIDE, RING + _ABOVE)
        self.row.setSpacing(6)

    def add_input(self, widget: QWidget) -> None:
        """Put an input at the end of the box; its focus is the box's focus."""
        self.row.addWidget(widget)
        self.watch(widget)

    def watch(self, widget: QWidget) -> None:
        """Show the ring when `widget`, which lies somewhere inside, has the focus."""
        self._inputs.append(widget)
        widget.installEventFilter(self)

    def set_warned(self, *, is_warned: bool) -> None:
        """Show that what stands here is not taken yet."""
        if is_warned != self._is_warned:
            self._is_warned = is_warned
            self.update()

    def set_look(self, look: Look) -> None:
        """Draw in another palette."""
        self._look = look
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            has_focus = event.type() == QEvent.Type.FocusIn
            if has_focus != self._has_focus:
                self._has_focus = has_focus
                self.update()
                self.focus_changed.emit(has_focus)
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._inputs and self.isEnabled():
            self._inputs[0].setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(RING + 0.5, RING + 0.5, -RING - 0.5, -RING - 0.5)
        if self._has_focus:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.warn_soft if self._is_warned else theme.accent_soft))
            painter.drawRoundedRect(self.rect(), RADIUS_FIELD + RING, RADIUS_FIELD + RING)
        painter.setBrush(QColor(theme.field if self.isEnabled() else theme.pane2))
        painter.setPen(QPen(QColor(self._edge()), 1))
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)

    def _edge(self) -> str:
        if self._look is None:
            return ""
        theme = self._look.theme
        if self._is_warned:
            return theme.warn
        return theme.accent if self._has_focus else theme.line
