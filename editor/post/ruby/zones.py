"""Know the time zones that Ruby knows by name, and the clock of a place."""

import re
from datetime import UTC, datetime, timedelta, tzinfo

_HOURS_OF = {
    "UTC": 0,
    "Z": 0,
    "UT": 0,
    "GMT": 0,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
} | {
    letter: hours
    for letters, sign in (("ABCDEFGHIKLM", 1), ("NOPQRSTUVWXY", -1))
    for hours, letter in zip(range(sign, 13 * sign, sign), letters, strict=True)
}
_NUMERIC = re.compile(r"([+-])([0-9]{2})(?:(:?)([0-9]{2})(?:\3([0-9]{2}))?)?")
_UTC_NAMES = frozenset({"-00:00", "-0000", "-00", "UTC", "Z", "UT"})


def zone_offset(name: str, year: int, zone: tzinfo) -> timedelta | None:
    """Return the offset from UTC that Ruby's `Time.zone_offset` gives for `name`.

    It knows offsets in digits, the zones of American mail, the letters of the military, and what
    the clocks of `zone`, the site's own, are called in that year. None: Ruby ignores the name.
    """
    name = name.upper()
    numeric = _NUMERIC.fullmatch(name)
    if numeric is not None:
        sign, hours, _, minutes, seconds = numeric.groups(default="0")
        offset = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
        return -offset if sign == "-" else offset
    if name in _HOURS_OF:
        return timedelta(hours=_HOURS_OF[name])
    for month in (1, 7):
        midnight = local_time(datetime(year, month, 1), zone)  # noqa: DTZ001 - the zone is given beside it
        if (midnight.tzname() or "").upper() == name:
            return midnight.utcoffset()
    return None


def names_utc(name: str) -> bool:
    """Say whether Ruby takes `name` for UTC itself, and not for a place whose clock agrees."""
    return name.upper() in _UTC_NAMES


def local_time(clock: datetime, zone: tzinfo) -> datetime:
    """Return the moment at which the clocks of `zone` show `clock`, which has no zone.

    A time that is shown twice, when summer ends, is the second; one that is left out, when
    summer begins, is the hour after. Ruby 3.1, `Time.local`.
    """
    first = clock.replace(tzinfo=zone, fold=0)
    second = clock.replace(tzinfo=zone, fold=1)
    shown_twice = (first.utcoffset() or timedelta(0)) > (second.utcoffset() or timedelta(0))
    return (second if shown_twice else first).astimezone(UTC).astimezone(zone)
