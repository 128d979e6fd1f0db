"""Turn a title into a slug: Jekyll's own kinds, and the one that names a file.

Jekyll 4.3: `Utils.slugify`. The filter `slugify` and the placeholders of a permalink use it.
"""

import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Final

from editor.post.file_names import is_device_name, lowercase
from editor.post.latin_table import without_marks

# 200 bytes for a whole file name, of which the date, ".markdown" and a counter take 24.
MAX_SLUG_BYTES: Final = 176

_PRETTY_SIGNS = frozenset("._~!$&'()+,;=@")
_RUBY_SPACE = frozenset(" \t\n\v\f\r")
_LETTER_OR_MARK = frozenset("LM")
# Letters and marks that nobody sees: fillers, joiners and selectors of a variant.
_UNSEEN = frozenset(
    chr(code)
    for first, last in (
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)


def _is_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in _LETTER_OR_MARK or category == "Nd"


def _is_pretty(char: str) -> bool:
    return char in _PRETTY_SIGNS or _is_word(char)


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_not_space(char: str) -> bool:
    return char not in _RUBY_SPACE


_KEEPS: dict[str, Callable[[str], bool]] = {
    "raw": _is_not_space,
    "default": _is_word,
    "pretty": _is_pretty,
    "ascii": _is_ascii_word,
    "latin": _is_word,
}
MODES: Final = ("none", *_KEEPS)


def slugify(text: str, mode: str = "default", cased: bool = False) -> str:  # noqa: FBT001, FBT002 - the shape that every caller agreed on
    """Return the slug that Jekyll makes of `text`.

    `mode` says which characters stay: `none` (all; so does a name that Jekyll does not know),
    `raw` (all but white space), `default` (letters, marks and digits of every script), `pretty`
    (these and ``._~!$&'()+,;=@``), `ascii`, or `latin` (accents dropped first). Each run of others
    becomes one hyphen. With `cased` capitals stay. The slug of a title of signs alone is empty.
    """
    keeps = _KEEPS.get(mode)
    if keeps is None:
        return text if cased else lowercase(text)
    if mode == "latin":
        text = without_marks(text)
    slug = "".join("".join(run) if kept else "-" for kept, run in groupby(text, keeps))
    slug = slug.removeprefix("-").removesuffix("-")
    return slug if cased else lowercase(slug)


def file_slug(title: str, *, transliterate: bool = False) -> str:
    """Return the slug that names the file of a post called `title`.

    It is Jekyll's own default slug, or with `transliterate` the same in ASCII, made safe to be a
    name on every system: composed (NFC), at most `MAX_SLUG_BYTES` long and cut after a whole word
    where there is one, without characters that cannot be seen, never the name of a Windows device
    and never empty: a title of signs alone gives "untitled".
    """
    slug = slugify(unicodedata.normalize("NFC", title))
    if transliterate:
        # Its tables are wanted by few, and loading them would be felt at each start.
        from anyascii import anyascii  # noqa: PLC0415

        slug = slugify(anyascii(slug), "ascii")
    seen = "".join(char for char in slug if char not in _UNSEEN)
    words = (_without_leading_marks(word) for word in seen.split("-"))
    slug = unicodedata.normalize("NFC", "-".join(word for word in words if word))
    slug = _cut(slug, MAX_SLUG_BYTES) or "untitled"
    return f"{slug}-post" if is_device_name(slug) else slug


def _without_leading_marks(word: str) -> str:
    """Return `word` from its first character that is no mark: an accent needs its letter."""
    for position, char in enumerate(word):
        if not _is_mark(char):
            return word[position:]
    return ""


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _cut(slug: str, limit: int) -> str:
    """Return as many whole words of `slug` as `limit` bytes hold, or else whole letters."""
    raw = slug.encode()
    if len(raw) <= limit:
        return slug
    fitting = raw[:limit].decode(errors="ignore")
    words, hyphen, _ = fitting.rpartition("-") if slug[len(fitting)] != "-" else (fitting, "-", "")
    if hyphen and len(words.encode()) * 2 > limit:
        return words
    end = len(fitting)
    while end and _is_mark(slug[end]):
        end -= 1
    return slug[:end]
