"""What an edit may read of a text: its lines by number, without a walk through all of it."""

from collections.abc import Sequence
from typing import Protocol

from editor.post.markdown_edits.verbatim import Inside, Marks, marked_lines


class Lines(Protocol):
    """Give the lines of a text, counted from 0, each without its line end."""

    def line(self, number: int) -> str | None:
        """Give a line, or None where there is none."""

    def count(self) -> int:
        """Give how many lines there are; an empty text has one."""

    def inside(self, number: int) -> Inside:
        """Give what the lines before leave open for this one: a fence, a comment."""

    def marked(self) -> Sequence[int]:
        """Give the numbers of the lines that may open or close something or hold a footnote."""


class WholeText:
    """Give the lines of a text that is at hand as one."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._marks = Marks(marked_lines(text))

    def line(self, number: int) -> str | None:
        """Give a line, or None where there is none."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def count(self) -> int:
        """Give how many lines there are; an empty text has one."""
        return len(self._lines)

    def inside(self, number: int) -> Inside:
        """Give what the lines before leave open for this one."""
        return self._marks.inside(number, self._lines.__getitem__)

    def marked(self) -> Sequence[int]:
        """Give the numbers of the lines that may open or close something or hold a footnote."""
        return self._marks.numbers
