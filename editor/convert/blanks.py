"""No-break spaces stay where typography wants them, and become blanks where a program put them."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString

_NBSP = "\u00a0"
# Before French signs, inside guillemets, between a number and what it counts, behind initials.
_WANTED = re.compile(
    r"(?<=\S)\u00a0(?=[;:!?»%‰€£$°])|(?<=[«–—])\u00a0(?=\S)|(?<=\d)\u00a0(?=[\dA-Za-zµ€])"
    r"|(?<=[^\W\d_]\.)\u00a0(?=[^\W\d_])"
)
_KEPT = "\ue000"  # a private sign, which no clipboard holds
_VERBATIM = ("pre", "code", "samp", "kbd")


def settle_blanks(soup: BeautifulSoup) -> None:
    """Keep the no-break spaces that a typographer would set; take the others for blanks."""
    for text in list(soup.find_all(string=True)):
        if _NBSP not in text:
            continue
        is_verbatim = any(parent.name in _VERBATIM for parent in text.parents)
        kept = str(text) if is_verbatim else _WANTED.sub(_KEPT, text)
        text.replace_with(NavigableString(kept.replace(_NBSP, " ").replace(_KEPT, _NBSP)))
