"""The posts and sites that were opened last."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.services.settings import SettingsStore


class RecentMenu(QMenu):
    """List what was opened last; read anew each time it opens."""

    path_chosen = Signal(object)

    def __init__(self, kind: str, store: SettingsStore, other: QAction, parent: QWidget) -> None:
        """List recent `posts` or `sites`, and below them the way to any `other`."""
        super().__init__("Open &Recent", parent)
        self._other = other
        self._kind = kind
        self._store = store
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        settings = self._store.settings
        names = settings.recent_sites if self._kind == "sites" else settings.recent_posts
        for name in names:
            path = Path(name)
            action = self.addAction(path.name)
            action.setData(path)
            action.setToolTip(name)
            action.setEnabled(path.exists())
            action.triggered.connect(self._on_chosen)
        if not names:
            self.addAction(f"No {self._kind} yet").setEnabled(False)
        self.addSeparator()
        self.addAction(self._other)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.path_chosen.emit(action.data())
