"""Understand a moment that is said in words: “tomorrow 7am”, “next friday 17:00”, “in 2 hours”.

parsedatetime knows the words (English). It is loaded when somebody types one, not with the window.
"""

import re
from datetime import date, datetime, time

import parsedatetime  # type: ignore[import-untyped]

_LINKS = re.compile(r"\b(?:on|at|the)\b|[,\s]+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d]{2}")
_LONGEST = 60
_MOST_PARTS = 2


def read_said(text: str, now: datetime) -> tuple[date, time | None] | None:
    """Read a day, with its time of day where one was said; None for what is not understood whole.

    Args:
        text: what was typed.
        now: this moment on the clock that is meant.
    """
    if len(text) > _LONGEST or not _LETTERS.search(text):
        return None
    calendar = parsedatetime.Calendar(
        parsedatetime.Constants("en_US", usePyICU=False), parsedatetime.VERSION_CONTEXT_STYLE
    )
    found = calendar.nlp(text, sourceTime=now.replace(tzinfo=None)) or ()
    rest = text
    for part in found:
        rest = rest.replace(part[4], "", 1)
    if not 0 < len(found) <= _MOST_PARTS or _LINKS.sub("", rest):
        return None  # words that were not understood change the meaning of those that were
    days = [part[0].date() for part in found if part[1].hasDate and not _is_month(part)]
    times = [part[0] for part in found if part[1].hasTime]
    if len(found) != len(days) + len(times) - (len(found) == 1 and bool(days) and bool(times)):
        return None
    day = days[0] if days else times[0].date()
    return day, times[0].time().replace(second=0, microsecond=0) if times else None


def _is_month(part: tuple[object, ...]) -> bool:
    """Tell whether no more than the name of a month was said: somebody is still typing."""
    is_name_only = getattr(part[1], "accuracy", 0) == parsedatetime.pdtContext.ACU_MONTH
    return is_name_only and "month" not in str(part[4])
