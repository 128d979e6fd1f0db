"""Tab and Shift+Tab: an item with all it holds goes into the one above, or out of its list."""

from collections.abc import Iterator

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.items import item_above, last_line, outer_item, siblings
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.numbering import (
    is_counted,
    next_marker,
    renumbered,
    renumbered_item,
    value,
)
from editor.post.markdown_edits.places import Edit, Selection, Splice, edit_carrying
from editor.post.markdown_edits.shapes import TAB, Shape, is_code, shape


def nest(lines: Lines, selection: Selection) -> Edit | None:
    """Put the items of a selection into the item above them; code goes four blanks in."""
    if _is_code(lines, selection):
        return edit_carrying(list(_code_in(lines, selection)), selection)
    first = _item_line(lines, selection.start.line)
    if first is None:
        return None
    item = shape(lines.line(first) or "")
    above = item_above(lines, first, item)
    if above is None:
        return None
    width = above[1].content
    last = _last(lines, selection, first)
    inner = _last_inner(lines, above[0], first, width)
    marker = item.marker
    if item.is_numbered:
        is_going_on = inner is not None and inner[1].is_numbered
        marker = next_marker(lines, *inner) if inner is not None and is_going_on else "1."
    splices = _shifted(lines, (first, last), width - item.width)
    splices += _numbered(lines, (first, last), item, marker)
    if item.is_numbered and is_counted(lines, first, item) and above[1].is_numbered:
        splices += renumbered(lines, last + 1, item, value(above[1]) + 1)
    return edit_carrying(_merged(splices), selection)


def unnest(lines: Lines, selection: Selection) -> Edit | None:
    """Take the items of a selection out of the item around them; code goes four blanks out."""
    if _is_code(lines, selection):
        return edit_carrying(list(_code_out(lines, selection)), selection)
    first = _item_line(lines, selection.start.line)
    if first is None:
        return None
    item = shape(lines.line(first) or "")
    outer = outer_item(lines, first, item)
    if outer is None:
        return None
    number, parent = outer
    last = _last(lines, selection, first)
    marker = next_marker(lines, number, parent) if parent.is_numbered else item.marker
    if item.is_numbered and not parent.is_numbered:
        marker = parent.marker
    splices = _shifted(lines, (first, last), parent.width - item.width)
    splices += _numbered(lines, (first, last), item, marker)
    if parent.is_numbered and marker != parent.marker:
        moved = sum(1 for _ in _items(lines, (first, last), item))
        after = value(parent) + 1 + moved
        splices += renumbered(lines, last + 1, parent, after)
    return edit_carrying(_merged(splices), selection)


def _item_line(lines: Lines, number: int) -> int | None:
    """Give the line where the item begins that a line belongs to."""
    form = shape(lines.line(number) or "")
    if form.is_item:
        return number
    if form.is_blank:
        return None
    for each in range(number - 1, max(-1, number - TAB * TAB), -1):
        above = shape(lines.line(each) or "")
        if above.is_blank or above.depth != form.depth:
            return None
        if above.is_item:
            return each
    return None


def _last(lines: Lines, selection: Selection, first: int) -> int:
    """Give the last line of what goes along: the last selected item with all it holds."""
    last = first
    for number in selection.lines:
        form = shape(lines.line(number) or "")
        if (form.is_item and number > last) or number == first:
            last = last_line(lines, number, form)
    return last


def _last_inner(lines: Lines, outer: int, upto: int, width: int) -> tuple[int, Shape] | None:
    """Give the last item nested in the one at line `outer`, before line `upto`."""
    for number in range(upto - 1, outer, -1):
        form = shape(lines.line(number) or "")
        if form.is_item and form.width == width:
            return number, form
    return None


def _items(lines: Lines, span: tuple[int, int], item: Shape) -> Iterator[tuple[int, Shape]]:
    """Give the moved items that stand beside the first one."""
    for number, form in siblings(lines, span[0], item):
        if number > span[1]:
            return
        yield number, form


def _numbered(lines: Lines, span: tuple[int, int], item: Shape, marker: str) -> list[Splice]:
    """Give the moved items the numbers, or the sign, of the list that they come into."""
    splices: list[Splice] = []
    for offset, (number, form) in enumerate(_items(lines, span, item)):
        if marker[-1] == ".":
            splices += renumbered_item(lines, number, form, int(marker[:-1]) + offset)
        elif form.marker != marker and form.is_numbered:
            columns = (form.number_at, form.number_at + len(form.marker))
            splices.append(Splice.within(number, columns, marker))
    return splices


def _shifted(lines: Lines, span: tuple[int, int], by: int) -> list[Splice]:
    splices = []
    for number in range(span[0], span[1] + 1):
        form = shape(lines.line(number) or "")
        if form.is_blank:
            continue
        start, end = len(form.quote), len(form.quote) + len(form.indent)
        if by > 0:
            splices.append(Splice.within(number, (start, start), " " * by))
        elif "\t" in form.indent:
            splices.append(Splice.within(number, (start, end), " " * max(0, form.width + by)))
        else:
            splices.append(Splice.within(number, (start, min(end, start - by)), ""))
    return splices


def _merged(splices: list[Splice]) -> list[Splice]:
    return sorted(splices, key=_order)


def _order(splice: Splice) -> tuple[int, int]:
    return splice.start.line, splice.start.column


def _is_code(lines: Lines, selection: Selection) -> bool:
    return all(is_code(lines, number) for number in selection.lines)


def _code_in(lines: Lines, selection: Selection) -> Iterator[Splice]:
    if selection.is_empty:
        caret = selection.caret
        line = (lines.line(caret.line) or "")[: caret.column]
        yield Splice.insertion(caret, " " * (TAB - len(line.expandtabs(TAB)) % TAB))
        return
    for number in selection.lines:
        if (lines.line(number) or "").strip(BLANKS):
            yield Splice.within(number, (0, 0), " " * TAB)


def _code_out(lines: Lines, selection: Selection) -> Iterator[Splice]:
    for number in selection.lines:
        line = lines.line(number) or ""
        blanks = len(line) - len(line.lstrip(" "))
        taken = 1 if line.startswith("\t") else min(TAB, blanks)
        if taken:
            yield Splice.within(number, (0, taken), "")
