"""The passages of a selection: stretches of running text within one paragraph each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Place, Selection, Splice
from editor.post.markdown_edits.shapes import begins_block, heading_level, is_code, shape

_LONGEST_PARAGRAPH = 200
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$|[ \t]*\{[:#][^}\n]*\}[ \t]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold the text of a paragraph, where its lines begin, and what of it is selected.

    `start` and `end` count from the passage's own start.
    """

    first_line: int
    columns: tuple[int, ...]
    text: str
    start: int
    end: int

    def place(self, offset: int) -> Place:
        """Give the place in the whole text of an offset in the passage."""
        before = self.text.count("\n", 0, offset)
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.first_line + before, self.columns[before] + offset - line_start)

    def splice(self, start: int, end: int, text: str) -> Splice:
        """Give a splice by offsets of the passage."""
        return Splice(self.place(start), self.place(end), text)

    def offset(self, place: Place) -> int:
        """Give the offset of a place, the nearest one where it lies outside."""
        if place.line < self.first_line:
            return 0
        lines = self.text.split("\n")
        row = place.line - self.first_line
        if row >= len(lines):
            return len(self.text)
        column = min(max(place.column - self.columns[row], 0), len(lines[row]))
        return sum(len(line) + 1 for line in lines[:row]) + column

    @property
    def words(self) -> tuple[int, int]:
        """Give the selected part without blanks at its ends."""
        chosen = self.text[self.start : self.end]
        start = self.start + len(chosen) - len(chosen.lstrip(BLANKS + "\n"))
        return start, max(start, self.start + len(chosen.rstrip(BLANKS + "\n")))


def passages(lines: Lines, selection: Selection) -> Iterator[Passage]:
    """Give the paragraphs that a selection touches, code and rules left out."""
    number = selection.start.line
    if not is_code(lines, number):
        number = _first_line(lines, number)
    last = selection.end.line
    while number <= last:
        if _has_text(lines, number):
            passage = _passage(lines, number, selection)
            yield passage
            number += passage.text.count("\n")
        number += 1


def passage_at(lines: Lines, selection: Selection) -> Passage | None:
    """Give the one paragraph that a selection lies in, None where it is none or several."""
    found = list(passages(lines, selection))
    return found[0] if len(found) == 1 else None


def _has_text(lines: Lines, number: int) -> bool:
    form = shape(lines.line(number) or "")
    return not form.is_blank and not is_code(lines, number)


def _first_line(lines: Lines, number: int) -> int:
    for each in range(number, max(0, number - _LONGEST_PARAGRAPH), -1):
        line, above = lines.line(each) or "", lines.line(each - 1) or ""
        if begins_block(line) or _ends_block(lines, each - 1, above):
            return each
    return max(0, number - _LONGEST_PARAGRAPH)


def _ends_block(lines: Lines, number: int, line: str) -> bool:
    form = shape(line)
    return form.is_blank or heading_level(form.rest) > 0 or is_code(lines, number)


def _passage(lines: Lines, first: int, selection: Selection) -> Passage:
    texts: list[str] = []
    columns: list[int] = []
    number = first
    while (line := lines.line(number)) is not None and len(texts) < _LONGEST_PARAGRAPH:
        if texts and (begins_block(line) or is_code(lines, number)):
            break
        column = _text_column(line)
        texts.append(line[column:])
        columns.append(column)
        number += 1
        if heading_level(shape(line).rest):
            texts[-1] = _CLOSING.sub("", texts[-1])
            break
    passage = Passage(first, tuple(columns), "\n".join(texts), 0, 0)
    start, end = passage.offset(selection.start), passage.offset(selection.end)
    return Passage(first, passage.columns, passage.text, start, end)


def _text_column(line: str) -> int:
    form = shape(line)
    level = heading_level(form.rest)
    if not level:
        return form.text
    behind = form.rest[level:]
    return form.text + level + len(behind) - len(behind.lstrip(BLANKS))
