from decimal import Decimal

import pytest

from editor.render.liquid.errors import LiquidError
from editor.render.liquid.values.numbers import (
    float_text,
    leading_float,
    leading_int,
    number,
    whole_number,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e16, "1.0e+16"),
        (1e15, "1.0e+15"),
        (1e14, "100000000000000.0"),
        (1e15 + 0.5, "1000000000000000.5"),
        (1234567890123456.0, "1.234567890123456e+15"),
        (123456789.123456789, "123456789.12345679"),
        (0.0001, "0.0001"),
        (0.000099, "9.9e-05"),
        (1e-5, "1.0e-05"),
        (1e100, "1.0e+100"),
        (-0.0, "-0.0"),
        (2.0, "2.0"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (float("nan"), "NaN"),
    ],
)
def test_a_float_prints_as_in_ruby(value: float, text: str):
    """Long numbers and small ones are written with a power of ten, where Ruby does so."""
    assert float_text(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("12x", 12), (" -7 ", -7), ("1_000", 1000), ("x", 0), ("", 0), ("+5", 5), ("1__0", 1)],
)
def test_a_text_gives_the_number_it_begins_with(text: str, value: int):
    """What follows the digits does not matter."""
    assert leading_int(text) == value


@pytest.mark.parametrize(("text", "value"), [("1.5e3x", 1500.0), (".5", 0.0), ("1.", 1.0)])
def test_a_text_gives_the_float_it_begins_with(text: str, value: float):
    """A point needs digits on both sides."""
    assert leading_float(text) == value


@pytest.mark.parametrize(
    ("value", "whole"),
    [(3, 3), ("3", 3), (" -3 ", -3), ("0x1f", 31), ("0b11", 3), ("010", 8), ("1_0", 10)],
)
def test_a_count_may_be_written_as_text(value: object, whole: int):
    """Ruby reads hexadecimal, binary and octal numbers too."""
    assert whole_number(value) == whole


@pytest.mark.parametrize("value", [None, True, 1.5, "1.5", "x", "", "1__0", "08", "0x"])
def test_what_is_no_whole_number_is_refused(value: object):
    """A filter that wants a count says so."""
    with pytest.raises(LiquidError, match="invalid integer"):
        whole_number(value)


@pytest.mark.parametrize(
    ("value", "counted"),
    [
        ("3", 3),
        ("3.50", Decimal("3.50")),
        (0.1, Decimal("0.1")),
        ("1.2.3", 1),
        (None, 0),
        (True, 0),
        ([1], 0),
    ],
)
def test_arithmetic_counts_in_whole_numbers_and_decimals(value: object, counted: object):
    """0.1 is a tenth, and what is no number is nothing."""
    assert number(value) == counted
