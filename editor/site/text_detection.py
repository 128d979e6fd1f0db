"""Find out whether bytes are text, in which encoding, and what a person should know about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, TypeAlias

from editor.site.encodings import (
    guessed_encoding,
    is_damaged_utf8,
    marked_encoding,
    name_of,
    unmarked_utf16,
)

NoteKind: TypeAlias = Literal["empty", "other-encoding", "damaged-utf-8", "not-text", "all-nul"]

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_CONTROLS_AT_MOST: Final = 0.04
_PLACES_NAMED: Final = 3
_BROKEN = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Place:
    """Point at a character of a file: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Note:
    """Say something about a file that its reader should know.

    Attributes:
        kind: for the code that shows it.
        message: a sentence for the person.
        places: the first few places that are meant; may be empty.
    """

    kind: NoteKind
    message: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Detection:
    """Hold what bytes turned out to be.

    Attributes:
        encoding: the codec to read them with; `utf-8` for what is no text at all.
        note: what a person should know; None for plain UTF-8.
    """

    encoding: str
    note: Note | None = None


def detected(raw: bytes) -> Detection:
    """Look at all bytes of a file."""
    if not raw:
        return Detection("utf-8", Note("empty", "This file is empty."))
    marked = marked_encoding(raw) or unmarked_utf16(raw)
    if marked is not None and _decodes(raw, marked):
        return Detection(marked, _other_encoding(marked, ()))
    if b"\0" in raw or _looks_binary(raw):
        return Detection("utf-8", _no_text(raw))
    if _decodes(raw, "utf-8"):
        return Detection("utf-8")
    places = tuple(islice(_broken_places(raw), _PLACES_NAMED))
    if is_damaged_utf8(raw):
        return Detection("utf-8", _damaged(places))
    encoding = guessed_encoding(raw)
    return Detection(encoding, _other_encoding(encoding, places))


def in_words(places: tuple[Place, ...]) -> str:
    """Name places as “line 2, column 7 and line 9, column 1”; empty for none."""
    named = [f"line {place.line}, column {place.column}" for place in places]
    return " and ".join(("; ".join(named[:-1]), named[-1]) if named[1:] else named)


def _other_encoding(encoding: str, places: tuple[Place, ...]) -> Note:
    where = f" (first at {in_words(places)})" if places else ""
    return Note(
        "other-encoding",
        f"This file is not stored as UTF-8{where}; it seems to be {name_of(encoding)}. Jekyll"
        " drops such a post. You will be asked how to store it before it is saved.",
        places,
    )


def _damaged(places: tuple[Place, ...]) -> Note:
    return Note(
        "damaged-utf-8",
        f"Some bytes of this file are damaged (first at {in_words(places)}); the rest is UTF-8."
        " Jekyll drops such a post. The damaged bytes stay as they are unless you replace them.",
        places,
    )


def _no_text(raw: bytes) -> Note:
    if not raw.strip(b"\0"):
        return Note(
            "all-nul",
            "This file holds nothing but zeros, as a power cut in the middle of a save can leave"
            " it. It opens for reading only; look for an older version of it.",
        )
    return Note(
        "not-text",
        "This file does not look like text, so it opens for reading only: saving it as text could"
        " destroy it.",
    )


def _decodes(raw: bytes, encoding: str) -> bool:
    """Tell whether bytes are an encoding's, each of them."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _looks_binary(raw: bytes) -> bool:
    """Tell whether there are more control characters than any text has."""
    return len(raw) - len(raw.translate(None, _CONTROLS)) > _CONTROLS_AT_MOST * len(raw)


def _broken_places(raw: bytes) -> Iterator[Place]:
    """Find the bytes that are no UTF-8, in order."""
    text = raw.decode("utf-8", "surrogateescape")
    for match in _BROKEN.finditer(text):
        before = text[: match.start()]
        yield Place(before.count("\n") + 1, match.start() - before.rfind("\n"))
