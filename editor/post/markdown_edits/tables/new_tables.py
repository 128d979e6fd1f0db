"""Tables that begin: an empty one, or the cells of a spreadsheet."""

import csv
import io

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, EditFunction, Place, Selection, Splice
from editor.post.markdown_edits.shapes import is_code, shape
from editor.post.markdown_edits.tables import cells
from editor.post.markdown_edits.tables.layout import (
    Cell,
    cell_at,
    edit_to,
    new_table,
    selection_in,
    written,
)
from editor.post.markdown_edits.tables.table import Row, Table, is_row, table_at

_LARGEST_PASTE = 20_000_000


def insert_table(lines: Lines, selection: Selection) -> Edit | None:
    """Begin a table of two columns behind the selection, with the caret in its first cell."""
    behind = Selection(selection.end, selection.end)
    if is_row(lines, behind.caret.line):
        return None
    return _begun(lines, behind, [["", ""], ["", ""]], Cell(0, 0))


def cells_of(text: str) -> list[list[str]]:
    """Give the cells that a spreadsheet put into the clipboard, or none for any other text."""
    if "\t" not in text or len(text) > _LARGEST_PASTE:
        return []
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return []
    rows = [row for row in rows if row]
    widths = {len(row) for row in rows}
    is_table = len(rows) > 1 and len(widths) == 1 and widths != {1}
    # Code that begins with tabs is no table: a spreadsheet's first cells are rarely all empty.
    return rows if is_table and any(row[0] for row in rows) else []


def paste_cells(text: str) -> EditFunction:
    """Give the edit that makes a table of a spreadsheet's cells, or fills the one at the caret."""

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        rows = cells_of(text)
        if not rows or is_code(lines, selection.start.line):
            return None
        table = table_at(lines, selection.start.line)
        if table is not None:
            return _filled(lines, table, selection, rows)
        return _begun(lines, selection, rows, Cell(len(rows), len(rows[0]) - 1))

    return edit


def _begun(lines: Lines, selection: Selection, rows: list[list[str]], cell: Cell) -> Edit | None:
    """Set a table behind the words before the caret, parted from what is around it."""
    start, end = selection.start, selection.end
    line, last = lines.line(start.line) or "", lines.line(end.line) or ""
    form = shape(line)
    if is_code(lines, start.line) or form.is_item:
        return None
    prefix = form.quote + form.indent
    before, after = line[: start.column], last[end.column :]
    has_before, has_after = bool(before[len(prefix) :].strip(" \t")), bool(after.strip(" \t"))
    lead = f"\n{prefix.rstrip(' ')}\n" if has_before else ""
    if not has_before and _is_text(lines.line(start.line - 1)):
        lead = f"{prefix.rstrip(' ')}\n"
        start = Place(start.line, 0)
    elif not has_before:
        start = Place(start.line, 0)
    first = start.line + lead.count("\n")
    table = new_table(first, prefix, rows)
    body = written(table)
    tail = f"\n{prefix.rstrip(' ')}\n{prefix}" if has_after else ""
    if not has_after and _is_text(lines.line(end.line + 1)):
        tail = "\n"
    text = lead + "\n".join(body) + tail
    return Edit((Splice(start, end, text),), selection_in(table, body, cell))


def _is_text(line: str | None) -> bool:
    return line is not None and bool(line.strip(" \t>"))


def _filled(lines: Lines, table: Table, selection: Selection, rows: list[list[str]]) -> Edit:
    """Write cells over those of a table from the caret's on; it grows where they need room."""
    here = cell_at(lines, table, selection.start)
    filled = list(table.rows)
    at = here.row
    for number, row in enumerate(rows):
        while at < len(filled) and filled[at].rule:
            at += 1
        if at == len(filled):
            filled.append(Row(("",) * table.columns))
        for column, text in enumerate(row):
            filled[at] = filled[at].with_cell(here.column + column, cells.as_cell(text))
        if number + 1 < len(rows):
            at += 1
    cell = Cell(at, here.column + len(rows[-1]) - 1)
    return edit_to(lines, table, table.with_rows(filled), cell)
