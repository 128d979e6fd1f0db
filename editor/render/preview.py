"""Turn a post into what the preview shows: the whole way from text to safe HTML."""

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from editor.post.line_ends import shown
from editor.render import blocks, liquid_source, page
from editor.render.clean_blocks import BlockCleaner, Part
from editor.render.links import SiteAddress
from editor.render.liquid_source import Protected
from editor.render.markdown_engine import MarkdownEngine, engine_for
from editor.render.page_sanitize import PageSanitizer
from editor.render.request import BODY_PLACE, HEAD_LINE, Block, Rendering, RenderRequest
from editor.render.sanitize import Sanitizer, readable
from editor.render.site_pages import PublishedPost, SitePages
from editor.site.served_files import ServedFiles

_ALONE = "text alone"
_NOTHING_HIDDEN = Protected("", {})


class PreviewRenderer:
    """Render one post after another, keeping engine, site and fences warm between them."""

    def __init__(self) -> None:
        self._settings: dict[str, object] | None = None
        self._engine: MarkdownEngine | None = None
        self._pages = SitePages()
        self._key: tuple[object, ...] = ()
        self._cleaner = BlockCleaner(Sanitizer(SiteAddress(), {}))
        self._page_cleaner = PageSanitizer(SiteAddress(), None, lambda _address: None)

    def render(self, request: RenderRequest) -> Rendering:
        """Give the post as safe HTML; raises what the Markdown engine raises."""
        started = time.perf_counter()
        if request.afresh:
            self._forget()
        published = None
        if request.site_root is not None and request.place:
            published = self._pages.published(request)
        if published is None:
            rendering = self._alone(request)
        elif published.page:
            rendering = self._in_theme(request, published)
        else:
            rendering = self._of_site(request, published)
        return replace(
            rendering,
            language=page.language_of(request.front_matter),
            direction=page.direction_of(request.front_matter, request.title + request.body),
            seconds=time.perf_counter() - started,
        )

    def _forget(self) -> None:
        """Drop whatever was kept of earlier states of the post."""
        self._engine, self._key = None, ()
        self._pages.forget_text()

    def _in_theme(self, request: RenderRequest, published: PublishedPost) -> Rendering:
        """Show the page as the site publishes it."""
        if self._is_new(request, "theme"):
            style_sheet = partial(self._pages.style_sheet, request)
            files = _files_of(request)
            self._page_cleaner = PageSanitizer(_site_of(request), files, style_sheet)
            self._cleaner = BlockCleaner(self._page_cleaner)
        html = self._page_cleaner.clean_page(published.page)
        shown_blocks: tuple[Block, ...] = ()
        if BODY_PLACE in html:
            shown_blocks = self._blocks(request, published.parts, published.above)
        return Rendering(
            request.revision,
            request.path,
            shown_blocks,
            problems=published.problems,
            page=html,
            level=published.level,
            is_published=True,
        )

    def _of_site(self, request: RenderRequest, published: PublishedPost) -> Rendering:
        """Show the body as the site publishes it, in Dateline's own type."""
        self._fence(request, {})
        return Rendering(
            request.revision,
            request.path,
            self._blocks(request, [*_head(request), *published.parts], published.above),
            problems=published.problems,
            level=published.level,
            is_published=True,
        )

    def _alone(self, request: RenderRequest) -> Rendering:
        """Show a post that no site publishes: its Liquid stands as it was written."""
        body = readable(request.body).replace("\r\n", "\n").replace("\r", "\n")
        protected = liquid_source.protect(body, _site_of(request))
        self._fence(request, protected.hidden)
        rendered = self._engine_for(request).follow(protected.text)
        parts = [Part(block.html, block.line) for block in rendered.blocks]
        shown_blocks = self._blocks(request, [*_head(request), *parts], 0, protected)
        return Rendering(request.revision, request.path, shown_blocks, level=_ALONE)

    def _blocks(
        self,
        request: RenderRequest,
        parts: Sequence[Part],
        above: int,
        protected: Protected = _NOTHING_HIDDEN,
    ) -> tuple[Block, ...]:
        placed = self._cleaner.pieces(parts, above)
        marked = [None if piece.line is None else piece.line + by for piece, by in placed]
        if parts and parts[0].line == HEAD_LINE:
            marked[0] = HEAD_LINE
        lines = blocks.lines_of(marked)
        pieces = [piece for piece, _ in placed]
        if protected.hidden:
            lines = [protected.source_line(line) for line in lines]
            pieces = [
                blocks.Piece.of(liquid_source.reveal(piece.html, protected.hidden), piece.line)
                for piece in pieces
            ]
        return blocks.number(pieces, lines, shown(request.body).count("\n") + 1)

    def _fence(self, request: RenderRequest, hidden: dict[int, str]) -> None:
        """Keep what cleans the post in the reading style warm."""
        if self._is_new(request, *hidden.items()):
            sanitizer = Sanitizer(_site_of(request), hidden, _files_of(request))
            self._cleaner = BlockCleaner(sanitizer)

    def _is_new(self, request: RenderRequest, *more: object) -> bool:
        """Tell whether the fence was made for something else."""
        key = (
            request.place,
            request.site_root,
            request.site_version,
            request.url,
            request.baseurl,
            *more,
        )
        before, self._key = self._key, key
        return key != before

    def _engine_for(self, request: RenderRequest) -> MarkdownEngine:
        settings = dict(request.markdown)
        if self._engine is None or settings != self._settings:
            self._settings = settings
            self._engine = engine_for(settings)
        return self._engine


def _head(request: RenderRequest) -> list[Part]:
    """Give what stands above the text."""
    html = page.head_html(request)
    return [Part(html, HEAD_LINE)] if html else []


def _site_of(request: RenderRequest) -> SiteAddress:
    return SiteAddress(request.url.rstrip("/"), request.baseurl.rstrip("/"))


def _files_of(request: RenderRequest) -> ServedFiles | None:
    return ServedFiles(request.site_root) if request.site_root is not None else None
