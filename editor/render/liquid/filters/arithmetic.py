"""Count: whole numbers stay whole, others are decimals as in Ruby (Liquid 4)."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

from editor.post.field_values import JekyllTime
from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, Reason, no_method
from editor.render.liquid.filter_table import Filter, FilterTable
from editor.render.liquid.values.numbers import (
    EXACT,
    Number,
    leading_int,
    number,
    plain_number,
)
from editor.render.liquid.values.text import described

_MOST_PLACES: Final = 4_000


def _operation(work: Callable[[Number, Number], Number]) -> Filter:
    def apply(context: Context, value: object, other: object) -> int | float:
        left, right = number(value), number(other)
        for part in (left, right):
            if isinstance(part, int):
                context.budget.check_number(part)
        return plain_number(work(left, right))

    return Filter(apply, 2, 2)


def _sum(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int):
        return left + right
    return EXACT.add(Decimal(left), Decimal(right))


def _difference(left: Number, right: Number) -> Number:
    return _sum(left, -right)


def _product(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    return EXACT.multiply(Decimal(left), Decimal(right))


def _quotient(left: Number, right: Number) -> Number:
    if isinstance(left, int) and isinstance(right, int):
        if not right:
            raise LiquidError(Reason.DIVISION, "divided by 0")
        return left // right
    # A decimal divided by zero is infinite in Ruby, and prints so.
    return EXACT.divide(Decimal(left), Decimal(right))


def _remainder(left: Number, right: Number) -> Number:
    if not right:
        raise LiquidError(Reason.DIVISION, "divided by 0")
    if isinstance(left, int) and isinstance(right, int):
        return left % right
    whole = EXACT.divide(Decimal(left), Decimal(right)).to_integral_value(ROUND_FLOOR)
    return EXACT.subtract(Decimal(left), EXACT.multiply(whole, Decimal(right)))


def _finite(value: object) -> Number:
    found = number(value)
    if isinstance(found, Decimal) and not found.is_finite():
        raise LiquidError(Reason.BAD_VALUE, f"Computation results in '{found}'")
    return found


def _abs(_: Context, value: object) -> int | float:
    found = number(value)
    return plain_number(-found if found < 0 else found)


def _ceil(_: Context, value: object) -> int:
    found = _finite(value)
    return found if isinstance(found, int) else int(found.to_integral_value(ROUND_CEILING))


def _floor(_: Context, value: object) -> int:
    found = _finite(value)
    return found if isinstance(found, int) else int(found.to_integral_value(ROUND_FLOOR))


def _round(_: Context, value: object, places: object = 0) -> int | float:
    found, digits = _finite(value), int(number(places))
    digits = max(-_MOST_PLACES, min(digits, _MOST_PLACES))
    if isinstance(found, int) and digits >= 0:
        return found
    rounded = Decimal(found).scaleb(digits, EXACT).to_integral_value(ROUND_HALF_UP)
    rounded = rounded.scaleb(-digits, EXACT)
    return float(rounded) if digits > 0 else int(rounded)


def _at_least(_: Context, value: object, least: object) -> int | float:
    low, found = number(least), number(value)
    return plain_number(low) if low > found else plain_number(found)


def _at_most(_: Context, value: object, most: object) -> int | float:
    high, found = number(most), number(value)
    return plain_number(high) if high < found else plain_number(found)


def _to_integer(context: Context, value: object) -> int:
    if value is None or isinstance(value, bool):
        return int(bool(value))
    if isinstance(value, int | float):
        return int(value)
    if isinstance(value, str):
        return leading_int(value)
    moment = value.instant if isinstance(value, JekyllTime) else value
    stamp = getattr(moment, "timestamp", None)
    if stamp is None:
        raise no_method("to_i", described(value, context.budget))
    return int(stamp() // 1)


FILTERS: FilterTable = {
    "abs": Filter(_abs),
    "plus": _operation(_sum),
    "minus": _operation(_difference),
    "times": _operation(_product),
    "divided_by": _operation(_quotient),
    "modulo": _operation(_remainder),
    "ceil": Filter(_ceil),
    "floor": Filter(_floor),
    "round": Filter(_round, 1, 2),
    "at_least": Filter(_at_least, 2, 2),
    "at_most": Filter(_at_most, 2, 2),
    "to_integer": Filter(_to_integer),
}
