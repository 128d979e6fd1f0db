"""Give any post, document or page of a site as Jekyll would publish it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from editor.post.dates import DateProblem
from editor.post.errors import DatelineError
from editor.render.liquid.problems import Severity
from editor.render.pages import redirects
from editor.render.pages.after_build import finished
from editor.render.pages.assets import Asset, Assets
from editor.render.pages.build import Build, BuildSettings
from editor.render.pages.layouts import in_layouts
from editor.render.pages.live_models import LiveDocument, LivePage
from editor.render.pages.made_pages import REDIRECTS
from editor.render.pages.page_problems import of_site
from editor.render.pages.rendered_page import MOST_PROBLEMS, Level, PageProblem, RenderedPage
from editor.site.documents import SiteDocument
from editor.site.model import SiteModel

_DEFAULTS: Final = BuildSettings()
_TOO_DEEP: Final = "This text is nested too deeply to be shown."


class NotAPage(DatelineError):
    """Say that a file is no post, document or page of its site."""


class PageRenderer:
    """Render pages of one site, keeping what has been read and parsed.

    A mistake in a post, a layout or a data file is a problem of the page, never an exception.
    """

    def __init__(self, model: SiteModel, settings: BuildSettings = _DEFAULTS) -> None:
        self._model = model
        self._build = Build(model, settings)
        self._assets = Assets(self._build)

    def page(self, path: Path, source: str | None = None) -> RenderedPage:
        """Give the whole page of a file in the site's layouts.

        Args:
            path: the file.
            source: its whole text where that is not what is on the disk.

        Raises:
            NotAPage: Jekyll makes no page of this file.
        """
        return self._rendered(path, source, is_whole=True)

    def body(self, path: Path, source: str | None = None) -> RenderedPage:
        """Give the body of a file as HTML, without a layout.

        Args:
            path: the file.
            source: its whole text where that is not what is on the disk.

        Raises:
            NotAPage: Jekyll makes no page of this file.
        """
        return self._rendered(path, source, is_whole=False)

    def forget_text(self) -> None:
        """Read the next post as if it were new: nothing of it is taken over from the last one."""
        self._build.converters.forget_text()

    def asset(self, url: str) -> Asset | None:
        """Give the style sheet, script or picture at an address; None where there is none.

        Args:
            url: the path of the address on the site, without `baseurl`.
        """
        return self._assets.find(url)

    def _rendered(self, path: Path, source: str | None, *, is_whole: bool) -> RenderedPage:
        notes: list[PageProblem] = []
        model = self._model
        if source is not None:
            try:
                model = model.with_source(path, source)
            except DateProblem as error:
                name = model.site.display_path(path)
                notes.append(PageProblem(str(error), "", name, 1, Severity.ERROR))
        found = model.find(path)
        if found is None:
            raise _not_a_page(path, notes)
        if isinstance(found, SiteDocument):
            shown = model.collections[found.collection]
            model = model if shown.place(found) is not None else model.with_document(found)
        build = self._build
        build.use(model)
        page = build.lively(found) if isinstance(found, SiteDocument) else LivePage(found)
        build.begin(page)
        build.problems += [*notes, *_of_document(found)]
        try:
            return self._result(page, is_whole=is_whole)
        except RecursionError:
            return RenderedPage("", Level.BODY, (PageProblem(_TOO_DEEP, severity=Severity.LIMIT),))

    def _result(self, page: LiveDocument | LivePage, *, is_whole: bool) -> RenderedPage:
        build = self._build
        body = build.body(page)
        html, level, body_at = body.html, Level.BODY, 0
        if isinstance(page, LiveDocument):
            page.body_html = html
        if is_whole:
            html = self._whole(page, body.html)
            level = Level.BODY if self._theme_is_missing(html, body.html) else Level.PAGE
            body_at = html.find(body.html) if body.html.strip() else -1
        inner = page.document if isinstance(page, LiveDocument) else page.page
        problems = tuple(dict.fromkeys((*build.problems, *self._site_problems())))
        return RenderedPage(
            html=html,
            base=level,
            problems=problems[:MOST_PROBLEMS],
            stubs=(*self._stand_ins(), *build.stubs.labels),
            blocks=body.blocks,
            body_at=body_at,
            url=inner.url,
            file=inner.address.file,
        )

    def _whole(self, page: LiveDocument | LivePage, body: str) -> str:
        """Put a body into its layouts, unless the page only sends its reader on."""
        build = self._build
        if REDIRECTS in build.plugins.gems:
            target = redirects.redirect_target(page.data.get("redirect_to"))
            if target is not None:
                return redirects.redirect_page(build, page, target)
        return finished(in_layouts(build, page, body, Path(page.name).suffix), build.plugins)

    def _theme_is_missing(self, html: str, body: str) -> bool:
        """Tell whether only the body shows because the theme is not on this machine."""
        settings = self._build.model.site.config.settings
        named = settings.get("theme") or settings.get("remote_theme")
        return html == body and bool(named) and self._build.model.theme is None

    def _stand_ins(self) -> Iterator[str]:
        theme = self._build.model.theme
        if theme is not None and theme.is_stand_in:
            yield theme.name

    def _site_problems(self) -> Iterator[PageProblem]:
        """Give the problems of the site that its pages share."""
        model = self._build.model
        if model.site.config.problem is not None:
            yield PageProblem(model.site.config.problem, "", "_config.yml")
        yield from of_site(model.problems)
        for sentence in model.data.problems:
            yield PageProblem(sentence, severity=Severity.ERROR)


def _of_document(found: object) -> Iterator[PageProblem]:
    """Give what is wrong with the front matter and the address of a document."""
    if not isinstance(found, SiteDocument):
        return
    if found.reading.broken is not None:
        sentence = f"Jekyll publishes this post without its front matter: {found.reading.broken}"
        yield PageProblem(sentence, "", found.relative_path)
    if found.problem:
        yield PageProblem(found.problem, "", found.relative_path, 1, Severity.ERROR)


def _not_a_page(path: Path, notes: list[PageProblem]) -> NotAPage:
    if notes:
        return NotAPage(notes[0].sentence)
    return NotAPage(f"Jekyll makes no page of “{path.name}”.")
