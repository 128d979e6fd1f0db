"""Gather every filter that a template of a Jekyll site can use."""

from editor.render.liquid.context import Context
from editor.render.liquid.filter_table import Filter, FilterTable
from editor.render.liquid.filtered_value import MarkupReader
from editor.render.liquid.filters import (
    addresses,
    arithmetic,
    choosing,
    conversions,
    dates,
    lists,
    markup,
    text,
)


def all_filters() -> FilterTable:
    """Return the filters of Liquid 4 and of Jekyll 4.3 by name."""
    table: dict[str, Filter] = {}
    for part in (addresses, arithmetic, choosing, conversions, dates, lists, markup, text):
        table |= part.FILTERS
    table["group_by_exp"] = choosing.group_by_exp(_NamesByExpression(MarkupReader(table)))
    return table


class _NamesByExpression:
    """Evaluate the expression of `group_by_exp`, which may use filters itself."""

    def __init__(self, reader: MarkupReader) -> None:
        self._reader = reader

    def __call__(
        self, context: Context, variable: str, expression: str, members: list[object]
    ) -> list[object]:
        """Return the value of `expression` for each of `members`, called `variable` in it."""
        context.budget.step(len(expression))
        value, _ = self._reader.read(expression, context.setup.strictness.error_mode)
        names: list[object] = []
        with context.scope():
            for member in members:
                context.budget.step()
                context.set_local(variable, member)
                names.append(value.evaluate(context))
        return names
