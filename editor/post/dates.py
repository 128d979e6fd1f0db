"""Tell when a post appears, as Jekyll reads its date in the time zone of the site.

Jekyll 4.3: `Document#merge_date!` and `Utils.parse_date`. A date of the front matter wins over
that of the file name; one without a zone may mean UTC or the site's own clock, by its spelling.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal, TypeAlias

from editor.post.errors import DatelineError
from editor.post.field_values import JekyllTime, Value
from editor.post.file_names import PostName
from editor.post.ruby.moment import BeyondCalendarError, Moment, NoMomentError, parse_time
from editor.post.ruby.text import ruby_text
from editor.post.ruby.zones import local_time

DateKind: TypeAlias = Literal["date-only", "utc-by-accident", "zoned", "local"]

_TIME_WITHOUT_ZONE = re.compile(r"[^:]*:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?\s*")
_MINUTE = timedelta(minutes=1)
_NONE = timedelta(0)
# Jekyll reads a date, and then twice more the text that Ruby makes of what it read: once for the
# categories and once for the tags.
_READ_AGAIN = 2


class DateProblem(DatelineError):
    """Report a date that cannot be used.

    Attributes:
        stops_jekyll: the site is not built at all. Otherwise Jekyll reads the date, but its year
            is not one of 1 to 9999, so Dateline cannot show it.
    """

    def __init__(self, sentence: str, *, stops_jekyll: bool) -> None:
        super().__init__(sentence)
        self.stops_jekyll = stops_jekyll


@dataclass(frozen=True, slots=True)
class PostDate:
    """When a post appears.

    Attributes:
        when: the moment, in the site's time zone; its day is the day in the address.
        kind: how the date was understood: "date-only" (midnight at the site), "zoned" (the text
            names a zone or an offset), "local" (no zone: the site's clock) or "utc-by-accident"
            (no zone either, but YAML has read a time, and for YAML that is UTC).
        ignored_zone: a zone in the text that Ruby does not know, and so takes no notice of.
    """

    when: datetime
    kind: DateKind
    ignored_zone: str = ""

    @property
    def warning(self) -> str | None:
        """Return a sentence about a zone that does not do what the writer may expect, or None."""
        if self.ignored_zone:
            return (
                f"Jekyll does not know the zone “{self.ignored_zone}” and takes the time as the"
                " site's own. Write the zone in digits, such as +0100."
            )
        if self.kind == "utc-by-accident" and self.when.utcoffset():
            shown, _, offset = written_form(self.when).rpartition(" ")
            return (
                "Without a zone, Jekyll takes this time as UTC: at the site it is"
                f" {shown.removesuffix(':00')}. Write the zone after it, such as {offset}."
            )
        return None


def read_date(
    value: Value, zone: tzinfo, *, spelling: str = "", now: datetime | None = None
) -> PostDate:
    """Return the moment that Jekyll reads in the `date` of a front matter.

    Args:
        value: what YAML gives for it, as Jekyll reads YAML.
        zone: the site's time zone.
        spelling: the value as it stands in the file. It tells a time whose zone was left out
            from one that says UTC; without it both count as "zoned".
        now: the time of the build; it fills in what a date leaves out, such as the year.

    Raises:
        DateProblem: Jekyll stops here (for an empty date too), or the year is beyond 1 to 9999.
    """
    if isinstance(value, JekyllTime):
        return _read_time(value, zone, spelling)
    text = ruby_text(value)
    try:
        moment = parse_time(text, zone, datetime.now(UTC) if now is None else now)
        when = _read_again(moment.when, zone)
    except NoMomentError as error:
        raise DateProblem(_stopped(text), stops_jekyll=True) from error
    except (BeyondCalendarError, OverflowError) as error:
        raise _beyond(text) from error
    return PostDate(when, _kind(moment), "" if moment.has_offset else moment.zone_name)


def _read_time(value: JekyllTime, zone: tzinfo, spelling: str) -> PostDate:
    """Read a time without going through its text, in which only the parts of a second are lost."""
    try:
        when = _read_again(value.instant.replace(microsecond=0), zone)
    except OverflowError as error:
        raise _beyond(ruby_text(value)) from error
    return PostDate(when, "utc-by-accident" if lacks_zone(spelling) else "zoned")


def date_of_name(name: PostName, zone: tzinfo) -> PostDate | None:
    """Return the moment that a file name gives a post without a date: midnight at the site.

    None: the name of a draft without a date.

    Raises:
        DateProblem: Jekyll stops at this name.
    """
    if name.problem is not None:
        raise DateProblem(name.problem, stops_jekyll=True)
    if name.date is None:
        return None
    midnight = datetime(name.date.year, name.date.month, name.date.day)  # noqa: DTZ001 - the zone is given beside it
    return PostDate(_read_again(local_time(midnight, zone), zone), "date-only")


def day_mismatch(read: PostDate, name: PostName) -> str | None:
    """Return a sentence when a post appears on another day than its file name says, or None."""
    appears = read.when.date()
    if name.date is None or name.date == appears:
        return None
    return (
        f"This post appears on {appears.isoformat()}, the date in its front matter,"
        f" but its file name says {name.date.isoformat()}."
    )


def written_form(when: datetime) -> str:
    """Return `when`, which must know its zone, as `YYYY-MM-DD HH:MM:SS +ZZZZ`.

    In this form every reader of YAML that Jekyll has ever used sees the same moment.
    """
    offset = when.utcoffset()
    if offset is None:
        raise ValueError("a date without a zone means another moment at every site")
    sign = "-" if offset < _NONE else "+"
    hours, minutes = divmod(abs(offset) // _MINUTE, 60)
    clock = when.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
    return f"{clock} {sign}{hours:02d}{minutes:02d}"


def lacks_zone(spelling: str) -> bool:
    """Say whether a time that is spelled like this ends with its seconds, and names no zone."""
    return _TIME_WITHOUT_ZONE.fullmatch(spelling) is not None


def _kind(moment: Moment) -> DateKind:
    if not moment.has_clock:
        return "date-only"
    return "zoned" if moment.has_offset else "local"


def _read_again(when: datetime, zone: tzinfo) -> datetime:
    """Return what becomes of `when` as Jekyll reads its own text of it again.

    That text has no seconds of an offset. Only clocks from before about 1920 have them.
    """
    offset = when.utcoffset() or _NONE
    written = abs(offset) // _MINUTE * _MINUTE
    lost = offset - (-written if offset < _NONE else written)
    return (when.astimezone(UTC) + _READ_AGAIN * lost).astimezone(zone)


def _beyond(text: str) -> DateProblem:
    sentence = f"The date “{text}” is beyond the years that Dateline can show."
    return DateProblem(sentence, stops_jekyll=False)


def _stopped(text: str) -> str:
    way_out = "Write it as year, month and day, such as 2025-11-17, or take the field away."
    if not text:
        return f"The date is empty, and Jekyll stops at an empty date. {way_out}"
    return f"Jekyll finds no date in “{text}” and stops. {way_out}"
