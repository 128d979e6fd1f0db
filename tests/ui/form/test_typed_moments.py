from datetime import date, time

import pytest

from editor.ui.form.month_names import month_names
from editor.ui.form.typed_moments import (
    is_complete_date,
    is_complete_time,
    read_date,
    read_time,
    shown_date,
    shown_time,
)

TODAY = date(2025, 11, 17)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17 Nov 2025", date(2025, 11, 17)),
        ("17 november 2025", date(2025, 11, 17)),
        ("17. Nov. 2025", date(2025, 11, 17)),
        ("17-Nov-2025", date(2025, 11, 17)),
        ("1st May 2025", date(2025, 5, 1)),
        ("Nov 17, 2025", date(2025, 11, 17)),
        ("2025-11-17", date(2025, 11, 17)),
        ("2025/1/7", date(2025, 1, 7)),
        ("17.11.2025", date(2025, 11, 17)),
        ("05/06/2025", date(2025, 6, 5)),
        ("  17   Nov\u00a02025 ", date(2025, 11, 17)),
        ("１７ Nov ２０２５", date(2025, 11, 17)),
        ("17 Nov", date(2025, 11, 17)),
        ("dec 3", date(2025, 12, 3)),
        ("today", date(2025, 11, 17)),
        ("Tomorrow", date(2025, 11, 18)),
        ("yesterday", date(2025, 11, 16)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, day):
    """The day comes before the month, as Jekyll has it."""
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", "17", "2025", "Nov 2025", "2025-02-30", "11/17/2025", "17 Ma 2025", "17 Nov 25", "17 th"],
)
def test_what_names_no_day_is_none(typed):
    """Nothing is guessed: a month that could be two, a day that does not exist."""
    assert read_date(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "is_complete"),
    [
        ("17 Nov 2025", True),
        ("2025-11-17", True),
        ("2025-11-1", False),
        ("17 Nov", False),
        ("17 Nov 202", False),
        ("today", False),
    ],
)
def test_a_date_is_complete_when_more_keys_would_not_change_it(typed, is_complete):
    """2025-11-1 may be on its way to 2025-11-17."""
    assert is_complete_date(typed) is is_complete


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("02:08:21", time(2, 8, 21)),
        ("2:08", time(2, 8)),
        ("2.08", time(2, 8)),
        ("14h30", time(14, 30)),
        ("14h", time(14)),
        ("2 pm", time(14)),
        ("2:08 p.m.", time(14, 8)),
        ("12 am", time(0)),
        ("١٤:٣٠", time(14, 30)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, clock):
    """With or without seconds, by the clock of 24 hours or of 12."""
    assert read_time(typed) == clock


@pytest.mark.parametrize("typed", ["", "2", "24:00", "13 pm", "0 am", "2:60", "2:08:60", "noon"])
def test_what_is_no_time_of_day_is_none(typed):
    """A bare number could be anything."""
    assert read_time(typed) is None


def test_a_time_is_complete_with_its_minutes():
    """2:0 may be on its way to 2:08."""
    assert [is_complete_time(typed) for typed in ("2:08", "02:08:21", "2:0", "14h")] == [
        True,
        True,
        False,
        False,
    ]


def test_what_is_shown_is_read_back():
    """A date that the form writes is one that it understands."""
    day, clock = date(2025, 3, 9), time(2, 5, 7)
    assert read_date(shown_date(day), TODAY) == day
    assert read_time(shown_time(clock)) == clock
    assert (shown_date(day), shown_time(clock)) == ("9 Mar 2025", "02:05:07")
    assert shown_time(time(2, 5)) == "02:05"


def test_months_are_known_in_english_whatever_the_system_speaks():
    """The form shows English names, so it must read them everywhere."""
    assert month_names()["november"] == 11
