"""Decide which of three numbers is the year, which the month and which the day."""

import re

from editor.post.ruby.date_fields import DateFields

_NUMBER = re.compile(r"([-+]?)([0-9]+)")
_SHORT = 2


def set_three_numbers(
    fields: DateFields,
    first: str | None,
    second: str | None,
    third: str | None,
    *,
    before_christ: bool = False,
) -> None:
    """Put three numbers, most likely year, month and day, into `fields` as Ruby orders them.

    A number with an apostrophe or of more than two digits is the year, wherever it stands; a
    year with an ending (17th) is a day. Of two numbers the first is the month.
    Ruby 3.1, `Date._parse`.
    """
    year, month, day = first, second, third
    if year is not None and month is not None and day is None:
        year, month, day = None, year, month
    if year is None and day is not None and _looks_like_year(day):
        year, day = day, None
    if year is not None:
        number = _NUMBER.search(year)
        if number is not None and number.end() < len(year):
            year, day = day, number.group()
    if month is not None and _looks_like_year(month):
        year, month, day = month, day, year
    if day is not None and _looks_like_year(day):
        year, day = day, year
    _set_year(fields, year, before_christ=before_christ)
    fields.mon = _digits(month, fields.mon)
    fields.mday = _digits(day, fields.mday)


def _looks_like_year(text: str) -> bool:
    return text.startswith("'") or len(text) > _SHORT


def _set_year(fields: DateFields, text: str | None, *, before_christ: bool) -> None:
    number = _NUMBER.search(text) if text is not None else None
    if number is None:
        return
    sign, digits = number.groups()
    fields.year = int(sign + digits)
    fields.before_christ = fields.before_christ or before_christ
    if sign or len(digits) > _SHORT:
        fields.short_year = False


def _digits(text: str | None, otherwise: int | None) -> int | None:
    number = _NUMBER.search(text) if text is not None else None
    return otherwise if number is None else int(number.group(2))
