"""Choose, group and order the members of a list by a property (Jekyll 4.3: `Filters`)."""

import re
from collections.abc import Callable, Iterator, Mapping

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, Reason, no_method
from editor.render.liquid.filter_table import Filter, FilterTable
from editor.render.liquid.syntax import conditions
from editor.render.liquid.values import compare
from editor.render.liquid.values.kinds import EmptyLiteral
from editor.render.liquid.values.lists import path_of, selectable
from editor.render.liquid.values.numbers import leading_float, leading_int
from editor.render.liquid.values.text import described, joined, printed

_INT_LIKE = re.compile(r"\s*-?\d+\s*", re.ASCII)
_FLOAT_LIKE = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*", re.ASCII)


def _item_property(context: Context, item: object, key: object) -> object:
    """Return a property of `item`; one that looks like a number is one."""
    context.budget.step()
    found = path_of(item, printed(key, context.budget), context.budget)
    if not isinstance(found, str):
        return found
    if _INT_LIKE.fullmatch(found):
        return leading_int(found)
    return leading_float(found) if _FLOAT_LIKE.fullmatch(found) else found


def _matches(context: Context, found: object, target: object) -> bool:
    """Say whether a property is `target`, by its text; a list is where one member is."""
    if target is None:
        return found is None
    wanted = printed(target, context.budget)
    if isinstance(target, EmptyLiteral):
        return found == "" or _joined(context, found) == ""
    if isinstance(found, str):
        return found == wanted
    return any(printed(part, context.budget) == wanted for part in _as_list(found))


def _as_list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        return [[key, part] for key, part in value.items()]
    return [] if value is None else [value]


def _joined(context: Context, value: object) -> str:
    return joined(_as_list(value), "", context.budget)


def _choice(
    context: Context, value: object, key: object, target: object
) -> Iterator[object] | None:
    """Return the members of `value` whose `key` is `target`, one by one; None to pass through."""
    members = selectable(value, context.budget)
    if members is None or not compare.is_true(key) or isinstance(target, list | dict):
        return None
    return (
        item for item in members if _matches(context, _item_property(context, item, key), target)
    )


def _where(context: Context, value: object, key: object, target: object) -> object:
    chosen = _choice(context, value, key, target)
    return value if chosen is None else list(chosen)


def _find(context: Context, value: object, key: object, target: object) -> object:
    chosen = _choice(context, value, key, target)
    return value if chosen is None else next(chosen, None)


def _choice_by(
    context: Context, value: object, variable: object, expression: object
) -> Iterator[object] | None:
    members = selectable(value, context.budget)
    if members is None:
        return None
    written = printed(expression, context.budget)
    context.budget.step(len(written))
    condition = conditions.parse_strictly(written)
    name = printed(variable, context.budget)

    def chosen() -> Iterator[object]:
        with context.scope():
            for item in members:
                context.budget.step()
                context.set_local(name, item)
                if condition.holds(context):
                    yield item

    return chosen()


def _where_exp(context: Context, value: object, variable: object, expression: object) -> object:
    chosen = _choice_by(context, value, variable, expression)
    return value if chosen is None else list(chosen)


def _find_exp(context: Context, value: object, variable: object, expression: object) -> object:
    chosen = _choice_by(context, value, variable, expression)
    return value if chosen is None else next(iter(list(chosen)[:1]), None)


def grouped(members: list[object], names: list[object]) -> list[object]:
    """Return `members` in groups by the name that each has, in the order of first appearance."""
    groups: dict[object, tuple[object, list[object]]] = {}
    for member, name in zip(members, names, strict=True):
        groups.setdefault(compare.identity(name), (name, []))[1].append(member)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.values()]


def _group_by(context: Context, value: object, key: object) -> object:
    members = _groupable(context, value)
    if members is None:
        return value
    names: list[object] = [
        printed(_item_property(context, member, key), context.budget) for member in members
    ]
    return grouped(members, names)


def _groupable(context: Context, value: object) -> list[object] | None:
    if isinstance(value, Mapping):
        return [[key, part] for key, part in value.items()]
    return selectable(value, context.budget)


def group_by_exp(
    names_of: Callable[[Context, str, str, list[object]], list[object]],
) -> Filter:
    """Return the filter `group_by_exp`; `names_of` evaluates its expression for each member."""

    def apply(context: Context, value: object, variable: object, expression: object) -> object:
        members = _groupable(context, value)
        if members is None:
            return value
        texts = [printed(part, context.budget) for part in (variable, expression)]
        return grouped(members, names_of(context, texts[0], texts[1], members))

    return Filter(apply, 3, 3)


def _sort(context: Context, value: object, key: object = None, nils: object = "first") -> object:
    if value is None:
        raise LiquidError(Reason.BAD_VALUE, "Cannot sort a null object.")
    if key is not None and nils not in {"first", "last"}:
        shown = printed(nils, context.budget)
        sentence = f"Invalid nils order: '{shown}' is not a valid nils order. "
        raise LiquidError(Reason.BAD_VALUE, f"{sentence}It must be 'first' or 'last'.")
    members = _groupable(context, value)
    if members is None:
        raise no_method("sort" if key is None else "map", described(value, context.budget))
    if key is None:
        return compare.sort(members, context.budget)
    pairs: list[object] = [[_item_property(context, member, key), member] for member in members]
    ordered = compare.sort_by(pairs, _by_first(context, nil=-1 if nils == "first" else 1))
    return [pair[1] for pair in ordered if isinstance(pair, list)]


def _by_first(context: Context, nil: int) -> Callable[[object, object], int]:
    def order(left: object, right: object) -> int:
        context.budget.step()
        one, other = (pair[0] if isinstance(pair, list) else pair for pair in (left, right))
        if (one is None) != (other is None):
            return nil if one is None else -nil
        answer = compare.spaceship(one, other, context.budget)
        if answer is not None:
            return answer
        texts = [printed(part, context.budget) for part in (one, other)]
        return (texts[0] > texts[1]) - (texts[0] < texts[1])

    return order


FILTERS: FilterTable = {
    "where": Filter(_where, 3, 3),
    "where_exp": Filter(_where_exp, 3, 3),
    "find": Filter(_find, 3, 3),
    "find_exp": Filter(_find_exp, 3, 3),
    "group_by": Filter(_group_by, 2, 2),
    "sort": Filter(_sort, 1, 3),
}
