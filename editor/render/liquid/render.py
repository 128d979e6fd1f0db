"""Render the Liquid of one post or layout: text in, text and problems out."""

from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.drops import DropShop, SiteDrop, page_fields, shown
from editor.render.liquid.errors import LimitReachedError
from editor.render.liquid.filters.all_filters import all_filters
from editor.render.liquid.models import is_document
from editor.render.liquid.output import Output
from editor.render.liquid.problems import LiquidProblem, Severity
from editor.render.liquid.setup import LiquidSetup
from editor.render.liquid.tags.all_tags import all_tags
from editor.render.liquid.templates import Template, Templates

_JEKYLL_VERSION = "4.3.4"


@dataclass(frozen=True, slots=True)
class LiquidResult:
    """Hold what a template gave.

    Attributes:
        text: The rendered text. Where Jekyll would stop, the rest is there all the same, and a
            tag that cannot be read stands in it as it was written.
        problems: What is wrong, in the order in which Jekyll would come to it.
        lines: For each line of `text`, the line of the template, 1-based, in which it begins. A
            line that an include, a loop or a value wrote belongs to the line of that tag.
    """

    text: str
    problems: tuple[LiquidProblem, ...]
    lines: tuple[int, ...]

    @property
    def stops_build(self) -> bool:
        """Say whether Jekyll would stop here and write no page at all."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


class LiquidRenderer:
    """Render templates, and keep what has been parsed for the next time.

    One is enough for a process; it holds nothing of any site.
    """

    def __init__(self) -> None:
        self._templates = Templates(all_filters(), all_tags)

    def render(self, source: str, setup: LiquidSetup) -> LiquidResult:
        """Return what `source` gives for the page and site in `setup`; never raises.

        Text without ``{{`` and ``{%`` is its own result, as in Jekyll.
        """
        if "{{" not in source and "{%" not in source:
            count = source.count("\n") + 1
            return LiquidResult(source, (), tuple(range(1, count + 1)))
        context = Context(setup, {})
        output = Output(context.budget)
        try:
            template = self._templates.parse(source, setup.strictness.error_mode)
            context.top.update(_names(setup))
            _report(template, context)
            template.body.render(context, output)
        except LimitReachedError as error:
            context.report(error)
        except RecursionError:
            context.report(LimitReachedError("Nesting too deep"))
        return LiquidResult(output.text(), tuple(context.problems), output.lines())


def render_body(
    source: str, setup: LiquidSetup, renderer: LiquidRenderer | None = None
) -> LiquidResult:
    """Return what the body `source` of a post gives; never raises.

    `renderer` keeps parsed templates between calls.
    """
    return (renderer or LiquidRenderer()).render(source, setup)


def _report(template: Template, context: Context) -> None:
    for warning in template.warnings:
        context.report(warning, Severity.WARNING)
    for error in template.errors:
        context.report(error)


def _names(setup: LiquidSetup) -> dict[str, object]:
    """Return what every template of Jekyll knows (Jekyll 4.3: `UnifiedPayloadDrop`)."""
    page = setup.page
    shop = DropShop(page if page is not None and is_document(page) else None)
    highlight = "\n" if setup.is_markdown else None
    names = {
        "site": SiteDrop(setup.site, shop),
        "page": _page(setup, shop),
        "layout": shown(setup.layout),
        "content": setup.content,
        "paginator": shown(setup.paginator),
        "jekyll": {"version": _JEKYLL_VERSION, "environment": setup.environment},
        "highlighter_prefix": highlight,
        "highlighter_suffix": highlight,
    }
    return names | {name: shown(value) for name, value in setup.extras.items()}


def _page(setup: LiquidSetup, shop: DropShop) -> object:
    page = setup.page
    if page is None:
        return None
    return shop.drop(page) if is_document(page) else page_fields(page)
