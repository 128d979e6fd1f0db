"""Columns of a table: put in, taken out, moved, aligned."""

from dataclasses import replace

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, EditFunction, Selection
from editor.post.markdown_edits.tables.layout import Cell, cell_at, edit_to
from editor.post.markdown_edits.tables.table import Row, Table, rule_cell, table_at


def column_left(lines: Lines, selection: Selection) -> Edit | None:
    """Put an empty column to the left of the caret's."""
    return _inserted(lines, selection, 0)


def column_right(lines: Lines, selection: Selection) -> Edit | None:
    """Put an empty column to the right of the caret's."""
    return _inserted(lines, selection, 1)


def delete_column(lines: Lines, selection: Selection) -> Edit | None:
    """Take the caret's column out; the last one that is left stays."""
    table = table_at(lines, selection.caret.line)
    if table is None or table.columns == 1:
        return None
    here = cell_at(lines, table, selection.caret)
    kept = [
        replace(row, cells=row.cells[: here.column] + row.cells[here.column + 1 :])
        for row in _filled_rows(table)
    ]
    cell = Cell(here.row, min(here.column, table.columns - 2), 0, 0)
    return edit_to(lines, table, table.with_rows(kept), cell)


def column_back(lines: Lines, selection: Selection) -> Edit | None:
    """Let the caret's column change places with the one before."""
    return _swapped(lines, selection, -1)


def column_on(lines: Lines, selection: Selection) -> Edit | None:
    """Let the caret's column change places with the one behind."""
    return _swapped(lines, selection, 1)


def aligned(alignment: str) -> EditFunction:
    """Give the edit that aligns the caret's column: `left`, `center`, `right` or not at all."""

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        table = table_at(lines, selection.caret.line)
        if table is None or not any(row.rule == "-" for row in table.rows):
            return None
        here = cell_at(lines, table, selection.caret)
        cell = rule_cell(alignment)
        rows = [
            row.with_cell(here.column, cell) if row.rule else row for row in _filled_rows(table)
        ]
        return edit_to(lines, table, table.with_rows(rows), here)

    return edit


def in_line(lines: Lines, selection: Selection) -> Edit | None:
    """Write the table with its columns in line."""
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    edit = edit_to(lines, table, table, cell_at(lines, table, selection.caret))
    return edit if edit.splices else None


def _filled_rows(table: Table) -> list[Row]:
    """Give the rows with a cell for each column."""
    columns = table.columns
    return [
        replace(row, cells=(*row.cells, *[_empty(row)] * (columns - len(row.cells))))
        for row in table.rows
    ]


def _empty(row: Row) -> str:
    return rule_cell("") if row.rule else ""


def _inserted(lines: Lines, selection: Selection, offset: int) -> Edit | None:
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    here = cell_at(lines, table, selection.caret)
    at = here.column + offset
    rows = [
        replace(row, cells=(*row.cells[:at], _empty(row), *row.cells[at:]))
        for row in _filled_rows(table)
    ]
    return edit_to(lines, table, table.with_rows(rows), Cell(here.row, at))


def _swapped(lines: Lines, selection: Selection, step: int) -> Edit | None:
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    here = cell_at(lines, table, selection.caret)
    other = here.column + step
    if not 0 <= other < table.columns:
        return None
    rows = []
    for row in _filled_rows(table):
        filled = list(row.cells)
        filled[here.column], filled[other] = filled[other], filled[here.column]
        rows.append(replace(row, cells=tuple(filled)))
    cell = Cell(here.row, other, here.start, here.end)
    return edit_to(lines, table, table.with_rows(rows), cell)
