"""Read what somebody types to find posts: words, "phrases", -without, tag:x author:y."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from editor.site.index.folding import folded, for_index

FIELDS: Final = ("title", "tag", "author", "category")
"""What can be named before a colon."""

_ENGLISH_PLURALS: Final = {"tags": "tag", "authors": "author", "categories": "category"}
_PART = re.compile(
    r'(?P<minus>-?)(?:(?P<name>\w+):)?(?:["“](?P<quoted>[^"”]*)["”]?|(?P<word>\S+))'
)
_SEEN = re.compile(r"[^\W_]|[^\x00-\x7f\s]")


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one word or phrase that was asked for.

    Attributes:
        text: folded.
        field: one of `FIELDS`, or empty for anywhere.
        is_phrase: whether it stood in quotes; else it may be the beginning of a word.
        is_excluded: whether posts with it are not wanted.
    """

    text: str
    field: str = ""
    is_phrase: bool = False
    is_excluded: bool = False

    @property
    def match(self) -> str:
        """The part in the language of SQLite's FTS5."""
        quoted = '"' + for_index(self.text).replace('"', " ") + '"'
        return quoted if self.is_phrase else f"{quoted} *"


@dataclass(frozen=True, slots=True)
class Query:
    """Hold all that was asked for; every part has to be true of a post."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return bool(self.parts)

    @property
    def wanted(self) -> tuple[Part, ...]:
        """What a post has to hold, anywhere."""
        return tuple(each for each in self.parts if not each.field and not each.is_excluded)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """What it must not hold, anywhere."""
        return tuple(each for each in self.parts if not each.field and each.is_excluded)

    @property
    def in_fields(self) -> tuple[Part, ...]:
        """What is asked of one field."""
        return tuple(each for each in self.parts if each.field)


def read_query(typed: str) -> Query:
    """Read what was typed; nothing of it is ever an error."""
    return Query(tuple(_parts(typed)))


def _parts(typed: str) -> Iterator[Part]:
    for found in _PART.finditer(typed):
        name = (found["name"] or "").lower()
        field = _ENGLISH_PLURALS.get(name, name)
        text = found["quoted"] if found["quoted"] is not None else found["word"]
        if field not in FIELDS and name:
            # A colon in a word that names no field is part of the text: `10:30`.
            field, text = "", f"{found['name']}:{text}"
        if text.removesuffix(":") in FIELDS and text.endswith(":"):
            continue  # What the field is to hold comes with the next letter.
        if _SEEN.search(text):
            is_phrase = found["quoted"] is not None
            yield Part(folded(text), field, is_phrase, is_excluded=bool(found["minus"]))
