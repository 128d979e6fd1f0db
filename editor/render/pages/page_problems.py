"""Turn what Liquid and the site say into problems of a page, with file and line."""

from collections.abc import Iterable, Iterator

from editor.render.liquid.errors import Reason
from editor.render.liquid.problems import LiquidProblem, Severity
from editor.render.pages.rendered_page import PageProblem
from editor.site.problems import SiteProblem


def of_liquid(
    problems: Iterable[LiquidProblem], file: str, first_line: int
) -> Iterator[PageProblem]:
    """Give problems of a template that begins at a line of a file.

    One inside an include names the include; its own file is found by the name alone.
    """
    for each in problems:
        is_ours = each.reason is Reason.NOT_SHOWN
        severity = Severity.WARNING if is_ours else each.severity
        where, line = file, first_line + each.line - 1
        if each.file is not None:
            where, line = f"_includes/{each.file}", each.file_line or 1
        yield PageProblem(each.sentence, each.message, where, line, severity)


def of_site(problems: Iterable[SiteProblem]) -> Iterator[PageProblem]:
    """Give problems of the site as those of a page."""
    for each in problems:
        severity = Severity.ERROR if each.stops_jekyll else Severity.WARNING
        yield PageProblem(each.sentence, "", each.file, each.line or 1, severity)
