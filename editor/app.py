"""Build every part once, hand each what it needs, and run the window."""

import faulthandler
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from editor import __version__
from editor.services.background import Background
from editor.services.collector import Collector
from editor.services.document_service import DocumentService
from editor.services.handing_over import address_in, hand_over
from editor.services.history import History
from editor.services.image_service import ImageService
from editor.services.index_service import IndexService
from editor.services.journal import Journal
from editor.services.keeper import Keeper
from editor.services.keeping import Keeping
from editor.services.life_service import LifeService
from editor.services.log_file import LogFile
from editor.services.mishaps import Mishaps
from editor.services.page_addresses import PageAddresses
from editor.services.post_place import PostPlaces
from editor.services.presence import Presence
from editor.services.preview_service import PreviewService
from editor.services.save_service import SaveService
from editor.services.search_service import SearchService
from editor.services.session import Session
from editor.services.settings import SettingsStore
from editor.services.site_service import SiteService
from editor.services.watcher import FileWatcher
from editor.site.folders import Site
from editor.site.index.answers import PostIndex
from editor.ui.appearance import Appearance, load_fonts
from editor.ui.dialogs.ask import Ask
from editor.ui.icons import Icons
from editor.ui.main_window import MainWindow
from editor.ui.parts import Parts
from editor.ui.preview import switches
from editor.ui.preview.gpu import prepare_window
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.preview.preview_view import PreviewView
from editor.ui.theme import Theme

_SAMPLE = "The Harbour Post"
_FIRST_POST = "_posts/2025-11-17-ferry-named-after-the-soleil.md"


def resources_folder() -> Path:
    """Give the folder of fonts, icons, styles and the sample site: no other module knows it."""
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


class Program:
    """Hold the parts of the running program, so that each lives as long as the window."""

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        store: SettingsStore,
        make_ask: Callable[[QWidget], Ask] = Ask,
    ) -> None:
        self._is_closed = False
        self._app = app
        self._resources = resources
        self._background = Background()
        self._collector = Collector(self._background)
        self._collector.start()
        session = Session()
        index = IndexService(_open_index)
        sites = SiteService(self._background, index)
        images = ImageService(self._background, sites)
        places = PostPlaces(session, sites, lambda: store.settings.transliterate_names)
        saver = SaveService(session)
        self._keeper = Keeper(_open_keeping)
        load_fonts(resources / "fonts")
        log = LogFile(_state_folder())
        journal = Journal(session, self._keeper, lambda: places.place.name)
        self.parts = Parts(
            session=session,
            index=index,
            sites=sites,
            search=SearchService(index, sites),
            places=places,
            saver=saver,
            previews=PreviewService(self._background),
            journal=journal,
            history=History(session, saver, self._keeper),
            images=images,
            documents=DocumentService(self._background, images),
            watcher=FileWatcher(session, self._background),
            life=LifeService(self._background, _data_folder()),
            presence=Presence(session, sites, self._background),
            log=log,
            mishaps=Mishaps(log, journal.secure),
            pages=PageAddresses(sites, self._background),
            store=store,
            appearance=Appearance(app, store.settings.appearance),
            icons=Icons(resources / "icons"),
        )
        preview = PreviewPane(self._open_web_view, self.parts.appearance.theme)
        self.window = MainWindow(self.parts, preview, make_ask)
        self.window.painted.connect(index.start)
        self.window.painted.connect(self.parts.life.start)
        self.window.painted.connect(self.parts.presence.start)
        self.window.actions_table["sample_site"].triggered.connect(self.open_sample)

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was asked for, else what was open last, else the sample site."""
        commands, settings = self.window.commands, self.parts.store.settings
        wanted = [path.absolute() for path in paths]
        if not wanted:
            wanted = [Path(name) for name in settings.recent_posts[:1] if Path(name).is_file()]
        for path in wanted or self._sample(_data_folder() / _SAMPLE):
            commands.open(path)

    def open_sample(self) -> None:
        """Open a copy of the sample site that nobody has written in, beside those there are."""
        copy = _data_folder() / _SAMPLE
        number = 2
        while copy.exists():
            copy = copy.with_name(f"{_SAMPLE} {number}")
            number += 1
        for path in self._sample(copy):
            self.window.commands.open(path)

    def close(self) -> None:
        """End threads and processes before the program does; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        # Who ends the program before its window was seen does not want the preview begun.
        self.window.painted.disconnect()
        self.window.preview.close_view()
        self.parts.watcher.stop()
        self.parts.pages.stop()
        self.parts.sites.stop()
        self.parts.presence.stop()
        self.parts.journal.finish()
        self._keeper.close()
        self.parts.previews.stop()
        self._background.close()
        self._collector.stop()
        self.parts.presence.remove()

    def receive(self, address: str) -> None:
        """Open from now on what later starts of the program are asked to open."""
        # Qt's part for the network is not needed to show a window.
        from editor.services.reception import Reception  # noqa: PLC0415

        with suppress(OSError):
            _data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        reception = Reception(self.take, self.window)
        self._app.aboutToQuit.connect(reception.close)
        reception.open(address)

    def take(self, paths: Sequence[Path]) -> bool:
        """Come to the front and open `paths`, unless a question waits here for its answer."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if QApplication.activeModalWidget() is not None:
            return False
        for path in paths:
            # The later start gets its answer first: opening may ask a question.
            QTimer.singleShot(0, window, partial(window.commands.open, path))
        return True

    def _open_web_view(self, theme: Theme, parent: QWidget) -> PreviewView:
        # The browser engine takes longer to load than the window to show: it comes after.
        from editor.ui.preview.web_view import WebView  # noqa: PLC0415

        return WebView(self._resources, theme, parent=parent)

    def _sample(self, copy: Path) -> list[Path]:
        """Copy the sample site to where the person may change it, and give its first post."""
        try:
            if not copy.is_dir():
                shutil.copytree(self._resources / "sample-site", copy)
        except OSError:
            # A home that cannot be written to: the installed copy can still be looked at.
            copy = self._resources / "sample-site"
        return [copy, copy / _FIRST_POST]


def run_window(paths: Sequence[Path], *, is_new: bool = False) -> int:
    """Open the window on `paths` (posts or sites) and give the exit status.

    The window that is open already takes them, unless `is_new`.
    """
    address = address_in(_data_folder())
    if not is_new and hand_over(address, paths):
        return 0
    store = SettingsStore(settings_file())
    switches.prepare(os.environ, use_gpu=store.settings.uses_gpu)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("dateline")
    app.setApplicationDisplayName("Dateline")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dateline")
    resources = resources_folder()
    app.setWindowIcon(QIcon(str(resources / "app" / "dateline.svg")))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program = Program(app, resources, store)
    program.parts.mishaps.watch()
    crashes = _crash_file()
    if crashes is not None:
        faulthandler.enable(crashes)
    program.parts.log.note(f"start of Dateline {__version__}")
    program.window.painted.connect(partial(program.receive, address))
    program.open(paths)
    if store.settings.uses_gpu:
        prepare_window(program.window)
    program.window.show()
    status = app.exec()
    program.close()
    program.parts.log.note(f"end, status {status}")
    program.parts.mishaps.forget()
    return status


def _open_keeping() -> Keeping:
    # SQLite takes 20 ms to load: on the keeper's thread, after the window was painted.
    from editor.services.safe_keeping import SafeKeeping  # noqa: PLC0415

    return SafeKeeping(_data_folder())


def _open_index(site: Site) -> PostIndex:
    # The same: on the index's own thread.
    from editor.site.index.site_index import SiteIndex  # noqa: PLC0415

    kind = QStandardPaths.StandardLocation.GenericCacheLocation
    folder = QStandardPaths.writableLocation(kind)
    return SiteIndex(site, Path(folder) / "dateline" / "index" if folder else None)


def settings_file() -> Path:
    """Give the file that keeps what the person chose, in the system's place for such files."""
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(kind)) / "dateline" / "settings.json"


def _state_folder() -> Path:
    kind = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(kind)) / "dateline"


def _crash_file() -> int | None:
    """Open the file that says where in the program a crash happened: names of functions only."""
    try:
        _state_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        return os.open(_state_folder() / "crash.log", flags, 0o600)
    except OSError:
        return None


def _data_folder() -> Path:
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / "dateline"
