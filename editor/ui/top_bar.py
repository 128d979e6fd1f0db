"""The bar at the top: whose site this is, the finder, the panes, new and save."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from editor.ui.actions import Actions, plain_text
from editor.ui.finder import FindField
from editor.ui.theme import SPACE_M, SPACE_S

HEIGHT = 44
_SWITCHES = ("show_posts", "show_form", "show_text", "show_preview")


class TopBar(QFrame):
    """Show the site's name, the finder, the pane switch and the two main buttons."""

    def __init__(self, actions: Actions, site_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setFixedHeight(HEIGHT)
        self.find_field = FindField(self)
        self._site_menu = site_menu
        self._site = QPushButton(self)
        self._site.setProperty("site", "true")
        # A button with a menu of its own leaves room for an indicator that is not wanted here.
        self._site.clicked.connect(self._on_site_clicked)
        self._site.setAccessibleName("Site")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, 0, 14, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._site)
        row.addWidget(self.find_field)
        row.addStretch(1)
        row.addWidget(_PaneSwitch([actions[name] for name in _SWITCHES], self))
        row.addWidget(_ActionButton(actions["new_post"], self))
        row.addWidget(_ActionButton(actions["save"], self, is_primary=True))
        self.set_site("No site")

    def _on_site_clicked(self) -> None:
        self._site_menu.popup(self._site.mapToGlobal(self._site.rect().bottomLeft()))

    def set_site(self, name: str) -> None:
        """Show the name of the site that is open."""
        self._site.setText(f"{name} ▾")
        self._site.setToolTip(name)


class _ActionButton(QPushButton):
    """A button that is its action: same text, same key, off when the action is off."""

    def __init__(self, action: QAction, parent: QWidget, *, is_primary: bool = False) -> None:
        super().__init__(plain_text(action), parent)
        self._action = action
        keys = action.shortcut().toString()
        self.setToolTip(f"{plain_text(action)} ({keys})")
        self.setProperty("primary", "true" if is_primary else "false")
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)
        self.setEnabled(action.isEnabled())


class _PaneSwitch(QFrame):
    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane_switch")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, action in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setText(plain_text(action))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            place = {0: "first", len(actions) - 1: "last"}.get(number, "middle")
            button.setProperty("place", place)
            row.addWidget(button)
