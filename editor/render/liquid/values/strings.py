"""Work on text as Ruby does: its white space is ASCII, and so is much of its knowledge."""

import re
from typing import Final

from editor.post.file_names import lowercase

WHITE: Final = " \t\n\v\f\r"
_STRIPPED: Final = WHITE + "\0"
_WHITE_RUN = re.compile(r"[ \t\n\v\f\r]+")
_IN_REPLACEMENT = re.compile(r"\\([0-9&`'\\])")
_ASCII_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def strip(text: str) -> str:
    """Return `text` without white space and NUL at both ends (Ruby: `strip`)."""
    return text.strip(_STRIPPED)


def strip_left(text: str) -> str:
    """Return `text` without white space and NUL at its beginning (Ruby: `lstrip`)."""
    return text.lstrip(_STRIPPED)


def strip_right(text: str) -> str:
    """Return `text` without white space and NUL at its end (Ruby: `rstrip`)."""
    return text.rstrip(_STRIPPED)


def squeeze_white(text: str) -> str:
    """Return `text` with each run of white space as one blank, none at the ends."""
    return strip(_WHITE_RUN.sub(" ", text))


def words(text: str) -> list[str]:
    """Return the parts of `text` between runs of white space (Ruby: `split`)."""
    return [word for word in _WHITE_RUN.split(text) if word]


def split(text: str, pattern: str) -> list[str]:
    """Return the parts of `text` between each `pattern`, empty ones at the end dropped.

    A single blank stands for any run of white space, and "" cuts after every character.
    """
    if pattern == " ":
        return words(text)
    parts = text.split(pattern) if pattern else list(text)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def capitalize(text: str) -> str:
    """Return `text` with a capital first letter and small others (Ruby: `capitalize`)."""
    return text[:1].title() + lowercase(text[1:])


def ascii_folded(text: str) -> str:
    """Return `text` with A to Z small, all else as it is (Ruby: `casecmp`)."""
    return text.translate(_ASCII_CAPITALS)


def expanded(replacement: str, text: str, start: int, end: int) -> str:
    r"""Return what Ruby puts in for `text[start:end]`.

    In `replacement`, ``\0`` and ``\&`` stand for that part, ``\``` and ``\'`` for what is around.
    """
    if "\\" not in replacement:
        return replacement
    named = {"0": text[start:end], "&": text[start:end], "\\": "\\"}
    named |= {"`": text[:start], "'": text[end:]}
    return _IN_REPLACEMENT.sub(lambda found: named.get(found[1], ""), replacement)


def names_parts(replacement: str) -> bool:
    """Say whether `replacement` asks for parts of the text that it is put into."""
    return _IN_REPLACEMENT.search(replacement) is not None
