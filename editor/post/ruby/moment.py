"""Tell which moment a text means, as Ruby's `Time.parse` does."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta, timezone, tzinfo

from editor.post.ruby.date_fields import DateFields
from editor.post.ruby.date_search import MAX_LENGTH, date_fields
from editor.post.ruby.zones import local_time, names_utc, zone_offset

_LAST_YDAY = 366
_LONGEST_MONTH = 31
_MONTHS = range(1, 13)
_DAYS = range(1, 32)
_HOURS = range(24)
_MINUTES = range(60)
_SECONDS = range(61)
_SHORTEST_MONTH = 28
_LAST_MONTH = 12
_DAY = timedelta(days=1)

Clock = tuple[int, int, int, int, int, int]
"""Year, month, day, hour, minute, second; each may be out of its range until it is checked."""


class NoMomentError(ValueError):
    """Say that Ruby finds no moment in a text."""


class BeyondCalendarError(ValueError):
    """Say that Ruby finds a moment that lies outside the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What Ruby reads in a text: `when` in the site's zone, and what the text itself said.

    `zone_name` is the text of a zone, "" for none; `has_offset` says whether Ruby knew it.
    """

    when: datetime
    has_clock: bool
    zone_name: str
    has_offset: bool


def parse_time(text: str, zone: tzinfo, now: datetime) -> Moment:
    """Return the moment that Ruby 3.1 finds in `text` when its own clock is that of `zone`.

    Upper parts that are missing, such as the year of "17 Nov", are those of `now`; lower ones
    are the least. A day that its month does not have rolls over. Raises NoMomentError where Ruby
    gives up, and BeyondCalendarError for a year that no Python date can hold.
    """
    if len(text) > MAX_LENGTH:
        raise NoMomentError(f"longer than {MAX_LENGTH} characters")
    fields = date_fields(text)
    if fields.hold_nothing():
        raise NoMomentError("no date in it")
    try:
        when, has_offset = _Place(zone, now.astimezone(zone)).moment(fields)
        when = when.astimezone(zone)
    except OverflowError as error:
        raise BeyondCalendarError(str(error)) from error
    return Moment(when, fields.hour is not None, fields.zone or "", has_offset)


@dataclass(frozen=True, slots=True)
class _Place:
    """Make moments of found parts, at a place and at the time it is there now."""

    zone: tzinfo
    now: datetime

    def moment(self, fields: DateFields) -> tuple[datetime, bool]:
        """Return the moment as Ruby shows it, and whether an offset from UTC was known."""
        if fields.yday is not None:
            return self._day_of_year(fields, fields.yday)
        offset = self._offset(fields, self.now.year if fields.year is None else fields.year)
        here = self.now if offset is None else self.now.astimezone(_fixed(offset))
        clock = _filled_up(fields, here)
        offset = self._offset(fields, clock[0])
        if offset is None:
            return local_time(_checked(clock), self.zone), False
        when = _checked(_to_utc(clock, offset)).replace(tzinfo=UTC)
        return self._shown(when, fields.zone or "", offset), True

    def _offset(self, fields: DateFields, year: int) -> timedelta | None:
        if fields.zone is None:
            return None
        return zone_offset(fields.zone, min(max(year, MINYEAR), MAXYEAR), self.zone)

    def _shown(self, when: datetime, name: str, offset: timedelta) -> datetime:
        """Return `when` on the clock that Ruby keeps for it: UTC, the place's or a fixed one."""
        if names_utc(name):
            return when
        local = when.astimezone(self.zone)
        return local if local.utcoffset() == offset else when.astimezone(_fixed(offset))

    def _day_of_year(self, fields: DateFields, yday: int) -> tuple[datetime, bool]:
        """Count days from New Year by Ruby's way: a guess in months of 31 days, then its error."""
        if not 1 <= yday <= _LAST_YDAY:
            raise NoMomentError("no such day in a year")
        months, days = divmod(yday - 1, _LONGEST_MONTH)
        month, day = months + 1, days + 1
        guess, has_offset = self.moment(replace(fields, yday=None, mon=month, mday=day))
        error = yday - guess.timetuple().tm_yday
        if not error:
            return guess, has_offset
        day += error
        length = _month_length(self.now.year if fields.year is None else fields.year, month)
        if day > _SHORTEST_MONTH and day > length:
            month, day = month + 1, day - length
        return self.moment(replace(fields, yday=None, mon=month, mday=day))


def _fixed(offset: timedelta) -> timezone:
    if abs(offset) >= _DAY:
        raise NoMomentError("an offset of a day or more")
    return timezone(offset)


def _filled_up(fields: DateFields, here: datetime) -> Clock:
    """Return the clock of `fields`: what is missing before its first part is that of `here`."""
    found = (fields.year, fields.mon, fields.mday, fields.hour, fields.minute, fields.sec)
    now = (here.year, here.month, here.day, here.hour, here.minute, here.second)
    first = next((index for index, part in enumerate(found) if part is not None), len(found))
    least = (here.year, 1, 1, 0, 0, 0)
    filled = (*now[:first], *least[first:])
    year, month, day, hour, minute, second = (
        otherwise if part is None else part for part, otherwise in zip(found, filled, strict=True)
    )
    return year, month, day, hour, minute, second


def _to_utc(clock: Clock, offset: timedelta) -> Clock:
    """Return `clock` less `offset`, unit by unit: what the offset leaves alone stays as it is."""
    year, month, day, *units = clock
    sign = -1 if offset > timedelta(0) else 1
    carry = abs(int(offset.total_seconds()))
    for place, base in ((2, 60), (1, 60), (0, 24)):
        carry, part = divmod(carry, base)
        if part:
            over, units[place] = divmod(units[place] + sign * part, base)
            carry += sign * over
    day += sign * carry
    if carry and sign > 0 and month <= _LAST_MONTH and day > _month_length(year, month):
        year, month = (year, month + 1) if month < _LAST_MONTH else (year + 1, 1)
        day = 1
    if carry and day < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, _LAST_MONTH)
        day = _month_length(year, month)
    hour, minute, second = units
    return year, month, day, hour, minute, second


def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1] if month in _MONTHS else _LONGEST_MONTH


def _checked(clock: Clock) -> datetime:
    """Return `clock` as a naive datetime, rolled over where Ruby's `Time` rolls over."""
    year, month, day, hour, minute, second = clock
    midnight = (hour, minute, second) == (24, 0, 0)
    in_range = (
        month in _MONTHS
        and day in _DAYS
        and (hour in _HOURS or midnight)
        and minute in _MINUTES
        and second in _SECONDS
    )
    if not in_range:
        raise NoMomentError("a part out of its range")
    if not MINYEAR <= year <= MAXYEAR:
        raise BeyondCalendarError(f"the year {year}")
    parts = timedelta(days=day - 1, hours=hour, minutes=minute, seconds=second)
    return datetime(year, month, 1) + parts  # noqa: DTZ001 - the caller adds the zone
