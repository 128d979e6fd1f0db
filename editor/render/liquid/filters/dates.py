"""Print dates (Liquid 4: `date`; Jekyll 4.3: `DateFilters`)."""

from datetime import datetime

from editor.render.liquid.context import Context
from editor.render.liquid.errors import JekyllError, Reason
from editor.render.liquid.filter_table import Filter, FilterTable, Function
from editor.render.liquid.values.strftime import strftime
from editor.render.liquid.values.text import inspected, printed
from editor.render.liquid.values.times import as_time, local_time

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _date(context: Context, value: object, pattern: object) -> object:
    form = printed(pattern, context.budget)
    when = as_time(value, context.setup.zone, context.setup.now) if form else None
    return value if when is None else strftime(when, form, context.budget)


def _site_time(context: Context, value: object) -> datetime:
    when = as_time(value, context.setup.zone, context.setup.now)
    if when is None:
        shown = inspected(value, context.budget)
        sentence = f"Invalid Date: '{shown}' is not a valid datetime."
        raise JekyllError(Reason.BAD_DATE, sentence)
    return local_time(when, context.setup.zone)


def _written_out(month: str) -> Function:
    """Return the filter that prints day, month and year, the month in the form `month`."""

    def apply(
        context: Context, value: object, kind: object = None, style: object = None
    ) -> object:
        if printed(value, context.budget) == "":
            return value
        when = _site_time(context, value)
        form = f"%d {month} %Y"
        if kind == "ordinal":
            day = f"{when.day}{_ordinal(when.day)}"
            form = f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y"
        return strftime(when, form, context.budget)

    return apply


def _ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else _ENDINGS.get(day % 10, "th")  # noqa: PLR2004 - 11th to 13th


def _in_form(form: str) -> Function:
    def apply(context: Context, value: object) -> object:
        if printed(value, context.budget) == "":
            return value
        when = _site_time(context, value)
        return strftime(when, form, context.budget)

    return apply


FILTERS: FilterTable = {
    "date": Filter(_date, 2, 2),
    "date_to_string": Filter(_written_out("%b"), 1, 3),
    "date_to_long_string": Filter(_written_out("%B"), 1, 3),
    "date_to_xmlschema": Filter(_in_form("%Y-%m-%dT%H:%M:%S%:z")),
    "date_to_rfc822": Filter(_in_form("%a, %d %b %Y %H:%M:%S %z")),
}
