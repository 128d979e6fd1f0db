"""Give the open post as its site would publish it, the site's files read once and kept."""

import re
from dataclasses import dataclass
from pathlib import Path

from editor.render.liquid.problems import Severity
from editor.render.pages.build import BuildSettings
from editor.render.pages.page_renderer import NotAPage, PageRenderer
from editor.render.pages.rendered_page import PageProblem, RenderedPage
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.render.request import RenderRequest
from editor.site.folders import find_site
from editor.site.model import SiteModel

_LINES = re.compile(r' data-line="(\d{1,9})" data-last-line="(\d{1,9})"')
_SETTINGS = BuildSettings(environment="development", source_lines=True, seconds=1.0)


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """Hold a post as its site publishes it.

    Attributes:
        html: The body, or the whole page; its lines count from the first line of the body, from 1.
        level: How near it is to the published page, for the pane's corner.
        problems: Sentences about what is wrong, each with its place.
    """

    html: str
    level: str
    problems: tuple[str, ...]


class SitePages:
    """Keep the renderer of one site; another site, or a newer state of it, takes its place."""

    def __init__(self) -> None:
        self._state: tuple[str, int] | None = None
        self._renderer: PageRenderer | None = None
        self._sheets: dict[str, str | None] = {}

    def body(self, request: RenderRequest) -> PublishedPost | None:
        """Give the body with Liquid and Markdown done; None where Jekyll makes no page of it."""
        renderer = self._of(request)
        try:
            page = renderer.body(Path(request.place), request.source)
        except NotAPage:
            return None
        return _published(request, page, page.html)

    def page(self, request: RenderRequest) -> PublishedPost | None:
        """Give the whole page in the site's layouts; None where it has no page or no layout."""
        renderer = self._of(request)
        try:
            page = renderer.page(Path(request.place), request.source)
        except NotAPage:
            return None
        html = page.html
        length = sum(len(block.html) for block in page.blocks)
        if page.body_at == 0 and length == len(html):
            return None
        if page.body_at >= 0:
            end = page.body_at + length
            # Markdown that a layout renders has lines too, which are not those of the post.
            before, after = html[: page.body_at], html[end:]
            html = _LINES.sub("", before) + html[page.body_at : end] + _LINES.sub("", after)
        else:
            html = _LINES.sub("", html)
        return _published(request, page, html)

    def style_sheet(self, request: RenderRequest, url: str) -> str | None:
        """Give the style sheet that the site makes for an address; None where it makes none."""
        renderer = self._of(request)
        if url not in self._sheets:
            asset = renderer.asset(url)
            self._sheets[url] = asset.text if asset is not None else None
        return self._sheets[url]

    def _of(self, request: RenderRequest) -> PageRenderer:
        root = find_site(Path(request.place)) or Path(request.site_root or "")
        state = (str(root), request.site_version)
        if self._renderer is None or state != self._state:
            model = SiteModel.open(root, stand_ins=STAND_IN_THEMES)
            self._renderer = PageRenderer(model, _SETTINGS)
            self._state = state
            self._sheets.clear()
        return self._renderer


def _published(request: RenderRequest, page: RenderedPage, html: str) -> PublishedPost:
    above = request.source[: len(request.source) - len(request.body)].count("\n")
    shifted = _LINES.sub(lambda found: _moved(found, above), html)
    return PublishedPost(shifted, page.level, tuple(_said(each) for each in page.problems))


def _moved(found: re.Match[str], above: int) -> str:
    first, last = int(found[1]) - above, int(found[2]) - above
    return f' data-line="{first}" data-last-line="{last}"' if first > 0 else ""


def _said(problem: PageProblem) -> str:
    place = f"{problem.file}, line {problem.line}: " if problem.file else ""
    what = "" if problem.severity is not Severity.ERROR else " Jekyll stops there."
    return f"{place}{problem.sentence}{what}"
