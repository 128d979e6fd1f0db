"""A text with a place in the whole text."""

import re

from editor.render.kramdown.braces import BraceIndex

_LIST_START = re.compile(r"[ ]{0,3}\{:(?![:/])")


class Source:
    """Text to be read, which begins on a known line of the post's body.

    Text inside a quote or list item keeps its line count, so the first line is enough to know
    all others.
    """

    __slots__ = ("_braces", "_line", "_missing", "_offset", "first_line", "text")

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._offset = 0
        self._line = first_line
        self._missing: dict[str, int] = {}
        self._braces: BraceIndex | None = None

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
        if self.text.find(needle, start) >= 0:
            return False
        self.note_missing(needle, start)
        return True

    def known_missing(self, needle: str, start: int) -> bool:
        """Tell whether a search from ``start`` is known to be in vain."""
        return start >= self._missing.get(needle, start + 1)

    def note_missing(self, needle: str, start: int) -> None:
        """Remember that ``needle`` is nowhere from ``start`` on."""
        self._missing[needle] = start

    @property
    def braces(self) -> BraceIndex:
        """The closing braces of the text."""
        if self._braces is None:
            self._braces = BraceIndex.of(self.text)
        return self._braces

    def attribute_list(self, pos: int) -> tuple[str, int] | None:
        """Read the line ``{: ...}`` at ``pos``: return its inside and where the line ends."""
        opening = _LIST_START.match(self.text, pos)
        brace = None if opening is None else self.braces.block_end(opening.end())
        if opening is None or brace is None:
            return None
        return self.text[opening.end() : brace], self.text.index("\n", brace) + 1
