"""Lines moved up and down; in a numbered list the words move and the numbers stay."""

from dataclasses import dataclass

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.shapes import Shape, shape


def move_up(lines: Lines, selection: Selection) -> Edit | None:
    """Put the lines of a selection above the one before them."""
    first, last = selection.lines[0], selection.lines[-1]
    if first == 0 or _is_end(lines, last):
        return None
    move = _Move(lines, first, last, first - 1)
    taken = Splice(Place(first - 1, 0), Place(first, 0), "")
    end = Place(last, len(lines.line(last) or ""))
    put = Splice.insertion(end, "\n" + move.other_text())
    return Edit((taken, *move.numbers(), put), move.carried(selection, -1))


def move_down(lines: Lines, selection: Selection) -> Edit | None:
    """Put the lines of a selection below the one after them."""
    first, last = selection.lines[0], selection.lines[-1]
    below = lines.line(last + 1)
    if below is None or _is_end(lines, last + 1):
        return None
    move = _Move(lines, first, last, last + 1)
    put = Splice.insertion(Place(first, 0), move.other_text() + "\n")
    end = Place(last, len(lines.line(last) or ""))
    taken = Splice(end, Place(last + 1, len(below)), "")
    return Edit((put, *move.numbers(), taken), move.carried(selection, 1))


@dataclass(frozen=True, slots=True)
class _Move:
    """Lines `first` to `last` change places with the line `other` beside them."""

    lines: Lines
    first: int
    last: int
    other: int

    def other_text(self) -> str:
        """Give the line that makes room, with the number it has then."""
        text = self.lines.line(self.other) or ""
        form = shape(text)
        marker = self._markers().get(self.other, form.marker)
        return text[: form.number_at] + marker + text[form.number_at + len(form.marker) :]

    def numbers(self) -> list[Splice]:
        """Give the moved lines the numbers they have then."""
        return [
            Splice.within(number, (form.number_at, form.number_at + len(form.marker)), marker)
            for number, marker in self._markers().items()
            if number != self.other and (form := self._shape(number)).marker != marker
        ]

    def carried(self, selection: Selection, rows: int) -> Selection:
        """Give the selection on the same words."""
        return Selection(
            self._carried(selection.anchor, rows), self._carried(selection.caret, rows)
        )

    def _carried(self, place: Place, rows: int) -> Place:
        form = self._shape(place.line)
        marker = self._markers().get(place.line, form.marker)
        is_behind = place.column >= form.number_at + len(form.marker)
        shift = len(marker) - len(form.marker) if is_behind else 0
        return Place(place.line + rows, place.column + shift)

    def _markers(self) -> dict[int, str]:
        """Give each numbered line the marker of the place that it comes to."""
        item = self._shape(self.other)
        if not item.is_numbered:
            return {}
        moved = [*range(self.first, self.last + 1)]
        is_up = self.other < self.first
        before = [self.other, *moved] if is_up else [*moved, self.other]
        after = [*moved, self.other] if is_up else [self.other, *moved]
        markers = [self._shape(number).marker for number in before if self._is_like(number, item)]
        counted = [number for number in after if self._is_like(number, item)]
        return dict(zip(counted, markers, strict=True))

    def _is_like(self, number: int, item: Shape) -> bool:
        form = self._shape(number)
        return form.is_numbered and (form.quote, form.width) == (item.quote, item.width)

    def _shape(self, number: int) -> Shape:
        return shape(self.lines.line(number) or "")


def _is_end(lines: Lines, number: int) -> bool:
    """Tell whether a line is the empty one behind the last line end: it stays the last."""
    return number > 0 and lines.line(number) == "" and lines.line(number + 1) is None
