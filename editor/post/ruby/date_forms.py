"""Know the forms in which a day is written, and read each into its parts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from editor.post.ruby.date_fields import DateFields
from editor.post.ruby.digit_runs import RUN, read_run
from editor.post.ruby.three_numbers import set_three_numbers

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = f"({'|'.join(_MONTHS)})"
_ERA = r"(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?"
_YEARS_BEFORE_ERA = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}


@dataclass(frozen=True, slots=True)
class DateForm:
    """Pair the look of a form with the way to read it; no day is read where `unless` is found."""

    pattern: re.Pattern[str]
    read: Callable[[DateFields, re.Match[str]], None]
    unless: re.Pattern[str] | None = None


def _month_number(name: str) -> str:
    return str(_MONTHS.index(name[:3].casefold()) + 1)


def _is_before_christ(era: str | None) -> bool:
    return era is not None and era[0] in "bB"


def _read_european(fields: DateFields, match: re.Match[str]) -> None:
    day, month, era, year = match.groups()
    before = _is_before_christ(era)
    set_three_numbers(fields, year, _month_number(month), day, before_christ=before)


def _read_american(fields: DateFields, match: re.Match[str]) -> None:
    month, day, era, year = match.groups()
    before = _is_before_christ(era)
    set_three_numbers(fields, year, _month_number(month), day, before_christ=before)


def _read_in_order(fields: DateFields, match: re.Match[str]) -> None:
    set_three_numbers(fields, match[1], match[2], match[3])


def _read_japanese(fields: DateFields, match: re.Match[str]) -> None:
    era, year, month, day = match.groups()
    fields.year = int(year) + _YEARS_BEFORE_ERA[era.lower()]
    fields.mon = int(month)
    fields.mday = int(day)


def _read_day_month_name(fields: DateFields, match: re.Match[str]) -> None:
    day, month, year = match.groups()
    set_three_numbers(fields, year, _month_number(month), day)


def _read_month_name_day(fields: DateFields, match: re.Match[str]) -> None:
    month, day, year = match.groups()
    set_three_numbers(fields, year, _month_number(month), day)


def _read_nothing(_fields: DateFields, _match: re.Match[str]) -> None:
    """Read a week: Ruby's `Time.parse` has no use for it."""


def _read_month_day(fields: DateFields, match: re.Match[str]) -> None:
    if match[1] is not None:
        fields.mon = int(match[1])
    if match[2] is not None:
        fields.mday = int(match[2])


def _read_year_yday(fields: DateFields, match: re.Match[str]) -> None:
    fields.year = int(match[1])
    fields.yday = int(match[2])


def _read_yday(fields: DateFields, match: re.Match[str]) -> None:
    fields.yday = int(match[1])


def _read_year(fields: DateFields, match: re.Match[str]) -> None:
    fields.year = int(match[1])


def _read_month(fields: DateFields, match: re.Match[str]) -> None:
    fields.mon = int(_month_number(match[1]))


def _read_mday(fields: DateFields, match: re.Match[str]) -> None:
    fields.mday = int(match[1])


def _form(
    pattern: str,
    read: Callable[[DateFields, re.Match[str]], None],
    unless: str | None = None,
) -> DateForm:
    flags = re.IGNORECASE
    return DateForm(
        re.compile(pattern, flags), read, None if unless is None else re.compile(unless, flags)
    )


# The first that is found is read, and no other. Ruby 3.1, `Date._parse`.
FORMS: Final = (
    _form(
        rf"('?[0-9]+)[^-0-9\s]*\s*{_MONTH}[^-0-9\s']*"
        rf"(?:\s*{_ERA}\s*('?-?[0-9]+(?:(?:st|nd|rd|th)\b)?))?",
        _read_european,
    ),
    _form(
        rf"\b{_MONTH}[^-0-9\s']*\s*('?[0-9]+)[^-0-9\s']*(?:\s*,?\s*{_ERA}\s*('?-?[0-9]+))?",
        _read_american,
    ),
    _form(r"('?[-+]?[0-9]+)-([0-9]+)-('?-?[0-9]+)", _read_in_order),
    _form(r"\b([mtshr])([0-9]+)\.([0-9]+)\.([0-9]+)", _read_japanese),
    _form(rf"('?-?[0-9]+)-{_MONTH}[^-/.]*-('?-?[0-9]+)", _read_day_month_name),
    _form(rf"\b{_MONTH}[^-/.]*-('?-?[0-9]+)(?:-('?-?[0-9]+))?", _read_month_name_day),
    _form(r"('?-?[0-9]+)/\s*('?[0-9]+)(?:[^0-9]\s*('?-?[0-9]+))?", _read_in_order),
    _form(r"('?-?[0-9]+)\.\s*('?[0-9]+)\.\s*('?-?[0-9]+)", _read_in_order),
    _form(r"\b(?:[0-9]{2}|[0-9]{4})?-?w[0-9]{2}(?:-?[0-9])?\b", _read_nothing),
    _form(r"-w-[0-9]\b", _read_nothing),
    _form(r"--([0-9]{2})?-([0-9]{2})\b", _read_month_day),
    _form(r"--([0-9]{2})([0-9]{2})?\b", _read_month_day),
    _form(
        r"\b([0-9]{2}|[0-9]{4})-([0-9]{3})\b",
        _read_year_yday,
        unless=r"[,.](?:[0-9]{2}|[0-9]{4})-[0-9]{3}\b",
    ),
    _form(r"\b-([0-9]{3})\b", _read_yday, unless=r"[0-9]-[0-9]{3}\b"),
    _form(r"'([0-9]+)\b", _read_year),
    _form(rf"\b{_MONTH}\S*", _read_month),
    _form(r"([0-9]+)(?:st|nd|rd|th)\b", _read_mday),
    DateForm(RUN, read_run),
)
