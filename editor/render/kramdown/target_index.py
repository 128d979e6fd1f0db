"""Know where parentheses and titles of links may end."""

import re
from dataclasses import dataclass
from typing import Self

_BLANK_BEFORE_QUOTE = re.compile(r"""[ \t\n\v\f\r](?=["'])""")
_PARENTHESES = re.compile(r"[()]")
_TITLE_END = {quote: re.compile(rf"{quote}[ \t\n\v\f\r]*\)") for quote in ("'", '"')}


@dataclass(frozen=True, slots=True)
class TargetIndex:
    """Places in one text, so that a thousand broken links do not search it a thousand times.

    ``partners`` maps an opening parenthesis to its closing one, ``title_starts`` are blanks
    before a quote mark, ``title_ends`` quote marks before a closing parenthesis: start and end.
    """

    partners: dict[int, int]
    title_starts: list[int]
    title_ends: dict[str, list[tuple[int, int]]]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the index of ``text``."""
        partners: dict[int, int] = {}
        opened: list[int] = []
        for found in _PARENTHESES.finditer(text):
            if found[0] == "(":
                opened.append(found.start())
            elif opened:
                partners[opened.pop()] = found.start()
        return cls(
            partners,
            [found.start() for found in _BLANK_BEFORE_QUOTE.finditer(text)],
            {
                quote: [found.span() for found in pattern.finditer(text)] if quote in text else []
                for quote, pattern in _TITLE_END.items()
            },
        )
