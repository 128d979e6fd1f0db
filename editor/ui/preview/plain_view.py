"""Show a post plainly, with Qt's own text view, where there is no browser engine."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from editor.render import links
from editor.render.request import Rendering
from editor.site.served_files import ServedFiles
from editor.ui.preview.patch import place_of
from editor.ui.preview.preview_view import PreviewView
from editor.ui.theme import Theme

_MARGIN = 24
_WIDEST_IMAGE = 600
# Not drawings: Qt's own reader of those opens whatever files they name.
_PICTURES = frozenset(["image/png", "image/jpeg", "image/gif", "image/webp"])


class PlainView(PreviewView):
    """Show words, structure and the site's pictures; load nothing else, run nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rendering: Rendering | None = None
        self._browser = _SiteBrowser(self)
        self._browser.anchorClicked.connect(self._on_anchor_clicked)
        self._browser.highlighted.connect(self._on_highlighted)
        self.setFocusProxy(self._browser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._browser)
        self.set_theme(theme)

    @override
    def show_rendering(self, rendering: Rendering) -> None:
        is_same_post = self._rendering is not None and self._rendering.path == rendering.path
        self._rendering = rendering
        bar = self._browser.verticalScrollBar()
        place = bar.value() if is_same_post else 0
        direction = f'<div dir="{rendering.direction}">'
        self._browser.setHtml(f"{direction}{rendering.html}</div>")
        bar.setValue(place)
        self.shown.emit(rendering.revision)

    @override
    def set_site_root(self, root: Path | None) -> None:
        self._browser.files = ServedFiles(root) if root is not None else None

    @override
    def set_theme(self, theme: Theme) -> None:
        self._browser.document().setDefaultStyleSheet(
            f"body {{ color: {theme.ink}; }} a {{ color: {theme.accent}; }}"
            f"h1 {{ font-size: 22pt; }} .dl-byline, .dl-elsewhere, .dl-liquid, blockquote"
            f" {{ color: {theme.muted}; }} pre, code {{ background-color: {theme.code}; }}"
        )
        self._browser.setStyleSheet(
            f"QTextBrowser {{ background: {theme.pane}; color: {theme.ink};"
            ' font-family: "Source Serif 4", "DejaVu Serif", Georgia, serif; font-size: 17px; }'
        )
        if self._rendering is not None:
            self.show_rendering(self._rendering)

    @override
    def mark_block(self, line: int) -> None:
        """Keep roughly level with the text: this view cannot mark a block."""
        blocks = self._rendering.blocks if self._rendering is not None else ()
        place = place_of(blocks, line)
        bar = self._browser.verticalScrollBar()
        if place is not None:
            bar.setValue(int(bar.maximum() * (place.index + place.part) / len(blocks)))

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if address.startswith("#"):
            self._browser.scrollToAnchor(address[1:])
        else:
            self.link_activated.emit(links.meant(address))

    def _on_highlighted(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.link_pointed_at.emit(links.meant(address))


class _SiteBrowser(QTextBrowser):
    """Load pictures of the site, and nothing else, whatever the HTML asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.files: ServedFiles | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        path = QUrl(name).path(QUrl.ComponentFormattingOption.FullyEncoded)
        found = self.files.find(path) if self.files is not None else None
        is_asked_for = type == QTextDocument.ResourceType.ImageResource.value
        if not is_asked_for or found is None or found.media_type not in _PICTURES:
            return None
        image = QImage(str(found.path))
        return image.scaledToWidth(_WIDEST_IMAGE) if image.width() > _WIDEST_IMAGE else image
