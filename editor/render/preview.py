"""Turn a post into what the preview shows: the whole way from text to safe HTML."""

import re
import time
from dataclasses import replace
from functools import partial

from editor.post.line_ends import shown
from editor.render import blocks, liquid_source, page
from editor.render.links import SiteAddress
from editor.render.markdown_engine import MarkdownEngine, engine_for
from editor.render.page_sanitize import PageSanitizer
from editor.render.request import HEAD_LINE, Rendering, RenderRequest
from editor.render.sanitize import Sanitizer
from editor.render.site_pages import PublishedPost, SitePages
from editor.site.served_files import ServedFiles

_ALONE = "text alone"
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


class PreviewRenderer:
    """Render one post after another, keeping the engine and the site warm between them."""

    def __init__(self) -> None:
        self._settings: dict[str, object] | None = None
        self._engine: MarkdownEngine | None = None
        self._pages = SitePages()

    def render(self, request: RenderRequest) -> Rendering:
        """Give the post as safe HTML; raises what the Markdown engine raises."""
        started = time.perf_counter()
        rendering = None
        if request.site_root is not None and request.place:
            rendering = self._in_theme(request) if request.in_theme else None
            rendering = rendering or self._of_site(request)
        rendering = rendering or self._alone(request)
        return replace(
            rendering,
            language=page.language_of(request.front_matter),
            direction=page.direction_of(request.front_matter, request.title + request.body),
            seconds=time.perf_counter() - started,
        )

    def _in_theme(self, request: RenderRequest) -> Rendering | None:
        """Show the whole page as the site publishes it; None where it has no theme for it."""
        published = self._pages.page(request)
        if published is None:
            return None
        cleaner = PageSanitizer(
            _site_of(request), _files_of(request), partial(self._pages.style_sheet, request)
        )
        html = cleaner.clean_page(_readable(published.html))
        return Rendering(
            request.revision,
            request.path,
            (),
            problems=published.problems,
            page=html,
            level=published.level,
            is_published=True,
        )

    def _of_site(self, request: RenderRequest) -> Rendering | None:
        """Show the body as the site publishes it, in Dateline's own type."""
        published = self._pages.body(request)
        if published is None:
            return None
        return self._blocks(
            request,
            _readable(published.html),
            liquid_source.Protected("", {}),
            published,
        )

    def _alone(self, request: RenderRequest) -> Rendering:
        """Show a post that no site publishes: its Liquid stands as it was written."""
        body = _readable(request.body).replace("\r\n", "\n").replace("\r", "\n")
        protected = liquid_source.protect(body, _site_of(request))
        html = self._engine_for(request).convert(protected.text)
        return self._blocks(request, html, protected, PublishedPost("", _ALONE, ()))

    def _blocks(
        self,
        request: RenderRequest,
        html: str,
        protected: liquid_source.Protected,
        published: PublishedPost,
    ) -> Rendering:
        head = _readable(page.head_html(request))
        cleaner = Sanitizer(_site_of(request), protected.hidden, _files_of(request))
        pieces, lines = _located(cleaner.clean(head + html), protected, has_head=bool(head))
        revealed = [liquid_source.reveal(piece, protected.hidden) for piece in pieces]
        line_count = shown(request.body).count("\n") + 1
        return Rendering(
            request.revision,
            request.path,
            blocks.number(revealed, lines, line_count),
            problems=published.problems,
            level=published.level,
            is_published=bool(published.html),
        )

    def _engine_for(self, request: RenderRequest) -> MarkdownEngine:
        settings = dict(request.markdown)
        if self._engine is None or settings != self._settings:
            self._settings = settings
            self._engine = engine_for(settings)
        return self._engine


def _site_of(request: RenderRequest) -> SiteAddress:
    return SiteAddress(request.url.rstrip("/"), request.baseurl.rstrip("/"))


def _files_of(request: RenderRequest) -> ServedFiles | None:
    return ServedFiles(request.site_root) if request.site_root is not None else None


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
