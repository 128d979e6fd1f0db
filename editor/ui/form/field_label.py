"""The words above a field, and the quiet button for what can be done with the field."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from editor.ui.form.field_frame import RING
from editor.ui.form.look import Look

_DOT = 1.2
_BUTTON = QSize(22, 16)
_NATIVE = QKeySequence.SequenceFormat.NativeText


class DotsButton(QAbstractButton):
    """Show three dots; without a focus of its own, for the menu key opens the same menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(_BUTTON)

    def set_colour(self, colour: str) -> None:
        """Draw in another colour."""
        self._colour = QColor(colour)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        middle = QRectF(self.rect()).center()
        for step in (-5, 0, 5):
            painter.drawEllipse(QRectF(middle.x() + step, middle.y(), 0, 0).center(), _DOT, _DOT)


class FieldLabel(QWidget):
    """Name a field, lead its Alt key to the input, and offer the field's menu."""

    menu_asked = Signal(QPoint)  # in screen coordinates

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # Few labels are ever pointed at, and few have an Alt key: both are made when needed.
        self._dots: DotsButton | None = None
        self._key: QShortcut | None = None
        self._colour = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, 0, RING, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._words, 1)

    def set_words(self, words: str, tip: str, buddy: QWidget) -> None:
        """Name the field; `&` in `words` stands before the letter of its Alt key.

        The letter is not underlined, for calm; the tip says it.
        """
        plain = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
        key = QKeySequence.mnemonic(words)
        self._set_key(key)
        self._words.setText(plain)
        self._words.setToolTip("\n".join(part for part in (tip, key.toString(_NATIVE)) if part))
        self._words.setBuddy(buddy)

    def set_dots_visible(self, *, is_visible: bool) -> None:
        """Show the dots while the pointer or the keys are at the field."""
        if self._dots is None and is_visible:
            self._dots = DotsButton(self)
            self._dots.set_colour(self._colour)
            self._dots.setToolTip("Copy or remove this field")
            self._dots.clicked.connect(self._on_dots)
            self._row.addWidget(self._dots)
        if self._dots is not None:
            self._dots.setAccessibleName(f"What can be done with {self._words.text()}")
            self._dots.setVisible(is_visible)

    def set_look(self, look: Look) -> None:
        """Write in another palette and font."""
        self._words.setFont(look.small)
        palette = self._words.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(look.theme.muted))
        self._words.setPalette(palette)
        self._colour = look.theme.muted
        if self._dots is not None:
            self._dots.set_colour(self._colour)
        self.setFixedHeight(max(self._words.fontMetrics().height(), _BUTTON.height()))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def _set_key(self, key: QKeySequence) -> None:
        if self._key is None:
            if key.isEmpty():
                return
            self._key = QShortcut(self)
            self._key.activated.connect(self._on_key)
        self._key.setKey(key)

    def _on_key(self) -> None:
        buddy = self._words.buddy()
        if isinstance(buddy, QWidget):
            buddy.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_dots(self) -> None:
        self.menu_asked.emit(
            self.mapToGlobal(self.rect().bottomRight()) - QPoint(_BUTTON.width(), 0)
        )
