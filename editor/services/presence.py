"""Know who else has the open post open: on another computer, or in another window."""

import getpass
import platform
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.services.background import Background
from editor.services.session import Session
from editor.services.site_service import SiteService
from editor.site.presence import PresenceFile, Present

_RENEW_MS = 20_000


class Presence(QObject):
    """Show this window to others and others to this window, as long as a site is open.

    `others_changed` brings those who have the same post open, as a tuple of `Present`.
    """

    others_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        sites: SiteService,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sites = sites
        self._background = background
        self._root: Path | None = None
        self._file: PresenceFile | None = None
        self._others: tuple[Present, ...] = ()
        self._is_looking = False
        self._is_behind = False
        self._timer = QTimer(self)
        self._timer.setInterval(_RENEW_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin; called after the window was painted once."""
        self._session.file_changed.connect(self.look)
        self._sites.site_changed.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Renew this window's file and see who else is there, now."""
        if self._is_looking:
            self._is_behind = True
            return
        site = self._sites.site
        root = site.root if site is not None else None
        former = None
        if root != self._root:
            former, self._root = self._file, root
            self._file = None
            if root is not None:
                self._file = PresenceFile(root, _person(), platform.node())
        file, post = self._file, self._post()
        self._is_looking = True

        def met() -> tuple[Present, ...]:
            if former is not None:
                former.remove()
            return file.meet(post) if file is not None else ()

        def arrived(present: tuple[Present, ...]) -> None:
            self._is_looking = False
            self._tell(tuple(each for each in present if post and each.post == post))
            self._catch_up()

        self._background.run(met, arrived, self._on_failed)

    def stop(self) -> None:
        """Be seen no more: the end."""
        if self._timer.isActive():
            self._timer.stop()
            self._session.file_changed.disconnect(self.look)
            self._sites.site_changed.disconnect(self.look)

    def remove(self) -> None:
        """Take this window's file away, once nothing runs in the background any more."""
        if self._file is not None:
            self._file.remove()

    def _post(self) -> str:
        path, site = self._session.path, self._sites.site
        relative = site.relative(path) if site is not None and path is not None else None
        return str(relative) if relative is not None else ""

    def _on_failed(self, _: Exception) -> None:
        self._is_looking = False
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self.look()

    def _tell(self, others: tuple[Present, ...]) -> None:
        if others != self._others:
            self._others = others
            self.others_changed.emit(others)


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
