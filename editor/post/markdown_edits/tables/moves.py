"""Keys in a table: from cell to cell, a new row behind the last one, out of the table."""

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.tables import cells
from editor.post.markdown_edits.tables.layout import Cell, cell_at, edit_to, selection_in
from editor.post.markdown_edits.tables.table import (
    Row,
    Table,
    is_row,
    row_of,
    table_at,
    text_of,
)

# A longer table is put in line on request, not with each Tab.
_MOST_ALIGNED = 200


def next_cell(lines: Lines, selection: Selection) -> Edit | None:
    """Go to the next cell; behind the last one a row begins."""
    return _moved(lines, selection, 1)


def previous_cell(lines: Lines, selection: Selection) -> Edit | None:
    """Go to the cell before."""
    return _moved(lines, selection, -1)


def cell_below(lines: Lines, selection: Selection) -> Edit | None:
    """Go to the cell below; below the last one a row begins, and an empty last row ends it all."""
    caret = selection.caret
    if not selection.is_empty or not is_row(lines, caret.line):
        return None
    near = _near(lines, caret.line)
    here = cell_at(lines, near, caret)
    if _is_rule(near, here.row) or caret.column == 0:
        return None
    below = _next_row(near, here.row, 1)
    if below is not None:
        return _went(lines, near, Cell(below, here.column))
    row = near.rows[here.row]
    above = _next_row(near, here.row, -1)
    if above is not None and not any(row.cells):
        return _left(lines, caret.line)
    return _grown(lines, near, here.column)


def line_in_cell(lines: Lines, selection: Selection) -> Edit | None:
    """Begin a new line within a cell, where a line end would end the row."""
    if not is_row(lines, selection.start.line) or selection.start.line != selection.end.line:
        return None
    behind = selection.start.advanced("<br>")
    splice = Splice(selection.start, selection.end, "<br>")
    return Edit((splice,), Selection(behind, behind))


def _moved(lines: Lines, selection: Selection, step: int) -> Edit | None:
    caret = selection.caret
    if not is_row(lines, caret.line):
        return None
    near = _near(lines, caret.line)
    here = cell_at(lines, near, caret)
    column = here.column + step
    columns = len(cells.spans(text_of(lines, caret.line)))
    if 0 <= column < columns and not _is_rule(near, here.row):
        return _went(lines, near, Cell(here.row, column))
    other = _next_row(near, here.row, step)
    if other is None:
        return _grown(lines, near, 0) if step > 0 else None
    last = len(near.rows[other].cells) - 1
    return _went(lines, near, Cell(other, 0 if step > 0 else last))


def _near(lines: Lines, number: int) -> Table:
    """Give the table around a line, of a long one as much as a key needs."""
    first, last = number, number
    while number - first < _MOST_ALIGNED and is_row(lines, first - 1):
        first -= 1
    while last - number < _MOST_ALIGNED and is_row(lines, last + 1):
        last += 1
    if last - first + 1 < _MOST_ALIGNED:
        table = table_at(lines, number)
        if table is not None:
            return table
    first, last = max(first, number - 4), min(last, number + 4)
    rows = tuple(row_of(text_of(lines, each)) for each in range(first, last + 1))
    line = lines.line(number) or ""
    prefix = line[: len(line) - len(text_of(lines, number))]
    return Table(first, prefix, rows)


def _is_whole(lines: Lines, near: Table) -> bool:
    return not is_row(lines, near.first - 1) and not is_row(lines, near.last + 1)


def _went(lines: Lines, near: Table, cell: Cell) -> Edit:
    if _is_whole(lines, near):
        return edit_to(lines, near, near, cell)
    as_written = [lines.line(near.first + row) or "" for row in range(len(near.rows))]
    return Edit((), selection_in(near, as_written, cell))


def _grown(lines: Lines, near: Table, column: int) -> Edit:
    """Add a row behind the last one."""
    empty = Row(("",) * near.columns)
    row = len(near.rows)
    if _is_whole(lines, near):
        return edit_to(lines, near, near.with_rows([*near.rows, empty]), Cell(row, column))
    text = f"\n{near.prefix}{'|   ' * near.columns}|"
    end = Place(near.last, len(lines.line(near.last) or ""))
    behind = Place(near.last + 1, len(near.prefix) + 4 * column + 2)
    return Edit((Splice.insertion(end, text),), Selection(behind, behind))


def _left(lines: Lines, number: int) -> Edit:
    """Leave the table from an empty last row, which goes."""
    line = lines.line(number) or ""
    splice = Splice.within(number, (0, len(line)), "")
    return Edit((splice,), Selection(splice.start, splice.start))


def _next_row(table: Table, row: int, step: int) -> int | None:
    row += step
    while 0 <= row < len(table.rows) and table.rows[row].rule:
        row += step
    return row if 0 <= row < len(table.rows) else None


def _is_rule(table: Table, row: int) -> bool:
    return bool(table.rows[row].rule)
