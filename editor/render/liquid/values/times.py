"""Read the moment that a value means, and print moments as Ruby does."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from editor.post.field_values import JekyllTime
from editor.post.ruby.moment import BeyondCalendarError, NoMomentError, parse_time
from editor.post.ruby.zones import names_utc, zone_offset

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fixed_zone(offset: timedelta) -> timezone:
    """Return a zone that has an offset but no name: ``%Z`` prints nothing for it in Ruby."""
    return timezone(offset, "")


def printed_time(value: JekyllTime | date) -> str:
    """Return a time or a day as Ruby prints it: ``2025-11-17 02:08:21 -0500``."""
    if isinstance(value, JekyllTime):
        value = value.instant
    if not isinstance(value, datetime):
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    minutes = int((value.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    day = f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    clock = f"{value.hour:02d}:{value.minute:02d}:{value.second:02d}"
    return f"{day} {clock} {'-' if minutes < 0 else '+'}{hours:02d}{rest:02d}"


def as_time(value: object, zone: tzinfo, now: datetime) -> date | datetime | None:
    """Return the moment or day that a date filter reads in `value` (Liquid 4: `Utils.to_date`).

    A text is read as Ruby's `Time.parse` reads it and keeps its own offset; a whole number, also
    as a text, counts seconds since 1970. None where Ruby finds no date. `zone` is the site's.
    """
    if isinstance(value, JekyllTime):
        offset = value.instant.utcoffset() or timedelta()
        return value.instant.replace(tzinfo=fixed_zone(offset))
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int) or (value.isascii() and value.isdigit()):
        return _since_1970(value, zone)
    return _written_time(value.replace("Σ", "σ").lower(), zone, now)


def _since_1970(value: int | str, zone: tzinfo) -> datetime | None:
    try:
        return (_EPOCH + timedelta(seconds=int(value))).astimezone(zone)
    except (OverflowError, ValueError):
        # Ruby knows years beyond 9999; a preview shows the number instead.
        return None


def _written_time(text: str, zone: tzinfo, now: datetime) -> datetime | None:
    if text in {"now", "today"}:
        return now.astimezone(zone)
    try:
        moment = parse_time(text, zone, now)
    except (NoMomentError, BeyondCalendarError):
        return None
    if not moment.has_offset:
        return moment.when
    if names_utc(moment.zone_name):
        return moment.when.astimezone(timezone(timedelta(), "UTC"))
    offset = zone_offset(moment.zone_name, moment.when.year, zone)
    if offset is None or moment.zone_name.upper() == (moment.when.tzname() or "").upper():
        return moment.when
    return moment.when.astimezone(fixed_zone(offset))


def local_time(value: date | datetime, zone: tzinfo) -> datetime:
    """Return `value` on the site's clock; a day without a time begins at midnight there."""
    if isinstance(value, datetime):
        return value.astimezone(zone)
    return datetime.combine(value, time(), zone)
