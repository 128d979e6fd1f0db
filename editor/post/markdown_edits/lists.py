"""Make items of lines and lines of items: bullets, numbers, tasks, and a task's tick."""

import re
from dataclasses import dataclass

from editor.post.markdown_edits.items import deepened, item_above
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.numbering import value
from editor.post.markdown_edits.places import Edit, Selection, Splice, edit_carrying
from editor.post.markdown_edits.shapes import Shape, heading_level, is_code, is_rule, shape

_BOX = re.compile(r"\[([ xX])\]")
_NO_ITEM = ("|", "{:", "{%", "[^", "<!--")


@dataclass(frozen=True, slots=True)
class _Wish:
    """Say what kind of item is wanted."""

    is_numbered: bool = False
    is_task: bool = False

    def is_met(self, form: Shape) -> bool:
        """Tell whether a line is such an item already."""
        is_task = bool(form.task)
        return form.is_item and form.is_numbered == self.is_numbered and is_task == self.is_task


def bullets(lines: Lines, selection: Selection) -> Edit | None:
    """Make lines items of a list, or plain lines again."""
    return _toggled(lines, selection, _Wish())


def numbers(lines: Lines, selection: Selection) -> Edit | None:
    """Make lines items of a numbered list, or plain lines again."""
    return _toggled(lines, selection, _Wish(is_numbered=True))


def tasks(lines: Lines, selection: Selection) -> Edit | None:
    """Make lines tasks with a box to tick, or plain lines again."""
    return _toggled(lines, selection, _Wish(is_task=True))


def tick(lines: Lines, selection: Selection) -> Edit | None:
    """Tick the boxes of the selected tasks, or empty them where all are ticked."""
    boxes = []
    for number in selection.lines:
        form = shape(lines.line(number) or "")
        if form.task and not is_code(lines, number):
            column = form.text - len(form.task) + 1
            boxes.append((number, column, form.task[1]))
    sign = " " if all(box != " " for _, _, box in boxes) else "x"
    splices = [
        Splice.within(number, (column, column + 1), sign)
        for number, column, box in boxes
        if (box == " ") != (sign == " ")
    ]
    if not splices:
        return None
    return Edit(tuple(splices), selection)


def _toggled(lines: Lines, selection: Selection, wish: _Wish) -> Edit | None:
    chosen = [number for number in selection.lines if _may_be_item(lines, number)]
    if not chosen and selection.is_empty and _is_empty(lines, selection.caret.line):
        chosen = [selection.caret.line]
    forms = {number: shape(lines.line(number) or "") for number in chosen}
    if all(wish.is_met(form) for form in forms.values()):
        splices = [_plain(number, form) for number, form in forms.items()]
        return edit_carrying(splices, selection)
    splices = []
    counts: dict[int, int] = {}
    for number, form in forms.items():
        for width in [each for each in counts if each > form.width]:
            del counts[width]
        if form.width not in counts:
            counts[form.width] = _count_above(lines, number, form)
        counts[form.width] += 1
        if not wish.is_met(form) or form.is_numbered:
            splices += _item(lines, number, wish, counts[form.width])
    return edit_carrying(sorted(splices, key=_order), selection)


def _order(splice: Splice) -> tuple[int, int]:
    return splice.start.line, splice.start.column


def _is_empty(lines: Lines, number: int) -> bool:
    return shape(lines.line(number) or "").is_blank and not is_code(lines, number)


def _may_be_item(lines: Lines, number: int) -> bool:
    form = shape(lines.line(number) or "")
    if form.is_blank or is_code(lines, number) or is_rule(form.rest):
        return False
    return not heading_level(form.rest) and not form.rest.startswith(_NO_ITEM)


def _count_above(lines: Lines, number: int, form: Shape) -> int:
    """Give the number of the item that a new one goes on from."""
    near = shape(f"{form.quote}{form.indent}1. ")
    above = item_above(lines, number, near)
    return value(above[1]) if above is not None and above[1].is_numbered else 0


def _item(lines: Lines, number: int, wish: _Wish, count: int) -> list[Splice]:
    """Make a line the wanted item; what an item holds goes in as deep as its words."""
    form = shape(lines.line(number) or "")
    marker = f"{count}." if wish.is_numbered else _bullet(lines, number, form)
    box = (form.task or "[ ] ") if wish.is_task else ""
    start = f"{marker} {box}"
    columns = (form.number_at, form.text)
    if (lines.line(number) or "")[slice(*columns)] == start:
        return []
    longer = form.width + len(marker) + 1 - form.content if form.is_item else 0
    return [Splice.within(number, columns, start), *deepened(lines, number, form, longer)]


def _bullet(lines: Lines, number: int, form: Shape) -> str:
    """Give the sign that the list uses already."""
    if form.is_item and not form.is_numbered:
        return form.marker
    near = shape(f"{form.quote}{form.indent}- ")
    above = item_above(lines, number, near)
    return above[1].marker if above is not None and not above[1].is_numbered else "-"


def _plain(number: int, form: Shape) -> Splice:
    return Splice.within(number, (form.number_at, form.text), "")
