"""The formatting bar: one quiet row of icons above the text."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton
from typing_extensions import override

from editor.ui.actions import Actions, plain_text
from editor.ui.icons import Icons
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import SPACE_L, SPACE_M, SPACE_XS, Theme

_HEIGHT = 38
_BUTTON = 28
_ICON = 18
# action -> icon, in groups
_GROUPS = (
    (("bold", "bold"), ("italic", "italic"), ("strike", "strike"), ("code", "code")),
    (("link", "link"), ("heading_larger", "heading"), ("quote", "quote")),
    (("bullets", "list"), ("numbers", "numbers"), ("tasks", "tasks")),
    (("table", "table"), ("code_fence", "code-block"), ("footnote", "footnote")),
)


class FormatBar(QFrame):
    """Show the most used actions of the Format menu at the top of the text pane.

    Where the pane is too narrow for all of them, the last ones are left out.
    """

    def __init__(self, pane: TextPane, actions: Actions, icons: Icons) -> None:
        super().__init__(pane)
        self.setObjectName("format_bar")
        self._pane = pane
        self._icons = icons
        self._buttons: list[tuple[QToolButton, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE_XS // 2)
        for number, group in enumerate(_GROUPS):
            if number:
                self._row.addSpacing(SPACE_M)
            for name, icon in group:
                button = self._button(actions[name])
                self._buttons.append((button, icon))
                self._row.addWidget(button)
        self._row.addStretch(1)
        self.hide()
        pane.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of another palette."""
        for button, icon in self._buttons:
            button.setIcon(self._icons.icon(icon, theme.muted, theme.faint))

    def set_shown(self, *, is_shown: bool) -> None:
        """Show the bar, or give its room back to the text."""
        self.setVisible(is_shown)
        margins = self._pane.viewportMargins()
        height = _HEIGHT if is_shown else 0
        self._pane.setViewportMargins(margins.left(), height, margins.right(), 0)
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Lie over the pane's top, the first icon above the first letter of a line."""
        self.setGeometry(0, 0, self._pane.width(), _HEIGHT)
        left = self._pane.viewportMargins().left() + SPACE_L
        self._row.setContentsMargins(left, 0, SPACE_M, 0)
        room = self._pane.width() - left - SPACE_M
        for number, (button, _) in enumerate(self._buttons):
            groups = sum(
                number >= sum(map(len, _GROUPS[:each])) for each in range(1, len(_GROUPS))
            )
            end = (number + 1) * (_BUTTON + SPACE_XS // 2) + groups * (SPACE_M + SPACE_XS // 2)
            button.setVisible(end <= room)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        # The action itself has no icon: menus stay as plain as they are.
        button.clicked.connect(action.trigger)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(_BUTTON, _BUTTON)
        button.setIconSize(QSize(_ICON, _ICON))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = plain_text(action)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})" if keys else words)
        return button
