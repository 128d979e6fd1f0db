"""Give the open post as its site would publish it, the site's files read once and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.render.blocks import without_lines
from editor.render.clean_blocks import Part
from editor.render.liquid.problems import Severity
from editor.render.pages.build import BuildSettings
from editor.render.pages.page_renderer import NotAPage, PageRenderer
from editor.render.pages.rendered_page import PageProblem, RenderedPage
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.render.request import BODY_PLACE, RenderRequest
from editor.site.folders import find_site
from editor.site.model import SiteModel

_SETTINGS = BuildSettings(environment="development", source_lines=True, seconds=1.0)


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """Hold a post as its site publishes it.

    Attributes:
        parts: The body in pieces; their lines count in the file.
        above: The lines of the file above the body.
        page: The page in its layouts, with `BODY_PLACE` where the body stands; empty where there
            is none. One without that place has the body in it as a layout changed it.
        level: How near it is to the published page, for the pane's corner.
        problems: Sentences about what is wrong, each with its place.
    """

    parts: tuple[Part, ...]
    above: int = 0
    page: str = ""
    level: str = ""
    problems: tuple[str, ...] = ()


class SitePages:
    """Keep the renderer of one site; another site, or a newer state of it, takes its place."""

    def __init__(self) -> None:
        self._state: tuple[str, int] | None = None
        self._renderer: PageRenderer | None = None
        self._sheets: dict[str, str | None] = {}

    def published(self, request: RenderRequest) -> PublishedPost | None:
        """Give the post with Liquid and Markdown done; None where Jekyll makes no page of it."""
        renderer = self._of(request)
        place = Path(request.place)
        try:
            if request.in_theme:
                page = renderer.page(place, request.source)
            else:
                page = renderer.body(place, request.source)
        except NotAPage:
            return None
        return PublishedPost(
            tuple([Part(block.html, block.line) for block in page.blocks]),
            request.source[: len(request.source) - len(request.body)].count("\n"),
            _around(page) if request.in_theme else "",
            page.level,
            tuple(_said(page.problems)),
        )

    def forget_text(self) -> None:
        """Read the open post as if it were new."""
        if self._renderer is not None:
            self._renderer.forget_text()

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


def _around(page: RenderedPage) -> str:
    """Give what the layouts put round a body; nothing where they put nothing."""
    html, length = page.html, sum([len(block.html) for block in page.blocks])
    if page.body_at == 0 and length == len(html):
        return ""
    # Markdown that a layout renders has lines too, which are not those of the post.
    if page.body_at < 0:
        return without_lines(html)
    before, after = html[: page.body_at], html[page.body_at + length :]
    return f"{without_lines(before)}{BODY_PLACE}{without_lines(after)}"


def _said(problems: tuple[PageProblem, ...]) -> Iterator[str]:
    for problem in problems:
        place = f"{problem.file}, line {problem.line}: " if problem.file else ""
        what = "" if problem.severity is not Severity.ERROR else " Jekyll stops there."
        yield f"{place}{problem.sentence}{what}"
