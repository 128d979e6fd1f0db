"""Find the files of a site that may hold links, and those that hold some words, fast."""

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site

_TEXTS: Final = frozenset(
    {".html", ".htm", ".xhtml", ".xml", ".txt", ".liquid", ".textile", ".json", ".svg"}
)
_DATA: Final = frozenset({".yml", ".yaml", ".json", ".csv", ".tsv"})
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LARGEST: Final = 16 * 1024 * 1024


def texts_of(site: Site) -> Iterator[Path]:
    """Give the posts, drafts, pages, documents, includes, layouts and data files of a site.

    Links to files and folders are not followed: what they lead to is found where it lies, or
    lies outside.
    """
    endings = _TEXTS | set(site.config.markdown_ext)
    for where, folders, names in os.walk(site.source):
        folder = Path(where)
        folders[:] = sorted(name for name in folders if _is_entered(folder / name, site))
        allowed = endings | _DATA if folder.is_relative_to(site.data_dir) else endings
        for name in sorted(names):
            path = folder / name
            is_text = path.suffix.lower() in allowed and not name.startswith(".")
            if is_text and _is_plain(path):
                yield path


def _is_plain(path: Path) -> bool:
    """Tell whether a path is a file itself: no link, and no pipe, which would wait for ever."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_data(path: Path, site: Site) -> bool:
    """Tell whether a file holds data for the templates."""
    return path.suffix.lower() in _DATA and path.is_relative_to(site.data_dir)


def raw_text(path: Path) -> bytes:
    """Read a file; one that is no text, or no text of a site, has nothing in it.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        raw = stream.read(_LARGEST + 1)
    return b"" if len(raw) > _LARGEST or b"\0" in raw else raw


def codec_of(raw: bytes, encoding: str) -> str:
    """Name an encoding in which bytes can be read and written back the same."""
    try:
        if raw.decode(encoding).encode(encoding) == raw:
            return encoding
    except (LookupError, UnicodeError):
        pass
    return "utf-8"


class WordSearch:
    """Find out whether a text holds any of some words of addresses, before it is read closely.

    An address spells a word encoded or not, with accents apart or not, in any capitals. A word
    without letters, such as the day that ends `/2025/11/17/`, counts as a part of a path only.
    """

    def __init__(self, words: Collection[str]) -> None:
        strong = [word for word in words if _LETTERS.search(word)]
        weak = [word for word in words if word and not _LETTERS.search(word)]
        self._spellings = {each for word in strong for each in _spellings(word)}
        parts = b"|".join(re.escape(each) for word in weak for each in sorted(_spellings(word)))
        self._parts = (
            re.compile(rb"[/\s\"'(<=.](?:" + parts + rb")(?:[/\s\"')>#?.]|$)") if weak else None
        )

    def finds(self, raw: bytes) -> bool:
        """Tell whether a text holds one of the words."""
        small = raw.lower()
        if any(spelling in small for spelling in self._spellings):
            return True
        return self._parts is not None and self._parts.search(small) is not None


def _spellings(word: str) -> set[bytes]:
    read = unquote(word, errors="surrogateescape")
    found = {word}
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, read)
        found |= {text, quote(text, safe="", errors="surrogateescape"), quote(text)}
    return {each.encode("utf-8", "surrogateescape").lower() for each in found}


def _is_entered(folder: Path, site: Site) -> bool:
    """Tell whether a folder may hold the site's own texts."""
    if folder == site.destination or folder.is_symlink() or folder.name.startswith("."):
        return False
    if folder.name.startswith("_"):
        return not folder.name.endswith("-cache")
    relative = folder.relative_to(site.source).as_posix()
    above, _, name = relative.rpartition("/")
    return why_passed_over(site.config, above, name, is_folder=True) is None
