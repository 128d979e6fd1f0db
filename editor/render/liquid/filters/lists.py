"""Work on lists: join, order, choose, add and take away (Liquid 4 and Jekyll 4.3)."""

from collections.abc import Callable

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, Reason, no_method
from editor.render.liquid.filter_table import Filter, FilterTable
from editor.render.liquid.syntax import expressions
from editor.render.liquid.values import compare
from editor.render.liquid.values.lists import (
    can_be_asked,
    flattened,
    members_for_filter,
    property_of,
)
from editor.render.liquid.values.numbers import whole_number
from editor.render.liquid.values.strings import ascii_folded
from editor.render.liquid.values.text import described, joined, printed


def _size(_: Context, value: object) -> int:
    return expressions.size(value)


def _first(_: Context, value: object) -> object:
    return expressions.first(value)


def _last(_: Context, value: object) -> object:
    return expressions.last(value)


def _join(context: Context, value: object, glue: object = " ") -> str:
    members = members_for_filter(value, context.budget)
    return joined(members, printed(glue, context.budget), context.budget)


def _map(context: Context, value: object, key: object) -> list[object]:
    members = members_for_filter(value, context.budget)
    return [
        property_of(member, key)
        if can_be_asked(member) and not isinstance(member, int)
        else _of_number(member, key)
        for member in members
    ]


def _of_number(member: object, key: object) -> object:
    return property_of(member, key) if type(member) is int else None


def _reverse(context: Context, value: object) -> list[object]:
    return members_for_filter(value, context.budget)[::-1]


def _concat(context: Context, value: object, more: object) -> list[object]:
    if not isinstance(more, list):
        raise LiquidError(Reason.BAD_VALUE, "concat filter requires an array argument")
    return members_for_filter(value, context.budget) + more


def _uniq(context: Context, value: object, key: object = None) -> list[object] | None:
    members = members_for_filter(value, context.budget)
    if key is not None and members and not can_be_asked(members[0]):
        return None
    if len(members) == 1:
        return members
    seen: dict[object, object] = {}
    for member in members:
        shown = member if key is None else property_of(member, key)
        seen.setdefault(compare.identity(shown), member)
    return list(seen.values())


def _compact(context: Context, value: object, key: object = None) -> list[object] | None:
    members = members_for_filter(value, context.budget)
    if key is None:
        return [member for member in members if member is not None]
    if members and not can_be_asked(members[0]):
        return None
    return [member for member in members if property_of(member, key) is not None]


def _sort_natural(context: Context, value: object, key: object = None) -> list[object] | None:
    members = members_for_filter(value, context.budget)
    if key is not None and not all(can_be_asked(member) for member in members):
        return None

    def order(left: object, right: object) -> int:
        context.budget.step()
        one, other = (part if key is None else property_of(part, key) for part in (left, right))
        if one is None or other is None:
            return 1 if one is None else -1
        texts = [ascii_folded(printed(part, context.budget)) for part in (one, other)]
        return (texts[0] > texts[1]) - (texts[0] < texts[1])

    return compare.sort_by(members, order)


def _changed(change: Callable[[list[object], object], None]) -> Filter:
    """Return a filter that changes a copy of a list, and passes everything else through."""

    def apply(_: Context, value: object, argument: object = 1) -> object:
        if not isinstance(value, list):
            return value
        copy = value.copy()
        change(copy, argument)
        return copy

    return Filter(apply, 1, 2)


def _pop(members: list[object], count: object) -> None:
    del members[len(members) - min(_count(count), len(members)) :]


def _shift(members: list[object], count: object) -> None:
    del members[: _count(count)]


def _push(context: Context, value: object, more: object) -> object:
    return _with(context, value, more, at_end=True)


def _unshift(context: Context, value: object, more: object) -> object:
    return _with(context, value, more, at_end=False)


def _with(context: Context, value: object, more: object, *, at_end: bool) -> object:
    if not isinstance(value, list):
        return value
    # A list that holds itself over and over is small, but would be endless to print.
    flattened([more], context.budget)
    return [*value, more] if at_end else [more, *value]


def _count(value: object) -> int:
    count = whole_number(value)
    if count < 0:
        raise LiquidError(Reason.BAD_VALUE, "negative array size")
    return count


def _sample(_: Context, value: object, count: object = 1) -> object:
    """Take from the front: a preview that chose anew at every key could not be read."""
    if not isinstance(value, list):
        return value
    try:
        wanted = _count(count)
    except LiquidError:
        wanted = 1
    if wanted == 1:
        return value[0] if value else None
    return value[:wanted]


def _sentence(context: Context, value: object, connector: object = "and") -> str:
    if isinstance(value, str) and len(value) > 2:  # noqa: PLR2004 - two letters make a sentence
        raise no_method("join", described(value[:-1], context.budget))
    if isinstance(value, str):
        value = list(value)
    elif isinstance(value, dict) and len(value) <= 2:  # noqa: PLR2004 - a hash has no nth member
        value = [value.get(number) for number in range(len(value))]
    if not isinstance(value, list):
        raise no_method("length", described(value, context.budget))
    texts = [printed(member, context.budget) for member in value]
    word = printed(connector, context.budget)
    if len(texts) < 2:  # noqa: PLR2004 - one alone needs no word
        return "".join(texts)
    if len(texts) == 2:  # noqa: PLR2004 - two need no comma
        return f"{texts[0]} {word} {texts[1]}"
    return f"{joined(value[:-1], ', ', context.budget)}, {word} {texts[-1]}"


FILTERS: FilterTable = {
    "size": Filter(_size),
    "first": Filter(_first),
    "last": Filter(_last),
    "join": Filter(_join, 1, 2),
    "map": Filter(_map, 2, 2),
    "reverse": Filter(_reverse),
    "concat": Filter(_concat, 2, 2),
    "uniq": Filter(_uniq, 1, 2),
    "compact": Filter(_compact, 1, 2),
    "sort_natural": Filter(_sort_natural, 1, 2),
    "pop": _changed(_pop),
    "shift": _changed(_shift),
    "push": Filter(_push, 2, 2),
    "unshift": Filter(_unshift, 2, 2),
    "sample": Filter(_sample, 1, 2),
    "array_to_sentence_string": Filter(_sentence, 1, 2),
}
