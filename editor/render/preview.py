"""Turn a post into what the preview shows: the whole way from text to safe HTML."""

import re
import time

from editor.render import blocks, liquid_source, page
from editor.render.links import SiteAddress
from editor.render.markdown_engine import MarkdownEngine, engine_for
from editor.render.request import HEAD_LINE, Rendering, RenderRequest
from editor.render.sanitize import Sanitizer
from editor.site.served_files import ServedFiles

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


class PreviewRenderer:
    """Render one post after another, keeping the engine warm between them."""

    def __init__(self) -> None:
        self._settings: dict[str, object] | None = None
        self._engine: MarkdownEngine | None = None

    def render(self, request: RenderRequest) -> Rendering:
        """Give the post as blocks of safe HTML; raises what the Markdown engine raises."""
        started = time.perf_counter()
        site = SiteAddress(request.url.rstrip("/"), request.baseurl.rstrip("/"))
        body = _readable(request.body).replace("\r\n", "\n").replace("\r", "\n")
        protected = liquid_source.protect(body, site)
        head = _readable(page.head_html(request))
        html = head + self._engine_for(request).convert(protected.text)
        files = ServedFiles(request.site_root) if request.site_root is not None else None
        safe = Sanitizer(site, protected.hidden, files).clean(html)
        pieces, lines = _located(safe, protected, has_head=bool(head))
        shown = [liquid_source.reveal(piece, protected.hidden) for piece in pieces]
        return Rendering(
            revision=request.revision,
            path=request.path,
            blocks=blocks.number(shown, lines, body.count("\n") + 1),
            language=page.language_of(request.front_matter),
            direction=page.direction_of(request.front_matter, request.title + body),
            seconds=time.perf_counter() - started,
        )

    def _engine_for(self, request: RenderRequest) -> MarkdownEngine:
        settings = dict(request.markdown)
        if self._engine is None or settings != self._settings:
            self._settings = settings
            self._engine = engine_for(settings)
        return self._engine


def _readable(text: str) -> str:
    """Show bytes that were no UTF-8 (held as lone surrogates) as a browser does."""
    return text if text.isascii() else _LONE_SURROGATES.sub("\ufffd", text)


def _located(
    html: str, protected: liquid_source.Protected, *, has_head: bool
) -> tuple[list[str], list[int]]:
    parted = [blocks.placed(piece) for piece in blocks.top_level(html)]
    marked = [line for _, line in parted]
    if has_head:
        marked[0] = HEAD_LINE
    lines = [protected.source_line(line) for line in blocks.lines_of(marked)]
    return [piece for piece, _ in parted], lines
