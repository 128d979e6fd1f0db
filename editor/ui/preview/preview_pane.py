"""The preview pane: the post as its readers will see it, in step with the text."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete
from typing_extensions import override

from editor.render.request import Rendering
from editor.ui.preview import switches
from editor.ui.preview.overlay import Overlay
from editor.ui.preview.plain_view import PlainView
from editor.ui.preview.preview_view import PreviewView
from editor.ui.theme import Theme

OpenView = Callable[[Theme, QWidget], PreviewView]
_OWN_TYPE = "The words, links and pictures of this post in Dateline’s own type"
_READING = (
    "Reading style",
    f"{_OWN_TYPE}, without the theme of the site. Click to see the page as it will be published.",
)
_ALONE = (
    "Reading style",
    f"{_OWN_TYPE}. What no site answers for stands as it was written.",
)
_IN_THEME = (
    "The page in the theme of its site, with scripts off and nothing loaded from elsewhere."
    " Click to read it in Dateline’s own type."
)
_PLAIN_LEVEL = "Plain"
_PLAIN_EXPLANATION = "The words, links and pictures of this post, without its styles."
_NO_ENGINE = "The full preview could not be loaded, so a plain one is shown."


class PreviewPane(QWidget):
    """Show renderings of the open post; say which links were clicked, follow none.

    Until `start` the pane is a calm empty ground; what it is told meanwhile is shown then.
    """

    link_activated = Signal(str)
    shown = Signal(int)
    look_asked = Signal()

    def __init__(self, open_view: OpenView, theme: Theme, parent: QWidget | None = None) -> None:
        """Take what makes the full view (it may raise ImportError) and the colours."""
        super().__init__(parent)
        self.setObjectName("preview_pane")
        self.setAccessibleName("Preview")
        self.setAutoFillBackground(True)
        self._open_view = open_view
        self._theme = theme
        self._view: PreviewView | None = None
        self._site_root: Path | None = None
        self._rendering: Rendering | None = None
        self._line: int | None = None
        self._status = ""
        self._why_plain = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._overlay = Overlay(self)
        self._overlay.level_button().clicked.connect(self.look_asked)
        self._paint(theme)

    def start(self) -> None:
        """Make the view; call once the window has been painted for the first time."""
        if self._view is not None:
            return
        objection = switches.objection(os.environ)
        if objection is None:
            try:
                self._use(self._open_view(self._theme, self))
                self._show_level()
            except ImportError:
                objection = _NO_ENGINE
        if objection is not None:
            self._use_plain_view(objection)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close_view)

    def close_view(self) -> None:
        """End the view now: its engine must be gone before the application is."""
        view, self._view = self._view, None
        if view is not None:
            delete(view)

    def show_rendering(self, rendering: Rendering) -> None:
        """Show a post; the reader's place is kept where it is the same post as before."""
        self._rendering = rendering
        if self._view is not None:
            self._view.show_rendering(rendering)
            self._show_level()

    def show_status(self, sentence: str) -> None:
        """Say what is wrong with the preview, for as long as it is; empty when all is well."""
        self._status = sentence
        self._overlay.set_notice(sentence or self._why_plain)

    def set_site_root(self, root: Path | None) -> None:
        """Take pictures from this site from now on."""
        self._site_root = root
        if self._view is not None:
            self._view.set_site_root(root)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        if theme == self._theme:
            return
        self._theme = theme
        self._paint(theme)
        if self._view is not None:
            self._view.set_theme(theme)

    def mark_block(self, line: int) -> None:
        """Mark the block of a line of the text (from 0), and bring it into sight."""
        self._line = line
        if self._view is not None:
            self._view.mark_block(line)

    def notice(self) -> str:
        """Give the sentence that stands over the preview; empty when all is well."""
        return self._overlay.notice()

    def level(self) -> str:
        """Give how near the preview is to the published page, as it stands in the corner."""
        return self._overlay.level()

    def view(self) -> PreviewView | None:
        """Give what shows the post now; None before `start`."""
        return self._view

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.arrange()

    def _use(self, view: PreviewView) -> None:
        old, self._view = self._view, view
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        view.link_activated.connect(self.link_activated)
        view.link_pointed_at.connect(self._overlay.set_address)
        view.shown.connect(self.shown)
        view.gave_up.connect(self._use_plain_view)
        self._layout.addWidget(view)
        self.setFocusProxy(view)
        view.set_site_root(self._site_root)
        if self._rendering is not None:
            view.show_rendering(self._rendering)
        if self._line is not None:
            view.mark_block(self._line)

    def _show_level(self) -> None:
        if isinstance(self._view, PlainView):
            self._overlay.set_level(_PLAIN_LEVEL, _PLAIN_EXPLANATION)
        elif self._rendering is not None and self._rendering.page:
            level = self._rendering.level
            self._overlay.set_level(level[:1].upper() + level[1:], _IN_THEME)
        elif self._rendering is not None and self._rendering.is_published:
            self._overlay.set_level(*_READING)
        else:
            self._overlay.set_level(*_ALONE)

    def _use_plain_view(self, why: str) -> None:
        self._why_plain = why
        self._use(PlainView(self._theme, self))
        self._show_level()
        self.show_status(self._status)

    def _paint(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.pane))
        self.setPalette(palette)
        self._overlay.set_theme(theme)
