"""Where an item of a list stands: what comes before, what it holds, what it lies in."""

from collections.abc import Iterator

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Splice
from editor.post.markdown_edits.shapes import REACH, Shape, shape


def siblings(lines: Lines, first: int, item: Shape) -> Iterator[tuple[int, Shape]]:
    """Give the items from line `first` on that stand in one list with `item`, to its end."""
    is_behind_blank = False
    for number in range(first, first + REACH):
        line = lines.line(number)
        if line is None:
            return
        form = shape(line)
        if form.is_blank:
            is_behind_blank = True
            continue
        if form.depth != item.depth or _ends_list(form, item, is_behind_blank=is_behind_blank):
            return
        is_behind_blank = False
        if form.is_item and form.width < item.content and lines.inside(number).is_text:
            yield number, form


def item_above(lines: Lines, number: int, item: Shape) -> tuple[int, Shape] | None:
    """Give the item before `item`, which begins at line `number`, in the same list."""
    is_behind_blank = False
    for each in range(number - 1, max(-1, number - 1 - REACH), -1):
        form = shape(lines.line(each) or "")
        if form.is_blank:
            is_behind_blank = True
            continue
        if form.depth != item.depth:
            return None
        if form.is_item and form.width <= item.width:
            return (each, form) if item.width < form.content else None
        if not form.is_item and form.width < item.width + 1 and is_behind_blank:
            return None
    return None


def outer_item(lines: Lines, number: int, item: Shape) -> tuple[int, Shape] | None:
    """Give the item in whose list `item`, which begins at line `number`, is nested."""
    if not item.width:
        return None
    for each in range(number - 1, max(-1, number - 1 - REACH), -1):
        form = shape(lines.line(each) or "")
        if form.is_blank:
            continue
        if form.depth != item.depth:
            return None
        if form.is_item and form.content <= item.width:
            return each, form
        if not form.is_item and form.width == 0:
            return None
    return None


def last_line(lines: Lines, number: int, item: Shape) -> int:
    """Give the last line of the item that begins at line `number`, with all it holds."""
    last = number
    is_behind_blank = False
    for each in range(number + 1, number + 1 + REACH):
        line = lines.line(each)
        if line is None:
            break
        form = shape(line)
        if form.is_blank:
            is_behind_blank = True
            continue
        is_within = form.depth == item.depth and form.width >= item.content
        is_lazy = not is_behind_blank and not form.is_item and form.depth == item.depth
        if not is_within and not is_lazy:
            break
        is_behind_blank = False
        last = each
    return last


def deepened(lines: Lines, number: int, item: Shape, by: int) -> list[Splice]:
    """Indent what an item holds by more blanks, where its marker became longer by so many."""
    if by <= 0:
        return []
    splices = []
    for each in range(number + 1, last_line(lines, number, item) + 1):
        form = shape(lines.line(each) or "")
        if not form.is_blank and form.width >= item.content:
            splices.append(Splice.within(each, (len(form.quote), len(form.quote)), " " * by))
    return splices


def _ends_list(form: Shape, item: Shape, *, is_behind_blank: bool) -> bool:
    if form.is_item:
        is_other = form.width < item.content and form.is_numbered != item.is_numbered
        return form.width < item.width or is_other
    return is_behind_blank and form.width < item.content
