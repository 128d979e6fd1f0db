"""Cut a text into its paragraphs and what stands between them."""

import re

_PIECE = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n))+|(?:[^\S\r\n]*\S[^\r\n]*(?:\r\n|\r|\n|\Z))+|.+")


def paragraphs(text: str) -> list[str]:
    """Give paragraphs and runs of blank lines by turns; joined, they are the text."""
    return _PIECE.findall(text)
