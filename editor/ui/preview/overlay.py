"""Small labels that lie over the preview: how true it is, where a link leads, what is wrong."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from editor.ui.theme import RADIUS_CHIP, SMALLEST_TYPE, SPACE_M, SPACE_S, Theme

_NARROWEST = 80


class Overlay:
    """Hold three labels in the lower corners of `ground`; each takes only the room it needs.

    The level of truth is a button: `level_clicked` of whoever made the overlay hears of it.
    """

    def __init__(self, ground: QWidget) -> None:
        self._ground = ground
        self._level = QPushButton(ground)
        self._level.setObjectName("preview_level")
        self._level.setCursor(Qt.CursorShape.PointingHandCursor)
        self._level.hide()
        self._address = _label(ground, "preview_address")
        self._notice = _label(ground, "preview_notice")
        self._notice.setWordWrap(True)
        self._notice.setAccessibleName("About the preview")
        self._whole_address = ""

    def set_theme(self, theme: Theme) -> None:
        """Draw the labels in these colours."""
        calm = f"color: {theme.muted}; background: {theme.pane2}; border: 1px solid {theme.line};"
        warm = f"color: {theme.warn}; background: {theme.warn_soft}; border: none;"
        kind = f"border-radius: {RADIUS_CHIP}px; padding: 2px 8px; font-size: {SMALLEST_TYPE}px;"
        self._level.setStyleSheet(
            f"QPushButton {{ {calm} {kind} min-height: 0; }}"
            f" QPushButton:hover {{ color: {theme.ink}; }}"
            f" QPushButton:focus {{ border-color: {theme.accent}; }}"
        )
        for label, colours in (
            (self._address, calm),
            (self._notice, warm),
        ):
            label.setStyleSheet(f"QLabel {{ {colours} {kind} }}")
        self.arrange()

    def set_level(self, level: str, explanation: str) -> None:
        """Say how near the preview is to the published page; empty hides it."""
        self._level.setToolTip(explanation)
        self._show(self._level, level)

    def set_notice(self, sentence: str) -> None:
        """Say what is wrong for as long as it is; empty when all is well."""
        self._show(self._notice, sentence)

    def set_address(self, address: str) -> None:
        """Say where the link under the pointer leads; empty when there is none."""
        self._whole_address = address
        self._show(self._address, address)

    def notice(self) -> str:
        """Give the sentence that stands now."""
        return self._notice.text()

    def level_button(self) -> QPushButton:
        """Give the button that says the level of truth."""
        return self._level

    def level(self) -> str:
        """Give the level of truth that stands now."""
        return self._level.text()

    def arrange(self) -> None:
        """Put the labels into their corners; call when the ground changes its size."""
        inner = self._ground.rect().adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
        self._level.adjustSize()
        level = self._level.rect()
        level.moveBottomRight(inner.bottomRight())
        self._level.setGeometry(level)
        free = inner.width() - (level.width() + SPACE_S if self._level.text() else 0)
        self._place_address(inner, max(free, _NARROWEST))
        self._place_notice(inner, level)

    def _place_address(self, inner: QRect, width: int) -> None:
        metrics = QFontMetrics(self._address.font())
        middle = Qt.TextElideMode.ElideMiddle
        self._address.setText(metrics.elidedText(self._whole_address, middle, width - 2 * SPACE_M))
        self._address.adjustSize()
        box = self._address.rect()
        box.moveBottomLeft(inner.bottomLeft())
        self._address.setGeometry(box)

    def _place_notice(self, inner: QRect, level: QRect) -> None:
        height = self._notice.heightForWidth(inner.width())
        bottom = level.top() - SPACE_S
        self._notice.setGeometry(inner.left(), bottom - height, inner.width(), height)

    def _show(self, label: QLabel | QPushButton, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        label.raise_()
        self.arrange()


def _label(ground: QWidget, name: str) -> QLabel:
    label = QLabel(ground)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label
