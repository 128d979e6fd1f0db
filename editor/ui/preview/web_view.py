"""Show a post in the browser engine, changing only what changed."""

import json
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from editor.render.request import Rendering
from editor.services.restarts import RestartAllowance
from editor.ui.preview.page import PreviewPage
from editor.ui.preview.patch import Patch, difference, place_of
from editor.ui.preview.policy import new_host
from editor.ui.preview.preview_view import PreviewView
from editor.ui.preview.profile import PreviewProfile
from editor.ui.preview.scheme import SiteSchemeHandler, register_scheme
from editor.ui.preview.shell import shell_html, theme_css
from editor.ui.theme import Theme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_RETRY_MS = 50
_GAVE_UP = "The full preview stopped several times, so a plain one is shown. Your text is safe."
_Termination = QWebEnginePage.RenderProcessTerminationStatus


class _Load(Enum):
    """Say how far the loading of the empty page is."""

    NONE = "none"
    RUNNING = "running"
    OVERTAKEN = "overtaken"
    DONE = "done"


_UNDER_WAY = frozenset({_Load.RUNNING, _Load.OVERTAKEN})


class WebView(PreviewView):
    """Hold the one page of the preview, loaded once a site, and patch posts into it."""

    def __init__(
        self,
        resources: Path,
        theme: Theme,
        allowance: RestartAllowance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the view; `resources` is the folder of Dateline's own styles and fonts."""
        super().__init__(parent)
        register_scheme()
        self._theme = theme
        self._allowance = allowance or RestartAllowance()
        self._site_root: Path | None = None
        self._wanted: Rendering | None = None
        self._shown: Rendering | None = None
        self._line: int | None = None
        self._load = _Load.NONE
        self._host = ""
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._bring_up_to_date)
        # Qt deletes children in this order: the page (the view's) must go before the profile.
        self._web = QWebEngineView(self)
        self._profile = PreviewProfile(SiteSchemeHandler(resources, self._shell, self), self)
        self._page = PreviewPage(self._profile, self._web)
        self._page.scripts().insert(_script(resources / "preview" / "page.js"))
        self._page.setBackgroundColor(QColor(theme.pane))
        self._page.loadFinished.connect(self._on_load_finished)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self._page.link_activated.connect(self.link_activated)
        self._page.link_pointed_at.connect(self.link_pointed_at)
        self._web.setPage(self._page)
        self._web.setAcceptDrops(False)
        self._web.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._web.customContextMenuRequested.connect(self._show_menu)
        self.setFocusProxy(self._web)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._web)

    @override
    def show_rendering(self, rendering: Rendering) -> None:
        self._wanted = rendering
        self._bring_up_to_date()

    @override
    def set_site_root(self, root: Path | None) -> None:
        if root != self._site_root or self._load is _Load.NONE:
            self._site_root = root
            self._open()

    @override
    def set_theme(self, theme: Theme) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        self._page.setBackgroundColor(QColor(theme.pane))
        if self._load is _Load.DONE:
            self._run(f"dateline.setTheme({json.dumps(theme_css(theme))})")

    @override
    def mark_block(self, line: int) -> None:
        if line == self._line:
            return
        self._line = line
        if self._shown is not None and self._load is _Load.DONE and self.isVisible():
            self._run(self._mark(self._shown, is_followed=True))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_up_to_date()

    def page(self) -> PreviewPage:
        """Give the page, for what only the engine knows (its process, its state)."""
        return self._page

    def _open(self) -> None:
        """Load the empty page under a new host: nothing of another site stays in memory.

        One load at a time: when a second one overtakes the first, the engine (6.11) often goes
        on painting the page that it has dropped.
        """
        self._shown = None
        if self._load in _UNDER_WAY:
            self._load = _Load.OVERTAKEN
            return
        self._load = _Load.RUNNING
        self._host = new_host()
        self._profile.serve(self._host, self._site_root)
        self._page.open(self._host)

    def _on_load_finished(self, is_loaded: bool) -> None:  # noqa: FBT001  # Qt's signal
        if self._load not in _UNDER_WAY:
            # The end of a navigation that the page refused.
            return
        is_overtaken = self._load is _Load.OVERTAKEN
        self._load = _Load.DONE if is_loaded else _Load.NONE
        if is_overtaken:
            self._open()
        else:
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        wanted, shown = self._wanted, self._shown
        if (
            wanted is None
            or wanted is shown
            or self._load is not _Load.DONE
            or not self.isVisible()
        ):
            return
        self._shown = wanted
        is_same_post = shown is not None and shown.path == wanted.path
        change = difference(shown.blocks if shown is not None else (), wanted.blocks)
        steps = [
            f"dateline.describe({json.dumps(wanted.language)}, {json.dumps(wanted.direction)})",
            f"dateline.patch({_arguments(change)})",
            self._mark(wanted, is_followed=is_same_post and not change.is_empty()),
        ]
        if not is_same_post:
            steps.append("dateline.toTop()")
        steps.append("location.host")
        self._page.runJavaScript(";".join(steps), _WORLD, partial(self._on_patched, wanted))

    def _on_patched(self, rendering: Rendering, host: object) -> None:
        if host == self._host:
            self.shown.emit(rendering.revision)
        elif rendering is self._shown:
            # The code met a page that is going or gone: its process died, or a load began.
            self._shown = None
            self._retry.start()

    def _mark(self, rendering: Rendering, *, is_followed: bool) -> str:
        place = place_of(rendering.blocks, self._line) if self._line is not None else None
        if place is None:
            return "dateline.mark(-1, 0, false)"
        return f"dateline.mark({place.index}, {place.part}, {json.dumps(is_followed)})"

    def _run(self, code: str) -> None:
        self._page.runJavaScript(code, _WORLD)

    def _shell(self) -> bytes:
        return shell_html(self._theme)

    def _on_terminated(self, status: _Termination, _code: int) -> None:
        if status == _Termination.NormalTerminationStatus:
            return
        self._load = _Load.NONE
        if self._allowance.take():
            # Not from within the engine's own report of the death.
            QTimer.singleShot(0, self, self._open)
        else:
            self.gave_up.emit(_GAVE_UP)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = [QWebEnginePage.WebAction.Copy, QWebEnginePage.WebAction.SelectAll]
        request = self._web.lastContextMenuRequest()
        if request.linkUrl().isValid():
            actions.insert(1, QWebEnginePage.WebAction.CopyLinkToClipboard)
        menu.addActions([self._page.action(action) for action in actions])
        menu.popup(self._web.mapToGlobal(position))


def _arguments(change: Patch) -> str:
    html = json.dumps([block.html for block in change.blocks])
    return f"{change.first}, {change.removed}, {html}"


def _script(path: Path) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("dateline")
    script.setSourceCode(path.read_text("utf-8"))
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setWorldId(_WORLD)
    script.setRunsOnSubFrames(False)
    return script
