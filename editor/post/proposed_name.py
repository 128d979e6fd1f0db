"""The file name that a post's title and date ask for."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from editor.post.field_values import Value
from editor.post.file_names import build, parse, parse_draft
from editor.post.slugs import file_slug

DEFAULT_EXTENSION = ".md"

_WRITTEN_DATE = re.compile(
    r"(?:(?P<year>\d{4})[-_. ]?(?P<month>\d{1,2})[-_. ]?(?P<day>\d{1,2})"
    r"|(?P<month2>\d{1,2})[-_. ](?P<day2>\d{1,2})[-_. ](?P<year2>\d{4}))(?!\d)(?P<rest>.*)",
    re.ASCII | re.DOTALL,
)
"""A date at the beginning of a name, as people write it who do not know Jekyll's way."""


def proposed_name(values: Mapping[str, Value], day: date | None, *, transliterate: bool) -> str:
    """Give the name of a new post (`YYYY-MM-DD-slug.md`), or of a draft where `day` is None."""
    slug = _slug(values, transliterate=transliterate)
    return f"{slug}{DEFAULT_EXTENSION}" if day is None else build(day, slug, DEFAULT_EXTENSION)


def renamed(
    name: str,
    before: tuple[Mapping[str, Value], date | None],
    after: tuple[Mapping[str, Value], date | None],
    *,
    transliterate: bool,
) -> str:
    """Give the name a saved post would have after its title or day changed.

    A slug that somebody chose by hand stays as long as the title does, and the day as long as
    the date does. A name that is not a post's stays as it is.

    Args:
        name: the file's name now.
        before: the values and the day as they were read from the file.
        after: the values and the day as they are now.
        transliterate: write other scripts in Latin letters.
    """
    dated = parse(name)
    draft = parse_draft(name) if dated is None else None
    read = dated or draft
    if read is None:
        return name
    old_slug = _slug(before[0], transliterate=transliterate)
    new_slug = _slug(after[0], transliterate=transliterate)
    slug = read.slug if new_slug == old_slug else new_slug
    day = after[1] if after[1] != before[1] else read.date
    if read.date is None or day is None:
        return name if slug == read.slug else f"{slug}{read.ext}"
    if slug == read.slug and day == read.date:
        return name
    return build(day, slug, read.ext)


def mended_name(name: str, day: date, title: str = "") -> str:
    """Give the name of a post that says what a name which Jekyll passes over or stops at means.

    A date that is written in another way keeps its day; a name without one gets `day`, and a name
    without words those of the title.
    """
    plain = name.lstrip("_.#~ ").rstrip("~. ")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not ending.isalnum() or not stem:
        stem, ending = plain, DEFAULT_EXTENSION[1:]
    found = _WRITTEN_DATE.match(stem)
    if found is None:
        return build(day, file_slug(stem), f".{ending}")
    year, month, day_of_month, rest = found["year"], found["month"], found["day"], found["rest"]
    if year is None:
        year, month, day_of_month = found["year2"], found["month2"], found["day2"]
    with suppress(ValueError):
        day = date(int(year), int(month), int(day_of_month))
    return build(day, file_slug(rest.strip("-_. ") or title), f".{ending}")


def _slug(values: Mapping[str, Value], *, transliterate: bool) -> str:
    title = values.get("title")
    text = "" if title is None or isinstance(title, bool) else str(title)
    return file_slug(text, transliterate=transliterate)
