from datetime import date, datetime, time

import pytest

from editor.ui.form.moment_links import next_morning
from editor.ui.form.said_moments import read_said

NOW = datetime(2025, 11, 17, 12, 30, 5)  # noqa: DTZ001 - a Monday, on any clock


@pytest.mark.parametrize(
    ("said", "day", "clock"),
    [
        ("tomorrow 7am", date(2025, 11, 18), time(7)),
        ("Tomorrow at 7am", date(2025, 11, 18), time(7)),
        ("friday", date(2025, 11, 21), None),
        ("next monday 6:00", date(2025, 11, 24), time(6)),
        ("on tuesday, 18:30", date(2025, 11, 18), time(18, 30)),
        ("in 2 hours", date(2025, 11, 17), time(14, 30)),
        ("in 3 days", date(2025, 11, 20), None),
        ("in a month", date(2025, 12, 17), None),
        ("yesterday 18:00", date(2025, 11, 16), time(18)),
        ("noon", date(2025, 11, 17), time(12)),
    ],
)
def test_a_moment_is_said_in_words(said, day, clock):
    """As one says it to a colleague."""
    assert read_said(said, NOW) == (day, clock)


@pytest.mark.parametrize(
    "said",
    [
        "soon",
        "5",
        "",
        "31 Feb 2025",
        "may",
        "tomorrow at 7",
        "the day after tomorrow",
        "tomorrow or friday",
        "morgen 7 Uhr",
        "tomorrow " * 20,
        "港",
    ],
)
def test_what_is_not_understood_whole_is_no_moment(said):
    """Half of what was said may mean another day."""
    assert read_said(said, NOW) is None


def test_the_next_morning_is_one_on_which_people_work():
    """From Friday to Sunday it is Monday's."""
    assert next_morning(NOW) == datetime(2025, 11, 18, 6)  # noqa: DTZ001 - on the same clock
    for day in (21, 22, 23):
        assert next_morning(NOW.replace(day=day)).date() == date(2025, 11, 24)
