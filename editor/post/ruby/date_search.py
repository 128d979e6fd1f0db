"""Find every part of a date in a text, as Ruby's `Date._parse` does."""

import re
from typing import Final

from editor.post.ruby.clock_forms import CLOCK, read_clock
from editor.post.ruby.date_fields import DateFields
from editor.post.ruby.date_forms import FORMS

MAX_LENGTH: Final = 128

_NO_PART_OF_A_DATE = re.compile(r"(?:[^-+',./:@\[\]\w]|_)+")
_WEEKDAY = re.compile(r"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/0-9\s]*", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"\s*([0-9]{1,2})\s*")
_LAST_DAY = 31
_LAST_HOUR = 24


def date_fields(text: str) -> DateFields:
    """Return the parts of a date that Ruby 3.1 finds in `text`.

    A day of the week is looked for first, then a time of day with its zone, then the first form
    of a day that fits; what is found is taken out, and a lone number that remains is the day or
    the hour that is still missing.
    """
    fields = DateFields()
    rest = _NO_PART_OF_A_DATE.sub(" ", text)
    rest = _WEEKDAY.sub(" ", rest, count=1)
    clock = CLOCK.search(rest)
    if clock is not None:
        read_clock(fields, clock)
        rest = _without(rest, clock)
    rest = _read_day(fields, rest)
    era = _BEFORE_CHRIST.search(rest)
    if era is not None:
        fields.before_christ = True
        rest = _without(rest, era)
    _read_lone_number(fields, rest)
    fields.settle_year()
    return fields


def _read_day(fields: DateFields, rest: str) -> str:
    for form in FORMS:
        if form.unless is not None and form.unless.search(rest):
            continue
        match = form.pattern.search(rest)
        if match is not None:
            form.read(fields, match)
            return _without(rest, match)
    return rest


def _read_lone_number(fields: DateFields, rest: str) -> None:
    lone = _LONE_NUMBER.fullmatch(rest)
    if lone is None:
        return
    number = int(lone[1])
    if fields.hour is not None and fields.mday is None and 1 <= number <= _LAST_DAY:
        fields.mday = number
    if fields.mday is not None and fields.hour is None and number <= _LAST_HOUR:
        fields.hour = number


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
