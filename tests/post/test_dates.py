"""When a post appears: Jekyll's own reading of its date, in the zone of the site."""

import json
import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.post.dates import (
    DateProblem,
    PostDate,
    date_of_name,
    day_mismatch,
    read_date,
    written_form,
)
from editor.post.field_values import JekyllTime
from editor.post.file_names import parse, parse_draft
from editor.post.yaml_scalars import read_plain
from tests.peer.real_ruby import needs, ruby

DATA = Path(__file__).parents[1] / "data"
FACTS = json.loads((DATA / "dates.json").read_text(encoding="utf-8"))["pairs"]
ZONES = ["UTC", "America/New_York", "Asia/Tokyo", "Europe/Moscow", "Asia/Kolkata"]
BUILD = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")


def value_of(line):
    """Give the value of `date: ...` as Jekyll's YAML reads it, and its spelling."""
    written = line.removeprefix("date: ")
    if written[0] in "\"'":
        return written[1:-1], written
    if written[0] == "[":
        return [read_plain(written[1:-1])], written
    plain = written.removeprefix("!!str ")
    return read_plain(plain), written


def outcome(fact):
    """Give what the Jekyll that sites use did: the release of 4.3 with its own YAML reader."""
    return fact.get("upstream_4.3.4_safe_yaml", fact)


def iso(when):
    """Write a moment as the facts do."""
    return written_form(when).replace(" ", "T", 1).replace(" ", "")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: ascii(fact["yaml"]))
def test_a_date_is_read_as_jekyll_reads_it(fact, zone):
    """Each fact is a real build: the moment it showed, or that it stopped."""
    value, spelling = value_of(fact["yaml"])
    expected = outcome(fact).get("results")
    if expected is not None and not expected[zone]["date"].startswith("10000"):
        read = read_date(value, ZoneInfo(zone), spelling=spelling, now=BUILD)
        assert iso(read.when) == expected[zone]["date"]
        return
    with pytest.raises(DateProblem) as stopped:
        read_date(value, ZoneInfo(zone), spelling=spelling, now=BUILD)
    assert stopped.value.stops_jekyll == (expected is None)


@pytest.mark.parametrize(
    ("spelling", "kind"),
    [
        ("2025-11-17", "date-only"),
        ("17 November 2025", "date-only"),
        ("2025-11-17 02:08:21", "utc-by-accident"),
        ("2025-11-17T02:08:21", "utc-by-accident"),
        ("2025-11-17 02:08:21.500", "utc-by-accident"),
        ("2025-11-17 02:08:21Z", "zoned"),
        ("2025-11-17 02:08:21 +0000", "zoned"),
        ("2025-11-17 02:08:21 -05:00", "zoned"),
        ("2025-11-17 02:08:21 EST", "zoned"),
        ("2025-11-17 02:08", "local"),
        ("2025-11-17 02:08:21 PM", "local"),
        ('"2025-11-17 02:08:21"', "local"),
    ],
)
def test_a_writer_learns_how_the_zone_was_understood(spelling, kind):
    """The same clock may mean UTC, the site or somewhere else, by its spelling alone."""
    value, _ = value_of(f"date: {spelling}")
    assert read_date(value, NEW_YORK, spelling=spelling).kind == kind


def test_a_time_whose_zone_was_left_out_is_pointed_out():
    """It slips to the evening before, and the address with it."""
    value, spelling = value_of("date: 2025-11-17 02:08:00")
    read = read_date(value, NEW_YORK, spelling=spelling)
    assert read.warning == (
        "Without a zone, Jekyll takes this time as UTC: at the site it is 2025-11-16 21:08."
        " Write the zone after it, such as -0500."
    )
    assert read_date(value, UTC, spelling=spelling).warning is None
    assert read_date(value, NEW_YORK).kind == "zoned"


def test_a_zone_that_jekyll_ignores_is_pointed_out():
    """CET means nothing to a site in New York; in Paris it does."""
    read = read_date("2025-11-17 02:08:21 CET", NEW_YORK)
    assert read.ignored_zone == "CET"
    assert read.warning == (
        "Jekyll does not know the zone “CET” and takes the time as the site's own."
        " Write the zone in digits, such as +0100."
    )
    in_paris = read_date("2025-07-17 02:08:21 cest", ZoneInfo("Europe/Paris"))
    assert (in_paris.kind, in_paris.warning) == ("zoned", None)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            None,
            "The date is empty, and Jekyll stops at an empty date.",
        ),
        (
            "soon",
            "Jekyll finds no date in “soon” and stops.",
        ),
    ],
)
def test_a_date_at_which_jekyll_stops_says_what_to_write(value, sentence):
    """One such post, and the whole site is not built."""
    with pytest.raises(DateProblem) as stopped:
        read_date(value, UTC)
    assert str(stopped.value) == (
        f"{sentence} Write it as year, month and day, such as 2025-11-17, or take the field away."
    )
    assert stopped.value.stops_jekyll


@pytest.mark.parametrize("value", ["10000-01-01", "0000-01-01", "9999-12-31 23:00 -1200"])
def test_a_date_beyond_the_calendar_is_left_to_jekyll(value):
    """Jekyll would go on; Dateline says that it cannot show it."""
    with pytest.raises(DateProblem) as beyond:
        read_date(value, UTC)
    assert not beyond.value.stops_jekyll
    assert str(beyond.value) == f"The date “{value}” is beyond the years that Dateline can show."


PIECES = st.lists(
    st.one_of(
        st.sampled_from([*"-/.:,'TZ+[]wh", "EST", "CET", "pm", "bc", "th", "Nov", "ſep"]),
        st.integers(0, 10**15).map(str),
        st.text(max_size=3),
    ),
    max_size=12,
).map(" ".join)


@given(
    st.one_of(PIECES, st.text(), st.lists(st.one_of(st.dates(), st.floats(), st.none(), PIECES))),
    st.sampled_from([*ZONES, "Pacific/Apia", "Africa/Monrovia"]),
)
@example("5 ſep 2025", "UTC")
@example("0001-01-01 10:00 XYZ", "Asia/Tokyo")
@example("9" * 128, "UTC")
@example("9" * 100 + " pm", "UTC")
def test_whatever_is_typed_as_a_date_gives_a_moment_or_a_sentence(value, zone):
    """Nothing that a writer types stops the program."""
    with suppress(DateProblem):
        assert read_date(value, ZoneInfo(zone), now=BUILD).when.tzinfo == ZoneInfo(zone)


def test_what_a_date_leaves_out_comes_from_the_day_of_the_build():
    """`17 Nov` is this year's; a time alone is today's, where the site is."""
    now = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
    assert read_date("17 Nov", NEW_YORK, now=now).when.date() == date(2026, 11, 17)
    assert read_date("at 09:15", NEW_YORK, now=now).when.date() == date(2026, 2, 28)
    assert read_date("at 09:15", NEW_YORK).when.hour == 9


def test_a_time_of_yaml_counts_by_its_own_offset():
    """The value carries the offset with it."""
    value = JekyllTime(datetime(2025, 11, 17, 2, 8, 21, tzinfo=timezone(timedelta(hours=2))))
    read = read_date(value, UTC)
    assert read == PostDate(datetime(2025, 11, 17, 0, 8, 21, tzinfo=UTC), "zoned")


@pytest.mark.parametrize(
    ("name", "zone", "shown"),
    [
        ("2025-03-04-x.md", "Asia/Tokyo", "2025-03-04 00:00:00 +0900"),
        ("2018-11-04-x.md", "America/Sao_Paulo", "2018-11-04 01:00:00 -0200"),
        ("1900-01-01-x.md", "Asia/Kolkata", "1900-01-01 00:00:20 +0521"),
        ("1880-01-01-x.md", "America/New_York", "1879-12-31 23:59:56 -0456"),
    ],
)
def test_a_post_without_a_date_appears_at_midnight_of_its_file_name(name, zone, shown):
    """Where summer begins at midnight, an hour later; clocks before 1920 had odd seconds."""
    read = date_of_name(parse(name), ZoneInfo(zone))
    assert written_form(read.when) == shown
    assert read.kind == "date-only"


def test_a_file_name_without_a_usable_day_gives_no_date():
    """A draft may have none; at a wrong one Jekyll stops."""
    assert date_of_name(parse_draft("idea.md"), UTC) is None
    with pytest.raises(DateProblem, match="Jekyll stops at this file name"):
        date_of_name(parse("2025-13-04-x.md"), UTC)


def test_a_post_that_appears_on_another_day_than_its_file_name_says_so():
    """The address follows the front matter, links by name follow the file."""
    read = read_date("2025-11-17 02:08:21 +0000", NEW_YORK)
    assert day_mismatch(read, parse("2025-11-17-x.md")) == (
        "This post appears on 2025-11-16, the date in its front matter,"
        " but its file name says 2025-11-17."
    )
    assert day_mismatch(read, parse("2025-11-16-x.md")) is None
    assert day_mismatch(read, parse_draft("x.md")) is None


@pytest.mark.parametrize(
    ("offset", "written"),
    [
        (timedelta(0), "+0000"),
        (timedelta(hours=5, minutes=30), "+0530"),
        (timedelta(hours=-9, minutes=-30), "-0930"),
        (timedelta(hours=-4, minutes=-56, seconds=-2), "-0456"),
    ],
)
def test_a_date_is_written_so_that_no_reader_can_mistake_it(offset, written):
    """Year, month, day, time and offset, always in the same places."""
    when = datetime(987, 1, 2, 3, 4, 5, 678, tzinfo=timezone(offset))
    assert written_form(when) == f"0987-01-02 03:04:05 {written}"


def test_a_date_without_a_zone_is_never_written():
    """It would mean another moment at every site."""
    with pytest.raises(ValueError, match="without a zone"):
        written_form(datetime(2025, 1, 2))  # noqa: DTZ001 - the missing zone is the point


@pytest.mark.parametrize("zone", ZONES)
def test_a_date_that_was_written_is_read_back_as_the_same_moment(zone):
    """Whatever the zone of the site, and whatever the zone of the laptop."""
    when = datetime(2025, 11, 17, 2, 8, 21, tzinfo=NEW_YORK)
    written = written_form(when)
    read = read_date(read_plain(written), ZoneInfo(zone), spelling=written)
    assert read.when == when
    assert read.kind == "zoned"


@pytest.mark.peer
@needs("jekyll")
@pytest.mark.parametrize("zone", ["Europe/Lisbon", "Australia/Lord_Howe", "America/St_Johns"])
def test_the_jekyll_on_this_machine_reads_the_same_dates(zone):
    """Spellings that the facts do not hold, in zones with odd offsets and odd summers."""
    texts = [
        "2025-10-26 01:30",
        "2025-03-30 01:30",
        "2025-04-06 01:45",
        "4th of July 2024, 6.30 pm",
        "Sat 1 Feb 2025 7:05 a.m. WET",
        "1/2/03",
        "2024-366 noon",
        "2023-366",
        "31-6-2025",
        "2025-02-29 23:59:60 NST",
        "2025-05-31 22:15 -0330",
        "'98 dec 24",
        "20250607T0809+01",
        "H25.3.4",
        "25 August",
        "2025-08-09 10.11.12",
        "2025-01-01 00:10 +0200",
        "99",
        "quarter past nine",
    ]
    script = (
        'require "jekyll"; require "json"; Jekyll.logger.log_level = :error;'
        " puts JSON.generate(JSON.parse(STDIN.read).map { |text|"
        ' begin; Jekyll::Utils.parse_date(text).strftime("%Y-%m-%d %H:%M:%S %z");'
        " rescue Jekyll::Errors::InvalidDateError; nil; end })"
    )
    before = datetime.now(UTC)
    answer = ruby(script, given=json.dumps(texts), env={"TZ": zone})

    def ours(text):
        try:
            return written_form(read_date(text, ZoneInfo(zone), now=before).when)
        except DateProblem:
            return None

    assert [ours(text) for text in texts] == json.loads(answer)


def test_every_fact_is_about_a_date():
    """The facts are read by their `date:` line alone."""
    assert all(re.match(r"date: .", fact["yaml"]) for fact in FACTS)
    assert len(FACTS) == 131
