import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.render.liquid.errors import LiquidError
from editor.render.liquid.limits import Budget, Limits
from editor.render.liquid.values.strftime import strftime

FACTS: dict = json.loads(
    (Path(__file__).parents[3] / "data" / "liquid" / "strftime.json").read_text("utf-8")
)
# Python counts microseconds; Ruby's sample had nanoseconds, in the last three digits.
WHEN = datetime(2025, 3, 5, 23, 16, 7, 123456, tzinfo=ZoneInfo("America/New_York"))
DAY = date(2025, 3, 6)
# Flags that no site writes: Ruby's time and day differ among themselves here.
ODD = {"%-z", "%-:z", "%-8z", "%+10Y", "%_10z", "%10z"}


@pytest.mark.parametrize("pattern", [pattern for pattern in FACTS if pattern not in ODD])
def test_a_time_prints_as_in_ruby(pattern: str):
    """Every directive, flag and width gives what Ruby 3.1 gave for the same moment."""
    fact = FACTS[pattern]["time"].replace("123456789", "123456000").replace("6789", "6000")
    budget = Budget(Limits())
    if fact.startswith("!"):
        with pytest.raises(LiquidError, match="invalid format"):
            strftime(WHEN, pattern, budget)
    else:
        assert strftime(WHEN, pattern, budget) == fact


@pytest.mark.parametrize("pattern", [pattern for pattern in FACTS if pattern not in ODD])
def test_a_day_prints_as_in_ruby(pattern: str):
    """A date without a time is midnight in a zone called +00:00."""
    fact = FACTS[pattern]["day"]
    if not fact.startswith("!"):
        assert strftime(DAY, pattern, Budget(Limits())) == fact


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        (UTC, "+0000 UTC"),
        (ZoneInfo("UTC"), "+0000 UTC"),
        (timezone(timedelta(hours=5, minutes=30)), "+0530 "),
        (timezone(timedelta(hours=-3), ""), "-0300 "),
        (ZoneInfo("Europe/Paris"), "+0100 CET"),
        (ZoneInfo("America/Sao_Paulo"), "-0300 -03"),
    ],
)
def test_a_zone_without_a_name_prints_none(zone, shown: str):
    """A bare offset has no name in Ruby; a place has the name of its clock."""
    when = datetime(2025, 1, 2, tzinfo=zone)
    assert strftime(when, "%z %Z", Budget(Limits())) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2024, 12, 30), "2025 25 01 52 53"),
        (date(2025, 1, 1), "2025 25 01 00 00"),
        (date(2025, 1, 5), "2025 25 01 01 00"),
        (date(2026, 12, 31), "2026 26 53 52 52"),
        (date(2023, 1, 1), "2022 22 52 01 00"),
    ],
)
def test_weeks_are_counted_in_three_ways(day: date, shown: str):
    """By ISO, from the first Sunday, and from the first Monday."""
    assert strftime(day, "%G %g %V %U %W", Budget(Limits())) == shown
