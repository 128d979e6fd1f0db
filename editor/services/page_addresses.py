"""Know where the pages of the open site are written, for telling when a post would meet one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from editor.services.background import Background
from editor.services.site_service import SiteService
from editor.site.collisions import pages_by_file

_NONE: Mapping[str, Path] = MappingProxyType({})
# Many files may change at once; pages are looked at when they rest.
_REST_MS = 1_000


class PageAddresses(QObject):
    """Hold the pages of the open site by the file that each is written to, read elsewhere."""

    changed = Signal()

    def __init__(
        self, sites: SiteService, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sites = sites
        self._background = background
        self._number = 0
        self.pages = _NONE
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)
        sites.site_changed.connect(self._on_site_changed)
        sites.contents_changed.connect(self._rest.start)

    def stop(self) -> None:
        """Read no more: the end."""
        self._rest.stop()
        self._sites.contents_changed.disconnect(self._rest.start)

    def _on_site_changed(self) -> None:
        self._number += 1
        self.pages = _NONE

    def _read(self) -> None:
        site = self._sites.site
        if site is None:
            return
        self._number += 1
        number = self._number

        def arrived(pages: Mapping[str, Path]) -> None:
            if number == self._number and pages != self.pages:
                self.pages = pages
                self.changed.emit()

        self._background.run(lambda: pages_by_file(site, datetime.now(UTC)), arrived, _raise)


def _raise(error: Exception) -> None:
    raise error
