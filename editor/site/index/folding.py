"""Make texts comparable for a search: without case and accents, in any script.

A search engine cuts a text into words at what is no letter. Scripts without spaces between words
are cut into single letters here, so that a phrase of letters finds any part of a text.
"""

import re
import unicodedata
from typing import Final

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
"""Runs of Thai, Lao, Burmese, Khmer, kana, Chinese characters."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u200b-\u200f\u00ad\u2060\ufe00-\ufe0f]"
)
"""Accents, the points of Hebrew and Arabic, the stretching of Arabic, what has no width.

The voicing marks of Japanese make other letters and are none of them.
"""

_BEYOND_TOKENIZER = re.compile(
    "[ªº²³¹¼-¾\u00adÆØßæøĐđıĲĳ\u013f-łŉŒœǄ-ǌǠ-ǣǮǯǱ-ǳǼ-ǿ\u0250-\u1fff\u2070-\u209f\u20d0-\U0010ffff]"
)
"""What SQLite's tokenizer leaves as it is, or folds otherwise than `folded`."""

_ALIKE: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ى": "ي", "ة": "ه", "ٱ": "ا"}
    | {chr(0x660 + digit): str(digit) for digit in range(10)}
    | {chr(0x6F0 + digit): str(digit) for digit in range(10)}
)
"""Letters that are written one for the other and that no decomposition makes alike."""

_HAS_ALIKE = re.compile(f"[{''.join(map(chr, _ALIKE))}]")

_ARTICLE = re.compile("(?<![\u0621-\u064a])[وفبك]?ال(?=[\u0621-\u064a]{3})")
"""The Arabic article and the one-letter words written in one with it."""


def folded(text: str) -> str:
    """Give a text without case and accents, to be compared with one that was folded too."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    whole = unicodedata.normalize("NFC", _MARKS.sub("", apart))
    return whole.translate(_ALIKE) if _HAS_ALIKE.search(whole) else whole


def for_index(text: str) -> str:
    """Give a text as the search engine can cut it into words that compare alike.

    SQLite's own tokenizer (`unicode61 remove_diacritics 2`) folds most of Latin as `folded` does,
    and faster. What it would leave otherwise is folded here, scripts without spaces are cut into
    letters.
    """
    if _BEYOND_TOKENIZER.search(text) is None:
        return text
    return _UNSPACED.sub(_letter_by_letter, _ARTICLE.sub("", folded(text)))


def _letter_by_letter(run: re.Match[str]) -> str:
    return f" {' '.join(run[0])} "


def is_unspaced(text: str) -> bool:
    """Tell whether a text holds letters of a script without spaces between words."""
    return _UNSPACED.search(text) is not None
