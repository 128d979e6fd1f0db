"""Look into lists, and into what Liquid takes for one."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from editor.render.liquid.errors import JekyllError, LiquidError, Reason, no_method
from editor.render.liquid.limits import Budget
from editor.render.liquid.values.kinds import Drop, EmptyLiteral, Range
from editor.render.liquid.values.text import described


def flattened(members: Iterable[object], budget: Budget) -> list[object]:
    """Return `members` with those of inner lists in their places."""
    flat: list[object] = []
    for one in members:
        budget.step()
        if isinstance(one, list):
            flat += flattened(one, budget)
        else:
            flat.append(one)
    return flat


def members_for_filter(value: object, budget: Budget) -> list[object]:
    """Return what a filter of Liquid works through (Liquid 4: `InputIterator`).

    Inner lists are opened up, a hash is one member, a text is one, nil is none.
    """
    if isinstance(value, list):
        return flattened(value, budget)
    if isinstance(value, Range):
        return numbers_in(value, budget)
    if isinstance(value, Drop) and value.HAS_MEMBERS:
        return list(value.names())
    if isinstance(value, EmptyLiteral):
        return [""]
    if isinstance(value, datetime):
        return parts_of_time(value)
    return [] if value is None else [value]


def parts_of_time(when: datetime) -> list[object]:
    """Return what Ruby takes a time for where it wants a list: second, minute, and so on."""
    clock = [when.second, when.minute, when.hour, when.day, when.month, when.year]
    day = [when.isoweekday() % 7, when.timetuple().tm_yday]
    return [*clock, *day, bool(when.dst()), when.tzname()]


def members_for_loop(value: object, start: int, limit: int | None, budget: Budget) -> list[object]:
    """Return what a loop runs through: a hash gives pairs, a text itself, others nothing.

    The first `start` members are left out, and `limit` says how many of the rest there are at
    most. A text is not cut.
    """
    if isinstance(value, str):
        return [value] if value else []
    stop = None if limit is None else max(start + limit, 0)
    return _members_in_turn(value, budget)[max(start, 0) : stop]


def _members_in_turn(value: object, budget: Budget) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, Range):
        return numbers_in(value, budget)
    if isinstance(value, Mapping):
        return [[key, member] for key, member in value.items()]
    return list(value.names()) if isinstance(value, Drop) and value.HAS_MEMBERS else []


def selectable(value: object, budget: Budget) -> list[object] | None:
    """Return what the filters of Jekyll choose from; None for what they pass through.

    The values of a hash, the members of a list or a range.
    """
    if isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, list):
        return value
    if isinstance(value, Range):
        return numbers_in(value, budget)
    if isinstance(value, Drop) and value.HAS_MEMBERS:
        return [[key, value.get(key)] for key in value.names()]
    return None


def numbers_in(numbers: Range, budget: Budget) -> list[object]:
    """Return the numbers of a range as a list."""
    budget.step(numbers.size)
    budget.reserve(numbers.size)
    return list(numbers)


def can_be_asked(value: object) -> bool:
    """Say whether Ruby lets one write ``value[key]``."""
    return isinstance(value, Mapping | Drop | list | str | int) and not isinstance(value, bool)


def property_of(value: object, key: object) -> object:
    """Return ``value[key]`` as Ruby gives it to `map` and its like.

    Raises LiquidError for a list or a number, which have no named parts.
    """
    if isinstance(value, Mapping):
        return None if isinstance(key, list | dict) else value.get(key)
    if isinstance(value, Drop):
        return value.get(key)
    if isinstance(value, str) and isinstance(key, str):
        return key if key in value else None
    if isinstance(value, str | list) and isinstance(key, int | float):
        place = int(key)
        return value[place] if -len(value) <= place < len(value) else None
    raise LiquidError(Reason.BAD_VALUE, f"cannot select the property '{key or ''}'")


def path_of(value: object, path: str, budget: Budget) -> object:
    """Return the property `path` of `value`, with dots into inner ones, as Jekyll reads it.

    Raises JekyllError for a value that has no properties, such as nil.
    """
    if "." not in path:
        return _jekyll_property(value, path, budget)
    for key in path.split("."):
        value = property_of(value, key) if can_be_asked(value) else False
    return value


def _jekyll_property(value: object, key: str, budget: Budget) -> object:
    if isinstance(value, list | int) and not isinstance(value, bool):
        raise JekyllError(Reason.BAD_VALUE, "no implicit conversion of String into Integer")
    if not can_be_asked(value):
        raise no_method("[]", described(value, budget))
    return property_of(value, key)
