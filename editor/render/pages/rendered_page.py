"""Hold a page as Jekyll would publish it, and what kept it from being quite that."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from editor.render.liquid.problems import Severity

MOST_PROBLEMS: Final = 100


class Level(Enum):
    """Say how much of the published page is shown; the value stands in the pane's corner."""

    PAGE = "page as published"
    BODY = "body as published"


@dataclass(frozen=True, slots=True)
class PageProblem:
    """Hold one thing that is wrong.

    Attributes:
        sentence: for a writer.
        detail: Jekyll's own words; empty where it has none.
        file: the file, relative to the site, or in the theme: `minima/_layouts/post.html`.
        line: the line of that file, from 1.
        severity: what it does to the site.
    """

    sentence: str
    detail: str = ""
    file: str = ""
    line: int = 1
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """Hold a block of the body and where it comes from.

    Attributes:
        html: its HTML; that of all blocks joined is the body.
        line: the first line of the file that it was written on, from 1; 0 for a block that stands
            on no line (the footnotes).
        last_line: the last one.
    """

    html: str
    line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """Hold a rendered page.

    Attributes:
        html: the page.
        base: how much of the published page it is, but for the stubs.
        problems: what is wrong, in the order in which Jekyll would come to it.
        stubs: the plugins whose tags and filters are shown as stubs, by file or gem.
        blocks: the blocks of the body with their lines.
        body_at: where the body begins in `html`; -1 where a layout changed or dropped it.
        url: the address of the page, without `baseurl`.
        file: the page's file in the finished site.
    """

    html: str
    base: Level
    problems: tuple[PageProblem, ...] = ()
    stubs: tuple[str, ...] = ()
    blocks: tuple[BodyBlock, ...] = ()
    body_at: int = -1
    url: str = ""
    file: str = ""

    @property
    def level(self) -> str:
        """What the pane's corner says: "page as published", or "stub: figure.rb"."""
        return f"stub: {', '.join(self.stubs)}" if self.stubs else self.base.value

    @property
    def stops_build(self) -> bool:
        """Whether Jekyll would stop here and write nothing."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
