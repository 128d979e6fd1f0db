"""Read and build the names of posts, and say which names are safe on every system.

Jekyll 4.3: `Document::DATE_FILENAME_MATCHER`, `DATELESS_FILENAME_MATCHER` and `EntryFilter`.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

MAX_NAME_BYTES: Final = 255

_POST_NAME = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)", re.ASCII)
_DRAFT_NAME = re.compile(r"(.*)(\.[^.]+)", re.DOTALL)
_LAST_MONTH = 12
_LAST_DAY = 31
_FIRST_YEAR_OF_1900S = 69

_DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"]
)
_WINDOWS_SIGNS = frozenset('<>:"|?*\\')
_PASSED_OVER_AT_START = "_.#~"
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class PostName:
    """What Jekyll reads in the file name of a post or a draft.

    `written_date` is the date as it stands in the name, "" for a draft without one. `date` is the
    day it means: the 30th of February rolls over to March, as in Jekyll. It is None where there
    is no date, and where `problem` says why Jekyll stops at this one. `ext` has its dot.
    """

    written_date: str
    date: date | None
    slug: str
    ext: str
    problem: str | None = None

    @property
    def rolled_over(self) -> bool:
        """Say whether the name holds a day that its month does not have."""
        written_day = int(self.written_date.rpartition("-")[2] or "0")
        return self.date is not None and self.date.day != written_day


@lru_cache(maxsize=100)  # a post's name is read by all who judge the post, one after the other
def parse(name: str) -> PostName | None:
    """Return what Jekyll reads in `name`, the base name of a file in `_posts`.

    None: Jekyll passes this file over without a word, for its name is not
    `YEAR-MONTH-DAY-SLUG.EXT` or ends in a tilde or a dot.
    """
    match = _POST_NAME.fullmatch(name)
    if match is None or name.endswith("~"):
        return None
    written, slug, ext = match.groups()
    return _read(written, slug, ext)


def parse_draft(name: str) -> PostName | None:
    """Return what Jekyll reads in `name`, the base name of a file in `_drafts`.

    A draft needs no date. None: the name has no extension, or Jekyll passes it over.
    """
    if name.startswith(tuple(_PASSED_OVER_AT_START)):
        return None
    dated = parse(name)
    match = _DRAFT_NAME.fullmatch(name)
    if dated is not None or match is None or name.endswith("~"):
        return dated
    slug, ext = match.groups()
    return PostName("", None, slug.rstrip("."), ext)


def build(day: date, slug: str, ext: str = ".md") -> str:
    """Return the file name of the post `slug` of `day`: `2025-03-04-slug.md`."""
    return f"{day.isoformat()}-{slug}{ext}"


def title_from_slug(slug: str) -> str:
    """Return the title that Jekyll gives to a post without one (Jekyll 4.3: `titleize_slug`)."""
    words = slug.rstrip("-").split("-")
    return " ".join(word[:1].title() + lowercase(word[1:]) for word in words)


def lowercase(text: str) -> str:
    """Return `text` in small letters as Ruby does: the Greek sigma is the same at a word's end."""
    return text.replace("Σ", "σ").lower()


def is_device_name(stem: str) -> bool:
    """Say whether Windows keeps `stem` for a device, whatever extension follows."""
    return stem.partition(".")[0].rstrip(" ").casefold() in _DEVICE_NAMES


def unsafe_reason(name: str) -> str | None:
    """Return a sentence that says why `name` cannot name a file of a site; None: it can.

    A name is safe when Windows, macOS and Linux all keep it as it is, a person sees all of it,
    and Jekyll does not pass it over.
    """
    return _wrong_shape(name) or _wrong_character(name)


def _wrong_shape(name: str) -> str | None:
    if not name.strip("."):
        return "A file needs a name."
    if name[0] in _PASSED_OVER_AT_START:
        return f"Jekyll passes over files whose name starts with “{name[0]}”."
    if name[0] == " " or name[-1] in " .~":
        return "A file name cannot start with a space, or end with a space, a dot or a tilde."
    if is_device_name(name):
        return f"Windows keeps the name “{name.partition('.')[0]}” for itself."
    if len(name.encode(errors="surrogatepass")) > MAX_NAME_BYTES:
        return f"This name is longer than the {MAX_NAME_BYTES} bytes that a file name can have."
    return None


def _wrong_character(name: str) -> str | None:
    if "/" in name:
        return "A file name cannot hold “/”: that leads into another folder."
    sign = next((char for char in name if char in _WINDOWS_SIGNS), None)
    if sign is not None:
        return f"Windows allows no “{sign}” in a file name."
    hidden = next((c for c in name if unicodedata.category(c) in _UNSEEN_CATEGORIES), None)
    if hidden is not None:
        return f"This name holds a character that cannot be seen (U+{ord(hidden):04X})."
    if unicodedata.normalize("NFC", name) != name:
        return "This name has letters and accents apart; macOS and Git would take it for another."
    return None


def _read(written: str, slug: str, ext: str) -> PostName:
    slug = slug.rstrip(".")
    year_text, month, day = written.split("-")
    year = int(year_text)
    if len(year_text) <= len("99"):
        year += 1900 if year >= _FIRST_YEAR_OF_1900S else 2000
    if not (1 <= int(month) <= _LAST_MONTH and 1 <= int(day) <= _LAST_DAY):
        problem = f"“{written}” is no date: Jekyll stops at this file name."
        return PostName(written, None, slug, ext, problem)
    if year == 0:
        return PostName(written, None, slug, ext, "Dateline reads no year before the year 1.")
    meant = date(year, int(month), 1) + timedelta(days=int(day) - 1)
    return PostName(written, meant, slug, ext)
