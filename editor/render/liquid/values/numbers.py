"""Read numbers from values, and print and round them, as Ruby does."""

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, TypeAlias

from editor.render.liquid.errors import LiquidError, Reason

Number: TypeAlias = int | Decimal
"""What Liquid counts with: whole numbers stay whole, all others become Ruby's BigDecimal."""

_DECIMAL_TEXT = re.compile(r"-?\d+\.\d+", re.ASCII)
_LEADING_INT = re.compile(r"[\s]*([+-]?\d+(?:_\d+)*)", re.ASCII)
_LEADING_FLOAT = re.compile(r"\s*([+-]?\d+(?:_\d+)*(?:\.\d+)?(?:[eE][+-]?\d+)?)", re.ASCII)
_WHOLE_INT = re.compile(
    r"[\s]*([+-]?)(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[1-9][\d_]*|0)[\s]*", re.ASCII
)
_LONGEST_READ: Final = 4_000
_MOST_FIXED_DIGITS: Final = 15
_LEAST_FIXED_POINT: Final = -4
# Enough for the sum and the product of any two floats that a site writes.
EXACT: Final = Context(prec=80, rounding=ROUND_HALF_UP, traps=[])


def float_text(value: float) -> str:
    """Return Ruby's text of a float: ``1.0e+16``, ``0.0001``, ``Infinity``."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + int(exponent)
    minus = "-" if sign else ""
    if text == "0":
        return f"{minus}0.0"
    return minus + _placed(text, point)


def _placed(digits: str, point: int) -> str:
    """Return `digits` with the decimal point after the first `point` of them."""
    if 0 < point < len(digits):
        return f"{digits[:point]}.{digits[point:]}"
    if 0 < point <= _MOST_FIXED_DIGITS:
        return f"{digits.ljust(point, '0')}.0"
    if _LEAST_FIXED_POINT < point <= 0:
        return f"0.{'0' * -point}{digits}"
    return f"{digits[0]}.{digits[1:] or '0'}e{point - 1:+03d}"


def leading_int(text: str) -> int:
    """Return the whole number that `text` begins with, 0 for none (Ruby: `String#to_i`)."""
    found = _LEADING_INT.match(text)
    return int(found[1][:_LONGEST_READ].rstrip("_").replace("_", "")) if found else 0


def leading_float(text: str) -> float:
    """Return the number that `text` begins with, 0.0 for none (Ruby: `String#to_f`)."""
    found = _LEADING_FLOAT.match(text)
    return float(found[1].replace("_", "")) if found else 0.0


def whole_number(value: object) -> int:
    """Return `value` as a whole number (Liquid 4: `Utils.to_integer`).

    Raises LiquidError for what is none: ``1.5``, ``"x"``, nil.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = _WHOLE_INT.fullmatch(value) if isinstance(value, str) else None
    digits = found[2].lower() if found else ""
    if found is None or "__" in digits or digits.endswith("_") or len(digits) > _LONGEST_READ:
        raise LiquidError(Reason.BAD_VALUE, "invalid integer")
    if digits.startswith("0") and digits[1:2] not in {"", "x", "b", "o"}:
        digits = f"0o{digits[1:]}"
    return int(found[1] + digits, 0)


def number(value: object) -> Number:
    """Return what the arithmetic filters count with (Liquid 4: `Utils.to_number`); else 0."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str):
        return _number_in(value)
    return 0


def _number_in(text: str) -> Number:
    stripped = text.strip(" \t\n\v\f\r\0")
    if len(stripped) <= _LONGEST_READ and _DECIMAL_TEXT.fullmatch(stripped):
        return Decimal(stripped)
    return leading_int(text)


def plain_number(value: Number) -> int | float:
    """Return the result of a filter: Liquid gives a BigDecimal back as a float."""
    return float(value) if isinstance(value, Decimal) else value
