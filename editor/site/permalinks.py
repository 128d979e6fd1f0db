"""Build the address of a post from the pattern of its site.

Jekyll 4.3: `URL`, `Drops::UrlDrop` and `Document#destination`. The address is relative to the
site: `baseurl` is never part of it.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote_to_bytes

from editor.post.calendar_names import DAYS, MONTHS
from editor.post.errors import DatelineError
from editor.post.file_names import lowercase
from editor.post.slugs import slugify

_PLACEHOLDER = re.compile(r":([a-z_]+)")
_PLAIN = re.compile(r"[A-Za-z0-9./-]+")
_KEPT: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?"
)


class PermalinkProblem(DatelineError):
    """Report a pattern or a value at which Jekyll stops building the site."""


@dataclass(frozen=True, slots=True)
class AddressParts:
    """Hold what the address of a document is made from.

    Attributes:
        relative: its path relative to the folder of the collections.
        collection: name of its collection; `posts` for posts and drafts.
        when: its moment in the site's zone.
        slug: `slug` of the front matter or of the file name; None where Jekyll knows neither
            (broken front matter).
        categories: as Jekyll reads them.
        output_ext: ending of the finished page.
    """

    relative: PurePosixPath
    collection: str
    when: datetime
    slug: str | None
    categories: tuple[str, ...]
    output_ext: str

    @property
    def base(self) -> str:
        """The file's name without its last ending."""
        return self.relative.stem


@dataclass(frozen=True, slots=True)
class Address:
    """Say where a page appears.

    Attributes:
        url: relative to the site, with its slash in front, encoded as far as Jekyll does.
        file: the page's file in the finished site.
    """

    url: str
    file: str


def address_of(parts: AddressParts, template: str, permalink: str | None = None) -> Address:
    """Build the address of a document.

    Args:
        parts: what the placeholders stand for.
        template: the pattern of the site or collection, with its name looked up.
        permalink: the document's own pattern.

    Raises:
        PermalinkProblem: the pattern holds an unknown placeholder.
    """
    url = sanitized(filled(template if permalink is None else permalink, parts))
    return Address(url, destination(url, parts.output_ext))


def filled(template: str, parts: AddressParts) -> str:
    """Put values in the place of the placeholders; other text stays as it is.

    Raises:
        PermalinkProblem: Jekyll stops at an unknown placeholder.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        pool = (name, name.removesuffix("_")) if name.endswith("_") else (name,)
        known = next((each for each in pool if each in PLACEHOLDERS), None)
        if known is None:
            raise PermalinkProblem(
                f"The permalink “{template}” asks for “:{name}”, which Jekyll does not know, and"
                " Jekyll stops there."
            )
        return encoded(PLACEHOLDERS[known](parts)) + name[len(known) :]

    return _PLACEHOLDER.sub(value, template)


def sanitized(url: str) -> str:
    """Begin with a slash, and drop what could lead out of the site."""
    return re.sub("/+", "/", f"/{url}".replace("..", "/").replace("./", ""))


def destination(url: str, output_ext: str) -> str:
    """Name the file that an address is written to, relative to the finished site."""
    raw = unquote_to_bytes(url.encode("utf-8", "surrogateescape"))
    file = posixpath.normpath(raw.decode("utf-8", "surrogateescape")).lstrip("/")
    if url.endswith("/"):
        return posixpath.join(file, "index.html")
    return file if file.endswith(output_ext) else file + output_ext


def encoded(value: str) -> str:
    """Encode what cannot stand in an address; a value of plain characters stays as it is."""
    if not value or any(_PLAIN.fullmatch(line) for line in value.split("\n")):
        return value
    raw = value.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in raw)


def _categories(parts: AddressParts) -> str:
    return "/".join(dict.fromkeys(map(lowercase, parts.categories)))


def _slugified_categories(parts: AddressParts) -> str:
    return "/".join(dict.fromkeys(map(slugify, parts.categories)))


def _title(parts: AddressParts) -> str:
    return slugify(parts.base if parts.slug is None else parts.slug, "pretty", cased=True)


def _slug(parts: AddressParts) -> str:
    return slugify(parts.base if parts.slug is None else parts.slug)


def _path(parts: AddressParts) -> str:
    whole = str(parts.relative.with_suffix("")) if parts.relative.suffix else str(parts.relative)
    return whole.replace(f"_{parts.collection}", "", 1).rstrip(".")


def _week(parts: AddressParts) -> tuple[int, int]:
    calendar = parts.when.isocalendar()
    return calendar.year, calendar.week


PLACEHOLDERS: Final[Mapping[str, Callable[[AddressParts], str]]] = {
    "collection": lambda parts: parts.collection,
    "output_ext": lambda parts: parts.output_ext,
    "path": _path,
    "name": lambda parts: slugify(parts.base),
    "title": _title,
    "slug": _slug,
    "categories": _categories,
    "slugified_categories": _slugified_categories,
    "year": lambda parts: f"{parts.when.year:04d}",
    "short_year": lambda parts: f"{parts.when.year % 100:02d}",
    "month": lambda parts: f"{parts.when.month:02d}",
    "i_month": lambda parts: str(parts.when.month),
    "short_month": lambda parts: MONTHS[parts.when.month - 1][:3],
    "long_month": lambda parts: MONTHS[parts.when.month - 1],
    "day": lambda parts: f"{parts.when.day:02d}",
    "i_day": lambda parts: str(parts.when.day),
    "y_day": lambda parts: f"{parts.when.timetuple().tm_yday:03d}",
    "short_day": lambda parts: DAYS[parts.when.weekday()][:3],
    "long_day": lambda parts: DAYS[parts.when.weekday()],
    "w_day": lambda parts: str(parts.when.isoweekday()),
    "week": lambda parts: f"{_week(parts)[1]:02d}",
    "w_year": lambda parts: f"{_week(parts)[0]:04d}",
    "hour": lambda parts: f"{parts.when.hour:02d}",
    "minute": lambda parts: f"{parts.when.minute:02d}",
    "second": lambda parts: f"{parts.when.second:02d}",
}
"""What each placeholder stands for."""
