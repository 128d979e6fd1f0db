"""Change text: case, ends, parts, replacements (Liquid 4: `StandardFilters`)."""

import re

from editor.post.file_names import lowercase
from editor.render.liquid.context import Context
from editor.render.liquid.filter_table import Filter, FilterTable, on_text
from editor.render.liquid.values import strings
from editor.render.liquid.values.numbers import whole_number
from editor.render.liquid.values.text import printed

_LINE_BREAK = re.compile(r"\r?\n")


def _append(context: Context, value: object, more: object) -> str:
    return printed(value, context.budget) + printed(more, context.budget)


def _prepend(context: Context, value: object, more: object) -> str:
    return printed(more, context.budget) + printed(value, context.budget)


def _replace(context: Context, value: object, old: object, new: object = "") -> str:
    return _replaced(context, value, old, new)


def _replace_first(context: Context, value: object, old: object, new: object = "") -> str:
    return _replaced(context, value, old, new, most=1)


def _remove(context: Context, value: object, old: object) -> str:
    return _replaced(context, value, old, "")


def _remove_first(context: Context, value: object, old: object) -> str:
    return _replaced(context, value, old, "", most=1)


def _replaced(context: Context, value: object, old: object, new: object, most: int = -1) -> str:
    text, sought, put = (printed(part, context.budget) for part in (value, old, new))
    count = text.count(sought) if most < 0 else most
    context.budget.reserve(len(text) + count * len(put))
    if not strings.names_parts(put):
        return text.replace(sought, put, most)
    context.budget.reserve(len(text) + count * (len(put) + len(text)))
    return re.sub(
        re.escape(sought),
        lambda found: strings.expanded(put, text, found.start(), found.end()),
        text,
        count=max(most, 0),
    )


def _slice(context: Context, value: object, offset: object, length: object = None) -> object:
    start = whole_number(offset)
    count = 1 if length is None or length is False else whole_number(length)
    whole = value if isinstance(value, list) else printed(value, context.budget)
    if start < 0:
        start += len(whole)
    if start < 0 or count < 0 or start > len(whole):
        return whole[:0]
    return whole[start : start + count]


def _truncate(
    context: Context, value: object, length: object = 50, ending: object = "..."
) -> object:
    if value is None:
        return None
    text, tail = printed(value, context.budget), printed(ending, context.budget)
    most = whole_number(length)
    return text[: max(most - len(tail), 0)] + tail if len(text) > most else text


def _truncatewords(
    context: Context, value: object, count: object = 15, ending: object = "..."
) -> object:
    if value is None:
        return None
    found = strings.words(printed(value, context.budget))
    last = max(whole_number(count) - 1, 0)
    if len(found) <= last:
        return value
    return " ".join(found[: last + 1]) + printed(ending, context.budget)


def _split(context: Context, value: object, pattern: object) -> list[str]:
    text = printed(value, context.budget)
    context.budget.step(len(text) // 16)
    return strings.split(text, printed(pattern, context.budget))


def _without_line_breaks(text: str) -> str:
    return _LINE_BREAK.sub("", text)


def _with_br(text: str) -> str:
    return text.replace("\n", "<br />\n")


FILTERS: FilterTable = {
    "downcase": on_text(lowercase),
    "upcase": on_text(str.upper),
    "capitalize": on_text(strings.capitalize),
    "strip": on_text(strings.strip),
    "lstrip": on_text(strings.strip_left),
    "rstrip": on_text(strings.strip_right),
    "strip_newlines": on_text(_without_line_breaks),
    "newline_to_br": on_text(_with_br),
    "normalize_whitespace": on_text(strings.squeeze_white),
    "append": Filter(_append, 2, 2),
    "prepend": Filter(_prepend, 2, 2),
    "replace": Filter(_replace, 2, 3),
    "replace_first": Filter(_replace_first, 2, 3),
    "remove": Filter(_remove, 2, 2),
    "remove_first": Filter(_remove_first, 2, 2),
    "slice": Filter(_slice, 2, 3),
    "truncate": Filter(_truncate, 1, 3),
    "truncatewords": Filter(_truncatewords, 1, 3),
    "split": Filter(_split, 2, 2),
}
