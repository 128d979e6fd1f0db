"""Write pages as HTML: `dateline render [--site FOLDER] [--body] [--out FOLDER] FILE ...`."""

import os
from collections.abc import Sequence
from pathlib import Path

from editor.command_line.speech import complain, say
from editor.command_line.usage import CommandArguments, UsageError
from editor.post.errors import DatelineError
from editor.render.liquid.problems import Severity
from editor.render.pages.build import BuildSettings, without_limits
from editor.render.pages.page_renderer import PageRenderer
from editor.render.pages.rendered_page import PageProblem, RenderedPage
from editor.render.pages.stand_ins import STAND_IN_THEMES
from editor.site.atomic_write import write_atomically
from editor.site.file_identity import digest_of
from editor.site.folders import find_site
from editor.site.model import SiteModel
from editor.site.shown_names import visible
from editor.site.write_policy import CAREFUL


def render_files(arguments: Sequence[str]) -> None:
    """Write each file as the HTML that Jekyll would publish.

    Raises:
        DatelineError: at least one file could not be rendered.
    """
    reader = CommandArguments("render")
    reader.add_argument("--site", type=Path, metavar="FOLDER")
    reader.add_argument("--body", action="store_true")
    reader.add_argument("--out", type=Path, metavar="FOLDER")
    reader.add_argument("files", nargs="+", type=Path, metavar="FILE")
    asked = reader.parse_args(arguments)
    if asked.out is None and len(asked.files) > 1:
        raise UsageError("dateline render: several files need a folder to go to (--out FOLDER).")
    if asked.site is not None and not asked.site.is_dir():
        raise DatelineError(f"There is no folder “{asked.site}”.")
    sites: dict[Path, PageRenderer] = {}
    refused = 0
    for path in asked.files:
        try:
            page = _rendered(path, asked.site, sites, is_body=asked.body)
            _deliver(page, path, asked.out)
        except (DatelineError, OSError) as error:
            complain(f"{visible(str(path))}: {error}")
            refused += 1
    if refused:
        raise DatelineError(f"{refused} of {len(asked.files)} files could not be rendered.")


def _rendered(
    path: Path, folder: Path | None, sites: dict[Path, PageRenderer], *, is_body: bool
) -> RenderedPage:
    """Render one file with the renderer of its site, which is made for the first one."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept: their names are the site's
    if not absolute.is_file():
        raise DatelineError("There is no such file.")
    root = folder or find_site(path)
    if root is None:
        raise DatelineError("It lies in no Jekyll site. Name one with --site FOLDER.")
    if root not in sites:
        model = SiteModel.open(root, stand_ins=STAND_IN_THEMES)
        environment = os.environ.get("JEKYLL_ENV", "development")
        sites[root] = PageRenderer(model, without_limits(BuildSettings(environment)))
    renderer = sites[root]
    return renderer.body(absolute) if is_body else renderer.page(absolute)


def _deliver(page: RenderedPage, path: Path, out: Path | None) -> None:
    """Write a page, and say what is wrong with it."""
    for problem in page.problems:
        complain(_said(problem))
    for label in page.stubs:
        complain(f"{visible(str(path))}: stub: {label}")
    if out is None:
        say(page.html.removesuffix("\n"))
        return
    target = out / (page.file or f"{path.stem}.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    if not Path(os.path.realpath(target.parent)).is_relative_to(os.path.realpath(out)):
        raise DatelineError(f"Its address leads out of “{out}”.")
    expected = digest_of(target.read_bytes()) if target.exists() else None
    html = page.html.encode("utf-8", "replace")
    write_atomically(target, html, expected=expected, inside=out, policy=CAREFUL)


def _said(problem: PageProblem) -> str:
    """Put a problem into one line, as compilers do."""
    place = f"{problem.file}:{problem.line}: " if problem.file else ""
    detail = " ".join(problem.detail.split())
    kind = {Severity.ERROR: "error", Severity.LIMIT: "limit"}.get(problem.severity, "warning")
    return visible(f"{place}{kind}: {problem.sentence} {detail}".rstrip())
