"""A text with a place in the whole text."""

import re

from editor.render.kramdown.braces import BraceIndex

_LIST_START = re.compile(r"[ ]{0,3}\{:(?![:/])")
CLOSERS = frozenset("`~<>{}]?$")
"""Whatever is looked for further down (the end of a fence, a comment, a tag) has one of these."""


class Source:
    """Text to be read, which begins on a known line of the post's body.

    Text inside a quote or list item keeps its line count, so the first line is enough to know
    all others.

    ``reach`` is the furthest offset that a decision has looked at so far, and ``sought`` are the
    closers that were looked for in vain, down to the end of the text.
    """

    __slots__ = (
        "_braces",
        "_line",
        "_missing",
        "_offset",
        "first_line",
        "reach",
        "sought",
        "text",
    )

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._offset = 0
        self._line = first_line
        self._missing: dict[str, int] = {}
        self._braces: BraceIndex | None = None
        self.reach = 0
        self.sought: set[str] = set()

    def begin_at(self, offset: int) -> None:
        """Count lines from ``offset`` on, and begin to note what is looked at."""
        self._offset, self._line = offset, self.first_line
        self.reach, self.sought = offset, set()

    def line_at(self, offset: int) -> int:
        """Return the line that holds the character at ``offset``."""
        if offset >= self._offset:
            self._line += self.text.count("\n", self._offset, offset)
        else:
            self._line -= self.text.count("\n", offset, self._offset)
        self._offset = offset
        return self._line

    def last_line(self, start: int, end: int) -> int:
        """Return the line of the last character between the offsets that is not white space."""
        text = self.text
        while end > start + 1 and text[end - 1].isspace():
            end -= 1
        return self.line_at(max(end - 1, start))

    def lacks(self, needle: str, start: int) -> bool:
        """Tell whether ``needle`` is nowhere from ``start`` on.

        A "no" is remembered, so that a thousand openers without a closer cost one search.
        """
        if self.known_missing(needle, start):
            return True
        found = self.text.find(needle, start)
        if found >= 0:
            self.look_at(found + len(needle))
            return False
        self.note_missing(needle, start)
        return True

    def known_missing(self, needle: str, start: int) -> bool:
        """Tell whether a search from ``start`` is known to be in vain."""
        if start < self._missing.get(needle, start + 1):
            return False
        self.seek(needle)
        return True

    def note_missing(self, needle: str, start: int) -> None:
        """Remember that ``needle`` is nowhere from ``start`` on."""
        self._missing[needle] = start
        self.seek(needle)

    def look_at(self, offset: int) -> None:
        """Note that a decision hung on the text up to ``offset``."""
        self.reach = max(self.reach, offset)

    def seek(self, needle: str) -> None:
        """Note that a decision hung on ``needle`` not being further down."""
        self.sought |= CLOSERS.intersection(needle)

    @property
    def braces(self) -> BraceIndex:
        """The closing braces of the text."""
        if self._braces is None:
            self._braces = BraceIndex.of(self.text)
        return self._braces

    def block_end(self, start: int) -> int | None:
        """Return the brace that ends the attribute list whose inside begins at ``start``."""
        decisive = self.braces.first(start)
        if decisive is None:
            self.seek("}")
        else:
            self.look_at(decisive + 1)
        return self.braces.block_end(start)

    def attribute_list(self, pos: int) -> tuple[str, int] | None:
        """Read the line ``{: ...}`` at ``pos``: return its inside and where the line ends."""
        opening = _LIST_START.match(self.text, pos)
        brace = None if opening is None else self.block_end(opening.end())
        if opening is None or brace is None:
            return None
        return self.text[opening.end() : brace], self.text.index("\n", brace) + 1
