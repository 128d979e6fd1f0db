from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget

from editor.post.field_specs import FieldKind, FieldSpec
from editor.post.form_plan import FormPlan

_Key = Qt.Key
NEW_YORK = ZoneInfo("America/New_York")
OFFSCREEN = "This plugin does not support"


def link(desk, name):
    """Find a link by the name that a screen reader says."""
    return desk.input(name)


def has_link(desk, name):
    """Tell whether a link is offered."""
    links = desk.form.findChildren(QWidget)
    return any(each.accessibleName() == name and each.isVisible() for each in links)


ON_SITE = "As written: Mon 17 Nov, {}. On the site: Sun 16 Nov, {}, New York."


@pytest.mark.parametrize(
    ("spelled", "day", "clock", "views"),
    [
        (
            "2025-11-17 02:08:21",
            "17 Nov 2025",
            "02:08:21",
            ON_SITE.format("02:08:21 UTC", "21:08:21"),
        ),
        ("2025-11-17T02:08Z", "17 Nov 2025", "02:08", ON_SITE.format("02:08 UTC", "21:08")),
        (
            "2025-11-17 02:08:21 +0100",
            "17 Nov 2025",
            "02:08:21",
            ON_SITE.format("02:08:21 +0100", "20:08:21"),
        ),
        (
            '"2025-11-17 02:08 +0530"',
            "17 Nov 2025",
            "02:08",
            ON_SITE.format("02:08 +0530", "15:38"),
        ),
        ("2025-11-17 02:08:21 -0500", "17 Nov 2025", "02:08:21", "New York time, written -0500"),
        ("2025-11-17 02:08", "17 Nov 2025", "02:08", "New York time"),
        ("2025-11-17", "17 Nov 2025", "", "From midnight, New York time"),
        ("June 5, 2025", "5 Jun 2025", "", "From midnight, New York time"),
    ],
)
def test_a_date_is_shown_in_the_digits_of_the_file(desk, spelled, day, clock, views):
    """As written in the inputs, and under them what the site makes of it where that differs."""
    desk.open(f"date: {spelled}\n")
    assert (desk.shown("Date"), desk.shown("Time of Date")) == (day, clock)
    assert desk.input("Date").accessibleDescription().endswith(views)


def test_a_date_is_shown_on_the_persons_own_clock_too(desk):
    """An editor in Berlin sees when the site in New York publishes."""
    desk.form.set_own_zone(ZoneInfo("Europe/Berlin"))
    desk.open("date: 2025-11-17 20:08 -0500\n")
    said = desk.input("Date").accessibleDescription()
    assert said == "On the site: Mon 17 Nov, 20:08, New York. Here: Tue 18 Nov, 02:08."


def test_a_site_that_names_no_zone_has_this_computers_time(desk):
    """It is said whose clock decides."""
    desk.form.set_zone(NEW_YORK, "")
    desk.open("date: 2025-11-17 20:08\n")
    assert "This computer’s time" in desk.notes()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("It is 02:08:21 in New York", "date: 2025-11-17 02:08:21 -0500\n"),
        ("It is 02:08:21 UTC", "date: 2025-11-17 02:08:21 +0000\n"),
    ],
)
def test_a_time_that_is_utc_by_accident_is_said_and_mended_with_one_click(desk, words, line):
    """Whichever of the two was meant, afterwards it is written."""
    desk.open("date: 2025-11-17 02:08:21\n")
    assert any(
        "Jekyll takes 02:08:21 for UTC, as no zone is written." in note for note in desk.notes()
    )
    link(desk, words).click()
    assert desk.lines == line
    assert not any("no zone" in note for note in desk.notes())


def test_a_date_on_another_day_than_the_file_name_is_said_and_mended(desk):
    """The time of day stays."""
    desk.form.set_file_name("_posts/2025-11-18-a.md")
    desk.open("date: 2025-11-17 22:30:00 -0500\n")
    assert any(
        "This is 17 Nov on the site; the file name says 18 Nov." in note for note in desk.notes()
    )
    link(desk, "Date it 18 Nov").click()
    assert desk.lines == "date: 2025-11-18 22:30:00 -0500\n"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Date: one day later", "date: 2025-11-18 02:08 -0500\n"),
        ("Date: Tue 06:00", "date: 2025-11-18 06:00 -0500\n"),
    ],
)
def test_a_link_sets_a_moment_in_the_spelling_of_the_file(desk, name, line):
    """A day later, or six in the morning of the next working day."""
    desk.open("date: 2025-11-17 02:08 -0500\n")
    link(desk, name).click()
    assert desk.lines == line


def test_a_moment_is_typed_in_words_and_shown_before_it_is_taken(desk):
    """Nothing is written before Enter, for "tomorrow" may go on."""
    desk.open("date: 2025-11-17 02:08:21 -0500\n")
    desk.empty("Date")
    desk.type("friday 7am")
    assert "Fri 21 Nov 2025, 07:00" in desk.notes()
    assert desk.said == []
    desk.press(_Key.Key_Return)
    assert desk.lines == "date: 2025-11-21 07:00:00 -0500\n"


def test_a_date_that_is_a_day_only_has_no_time(desk):
    """The site writes days; the form asks for days."""
    spec = FieldSpec("due", "Due", FieldKind.DATE)
    desk.form.set_plan(FormPlan(("title", "due"), {"due": spec}))
    desk.open("title: A\n")
    assert not has_link(desk, "Time of Due")
    desk.go_to("Due")
    desk.type("tomorrow")
    desk.press(_Key.Key_Return)
    assert desk.lines == "title: A\ndue: 2025-11-18\n"
    link(desk, "Due: one day later").click()
    assert desk.lines == "title: A\ndue: 2025-11-19\n"


@pytest.mark.parametrize(
    "typed", ["18 Nov 2025", "2025-11-18", "18.11.2025", "Nov 18, 2025", "١٨ nov ٢٠٢٥"]
)
def test_a_date_is_typed_as_one_likes(desk, typed):
    """The file keeps its own spelling, whatever the person's is."""
    desk.open("date: 2025-11-17 02:08:21 -0500\n")
    desk.empty("Date")
    desk.type(typed)
    assert desk.lines == "date: 2025-11-18 02:08:21 -0500\n"
    assert desk.shown("Date") == typed
    desk.press(_Key.Key_Return)
    assert desk.shown("Date") == "18 Nov 2025"


def test_a_date_without_its_year_waits_for_enter(desk):
    """What could still become another date is not taken yet."""
    desk.open("date: 2025-11-17\n")
    desk.empty("Date")
    desk.type("3 Dec")
    assert desk.said == []
    desk.press(_Key.Key_Return)
    assert desk.lines == "date: 2025-12-03\n"


def test_a_time_is_taken_as_soon_as_it_is_one(desk):
    """Seconds may follow."""
    desk.open("date: 2025-11-17 02:08:21 +0100\n")
    desk.empty("Time of Date")
    desk.type("9:15")
    assert desk.lines == "date: 2025-11-17 09:15:00 +0100\n"
    desk.type(":07")
    assert desk.lines == "date: 2025-11-17 09:15:07 +0100\n"


def test_a_time_read_as_utc_stays_so_until_its_zone_is_written(desk):
    """A change of the time does not change how it is meant."""
    desk.open("date: 2025-11-17 02:08:21\n")
    desk.empty("Time of Date")
    desk.type("03:30")
    assert desk.lines == "date: 2025-11-17 03:30:00\n"
    link(desk, "It is 03:30 in New York").click()
    assert desk.lines == "date: 2025-11-17 03:30:00 -0500\n"
    assert not has_link(desk, "It is 03:30 in New York")


def test_the_zone_of_a_local_time_is_written_on_a_click(desk):
    """Then it means the same on every machine."""
    desk.open("date: 2025-11-17 02:08\n")
    link(desk, "Date: write the zone").click()
    assert desk.lines == "date: 2025-11-17 02:08:00 -0500\n"
    assert "New York time, written -0500" in desk.notes()
    assert not has_link(desk, "Date: write the zone")


def test_now_is_the_sites_now(desk):
    """The clock of the site is written with its zone where there was none."""
    desk.open("layout: post\n")
    link(desk, "Date: now").click()
    assert desk.lines == "layout: post\ndate: 2025-11-17 07:30:05 -0500\n"


def test_now_keeps_the_spelling_of_the_file(desk):
    """A file that writes days only goes on to write days only."""
    desk.open("date: 2025-01-02\n")
    link(desk, "Date: now").click()
    assert desk.lines == "date: 2025-11-17\n"


def test_a_date_moved_to_summer_keeps_the_sites_clock(desk):
    """Two o'clock in New York stays two o'clock, with the offset of July."""
    desk.open("date: 2025-11-17 02:08:21 -0500\n")
    desk.empty("Date")
    desk.type("2025-07-17")
    assert desk.lines == "date: 2025-07-17 02:08:21 -0400\n"


def test_a_foreign_offset_is_kept_in_summer(desk):
    """An offset that is not the site's was written on purpose."""
    desk.open("date: 2025-11-17 02:08:21 +0900\n")
    desk.empty("Date")
    desk.type("2025-07-17")
    assert desk.said == [
        ("date", datetime(2025, 7, 17, 2, 8, 21, tzinfo=timezone(timedelta(hours=9))))
    ]
    assert desk.lines == "date: 2025-07-17 02:08:21 +0900\n"


def test_a_time_beside_a_mere_day_is_written_with_its_zone(desk):
    """A time without a zone would be read as UTC."""
    desk.open("date: 2025-11-17\n")
    desk.go_to("Time of Date")
    desk.type("18:30")
    assert desk.lines == "date: 2025-11-17 18:30:00 -0500\n"


def test_seconds_are_not_lost_on_a_spelling_without_them(desk):
    """Where the file's spelling cannot hold what was typed, the date is written out."""
    desk.open("date: 2025-11-17 02:08\n")
    desk.empty("Time of Date")
    desk.type("02:09:30")
    assert desk.lines == "date: 2025-11-17 02:09:30 -0500\n"


def test_an_emptied_time_leaves_the_day(desk):
    """The date is the day alone from then on, once one leaves the field."""
    desk.open("date: 2025-11-17 02:08:21\n")
    desk.empty("Time of Date")
    assert desk.said == []
    desk.press(_Key.Key_Return)
    assert desk.lines == "date: 2025-11-17\n"


def test_an_emptied_date_takes_the_key_away(desk):
    """Jekyll stops at an empty date, so none is ever written."""
    desk.open("title: T\ndate: 2025-11-17\n")
    desk.empty("Date")
    desk.press(_Key.Key_Return)
    assert desk.lines == "title: T\n"


@pytest.mark.parametrize("typed", ["31 Feb 2025", "soon", "2025-13-01", "17/2025"])
def test_what_is_no_date_is_not_written(desk, typed):
    """A calm sentence says how to write one, and Escape brings the date back."""
    desk.open("date: 2025-11-17\n")
    desk.empty("Date")
    desk.type(typed)
    desk.press(_Key.Key_Return)
    assert any(note.startswith("Write the date as") for note in desk.notes())
    assert desk.said == []
    desk.press(_Key.Key_Escape)
    assert desk.shown("Date") == "17 Nov 2025"


def test_what_is_no_time_is_not_written(desk):
    """The day has no 25th hour."""
    desk.open("date: 2025-11-17 02:08:21\n")
    desk.empty("Time of Date")
    desk.type("25:00")
    desk.press(_Key.Key_Tab)
    assert any(note.startswith("Write the time as") for note in desk.notes())
    assert desk.said == []


@pytest.mark.parametrize("spelled", ["TBD", "", "2025", "2025-11-17 02:60:00"])
def test_a_date_at_which_jekyll_stops_is_shown_with_the_reason(desk, spelled):
    """The text of the file stands in the field until a date is typed over it."""
    desk.open(f"date: {spelled}\n")
    assert desk.shown("Date") == spelled
    assert any("Jekyll" in note and "stops" in note for note in desk.notes())
    desk.empty("Date")
    desk.type("2025-11-17")
    assert desk.lines == "date: 2025-11-17\n"


def test_the_day_of_the_file_name_stands_in_for_a_missing_date(desk):
    """A post without a date has that of its name, and a time typed beside it means that day."""
    desk.open("title: T\n")
    desk.form.set_file_name("_posts/2025-10-05-quay.md")
    assert desk.input("Date").placeholderText() == "5 Oct 2025"
    assert "As in the file name" in desk.notes()
    desk.go_to("Time of Date")
    desk.type("08:00")
    assert desk.lines == "title: T\ndate: 2025-10-05 08:00:00 -0400\n"


@pytest.mark.qt_log_ignore(OFFSCREEN)
def test_a_day_is_picked_from_the_calendar(desk):
    """The down arrow opens it at the post's day, Enter takes the day, Escape closes."""
    desk.open("date: 2025-11-17 02:08:21 -0500\n")
    desk.go_to("Date")
    desk.press(_Key.Key_Down)
    month = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert month.selectedDate() == QDate(2025, 11, 17)
    desk.press(_Key.Key_Right)
    desk.press(_Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert desk.lines == "date: 2025-11-18 02:08:21 -0500\n"
    desk.press(_Key.Key_Down)
    QTest.keyClick(QApplication.activePopupWidget(), _Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert desk.said == [("date", datetime(2025, 11, 18, 2, 8, 21, tzinfo=NEW_YORK))]


def test_other_dates_of_a_file_are_dates_too(desk):
    """A theme's own date gets the same two boxes."""
    desk.open("expires: 2026-01-31\n")
    assert desk.shown("Expires") == "31 Jan 2026"
    desk.empty("Expires")
    desk.type("2026-02-28")
    assert desk.lines == "expires: 2026-02-28\n"


def test_a_change_of_the_zone_changes_the_words_not_the_file(desk):
    """The site's settings can change while a post is open."""
    desk.open("date: 2025-11-17 02:08\n")
    desk.form.set_zone(ZoneInfo("Asia/Tokyo"), "Tokyo")
    assert "02:08, Tokyo. Here: Sun 16 Nov, 12:08" in desk.input("Date").accessibleDescription()
    assert desk.said == []


def test_a_zone_that_ruby_does_not_know_is_told(desk):
    """`CET` is passed over unless the site lies there."""
    desk.open('date: "2025-11-17 02:08 CET"\n')
    assert any("does not know the zone" in note for note in desk.notes())


def test_a_date_half_typed_survives_an_answer_about_something_else(desk):
    """An autosave or a new title does not wipe what is being typed."""
    desk.open("date: 2025-11-17\n")
    desk.empty("Date")
    desk.type("3 De")
    desk.form.set_front_matter(desk.front_matter.put("title", "New"))
    assert desk.shown("Date") == "3 De"
    assert date(2025, 11, 17) == desk.front_matter.value("date")


def test_a_date_half_typed_does_not_go_over_to_the_next_post(desk):
    """Two posts may have the same date, and only one of them was being changed."""
    desk.open("date: 2025-11-17\ntitle: One\n")
    desk.empty("Date")
    desk.type("3 Dec")
    desk.open("date: 2025-11-17\ntitle: Two\n")
    assert desk.shown("Date") == "17 Nov 2025"
    desk.form.commit()
    assert desk.said == []
