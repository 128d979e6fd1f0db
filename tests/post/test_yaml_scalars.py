"""What a value is to Jekyll: a number, a date, or the text that the writer meant."""

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from editor.post.field_values import JekyllTime
from editor.post.yaml_scalars import read_plain
from editor.post.yaml_text import NotYaml, parse
from editor.post.yaml_values import ValueReader

FACTS = Path(__file__).parents[1] / "data" / "yaml_scalars.json"
READINGS = {
    text: fact["U"] for text, fact in json.loads(FACTS.read_text(encoding="utf-8")).items()
}


def a_float(value):
    """Describe a float as Ruby does."""
    names = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
    return f"Float {names.get(repr(value), repr(value))}"


DESCRIPTIONS = {
    type(None): lambda _value: "nil",
    bool: lambda value: str(value).lower(),
    int: lambda value: f"Integer {value}",
    float: a_float,
    str: lambda value: f"String {json.dumps(value, ensure_ascii=False)}",
    JekyllTime: lambda value: f"Time {value.instant:%Y-%m-%dT%H:%M:%S.%f}000{value.instant:%z}",
    date: lambda value: f"Date {value}",
    list: lambda value: [described(item) for item in value],
    dict: lambda value: {"hash": [[described(k), described(v)] for k, v in value.items()]},
}


def described(value):
    """Describe a value as the facts do."""
    return DESCRIPTIONS[type(value)](value)


def reading(text):
    """Read a whole text and describe it; of `k: ...` only the value, as the facts do."""
    root = parse(text).root
    if root is None:
        return "false"
    value = ValueReader().read(root)
    return described(value["k"] if isinstance(value, dict) and [*value] == ["k"] else value)


@pytest.mark.parametrize("text", READINGS, ids=ascii)
def test_yaml_is_read_as_the_jekyll_that_sites_use_reads_it(text):
    """Each fact was read by SafeYAML itself."""
    if str(READINGS[text]).startswith("ERROR"):
        with pytest.raises(NotYaml):
            parse(text)
    else:
        assert reading(text) == READINGS[text]


def time(*parts, offset=UTC):
    """Give a time as Jekyll holds it."""
    return JekyllTime(datetime(*parts, tzinfo=offset))


HALF_PAST_NINE_WEST = timezone(-timedelta(hours=9, minutes=30))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-1:30", 30.0),
        ("+1:30", 90.0),
        ("1:30.", 90.0),
        ("1:30.5", 90.5),
        ("1_0:30._5", "1_0:30._5"),
        ("1:2:3:4", 223384.0),
        ("0_7", 7),
        ("-012", "-012"),
        ("_", "_"),
        ("-_1", -1),
        ("1,", 1),
        ("-0x1F", -31),
        ("0X1f", 31),
        ("0x_1", 1),
        ("0b_1", 1),
        ("0b", "0b"),
        ("+.inf", "+.inf"),
        ("-.Inf", -math.inf),
        ("1.5e+3", 1500.0),
        ("1_000.5_5", 1000.55),
        ("1_.5", "1_.5"),
        ("٣", "٣"),
        ("١.٥", "١.٥"),
        ("9" * 301, "9" * 301),
        ("2016-01-01 10:00:60", time(2016, 1, 1, 10, 0, 59)),
        ("2016-01-01 10:00:61", "2016-01-01 10:00:61"),
        ("2016-01-01 24:00:00", time(2016, 1, 2)),
        ("2016-01-01 24:00:01", "2016-01-01 24:00:01"),
        ("9999-12-31 24:00:00", "9999-12-31 24:00:00"),
        ("2016-01-01 10:00:00 +30:00", time(2016, 1, 1, 10)),
        ("2016-01-01 10:00:00 +24:00", "2016-01-01 10:00:00 +24:00"),
        (
            "2016-1-5 1:02:03.25 -0930",
            time(2016, 1, 5, 1, 2, 3, 250000, offset=HALF_PAST_NINE_WEST),
        ),
        ("1582-10-10", "1582-10-10"),
        ("0000-01-01", "0000-01-01"),
        ("1582-10-15", date(1582, 10, 15)),
    ],
)
def test_a_rare_spelling_is_read_as_jekyll_reads_it(text, value):
    """These readings were taken from SafeYAML 1.0.5."""
    read = read_plain(text)
    assert (type(read), read) == (type(value), value)


def test_a_time_is_shown_as_ruby_shows_it():
    """Liquid prints this text, and Jekyll reads the date from it once more."""
    assert str(read_plain("2016-1-5 1:02:03 +2")) == "2016-01-05 01:02:03 +0200"
    assert str(read_plain("0099-01-05 01:02:03")) == "0099-01-05 01:02:03 +0000"


def test_a_clock_without_a_zone_is_no_time():
    """What has no zone is no instant, and must not be taken for one."""
    with pytest.raises(ValueError, match="no zone"):
        JekyllTime(datetime.fromisoformat("2016-01-01"))
