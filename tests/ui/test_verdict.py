from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel

from editor.post.dates import PostDate
from editor.site.permalinks import Address
from editor.site.verdict import State, Verdict
from editor.ui.theme import LIGHT
from editor.ui.verdict_line import ShownVerdict, VerdictLine
from editor.ui.verdict_words import (
    day_words,
    ordinal,
    shown_verdict,
    with_date_note,
    zone_words,
)

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
ADDRESS = Address("/news/2025/11/16/ferry.html", "news/2025/11/16/ferry.html")
WHEN = datetime(2025, 11, 16, 21, 8, 21, tzinfo=NEW_YORK)


def test_a_day_of_this_year_goes_without_its_year():
    """The year is said only where it is another one."""
    assert day_words(date(2026, 11, 16), NOW.date()) == "Monday 16 November"
    assert day_words(date(2025, 11, 16), NOW.date()) == "Sunday 16 November 2025"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd")],
)
def test_days_are_counted_as_people_count_them(number, words):
    """1st, 2nd, 3rd, 11th."""
    assert ordinal(number) == words


def test_a_zone_is_called_by_its_town():
    """A writer reads New York, not America/New_York; no zone is this computer's."""
    assert zone_words("America/New_York") == "New York"
    assert zone_words("UTC") == "UTC"
    assert zone_words(None) == "by this computer’s clock"


@pytest.mark.parametrize("state", list(State))
def test_every_verdict_has_words(state):
    """No state of a post is shown as an empty line."""
    shown = shown_verdict(Verdict(state, "Because.", ADDRESS, WHEN), "New York", NOW)
    assert shown.lead
    assert shown.tone in {"ok", "warn", "bad", "none"}


def test_a_post_that_shows_has_its_address_and_day():
    """Green, with address, day and zone."""
    shown = shown_verdict(Verdict(State.SHOWN, "", ADDRESS, WHEN), "New York", NOW)
    assert (shown.tone, shown.address, shown.zone) == ("ok", ADDRESS.url, "New York")
    assert shown.day == "Sunday 16 November 2025"


def test_a_time_that_counts_as_utc_by_accident_is_amber_with_its_cure():
    """The file name says another day: said at once, and writing the zone is offered."""
    shown = shown_verdict(Verdict(State.SHOWN, "", ADDRESS, WHEN), "New York", NOW)
    noted, is_curable = with_date_note(
        shown, PostDate(WHEN, "utc-by-accident"), date(2025, 11, 17)
    )
    assert is_curable
    assert (noted.tone, noted.cure) == ("warn", "Write the zone")
    assert noted.note == "File name says the 17th."


def test_an_accident_that_stays_on_its_day_is_said_with_the_hour():
    """The day is right and the hour is not what was meant."""
    shown = shown_verdict(Verdict(State.SHOWN, "", ADDRESS, WHEN), "New York", NOW)
    noted, _ = with_date_note(shown, PostDate(WHEN, "utc-by-accident"), date(2025, 11, 16))
    assert noted.note == "Jekyll reads the time as UTC: 21:08 here."


def test_a_date_with_its_zone_is_no_matter():
    """A day that agrees with the file name adds nothing."""
    shown = shown_verdict(Verdict(State.SHOWN, "", ADDRESS, WHEN), "New York", NOW)
    assert with_date_note(shown, PostDate(WHEN, "zoned"), date(2025, 11, 16)) == (shown, False)


def test_a_narrow_line_leaves_out_the_zone_before_the_address(qtbot):
    """The address and what is off are the last things to go."""
    line = VerdictLine(LIGHT)
    qtbot.addWidget(line)
    line.resize(1400, 34)
    line.show()
    line.show_verdict(
        ShownVerdict(
            "warn", "Will show at", "/a.html", "Monday 3 May", "Reykjavik", "Off.", "Mend"
        )
    )
    wide = line.findChild(QLabel, "verdict_text").text()
    assert "Reykjavik" in wide
    line.resize(300, 34)
    narrow = line.findChild(QLabel, "verdict_text").text()
    assert "Reykjavik" not in narrow
    assert "/a.html" in narrow


def test_a_title_that_looks_like_html_is_shown_letter_by_letter(qtbot):
    """What a post says never becomes markup in the window."""
    line = VerdictLine(LIGHT)
    qtbot.addWidget(line)
    line.show_verdict(ShownVerdict("ok", "Will show at", "/<b>x</b>.html"))
    assert "&lt;b&gt;x&lt;/b&gt;" in line.findChild(QLabel, "verdict_text").text()
