"""Numbers of lists: what follows an item counts on from it."""

from editor.post.markdown_edits.items import deepened, item_above, siblings
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Splice
from editor.post.markdown_edits.shapes import Shape

# kramdown counts by itself, so a long list that is not counted anew still shows right.
MOST_RENUMBERED = 200


def renumbered(lines: Lines, first: int, item: Shape, number: int) -> list[Splice]:
    """Make the items of `item`'s list from line `first` on count on from `number`."""
    splices: list[Splice] = []
    for line, form in siblings(lines, first, item):
        if len(splices) == MOST_RENUMBERED or not form.is_numbered:
            break
        splices += renumbered_item(lines, line, form, number)
        number += 1
    return splices


def renumbered_item(lines: Lines, line: int, form: Shape, number: int) -> list[Splice]:
    """Give an item another number, where it has not got it; what it holds stays within it."""
    marker = f"{number}."
    if form.marker == marker:
        return []
    columns = (form.number_at, form.number_at + len(form.marker))
    longer = len(marker) - len(form.marker)
    return [Splice.within(line, columns, marker), *deepened(lines, line, form, longer)]


def value(form: Shape) -> int:
    """Give the number of a numbered item."""
    return int(form.marker[:-1])


def is_counted(lines: Lines, number: int, item: Shape) -> bool:
    """Tell whether a list counts; one that has the same number twice is meant to be so."""
    above = item_above(lines, number, item)
    below = next(siblings(lines, number + 1, item), None)
    return not any(near is not None and near[1].marker == item.marker for near in (above, below))


def next_marker(lines: Lines, number: int, item: Shape) -> str:
    """Give the marker of an item that comes after the one at line `number`."""
    if item.is_numbered and is_counted(lines, number, item):
        return f"{value(item) + 1}."
    return item.marker


def counted_on(lines: Lines, first: int, item: Shape, marker: str) -> list[Splice]:
    """Make the items from line `first` on follow a new one with `marker`, if they count."""
    if not item.is_numbered or marker == item.marker:
        return []
    return renumbered(lines, first, item, int(marker[:-1]) + 1)
