"""A date that is picked is written the way the writer writes dates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.post.date_spelling import DateSpelling

CLOCK = datetime.fromisoformat("2031-11-08T07:05:09.012345")
EVENING = datetime.fromisoformat("2031-11-28T21:43:56")


@pytest.mark.parametrize(
    ("old", "morning", "evening"),
    [
        ("2016-02-05", "2031-11-08", "2031-11-28"),
        ("2016-2-5", "2031-11-8", "2031-11-28"),
        ("2016/12/25", "2031/11/08", "2031/11/28"),
        ("05.02.2016", "08.11.2031", "28.11.2031"),
        ("5/2/2016", "8/11/2031", "28/11/2031"),
        ("2016-02-05 10:41:06 +0000", "2031-11-08 07:05:09 +0000", "2031-11-28 21:43:56 +0000"),
        ("2016-02-05T10:41:06.000Z", "2031-11-08T07:05:09.012Z", "2031-11-28T21:43:56.000Z"),
        ("2016-02-05 9:41", "2031-11-08 7:05", "2031-11-28 21:43"),
        ("2016-02-05   10:41:06.5", "2031-11-08   07:05:09.0", "2031-11-28   21:43:56.0"),
        ("2016-02-05 1:00:59.000000000 +09:00", None, "2031-11-28 21:43:56.000000000 +09:00"),
        ("2018-07-11 -0700 9:46 AM", "2031-11-08 -0700 7:05 AM", "2031-11-28 -0700 9:43 PM"),
        ("2018-07-11 12:46pm", "2031-11-08 7:05am", "2031-11-28 9:43pm"),
        ("2018-07-11 09:46 am EST", "2031-11-08 07:05 am EST", "2031-11-28 09:43 pm EST"),
        ("2018-07-11 10:46 CET", "2031-11-08 07:05 CET", "2031-11-28 21:43 CET"),
        ("June 4, 2020", "November 8, 2031", "November 28, 2031"),
        ("june 14 2020", "november 8 2031", "november 28 2031"),
        ("May 4, 2020", "November 8, 2031", "November 28, 2031"),
        ("4 Jun 2020", "8 Nov 2031", "28 Nov 2031"),
        ("04-MAY-2020", "08-NOV-2031", "28-NOV-2031"),
        ("Thu, 14 May 2020 10:00:00 GMT", None, "Fri, 28 Nov 2031 21:43:56 GMT"),
        ("Thursday June 4, 2020", "Saturday November 8, 2031", "Friday November 28, 2031"),
        ("Sat, 15 Nov 2025 10:00:00 +0100", "Sat, 08 Nov 2031 07:05:09 +0100", None),
    ],
)
def test_a_spelling_is_followed(old, morning, evening):
    """Separators, padding, fraction, zone and words stay."""
    spelling = DateSpelling.of(old)
    if morning:
        assert spelling.written(CLOCK) == morning
    if evening:
        assert spelling.written(EVENING) == evening


@pytest.mark.parametrize(
    "old",
    [
        *("", "soon", "2016-02-31", "2016-13-01", "2016-02-05 25:00", "Mon June 4, 2020"),
        *("Frob 4, 2020", "2016-02-05 (optional)", "2016-2-5 10:00:00-12:00:00", "20160205"),
        *("2016-02/05", "2016-02-05 13:00 pm", "٢٠١٦-٠٢-٠٥", "2016-02-05" + " " * 300 + "!"),
    ],
)
def test_a_spelling_that_could_not_write_the_old_date_is_not_followed(old):
    """The form then asks for one, and a wrong weekday is not repeated."""
    assert DateSpelling.of(old) is None


@pytest.mark.parametrize(
    ("old", "zone", "written"),
    [
        ("2016-02-05 10:41:06 -0700", None, "2031-11-28 13:43:56 -0700"),
        ("2016-02-05 10:41:06 +5", None, "2031-11-29 01:43:56 +5"),
        ("2016-02-05 10:41:06 +530", None, "2031-11-29 02:13:56 +530"),
        ("2016-02-05 10:41:06 EDT", None, "2031-11-28 16:43:56 EDT"),
        ("2016-02-05 10:41:06 PST", None, "2031-11-28 12:43:56 PST"),
        ("2016-02-05 10:41:06 CET", None, "2031-11-28 21:43:56 CET"),
        ("2016-02-05 10:41:06 +9900", None, "2031-11-28 21:43:56 +9900"),
        ("2016-02-05 10:41:06", UTC, "2031-11-28 20:43:56"),
        ("2016-02-05 10:41:06", None, "2031-11-28 21:43:56"),
        ("2016-02-05", UTC, "2031-11-28"),
    ],
)
def test_an_instant_is_written_in_the_zone_that_is_spelled(old, zone, written):
    """The same moment, on the clock of the writer's file."""
    when = EVENING.replace(tzinfo=timezone(timedelta(hours=1)))
    assert DateSpelling.of(old).written(when, zone=zone) == written


def test_a_spelling_says_whether_it_shows_a_time():
    """A picker for a date alone need not offer a clock."""
    assert not DateSpelling.of("2016-02-05").shows_time
    spelling = DateSpelling.of("2016-02-05 10:41 -0330")
    assert spelling.shows_time
    assert spelling.zone.utcoffset(None) == -timedelta(hours=3, minutes=30)
    assert DateSpelling.of("2016-02-05 10:41").zone is None


YEARS = {"min_value": datetime.fromisoformat("1000-01-01")}


@given(st.datetimes(**YEARS), st.datetimes(**YEARS))
def test_what_was_written_can_be_followed_again(old, new):
    """A date that is picked twice is written twice the same way."""
    for pattern in ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S.%fZ", "%d %B %Y %H:%M", "%B %d, %Y"):
        written = DateSpelling.of(old.strftime(pattern)).written(new)
        assert DateSpelling.of(written).written(new) == written
