"""Which moment Ruby makes of a text, at the place where it runs."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from editor.post.ruby.moment import BeyondCalendarError, NoMomentError, parse_time
from editor.post.ruby.zones import names_utc, zone_offset

NOW = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
PARIS = ZoneInfo("Europe/Paris")


def moment(text, zone=UTC):
    """Give the moment as Ruby prints it."""
    return parse_time(text, zone, NOW).when.strftime("%Y-%m-%d %H:%M:%S %z")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-11-17", "2025-11-17 00:00:00 -0500"),
        ("17 Nov", "2026-11-17 00:00:00 -0500"),
        ("10:00", "2026-02-28 10:00:00 -0500"),
        ("10:00 +0900", "2026-02-28 20:00:00 -0500"),
        ("10:00 EST", "2026-02-28 10:00:00 -0500"),
        ("2nd", "2026-02-02 00:00:00 -0500"),
        ("750.0", "2026-02-28 23:07:50 -0500"),
        ("2025-03-09 02:30", "2025-03-09 03:30:00 -0400"),
        ("2025-11-02 01:30", "2025-11-02 01:30:00 -0500"),
        ("2025-02-30 10:00 +0000", "2025-03-02 05:00:00 -0500"),
        ("2025-01-31 23:30 -1000", "2025-02-01 04:30:00 -0500"),
        ("2025-12-31 23:30 -1000", "2026-01-01 04:30:00 -0500"),
        ("2025-02-30 23:30 -1000", "2025-03-01 04:30:00 -0500"),
        ("2025-03-01 01:30 +0200", "2025-02-28 18:30:00 -0500"),
        ("2025-01-01 01:30 +0230", "2024-12-31 18:00:00 -0500"),
        ("2025-01-01 01:30:15 +02:30:30", "2024-12-31 17:59:45 -0500"),
        ("2025-06-30 23:59:60", "2025-07-01 00:00:00 -0400"),
        ("2025-001", "2025-01-01 00:00:00 -0500"),
        ("2025-060", "2025-03-01 00:00:00 -0500"),
        ("2025-321", "2025-11-17 00:00:00 -0500"),
        ("2024-366", "2024-12-31 00:00:00 -0500"),
        ("2025-321 10:00 Z", "2025-11-17 05:00:00 -0500"),
        ("321", "2026-11-17 00:00:00 -0500"),
    ],
)
def test_a_text_means_the_moment_that_ruby_makes_of_it(text, shown):
    """Each was read by Ruby 3.1 in New York on the last evening of February 2026."""
    assert moment(text, NEW_YORK) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noon",
        "tuesday",
        "2025-13-01",
        "2025-00-01 10:00 -0500",
        "2025-13-01 23:00 -0500",
        "2025-14-01 01:00 +0500",
        "2025-01-32",
        "2025-01-01 24:00:01",
        "2025-01-01 10:60",
        "2025-01-01 10:00:61",
        "2025-01-01 10:00 +2400",
        "2025-367",
        "2025-000",
        "2025-11-17" + " " * 128,
    ],
)
def test_a_text_that_ruby_refuses_has_no_moment(text):
    """Jekyll stops at each of these."""
    with pytest.raises(NoMomentError):
        parse_time(text, UTC, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "10000-01-01",
        "0000-01-01",
        "15 March 44 BC",
        "9999-12-31 23:00",
        "9999-12-31 23:00 -1000",
        "1-1-0001 01:00 +0300",
    ],
)
def test_a_moment_outside_of_the_calendar_is_told_apart(text):
    """Ruby counts on without an end."""
    with pytest.raises(BeyondCalendarError):
        parse_time(text, NEW_YORK, NOW)


def test_the_year_of_a_time_alone_is_that_of_the_zone_it_names():
    """At New York's last hour of the year it is the next year elsewhere."""
    new_year = datetime(2027, 1, 1, 2, 0, tzinfo=UTC)
    read = parse_time("12:00 +0900", NEW_YORK, new_year)
    assert read.when.isoformat() == "2026-12-31T22:00:00-05:00"


def test_a_zone_known_by_name_belongs_to_the_mail_or_to_the_place():
    """CEST is known in Paris alone, EST everywhere, JST only in Japan."""
    assert zone_offset("EST", 2025, PARIS) == timedelta(hours=-5)
    assert zone_offset("a", 2025, PARIS) == timedelta(hours=1)
    assert zone_offset("cest", 2025, PARIS) == timedelta(hours=2)
    assert zone_offset("CET", 2025, PARIS) == timedelta(hours=1)
    assert zone_offset("CET", 2025, NEW_YORK) is None
    assert zone_offset("-03:30", 2025, PARIS) == timedelta(hours=-3, minutes=-30)
    assert zone_offset("+9", 2025, PARIS) is None
    assert names_utc("z")
    assert not names_utc("GMT")
