"""Give the files that pages ask for: style sheets as they are built, all others where they lie."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from editor.render.pages.build import Build
from editor.render.pages.live_models import LivePage
from editor.render.pages.rendered_page import PageProblem
from editor.site.model import SiteModel

_SASS = frozenset({".scss", ".sass"})


@dataclass(frozen=True, slots=True)
class Asset:
    """Hold a file of the finished site.

    Attributes:
        text: what is in it, where it is built; None for one that is copied.
        path: the file that is copied, or that it is built from.
        problems: what is wrong with it.
    """

    text: str | None
    path: Path
    problems: tuple[PageProblem, ...] = ()


class Assets:
    """Find the files of one site by their addresses."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._model: SiteModel | None = None
        self._pages: dict[str, LivePage] = {}
        self._static: dict[str, Path] = {}

    def find(self, url: str) -> Asset | None:
        """Give the file at an address on the site, without `baseurl`; None where there is none.

        Args:
            url: the path of the address, percent-encoded or not.
        """
        if self._model is None:
            self._model = self._build.model
            self._pages = {page.url: LivePage(page) for page in self._model.pages}
            self._static = {unquote(file.url): file.path for file in self._model.static_files}
        page = self._pages.get(url) or self._pages.get(unquote(url))
        if page is not None:
            return self._built(page)
        path = self._static.get(unquote(url))
        return None if path is None else Asset(None, path)

    def _built(self, page: LivePage) -> Asset:
        build = self._build
        build.begin(page)
        text = build.body(page).html
        problems = list(build.problems)
        ending = Path(page.name).suffix.lower()
        if ending in _SASS:
            sheet = build.converters.sass.compiled(text, is_indented=ending == ".sass")
            text = sheet.css
            if sheet.problem is not None:
                problems.append(sheet.problem)
        return Asset(text, page.page.path, tuple(problems))
