r"""Places in a text, and an edit as the pieces of text to change there.

Lines are counted from 0 and columns in code points; a line's text goes without its line end, and
a new text has `\n` for each.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.post.markdown_edits.lines import Lines


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Name a place between two characters of a line."""

    line: int
    column: int

    def advanced(self, text: str) -> "Place":
        """Give the place behind `text` when that begins here."""
        lines = text.count("\n")
        if not lines:
            return Place(self.line, self.column + len(text))
        return Place(self.line + lines, len(text) - text.rindex("\n") - 1)


@dataclass(frozen=True, slots=True)
class Selection:
    """Hold where a selection begins (`anchor`) and where the caret stands."""

    anchor: Place
    caret: Place

    @classmethod
    def at(cls, line: int, column: int) -> "Selection":
        """Give a caret without a selection."""
        return cls(Place(line, column), Place(line, column))

    @property
    def start(self) -> Place:
        """Give the end of it that comes first in the text."""
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Place:
        """Give the end of it that comes last in the text."""
        return max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        """Tell whether it is a caret alone."""
        return self.anchor == self.caret

    @property
    def lines(self) -> range:
        """Give the lines it touches; one that it ends in front of is not among them."""
        last = self.end.line
        if last > self.start.line and self.end.column == 0:
            last -= 1
        return range(self.start.line, last + 1)


@dataclass(frozen=True, slots=True)
class Splice:
    """Say that `text` comes in the place of what stands from `start` to `end`."""

    start: Place
    end: Place
    text: str

    @classmethod
    def within(cls, line: int, columns: tuple[int, int], text: str) -> "Splice":
        """Give a splice that replaces a piece of one line."""
        return cls(Place(line, columns[0]), Place(line, columns[1]), text)

    @classmethod
    def insertion(cls, place: Place, text: str) -> "Splice":
        """Give a splice that only adds."""
        return cls(place, place, text)


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold splices in the order of the text, none over another, and the selection afterwards.

    Places of the splices are those before the edit, those of the selection the ones after it.
    """

    splices: tuple[Splice, ...]
    selection: Selection


# What a key does: None where it would make no sense, and then nothing is to happen.
EditFunction = Callable[[Lines, Selection], Edit | None]


def carried(place: Place, splices: Sequence[Splice], *, is_after: bool = True) -> Place:
    """Give where `place` is once the splices are made.

    Where a text is put in exactly there, it is behind that text, or before it unless `is_after`.
    """
    old = new = Place(0, 0)
    for splice in splices:
        if splice.start > place or (splice.start == place and not is_after):
            break
        start = _moved(splice.start, old, new)
        old, new = splice.end, start.advanced(splice.text)
        if place < splice.end:
            return new if is_after else start
    return _moved(place, old, new)


def edit_carrying(splices: Sequence[Splice], selection: Selection) -> Edit | None:
    """Give an edit after which the same words are selected; None where nothing changes."""
    if not splices:
        return None
    if selection.is_empty:
        caret = carried(selection.caret, splices)
        return Edit(tuple(splices), Selection(caret, caret))
    start = carried(selection.start, splices)
    end = max(start, carried(selection.end, splices, is_after=False))
    is_forward = selection.anchor <= selection.caret
    return Edit(tuple(splices), Selection(start, end) if is_forward else Selection(end, start))


def _moved(place: Place, old: Place, new: Place) -> Place:
    """Give where `place`, at or behind `old`, is when `old` has become `new`."""
    if place.line == old.line:
        return Place(new.line, new.column + place.column - old.column)
    return Place(new.line + place.line - old.line, place.column)
