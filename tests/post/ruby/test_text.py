"""How Ruby writes the values in which Jekyll then looks for a date."""

from datetime import UTC, date, datetime

import pytest

from editor.post.field_values import JekyllTime
from editor.post.ruby.text import ruby_text

DAY = date(2025, 11, 17)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (750.0, "750.0"),
        (1e16, "1.0e+16"),
        (1.5e-07, "1.5e-07"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (float("nan"), "NaN"),
        ("soon", "soon"),
        (DAY, "2025-11-17"),
        (JekyllTime(datetime(2025, 11, 17, 2, 8, 21, 5, tzinfo=UTC)), "2025-11-17 02:08:21 +0000"),
        (
            [DAY, None, 'a"b\\'],
            '[#<Date: 2025-11-17 ((2460997j,0s,0n),+0s,2299161j)>, nil, "a\\"b\\\\"]',
        ),
        ({"a": 1, 2: [True]}, '{"a"=>1, 2=>[true]}'),
    ],
)
def test_a_value_is_written_as_ruby_writes_it(value, text):
    """A list is written with what is in it, and a date may be in it."""
    assert ruby_text(value) == text
