"""Find the clock that a site goes by: its `timezone`, or that of this machine.

Jekyll 4.3: `Jekyll.set_timezone` hands the name to the C library, which takes any name that it
does not know for UTC, without a word.
"""

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from typing_extensions import override

_LARGEST_OFFSET = timedelta(hours=24)
_ABBREVIATION_WITH_OFFSET = re.compile(
    r"(?P<name>[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
    r"(?P<sign>[+-]?)(?P<hours>\d{1,2})(?::(?P<minutes>\d{2}))?(?::(?P<seconds>\d{2}))?",
    re.ASCII,
)
"""A zone by the rules of POSIX: the offset is what has to be added to reach UTC."""


@dataclass(frozen=True)
class MachineZone(tzinfo):
    """Follow this machine's own clock, summer and winter, as the C library sees it."""

    @override
    def utcoffset(self, when: datetime | None, /) -> timedelta | None:
        """Give the offset at a local time; `fold` picks one of two equal times."""
        return None if when is None else _as_local(when.replace(tzinfo=None)).utcoffset()

    @override
    def dst(self, when: datetime | None, /) -> timedelta | None:
        """Leave open what part of the offset is summer time: nothing here asks."""
        return None

    @override
    def tzname(self, when: datetime | None, /) -> str | None:
        """Give the zone's abbreviation at a local time, such as CET."""
        return None if when is None else _as_local(when.replace(tzinfo=None)).tzname()

    @override
    def fromutc(self, when: datetime, /) -> datetime:
        """Turn a moment, given as UTC with this zone attached, into the local time."""
        local = _as_local(when.replace(tzinfo=UTC))
        clock = local.replace(tzinfo=self, fold=0)
        return clock if clock.utcoffset() == local.utcoffset() else clock.replace(fold=1)


def _as_local(when: datetime) -> datetime:
    """Ask the C library; Windows answers for years from 1970 on only, and then winter time does.

    Args:
        when: a local time without a zone, or a moment with one.
    """
    try:
        return when.astimezone()
    except (OSError, OverflowError, ValueError):
        winter = timezone(timedelta(seconds=-time.timezone))
        if when.tzinfo is None:
            return when.replace(tzinfo=winter)
        return when.astimezone(winter)


def zone_named(name: str | None) -> tuple[tzinfo, str | None]:
    """Find a zone by the name in `_config.yml`.

    Args:
        name: what the config says; None where it says nothing.

    Returns:
        The zone, and a sentence when the name does not mean what its writer hoped.
    """
    if name is None:
        return MachineZone(), None
    try:
        return ZoneInfo(name.removeprefix(":")), None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        offset = _posix_offset(name)
    if offset is not None:
        return timezone(offset), None
    return UTC, (
        f"The time zone “{name}” in the site's config is not known, so Jekyll takes all times for"
        " UTC. Use a name such as Europe/Paris."
    )


def _posix_offset(name: str) -> timedelta | None:
    """Read a zone such as `EST5` or `<+03>-3`, which the C library understands by itself."""
    match = _ABBREVIATION_WITH_OFFSET.fullmatch(name)
    if match is None:
        return None
    hours, minutes, seconds = (int(match[part] or 0) for part in ("hours", "minutes", "seconds"))
    west = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if west >= _LARGEST_OFFSET:
        return None
    return west if match["sign"] == "-" else -west
