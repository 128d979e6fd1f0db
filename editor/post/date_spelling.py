"""Write a date the way another one is written: its separators, padding, zone and words."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from editor.post.calendar_names import DAYS, MONTHS

_ABBREVIATED: Final = 3
_NOON: Final = 12
# "Wednesday, September 30, 2020 at" and so on is shorter; the patterns slow down on long blanks.
_LONGEST: Final = 80
# The zone names that Ruby knows wherever it runs; with another the clock is the site's own.
_HOURS_FROM_UTC: Final = {"Z": 0, "UTC": 0, "GMT": 0} | {
    zone + kind: hours + (kind == "DT")
    for zone, hours in (("E", -5), ("C", -6), ("M", -7), ("P", -8))
    for kind in ("ST", "DT")
}

_YEAR_FIRST = r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
_DAY_FIRST = r"(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})"
_WEEKDAY = r"(?:(?P<weekday>[A-Za-z]{3,9}),?\s+)?"
_NAME_FIRST = rf"{_WEEKDAY}(?P<name>[A-Za-z]{{3,9}})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"
_NAME_SECOND = (
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[-\s](?P<name>[A-Za-z]{{3,9}}),?[-\s](?P<year>\d{{4}})"
)
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
    r"(?:\s*(?P<half>[AaPp][Mm]))?"
)
_ZONE = r"(?P<zone>Z|[-+]\d{1,2}(?::?\d\d)?|[A-Z]{2,5})"
_PATTERNS = tuple(
    re.compile(rf"{day}(?:{rest})?", re.ASCII)
    for day in (_YEAR_FIRST, _DAY_FIRST, _NAME_FIRST, _NAME_SECOND)
    for rest in (rf"(?:[Tt]|,?\s+){_CLOCK}(?:\s*{_ZONE})?", rf"\s+{_ZONE}\s+{_CLOCK}")
)


@dataclass(frozen=True, slots=True)
class DateSpelling:
    """Hold how a date is written.

    Attributes:
        text: The date as it stands.
        shows_time: Whether a time of day is written.
        zone: The offset that is written; None where none is, or one that only the site knows.
    """

    text: str
    shows_time: bool
    zone: tzinfo | None
    _match: re.Match[str]

    @classmethod
    def of(cls, text: str) -> "DateSpelling | None":
        """Learn a spelling; None where the old date itself would not be written that way."""
        for pattern in _PATTERNS if len(text) <= _LONGEST else ():
            if match := pattern.fullmatch(text):
                parts = match.groupdict()
                found = cls(text, bool(parts["hour"]), _zone(parts["zone"]), match)
                old = _clock_and_day(parts)
                return found if old is not None and found._rendered(old) == text else None
        return None

    def written(self, when: datetime, *, zone: tzinfo | None = None) -> str:
        """Write another date that way.

        Args:
            when: With a zone, an instant: the clock that is written is that of the spelled zone.
                Without one, the clock itself.
            zone: The zone that readers take where none is written; None for the zone of `when`.
        """
        zone = self.zone or zone
        if when.tzinfo is not None and zone is not None and self.shows_time:
            when = when.astimezone(zone)
        return self._rendered(when)

    def _rendered(self, when: datetime) -> str:
        parts: list[str] = []
        done = 0
        found = [name for name, part in self._match.groupdict().items() if part]
        for name in sorted(found, key=self._match.start):
            start, end = self._match.span(name)
            parts += (self.text[done:start], self._part(name, self.text[start:end], when))
            done = end
        return "".join(parts) + self.text[done:]

    def _part(self, name: str, old: str, when: datetime) -> str:
        if name in {"sign", "zone"}:
            return old
        if name in {"name", "weekday"}:
            full = MONTHS[when.month - 1] if name == "name" else DAYS[when.weekday()]
            return _in_case_of(old, full[:_ABBREVIATED] if self._is_short(old) else full)
        if name == "half":
            half = "am" if when.hour < _NOON else "pm"
            return _in_case_of(old, half)
        if name == "fraction":
            return f"{when.microsecond:06d}".ljust(len(old), "0")[: len(old)]
        return self._number(name, old, when)

    def _is_short(self, word: str) -> bool:
        """Tell whether a month or a day is abbreviated; "May" tells by what stands around it."""
        if word.capitalize() != "May":
            return len(word) == _ABBREVIATED
        weekday = self._match["weekday"] or ""
        return len(weekday) == _ABBREVIATED or f"-{word}-" in self.text

    def _number(self, name: str, old: str, when: datetime) -> str:
        number: int = getattr(when, name)
        if name == "hour" and self._match["half"]:
            number = number % _NOON or _NOON
        width = 1 if self._is_unpadded(name, old) else len(old)
        return f"{number:0{width}d}"

    def _is_unpadded(self, name: str, old: str) -> bool:
        """Tell whether a number below ten stands alone; a number above tells by the others."""
        if len(old) == 1 or old[0] == "0" or name in {"minute", "second", "year"}:
            return len(old) == 1
        parts = self._match.groupdict()
        if name == "hour":
            return parts["half"] is not None
        if "name" in parts:
            return parts["weekday"] is None
        return any(len(parts[other] or "00") == 1 for other in ("month", "day"))


def _clock_and_day(parts: dict[str, str | None]) -> datetime | None:
    """Give the clock and the day that are written, as if in UTC; None for impossible ones."""
    name = (parts.get("name") or "").capitalize()
    months = [at for at, month in enumerate(MONTHS, 1) if name in {month, month[:_ABBREVIATED]}]
    month = int(parts.get("month") or (months[0] if months else 0))
    hour = int(parts["hour"] or 0)
    if parts["half"]:
        hour = hour % _NOON + (_NOON if parts["half"].lower() == "pm" else 0)
    microsecond = int(f"{parts['fraction'] or '':0<6}"[:6])
    try:
        return datetime(
            int(parts["year"] or 0),
            month,
            int(parts["day"] or 0),
            hour,
            int(parts["minute"] or 0),
            int(parts["second"] or 0),
            microsecond,
            UTC,
        )
    except ValueError:
        return None


def _zone(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in _HOURS_FROM_UTC:
        return timezone(timedelta(hours=_HOURS_FROM_UTC[text]))
    if text[0] not in "+-":
        return None
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")  # noqa: PLR2004
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset >= timedelta(days=1):
        return None
    return timezone(-offset if text[0] == "-" else offset)


def _in_case_of(old: str, word: str) -> str:
    if old.isupper():
        return word.upper()
    return word.lower() if old.islower() else word.capitalize()
