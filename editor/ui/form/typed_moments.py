"""Read the dates and times that people type, and write them as the form shows them."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time, timedelta

MONTHS: Mapping[str, int] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
_SHORT_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_DAYS_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1}

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.] ?(?P<month>\d{1,2})[-/.] ?(?P<year>\d{4})")
_DAY_NAME = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?P<name>[^\W\d]{3,})\.?"
    r"(?:[ ,-]{1,2}(?P<year>\d{4}))?"
)
_NAME_DAY = re.compile(
    r"(?P<name>[^\W\d]{3,})\.? ?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:[ ,]{1,2}(?P<year>\d{4}))?"
)
_COMPLETE_ISO = re.compile(r"\d{4}[-/.]\d\d[-/.]\d\d")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h ](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?h?"
    r" ?(?P<half>[ap]\.?m\.?)?"
)
_COMPLETE_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?")
_NOON = 12
_HOURS = 24


def read_date(text: str, today: date, names: Mapping[str, int] = MONTHS) -> date | None:
    """Read a day as people write it; None when it is none.

    `17 Nov 2025`, `2025-11-17`, `Nov 17, 2025`, `17.11.2025` and `17/11/2025` (the day first, as
    Jekyll reads it), `17 Nov` (of this year), `today`. Digits may be of any script. `names` are
    whole month names in small letters; three letters of one are enough.
    """
    said = _plain(text)
    if said in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[said])
    for pattern in (_ISO, _DAY_FIRST, _DAY_NAME, _NAME_DAY):
        found = pattern.fullmatch(said)
        if found is not None:
            return _day(found.groupdict(), today, names)
    return None


def is_complete_date(text: str) -> bool:
    """Tell whether a date is written out, so that typing on would not make it another one."""
    said = _plain(text)
    if _ISO.fullmatch(said):
        return _COMPLETE_ISO.fullmatch(said) is not None
    return re.search(r"(?:^|\D)\d{4}$", said) is not None


def read_time(text: str) -> time | None:
    """Read a time of day as people write it; None when it is none.

    `02:08:21`, `2:08`, `2.08`, `14h30`, `14h`, `2 pm`.
    """
    found = _TIME.fullmatch(_plain(text))
    if found is None:
        return None
    hour = _hour(int(found["hour"]), found["half"])
    is_bare = found["minute"] is None and found["half"] is None and "h" not in found[0]
    if hour is None or is_bare:
        return None
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def is_complete_time(text: str) -> bool:
    """Tell whether a time has its hours and minutes, so that it can be taken at once."""
    return _COMPLETE_TIME.fullmatch(_plain(text)) is not None


def shown_date(day: date) -> str:
    """Write a day as the form shows it: `17 Nov 2025`."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]} {day.year:04d}"


def shown_time(moment: time) -> str:
    """Write a time as the form shows it: `02:08:21`, or `02:08` on the full minute."""
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def _plain(text: str) -> str:
    """Give the text in small letters, plain blanks, and digits 0 to 9."""
    folded = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text)
    )
    return " ".join(folded.casefold().split())


def _day(parts: Mapping[str, str | None], today: date, names: Mapping[str, int]) -> date | None:
    month = _month(parts["name"] or "", names) if "name" in parts else int(parts["month"] or 0)
    year = int(parts["year"]) if parts["year"] else today.year
    try:
        return date(year, month or 0, int(parts["day"] or 0))
    except ValueError:
        return None


def _month(said: str, names: Mapping[str, int]) -> int | None:
    found = {number for name, number in names.items() if name.startswith(said)}
    return found.pop() if len(found) == 1 else None


def _hour(hour: int, half: str | None) -> int | None:
    if half is None:
        return hour if hour < _HOURS else None
    if not 1 <= hour <= _NOON:
        return None
    return hour % _NOON + (_NOON if half.startswith("p") else 0)
