"""Put a body into its layouts, from the inner to the outer one.

Jekyll 4.3: `Renderer#place_in_layouts`.
"""

from collections.abc import Mapping
from dataclasses import replace

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.render.liquid.problems import Severity
from editor.render.pages.build import Build
from editor.render.pages.live_models import LiveDocument, LivePage
from editor.render.pages.rendered_page import PageProblem
from editor.site.layout_files import Layout
from editor.site.merging import laid_over

_NO_LAYOUT = frozenset({".scss", ".sass", ".coffee", ".yml", ".yaml"})


def in_layouts(build: Build, page: LiveDocument | LivePage, html: str, ending: str) -> str:
    """Give a body in all its layouts; one that is not there ends the way with a problem."""
    wanted = page.data.get("layout")
    if wanted == "none" or ending in _NO_LAYOUT:
        return html
    name = ruby_text(wanted if isinstance(wanted, str | bool | int | list) else None)
    layout = build.model.layouts.find(name)
    if layout is None and wanted is not None:
        build.problems.append(_missing(name, page, build))
    used: set[str] = set()
    data: Mapping[str, Value] = {}
    while layout is not None and layout.name not in used:
        used.add(layout.name)
        data = laid_over(layout.data, data)
        html = _placed(build, page, layout, data, html)
        outer = layout.data.get("layout")
        layout = build.model.layouts.find(outer) if isinstance(outer, str) else None
    return html


def _placed(
    build: Build,
    page: LiveDocument | LivePage,
    layout: Layout,
    data: Mapping[str, Value],
    content: str,
) -> str:
    if layout.problem is not None:
        sentence = f"Jekyll reads this layout without its front matter: {layout.problem}"
        build.problems.append(PageProblem(sentence, "", layout.shown_path))
    setup = replace(build.setup(page, data), content=content)
    return build.liquid(layout.text, layout.shown_path, setup).text


def _missing(name: str, page: LiveDocument | LivePage, build: Build) -> PageProblem:
    """Say that a layout is not there, and why that may be."""
    theme = build.model.site.config.settings.get("theme")
    remote = build.model.site.config.settings.get("remote_theme")
    if theme and build.model.theme is None:
        sentence = (
            f"The layout “{name}” is in the theme “{ruby_text(theme)}”, which is not on this"
            " machine."
        )
    elif remote:
        sentence = f"The layout “{name}” is in a theme that is fetched when the site is built."
    else:
        sentence = f"There is no layout “{name}”; Jekyll shows the text without one."
    detail = f"Layout '{name}' requested in {page.relative_path} does not exist."
    return PageProblem(sentence, detail, page.relative_path, 1, Severity.WARNING)
