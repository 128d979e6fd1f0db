"""Render the documents of a site as far as a page asks for them, in the order of a build."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from editor.render.liquid.drops import DropShop
from editor.render.liquid.include_files import IncludeFiles
from editor.render.liquid.limits import Limits
from editor.render.liquid.problems import Severity
from editor.render.liquid.render import LiquidResult
from editor.render.liquid.setup import LiquidSetup, Strictness
from editor.render.pages import pagination
from editor.render.pages.body_lines import on_file_lines
from editor.render.pages.data_drop import DataDrop
from editor.render.pages.live_models import ExcerptModel, LiveDocument, LivePage
from editor.render.pages.live_site import LiveSite
from editor.render.pages.made_pages import made_pages
from editor.render.pages.markdown import Converted, SiteConverters
from editor.render.pages.page_problems import of_liquid
from editor.render.pages.plugin_liquid import PluginLiquid
from editor.render.pages.rendered_page import PageProblem
from editor.render.pages.stub_tags import StubLog
from editor.render.pages.style_sheets import StyleSheets
from editor.site.documents import SiteDocument
from editor.site.model import SiteModel
from editor.site.pages import SitePage
from editor.site.plugins import plugins_of
from editor.site.post_text import PostText

_DEEPEST = 4
_TOO_LONG = PageProblem(
    "The preview stopped here: the page shows more posts in full than there was time for.",
    severity=Severity.LIMIT,
)


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Say how a site is built.

    Attributes:
        environment: what `jekyll.environment` says.
        source_lines: whether the blocks of a body carry their lines (`data-line`).
        limits: how much one template may use.
        seconds: how long the bodies and excerpts of other documents may take on one page.
    """

    environment: str = "development"
    source_lines: bool = False
    limits: Limits = field(default_factory=Limits)
    seconds: float = 10.0


class Build:
    """Build pages of one site (a `Stage` for its documents).

    Attributes:
        model: the site; `use` puts another state of it in its place.
        plugins: what is known of its plugins.
        stubs: the plugins that were asked for.
        converters: its converters.
        problems: what went wrong since the last `begin`.
    """

    def __init__(self, model: SiteModel, settings: BuildSettings) -> None:
        self.model = model
        self.settings = settings
        self.plugins = plugins_of(model.site, model.theme)
        self.stubs = StubLog()
        self.problems: list[PageProblem] = []
        site, theme = model.site, model.theme
        of_theme = None if theme is None else theme.folder("_includes")
        includes = [site.includes_dir, *([] if of_theme is None else [of_theme])]
        sheets = StyleSheets.of(site, theme)
        self.converters = SiteConverters.of(site, sheets, source_lines=settings.source_lines)
        self._plain = self.converters.for_liquid()
        self._includes = IncludeFiles(includes, site.config.encoding)
        self._liquid = PluginLiquid(self.plugins, self.stubs)
        self._data = DataDrop(model.data)
        self._live: dict[Path, LiveDocument] = {}
        self._site = self._shown(model)
        self._open: LiveDocument | LivePage | None = None
        self._current: LiveDocument | None = None
        self._depth = 0
        self._deadline = 0.0

    def use(self, model: SiteModel) -> None:
        """Go on with another state of the same site."""
        if model is not self.model:
            self.model = model
            self._site = self._shown(model)

    def begin(self, page: LiveDocument | LivePage) -> None:
        """Begin a page; after the documents, everything has been rendered."""
        self.problems = []
        self.stubs.clear()
        self._open = page
        self._current = page if isinstance(page, LiveDocument) else None
        self._deadline = time.monotonic() + self.settings.seconds
        if isinstance(page, LiveDocument):
            page.body_html = None

    def lively(self, document: SiteDocument) -> LiveDocument:
        """Give the one live form of a document."""
        known = self._live.get(document.path)
        if known is None or known.document is not document:
            known = self._live[document.path] = LiveDocument(document, self)
        return known

    def content(self, document: LiveDocument) -> str:
        """Give the body of a document: as HTML once it is rendered, as written before."""
        if document is self._current or not self._is_past(document):
            html = document.body_html if document is self._current else None
            return document.document.body if html is None else html
        if document.body_html is None and self._may_render():
            with self._inside(document):
                document.body_html = self.body(document).html
        return document.document.body if document.body_html is None else document.body_html

    def output(self, document: LiveDocument) -> str | None:
        """Give the page of a document without its layout; None before it is rendered."""
        if document is self._current or not self._is_past(document):
            return None
        return self.content(document)

    def excerpt(self, document: LiveDocument) -> str | None:
        """Give the excerpt that is cut out of the body, as HTML; None for none."""
        if document.excerpt_html is None:
            source = document.document.excerpt_source
            if source is None or not self._may_render():
                return source
            model = ExcerptModel(document.document, self, source)
            text = PostText(source, document.document.post_text.first_line)
            with self._inside(self._current):
                document.excerpt_html = self.converted(model, text).html
        return document.excerpt_html

    def neighbour(self, document: LiveDocument, step: int) -> LiveDocument | None:
        """Give the document before (-1) or after (1) another one."""
        model, inner = self.model, document.document
        found = model.previous(inner) if step < 0 else model.next(inner)
        return None if found is None else self.lively(found)

    def body(self, page: LiveDocument | LivePage) -> Converted:
        """Render a body: Liquid, then its converter."""
        text = page.document.post_text if isinstance(page, LiveDocument) else page.page.post_text
        return self.converted(page, text)

    def converted(self, page: LiveDocument | LivePage, text: PostText) -> Converted:
        """Render a text as the body of a page."""
        ending = Path(page.name).suffix
        body, lines = text.body, None
        if page.data.get("render_with_liquid") is not False:
            result = self.liquid(text, page.relative_path, self.setup(page))
            if result.text is not body:
                body, lines = result.text, result.lines
        is_open = page is self._open
        if lines is None:
            return self.converters.convert(body, ending, text.first_line, is_open=is_open)
        converted = self.converters.convert(body, ending, is_open=is_open)
        return on_file_lines(converted, lines, text.first_line, marked=self.settings.source_lines)

    def liquid(self, text: PostText, file: str, setup: LiquidSetup) -> LiquidResult:
        """Render the Liquid of a text that stands in a file."""
        result = self._liquid.render(text.body, setup)
        self.problems += of_liquid(result.problems, file, text.first_line)
        return result

    def setup(
        self, page: LiveDocument | LivePage, layout: Mapping[str, object] | None = None
    ) -> LiquidSetup:
        """Give what a template of a page can ask for."""
        config = self.model.site.config
        path = page.document.path if isinstance(page, LiveDocument) else page.page.path
        pager = None if isinstance(page, LiveDocument) else self._pager(page.page)
        if layout is None:
            first = self.model.layouts.find(str(page.data.get("layout") or ""))
            layout = None if first is None else first.data
        return LiquidSetup(
            site=self._site,
            page=page,
            zone=config.zone,
            now=self.model.time,
            read_include=self._includes,
            read_relative=IncludeFiles([path.parent], config.encoding),
            converters=self._plain,
            layout=layout,
            paginator=None if pager is None else pager.shown(self._listed_posts()),
            strictness=Strictness.of(config.settings),
            environment=self.settings.environment,
            is_markdown=self.converters.is_markdown(path.suffix),
            limits=self.settings.limits,
        )

    def _shown(self, model: SiteModel) -> LiveSite:
        """Give a site as templates see it."""
        made = partial(made_pages, model, self.plugins)
        return LiveSite(model, self.lively, self._data, made)

    def _pager(self, page: SitePage) -> pagination.Pager | None:
        paginates = pagination.PLUGIN in self.plugins.gems
        return pagination.pager_of(self.model, page) if paginates else None

    def _listed_posts(self) -> list[object]:
        """Give the posts that paginated pages list, as templates see them."""
        posts = [self.lively(post) for post in self.model.posts]
        shop = DropShop(None)
        return [shop.drop(post) for post in pagination.listed_posts(posts)]

    @contextmanager
    def _inside(self, document: LiveDocument | None) -> Iterator[None]:
        """Render another document in the middle of a page; its problems are not the page's."""
        before = self._current, self.problems
        self._current, self.problems = document, []
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self._current, self.problems = before

    def _may_render(self) -> bool:
        if self._depth >= _DEEPEST:
            return False
        if time.monotonic() < self._deadline:
            return True
        if _TOO_LONG not in self.problems:
            self.problems.append(_TOO_LONG)
        return False

    def _is_past(self, document: LiveDocument) -> bool:
        """Tell whether a document is rendered before the current one."""
        if self._current is None:
            return True
        labels = list(self.model.collections)
        place, now = self._place(document, labels), self._place(self._current, labels)
        return place < now

    def _place(self, document: LiveDocument, labels: list[str]) -> tuple[int, int]:
        collection = self.model.collections[document.collection]
        return labels.index(document.collection), collection.place(document.document) or 0


def without_limits(settings: BuildSettings) -> BuildSettings:
    """Give settings for a build that nobody waits for."""
    limits = replace(settings.limits, steps=settings.limits.steps * 20)
    return replace(settings, limits=limits, seconds=600.0)
