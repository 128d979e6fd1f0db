"""What a date of the front matter says, in the digits it was written with."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from editor.post.dates import DateKind, DateProblem, PostDate, read_date
from editor.post.field_values import JekyllTime
from editor.post.form_field import FormField

_WRITTEN = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)[Tt ]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d*)?\s*"
    r"(?:Z|([-+])(\d\d):?(\d\d))",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """Hold a date as the form shows it.

    Attributes:
        day: The day in the file; None where Jekyll finds no date.
        clock: The time of day in the file; None where it names a day only.
        zone: The zone that the digits are in. It is the site's own for digits written with the
            offset that the site has on that day: they go on meaning the site's clock.
        offset: The offset that is written; None where none is.
        kind: How Jekyll understands it; None where it does not.
        when: The moment on the site's clock.
        problem: A sentence where Jekyll does not take the date as it stands, "" where it does.
    """

    day: date | None
    clock: time | None
    zone: tzinfo
    offset: timedelta | None = None
    kind: DateKind | None = None
    when: datetime | None = None
    problem: str = ""

    @property
    def site_day(self) -> date | None:
        """Give the day on which the post appears at the site."""
        return self.when.date() if self.when is not None else None

    def at(self, day: date, clock: time) -> datetime:
        """Give the moment of other digits in the zone of this one."""
        return datetime.combine(day, clock, self.zone)

    def keeps_offset(self, when: datetime) -> bool:
        """Tell whether another moment has the offset that is written, or none is written."""
        return self.offset is None or when.utcoffset() == self.offset


def written_moment(shown: FormField, zone: tzinfo, now: datetime) -> WrittenMoment:
    """Read the value of a field as Jekyll does, but keep the digits that the file has.

    Args:
        shown: The field; its key is in the file.
        zone: The site's time zone.
        now: The moment of reading, which fills in what a date leaves out.
    """
    try:
        read = read_date(shown.value, zone, spelling=shown.spelling, now=now)
    except DateProblem as error:
        return WrittenMoment(None, None, zone, problem=str(error))
    written = _written(shown, read)
    clock = None if read.kind == "date-only" else written.time()
    problem = (read.warning or "") if read.ignored_zone else ""
    return WrittenMoment(
        written.date(),
        clock and clock.replace(microsecond=0, tzinfo=None),
        _zone_of(written, read, zone),
        written.utcoffset() if read.kind == "zoned" else None,
        read.kind,
        read.when,
        problem,
    )


def _written(shown: FormField, read: PostDate) -> datetime:
    value = shown.value
    if isinstance(value, JekyllTime):
        return value.instant
    found = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or read.kind != "zoned":
        return read.when
    return read.when.astimezone(_offset(found))


def _offset(found: re.Match[str]) -> timezone:
    if found[7] is None:
        return UTC
    offset = timedelta(hours=int(found[8]), minutes=int(found[9]))
    return timezone(-offset if found[7] == "-" else offset)


def _zone_of(written: datetime, read: PostDate, zone: tzinfo) -> tzinfo:
    if read.kind == "utc-by-accident":
        return UTC
    is_site_offset = written.utcoffset() == read.when.utcoffset()
    return zone if read.kind != "zoned" or is_site_offset else written.tzinfo or zone
