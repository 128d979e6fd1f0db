"""Keep the empty preview page loaded, whatever happens to the engine's process."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEnginePage

from editor.services.restarts import RestartAllowance
from editor.ui.preview.page import PreviewPage
from editor.ui.preview.policy import new_host
from editor.ui.preview.profile import PreviewProfile

_LONGEST_LOAD_MS = 10_000
_Termination = QWebEnginePage.RenderProcessTerminationStatus


class _Load(Enum):
    """Say how far the loading of the empty page is."""

    NONE = "none"
    RUNNING = "running"
    OVERTAKEN = "overtaken"
    DONE = "done"


class PageLoader(QObject):
    """Load the empty page for a site, and again when its process died or hangs.

    `loaded` says that posts can be put into the page; `gave_up` that it died too often.
    """

    loaded = Signal()
    gave_up = Signal()

    def __init__(
        self, page: PreviewPage, profile: PreviewProfile, allowance: RestartAllowance
    ) -> None:
        """Take the page to load, and how often it may be loaded again after an accident."""
        super().__init__(page)
        self.host = ""
        self._page = page
        self._profile = profile
        self._allowance = allowance
        self._site_root: Path | None = None
        self._load = _Load.NONE
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_LONGEST_LOAD_MS)
        self._patience.timeout.connect(self.load_again)
        page.loadFinished.connect(self._on_load_finished)
        page.renderProcessTerminated.connect(self._on_terminated)

    def is_loaded(self) -> bool:
        """Tell whether the page is there."""
        return self._load is _Load.DONE

    def is_loading(self) -> bool:
        """Tell whether the page is on its way."""
        return self._load is not _Load.DONE

    def open(self, site_root: Path | None) -> None:
        """Load the page for a site, under a new host: nothing of another site stays in memory."""
        if site_root == self._site_root and self._load is not _Load.NONE:
            return
        self._site_root = site_root
        self._start()

    def begin_again(self) -> None:
        """Load the empty page once more because what is to be shown asks for it."""
        self._start()

    def load_again(self) -> None:
        """Load the page once more after an accident, if that is still allowed."""
        self._load = _Load.NONE
        self._patience.stop()
        if self._allowance.take():
            # Not from within the engine's own report of the accident.
            QTimer.singleShot(0, self, self._start)
        else:
            self.gave_up.emit()

    def _start(self) -> None:
        # One load at a time: when a second one overtakes the first, the engine (Qt 6.11) often
        # goes on painting the page that it has dropped.
        if self._load in {_Load.RUNNING, _Load.OVERTAKEN}:
            self._load = _Load.OVERTAKEN
            return
        self._load = _Load.RUNNING
        self._patience.start()
        self.host = new_host()
        self._profile.serve(self.host, self._site_root)
        self._page.open(self.host)

    def _on_load_finished(self, is_loaded: bool) -> None:  # noqa: FBT001  # Qt's signal
        # False comes late from a page that died, and from each navigation that was refused.
        if not is_loaded or self._load not in {_Load.RUNNING, _Load.OVERTAKEN}:
            return
        self._patience.stop()
        is_overtaken = self._load is _Load.OVERTAKEN
        self._load = _Load.DONE
        if is_overtaken:
            self._start()
        else:
            self.loaded.emit()

    def _on_terminated(self, status: _Termination, _code: int) -> None:
        if status != _Termination.NormalTerminationStatus:
            self.load_again()
