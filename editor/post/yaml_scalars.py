"""Read one plain YAML scalar as Jekyll reads it.

Jekyll 4.3 hands front matter to SafeYAML 1.0.5, whose readings differ from those of PyYAML and
of Psych: `12:30` is 750.0, `1,000` is a number, `2016-1-5` is text. Its quirks are kept on
purpose. In Ruby a digit or a blank is an ASCII one, so the patterns are compiled with `re.ASCII`.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, TypeAlias

from editor.post.field_values import JekyllTime

ScalarValue: TypeAlias = bool | int | float | str | date | JekyllTime | None

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "yes": True,
    "on": True,
    "true": True,
    "no": False,
    "off": False,
    "false": False,
}
_LONGEST_WORD: Final = 5
# Python refuses to read an integer of more than 4300 digits, and 60**174 is no float any more.
_LONGEST_NUMBER: Final = 300
_MIGHT_BE_A_NUMBER = frozenset("0123456789+-._,")

_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"0[0-7]+")
_HEXADECIMAL = re.compile(r"[-+]?0x[0-9a-fA-F]+|0X[0-9a-fA-F]+")
_BINARY = re.compile(r"0b[01]+")
_SIXTIES = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+")

_FLOAT = re.compile(r"[-+]?(?:\d[\d_]*)?\.[\d_]+(?:[eE][-+]\d+)?", re.ASCII)
# Ruby's Float() takes an underscore only between two digits; on any other it raises, and Jekyll
# then gives the whole front matter up. Such a scalar is shown as the text it was meant to be.
_STRAY_UNDERSCORE = re.compile(r"(?<!\d)_|_(?!\d)", re.ASCII)
_SPECIAL_FLOATS = {
    sign + word: float(sign + word[1:])
    for sign in ("", "-")
    for word in (".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN")
    if (sign, word[1:].lower()) != ("-", "nan")
}
_SIXTIES_FRACTION = re.compile(r"([-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+)\.([0-9_]*)")

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*"
    r"(?:Z|([-+])(\d{1,2})(?::?(\d\d))?)?",
    re.ASCII,
)
_A_DAY = timedelta(days=1)
_LEAP_SECOND: Final = 60
# Ruby's calendar jumps from 4 to 15 October 1582.
_LAST_JULIAN_DAY = date(1582, 10, 4)
_FIRST_GREGORIAN_DAY = date(1582, 10, 15)


def read_plain(text: str) -> ScalarValue:
    """Give the value of a plain scalar; what no rule takes stays text.

    SafeYAML 1.0.5: `Transform.to_guessed_type`.
    """
    if len(text) <= _LONGEST_WORD and (word := text.lower()) in _WORDS:
        return _WORDS[word]
    if text[0] not in _MIGHT_BE_A_NUMBER or len(text) > _LONGEST_NUMBER:
        return text
    number = _integer(text)
    if number is None:
        number = _float(text)
    return _date_or_time(text) if number is None else number


def _integer(text: str) -> float | None:
    digits = text.replace("_", "").replace(",", "")
    if _DECIMAL.fullmatch(digits):
        return int(digits)
    for pattern, base in ((_OCTAL, 8), (_HEXADECIMAL, 16), (_BINARY, 2)):
        if pattern.fullmatch(digits):
            return int(digits, base)
    return _sixties(digits) if _SIXTIES.fullmatch(digits) else None


def _float(text: str) -> float | None:
    if text in _SPECIAL_FLOATS:
        return _SPECIAL_FLOATS[text]
    if _FLOAT.fullmatch(text) and not _STRAY_UNDERSCORE.search(text):
        return float(text)
    match = _SIXTIES_FRACTION.fullmatch(text)
    if match is None or _STRAY_UNDERSCORE.search(text):
        return None
    return _sixties(match[1], fraction=float(f".{match[2] or 0}"))


def _sixties(text: str, fraction: float = 0.0) -> float:
    """Read `1:30` to the base of 60, with SafeYAML's slip: only the first part carries a sign."""
    total = 0.0
    for power, part in enumerate(reversed(text.split(":"))):
        total += float(part) * 60**power
    total += fraction
    return -total if text.startswith("-") else total


def _date_or_time(text: str) -> date | JekyllTime | str:
    try:
        if match := _DATE.fullmatch(text):
            return _day(match[1], match[2], match[3])
        if match := _TIME.fullmatch(text):
            return JekyllTime(_instant(match))
    except (ValueError, OverflowError):
        return text
    return text


def _day(year: str, month: str, day: str) -> date:
    read = date(int(year), int(month), int(day))
    if _LAST_JULIAN_DAY < read < _FIRST_GREGORIAN_DAY:
        raise ValueError(read)
    return read


def _instant(match: re.Match[str]) -> datetime:
    """Build the instant as Ruby's `DateTime.parse(...).to_time` does.

    Without a zone it is UTC. `24:00:00` is the next day; second 60 is 59.

    Raises:
        ValueError: A part is out of range.
        OverflowError: The instant lies after the year 9999.
    """
    day = _day(match[1], match[2], match[3])
    hour, minute, second = int(match[4]), int(match[5]), int(match[6])
    midnight_after = (hour, minute, second) == (24, 0, 0)
    microsecond = int(f"{match[7] or '':0<6}"[:6])
    read = datetime(
        day.year,
        day.month,
        day.day,
        0 if midnight_after else hour,
        minute,
        second - 1 if second == _LEAP_SECOND else second,
        microsecond,
        _zone(match[8], match[9], match[10]),
    )
    return read + _A_DAY if midnight_after else read


def _zone(sign: str | None, hours: str | None, minutes: str | None) -> timezone:
    """Read an offset; Ruby ignores one of more than a day and refuses one of exactly a day."""
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if offset > _A_DAY:
        return UTC
    return timezone(-offset if sign == "-" else offset)
