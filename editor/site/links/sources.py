"""Find the files of a site that may hold links, and those that hold some words, fast."""

import os
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site

_TEXTS: Final = frozenset(
    {".html", ".htm", ".xhtml", ".xml", ".txt", ".liquid", ".textile", ".json", ".svg"}
)
_DATA: Final = frozenset({".yml", ".yaml", ".json", ".csv", ".tsv"})
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
            if is_text and not path.is_symlink():
                yield path


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


def spellings_of(words: Collection[str]) -> tuple[bytes, ...]:
    """Give some words as they may stand in the bytes of a text, in small letters.

    An address spells them encoded or not, with accents apart or not.
    """
    spellings = set(words)
    for word in words:
        read = unquote(word, errors="surrogateescape")
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, read)
            spellings |= {text, quote(text, safe="", errors="surrogateescape"), quote(text)}
    return tuple({each.encode("utf-8", "surrogateescape").lower() for each in spellings if each})


def holds_any(raw: bytes, spellings: Iterable[bytes]) -> bool:
    """Tell whether a text holds one of some words, whatever its capitals."""
    small = raw.lower()
    return any(spelling in small for spelling in spellings)


def _is_entered(folder: Path, site: Site) -> bool:
    """Tell whether a folder may hold the site's own texts."""
    if folder == site.destination or folder.is_symlink() or folder.name.startswith("."):
        return False
    if folder.name.startswith("_"):
        return not folder.name.endswith("-cache")
    relative = folder.relative_to(site.source).as_posix()
    above, _, name = relative.rpartition("/")
    return why_passed_over(site.config, above, name, is_folder=True) is None
