"""Show file names and other short texts so that nothing in them can hide or mislead."""

import unicodedata
from pathlib import Path

_HIDING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories of characters that have no shape of their own or turn the text around."""


def visible(text: str) -> str:
    """Spell out characters that cannot be seen or that reorder the line, as ‹U+202E›.

    Bytes of a name that are no UTF-8 come from Python as lone surrogates; they are spelled out
    in the same way, so the result can always be encoded and drawn. Joiners inside emoji and
    Persian words are spelled out too: in a file name they are worth seeing.
    """
    return "".join(
        f"‹U+{ord(char):04X}›" if unicodedata.category(char) in _HIDING else char for char in text
    )


def shown_name(path: Path) -> str:
    """Give the last part of a path in a form that can stand in a sentence."""
    return visible(path.name or str(path))
