"""Show a post in the browser engine, changing only what changed."""

import json
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
from editor.ui.preview.kept_focus import KeptFocus
from editor.ui.preview.page import PreviewPage
from editor.ui.preview.page_loader import PageLoader
from editor.ui.preview.patch import difference, place_of
from editor.ui.preview.preview_view import PreviewView
from editor.ui.preview.profile import PreviewProfile
from editor.ui.preview.scheme import SiteSchemeHandler, register_scheme
from editor.ui.preview.shell import shell_html, theme_css
from editor.ui.theme import Theme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_RETRY_MS = 50
_MOST_RETRIES = 5
_GAVE_UP = "The full preview stopped several times, so a plain one is shown. Your text is safe."


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
        self._wanted: Rendering | None = None
        self._shown: Rendering | None = None
        self._line: int | None = None
        self._retries = 0
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._bring_up_to_date)
        # Qt deletes children in this order: the page (the view's) must go before the profile.
        self._web = QWebEngineView(self)
        self._profile = PreviewProfile(SiteSchemeHandler(resources, self._shell, self), self)
        self._page = PreviewPage(self._profile, self._web)
        self._library = (resources / "preview" / "page.js").read_text("utf-8")
        self._page.setBackgroundColor(QColor(theme.pane))
        self._page.link_activated.connect(self.link_activated)
        self._page.link_pointed_at.connect(self.link_pointed_at)
        self._loader = PageLoader(self._page, self._profile, allowance or RestartAllowance())
        self._loader.loaded.connect(self._on_loaded)
        self._loader.gave_up.connect(self._on_gave_up)
        self._web.setPage(self._page)
        self._web.setAcceptDrops(False)
        self._web.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._web.customContextMenuRequested.connect(self._show_menu)
        self.setFocusProxy(self._web)
        self._focus = KeptFocus(self, self._loader.is_loading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._web)

    @override
    def show_rendering(self, rendering: Rendering) -> None:
        self._wanted = rendering
        self._bring_up_to_date()

    @override
    def set_site_root(self, root: Path | None) -> None:
        self._loader.open(root)

    @override
    def set_theme(self, theme: Theme) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        self._page.setBackgroundColor(QColor(theme.pane))
        if self._loader.is_loaded():
            self._run(f"dateline.setTheme({json.dumps(theme_css(theme))})")

    @override
    def mark_block(self, line: int) -> None:
        if line == self._line:
            return
        self._line = line
        if self._shown is not None and self._loader.is_loaded() and self.isVisible():
            self._run(self._mark(self._shown, is_followed=True))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_up_to_date()

    def page(self) -> PreviewPage:
        """Give the page, for what only the engine knows (its process, its state)."""
        return self._page

    def _on_loaded(self) -> None:
        self._shown = None
        # Not as a QWebEngineScript: in a page whose process died a moment ago, the engine
        # (Qt 6.11) now and then forgets those.
        self._run(self._library)
        # The colours may have changed since the page was asked for.
        self._run(f"dateline.setTheme({json.dumps(theme_css(self._theme))})")
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        """Bring the page from what it shows to what is wanted; a hidden one waits."""
        wanted, shown = self._wanted, self._shown
        if wanted is None or wanted is shown:
            return
        if not self._loader.is_loaded() or not self.isVisible():
            return
        if shown is not None and shown.page and not wanted.page:
            # The site's page took the place of ours: begin with an empty one again.
            self._shown = None
            self._loader.begin_again()
            return
        self._shown = wanted
        is_same_post = shown is not None and shown.path == wanted.path
        is_same_page = shown is not None and shown.page == wanted.page and bool(wanted.blocks)
        if wanted.page and not (is_same_page and shown is not None and shown.blocks):
            self._show_page(wanted, is_same_post=is_same_post)
            return
        change = difference(shown.blocks if shown is not None else (), wanted.blocks)
        html = json.dumps([block.html for block in change.blocks])
        described = f"{json.dumps(wanted.language)}, {json.dumps(wanted.direction)}"
        steps = [
            # A theme says itself in which language and direction it is.
            "" if wanted.page else f"dateline.describe({described})",
            f"dateline.patch({change.first}, {change.removed}, {html})",
            self._mark(wanted, is_followed=is_same_post and not change.is_empty()),
            "location.host",
        ]
        if shown is None:
            steps.insert(0, "dateline.clear()")
        if not is_same_post:
            steps.insert(-1, "dateline.toTop()")
        self._page.runJavaScript(";".join(steps), _WORLD, partial(self._on_patched, wanted))

    def _show_page(self, wanted: Rendering, *, is_same_post: bool) -> None:
        """Show a whole page in the theme of the site."""
        html = json.dumps([block.html for block in wanted.blocks])
        steps = [f"dateline.page({json.dumps(wanted.page)}, {html})"]
        steps.append(self._mark(wanted, is_followed=is_same_post))
        if not is_same_post:
            steps.append("dateline.toTop()")
        steps.append("location.host")
        self._page.runJavaScript(";".join(steps), _WORLD, partial(self._on_patched, wanted))

    def _on_patched(self, rendering: Rendering, host: object) -> None:
        """Believe only a page that says its own name: a dying one answers nothing."""
        if host == self._loader.host:
            self._retries = 0
            self.shown.emit(rendering.revision)
        elif rendering is self._shown:
            self._shown = None
            self._retries += 1
            if self._retries <= _MOST_RETRIES:
                self._retry.start()
            else:
                self._retries = 0
                self._loader.load_again()

    def _mark(self, rendering: Rendering, *, is_followed: bool) -> str:
        line = self._line
        if rendering.page and not rendering.blocks:
            # The page counts the lines of the text from 1.
            return (
                f"dateline.markLine({-1 if line is None else line + 1}, {json.dumps(is_followed)})"
            )
        place = place_of(rendering.blocks, line) if line is not None else None
        if place is None:
            return "dateline.mark(-1, -1, 0, 0, false)"
        place_in_text = f"{place.index}, {line}, {place.inner}, {place.part}"
        return f"dateline.mark({place_in_text}, {json.dumps(is_followed)})"

    def _run(self, code: str) -> None:
        self._page.runJavaScript(code, _WORLD)

    def _shell(self) -> bytes:
        return shell_html(self._theme)

    def _on_gave_up(self) -> None:
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
