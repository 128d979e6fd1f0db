"""Know where an attribute list ends, without searching the text for each that begins."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

_UNESCAPED = re.compile(r"(?<!\\)\}")
_BEFORE_LINE_END = re.compile(r"\}(?=[ \t\r\f\v]*\n)")


@dataclass(frozen=True, slots=True)
class BraceIndex:
    """Closing braces of one text: those without a backslash, and those that end a line.

    An attribute list goes to the first brace without a backslash. If that does not end its line,
    the last one before it that does will do, backslash or not.
    """

    unescaped: list[int]
    at_line_end: list[int]
    last: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the index of ``text``."""
        return cls(
            [found.start() for found in _UNESCAPED.finditer(text)],
            [found.start() for found in _BEFORE_LINE_END.finditer(text)],
            text.rfind("}"),
        )

    def block_end(self, start: int) -> int | None:
        """Return the brace that ends a list of at least one character from ``start`` on its line.

        None if there is no such brace.
        """
        first = self.first(start)
        place = (
            len(self.at_line_end) if first is None else bisect_left(self.at_line_end, first + 1)
        )
        end = self.at_line_end[place - 1] if place else -1
        return end if end > start else None

    def span_end(self, start: int) -> int | None:
        """Return the brace that ends a list of at least one character in running text."""
        first = self.first(start)
        end = self.last if first is None else first
        return end if end > start else None

    def first(self, start: int) -> int | None:
        """Return the first brace from ``start`` on that has no backslash."""
        place = bisect_left(self.unescaped, start)
        return self.unescaped[place] if place < len(self.unescaped) else None
