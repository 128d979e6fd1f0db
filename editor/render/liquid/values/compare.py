"""Compare and sort values as Ruby does."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from editor.post.field_values import JekyllTime
from editor.render.liquid.errors import LiquidError, Reason
from editor.render.liquid.limits import Budget
from editor.render.liquid.values.kinds import Drop, EmptyLiteral, Range
from editor.render.liquid.values.text import class_name, inspected

# Ruby's messages print a whole number that fits a machine word, and only call others by kind.
_FIRST_LARGE_INT: Final = 1 << 62


def is_true(value: object) -> bool:
    """Say whether a condition holds: only nil and false do not, so "" and 0 do."""
    return value is not None and value is not False


def is_empty(value: object) -> bool | None:
    """Answer Ruby's `empty?`; None where a value of this kind cannot be asked."""
    return not value if isinstance(value, str | list | dict) else None


def equal(left: object, right: object, budget: Budget) -> bool | None:
    """Answer ``left == right`` as a condition of Liquid 4 does.

    Beside `empty` the other side is asked whether it is empty, and None is the answer of one
    that cannot be; nothing in Jekyll can be asked whether it is `blank`.
    """
    for literal, other in ((left, right), (right, left)):
        if isinstance(literal, EmptyLiteral):
            return is_empty(other) if literal.word == "empty" else None
    return same(left, right, budget)


def same(left: object, right: object, budget: Budget) -> bool:
    """Answer Ruby's ``==``: 1 and 1.0 are equal, 1 and true or "1" are not."""
    budget.step(1 + _weight(left))
    if left is right:
        return True
    if isinstance(left, list) and isinstance(right, list):
        pairs = zip(left, right, strict=False)
        return len(left) == len(right) and all(same(one, other, budget) for one, other in pairs)
    if isinstance(left, dict) and isinstance(right, dict):
        keys = left if left.keys() == right.keys() else None
        return keys is not None and all(same(left[key], right[key], budget) for key in keys)
    if _kind(left) != _kind(right) or isinstance(left, Drop):
        return False
    return _moment(left) == _moment(right)


def _weight(value: object) -> int:
    """Return how many steps a long text is worth."""
    return len(value) >> 12 if isinstance(value, str) else 0


def _kind(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number"
    return class_name(value)


def _moment(value: object) -> object:
    return value.instant if isinstance(value, JekyllTime) else value


def spaceship(left: object, right: object, budget: Budget) -> int | None:
    """Answer Ruby's ``<=>`` with -1, 0 or 1; None where the two cannot be compared."""
    budget.step(1 + _weight(left))
    if isinstance(left, list) and isinstance(right, list):
        return _first_difference(left, right, budget)
    if isinstance(left, Drop) and isinstance(right, Drop):
        one, other = left.order(), right.order()
        if one is None or other is None:
            return None
        return _first_difference(list(one), list(other), budget)
    if _kind(left) != _kind(right):
        return None
    if isinstance(left, str | int | float | date | JekyllTime) and not isinstance(left, bool):
        return _order(_moment(left), _moment(right))
    return 0 if same(left, right, budget) else None


def _order(left: Any, right: Any) -> int:  # noqa: ANN401 - two values of one kind that has an order
    return int(left > right) - int(left < right)


def _first_difference(left: list[object], right: list[object], budget: Budget) -> int | None:
    for one, other in zip(left, right, strict=False):
        order = spaceship(one, other, budget)
        if order != 0:
            return order
    return (len(left) > len(right)) - (len(left) < len(right))


def not_comparable(left: object, right: object, budget: Budget) -> LiquidError:
    """Return Ruby's complaint that two values have no order."""
    special = right is None or isinstance(right, bool | float)
    if isinstance(right, int):
        special = special or abs(right) < _FIRST_LARGE_INT
    shown = inspected(right, budget) if special else class_name(right)
    sentence = f"comparison of {class_name(left)} with {shown} failed"
    return LiquidError(Reason.COMPARISON, sentence)


def is_less(left: object, right: object, budget: Budget) -> bool | None:
    """Answer ``left < right``; None where either kind has no order, such as nil.

    Raises LiquidError for two kinds that have an order each, but none together.
    """
    if not (_has_order(left) and _has_order(right)):
        return None
    order = spaceship(left, right, budget)
    if order is None:
        raise not_comparable(left, right, budget)
    return order < 0


def _has_order(value: object) -> bool:
    return isinstance(value, str | int | float | date | JekyllTime) and not isinstance(value, bool)


def sort(values: Iterable[object], budget: Budget) -> list[object]:
    """Return `values` in Ruby's own order; raises LiquidError where two have none."""

    def order(left: object, right: object) -> int:
        answer = spaceship(left, right, budget)
        if answer is None:
            raise not_comparable(left, right, budget)
        return answer

    return sort_by(values, order)


def sort_by(values: Iterable[object], order: Callable[[object, object], int]) -> list[object]:
    """Return `values` sorted by `order`, which answers as ``<=>`` does; equals stay in order.

    Halves are sorted and merged as in the C library that Ruby sorts with: an order that
    contradicts itself, as Liquid's for two nils does, then gives the same result.
    """
    members = list(values)
    if len(members) < 2:  # noqa: PLR2004 - one alone is in order
        return members
    half = len(members) // 2
    left, right = sort_by(members[:half], order), sort_by(members[half:], order)
    merged: list[object] = []
    one = other = 0
    while one < len(left) and other < len(right):
        if order(left[one], right[other]) > 0:
            merged.append(right[other])
            other += 1
        else:
            merged.append(left[one])
            one += 1
    return merged + left[one:] + right[other:]


def identity(value: object) -> object:
    """Return a key that is equal for values that Ruby's `uniq` takes for one: 1 is not 1.0."""
    if isinstance(value, list):
        return ("list", *map(identity, value))
    if isinstance(value, dict):
        return ("hash", frozenset((identity(key), identity(value[key])) for key in value))
    if isinstance(value, Drop):
        return ("drop", id(value))
    if isinstance(value, Range):
        return value
    moment = _moment(value)
    return (type(moment).__name__, moment)


def is_number(value: object) -> bool:
    """Say whether `value` is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
