"""Format a moment as Ruby's `strftime` does, on every system alike.

Ruby 3.1: `Time#strftime` and `Date#strftime`. Between ``%`` and the letter stand flags (``-`` no
padding, ``_`` blanks, ``0`` zeros, ``^`` capitals, ``#`` the other case, ``:`` for zones) and a
width.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from editor.post.calendar_names import DAYS, MONTHS
from editor.render.liquid.errors import LiquidError, Reason
from editor.render.liquid.limits import Budget

_DIRECTIVE = re.compile(r"%([-0^#_]*)(\d*)(:{0,3})(?:([EO])(?=[^%]))?(.|\Z)", re.DOTALL)
_NOON: Final = 12
_ALTERNATIVE = {"E": frozenset("CcXxYy"), "O": frozenset("deHkIlmMSuUVwWy")}
_TWO_COLONS: Final = 2


def _week(when: datetime, first_day: int) -> int:
    """Return the week of the year, counted from the first `first_day` (0 is Monday)."""
    return (when.timetuple().tm_yday + 6 - (when.weekday() - first_day) % 7) // 7


def _epoch(when: datetime) -> int:
    return int((when - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1))


# Letter -> the width it is padded to, the padding, and the number.
_NUMBERS: dict[str, tuple[int, str, Callable[[datetime], int]]] = {
    "Y": (4, "0", lambda t: t.year),
    "C": (2, "0", lambda t: t.year // 100),
    "y": (2, "0", lambda t: t.year % 100),
    "m": (2, "0", lambda t: t.month),
    "d": (2, "0", lambda t: t.day),
    "e": (2, " ", lambda t: t.day),
    "j": (3, "0", lambda t: t.timetuple().tm_yday),
    "H": (2, "0", lambda t: t.hour),
    "k": (2, " ", lambda t: t.hour),
    "I": (2, "0", lambda t: t.hour % 12 or 12),
    "l": (2, " ", lambda t: t.hour % 12 or 12),
    "M": (2, "0", lambda t: t.minute),
    "S": (2, "0", lambda t: t.second),
    "s": (1, "0", _epoch),
    "u": (1, "0", lambda t: t.isoweekday()),
    "w": (1, "0", lambda t: t.isoweekday() % 7),
    "U": (2, "0", lambda t: _week(t, 6)),
    "W": (2, "0", lambda t: _week(t, 0)),
    "V": (2, "0", lambda t: t.isocalendar().week),
    "G": (4, "0", lambda t: t.isocalendar().year),
    "g": (2, "0", lambda t: t.isocalendar().year % 100),
}
_WORDS: dict[str, Callable[[datetime], str]] = {
    "A": lambda t: DAYS[t.weekday()],
    "a": lambda t: DAYS[t.weekday()][:3],
    "B": lambda t: MONTHS[t.month - 1],
    "b": lambda t: MONTHS[t.month - 1][:3],
    "h": lambda t: MONTHS[t.month - 1][:3],
    "p": lambda t: "AM" if t.hour < _NOON else "PM",
    "P": lambda t: "am" if t.hour < _NOON else "pm",
    "n": lambda _: "\n",
    "t": lambda _: "\t",
    "%": lambda _: "%",
}
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "v": "%e-%^b-%Y",
}
_ONLY_FOR_DAYS = {"+": "%a %b %e %H:%M:%S %:z %Y"}


def strftime(when: date | datetime, pattern: str, budget: Budget) -> str:
    """Return `when` in the form that `pattern` describes; what Ruby does not know stays as it is.

    Raises LiquidError for a pattern that ends in a lone ``%``, as Ruby does for a time.
    """
    writer = _Writer(when, budget)
    text = _DIRECTIVE.sub(lambda found: writer.part(*found.groups(), raw=found[0]), pattern)
    if writer.unfinished:
        raise LiquidError(Reason.BAD_DATE, f"invalid format: {pattern}")
    return text


class _Writer:
    """Write the parts of one moment."""

    def __init__(self, when: date | datetime, budget: Budget) -> None:
        self.is_day = not isinstance(when, datetime)
        self.when = (
            when if isinstance(when, datetime) else datetime.combine(when, time(), tzinfo=UTC)
        )
        self.budget = budget
        self.unfinished = False
        self.room = 0

    def part(  # noqa: PLR0913 - the groups of the pattern
        self, flags: str, width: str, colons: str, modifier: str | None, letter: str, *, raw: str
    ) -> str:
        """Return the text of one directive."""
        if not letter:
            self.unfinished |= not self.is_day and not colons
            return raw
        size = int(width[:9]) if width else 0
        self.room += size
        self.budget.reserve(self.room)
        if letter == "z" and not modifier and not (colons and width):
            return self._offset(flags, size, len(colons))
        if colons or (modifier and letter not in _ALTERNATIVE[modifier]):
            return raw
        return self._plain(flags, size, letter, raw)

    def _plain(self, flags: str, size: int, letter: str, raw: str) -> str:
        if letter in _NUMBERS:
            width, fill, number = _NUMBERS[letter]
            return _padded(str(number(self.when)), flags, size or width, fill)
        if letter in {"N", "L"}:
            return self._fraction(size or (9 if letter == "N" else 3))
        text = self._text(letter)
        if text is None:
            return raw
        if "^" in flags or "#" in flags:
            # Ruby's "other case" is capitals for all but AM and PM, and the zone.
            text = text.lower() if "#" in flags and letter in {"p", "Z"} else text.upper()
        fill = "0" if "0" in flags and "_" not in flags else " "
        return text.rjust(size, fill) if "-" not in flags else text

    def _text(self, letter: str) -> str | None:
        if letter in _WORDS:
            return _WORDS[letter](self.when)
        if letter == "Z":
            return "+00:00" if self.is_day else _zone_name(self.when)
        if letter == "Q" and self.is_day:
            return str(_epoch(self.when) * 1000)
        composed = _COMPOSED.get(letter) or (_ONLY_FOR_DAYS.get(letter) if self.is_day else None)
        return None if composed is None else strftime(self.when, composed, self.budget)

    def _fraction(self, digits: int) -> str:
        return f"{self.when.microsecond:06d}".ljust(digits, "0")[:digits]

    def _offset(self, flags: str, size: int, colons: int) -> str:
        seconds = int((self.when.utcoffset() or timedelta()).total_seconds())
        sign = "-" if seconds < 0 else "+"
        hours, rest = divmod(abs(seconds), 3600)
        minutes, left = divmod(rest, 60)
        tail = f"{minutes:02d}"
        if colons:
            tail = f":{minutes:02d}"
        if colons == _TWO_COLONS:
            tail = f":{minutes:02d}:{left:02d}"
        elif colons > _TWO_COLONS:
            tail = "" if not minutes else f":{minutes:02d}"
        room = max(size - len(tail), len("+00"))
        if "_" in flags:
            return f"{sign}{hours}".rjust(room) + tail
        return sign + str(hours).rjust(room - 1, "0") + tail


def _zone_name(when: datetime) -> str:
    """Return the name of the zone; Ruby has none for a bare offset."""
    name = when.tzname() or ""
    return "" if name.startswith(("UTC+", "UTC-")) else name


def _padded(digits: str, flags: str, width: int, fill: str) -> str:
    for flag in flags:
        fill = {"_": " ", "0": "0"}.get(flag, fill)
    return digits if "-" in flags else digits.rjust(width, fill)
