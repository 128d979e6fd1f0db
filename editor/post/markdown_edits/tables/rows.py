"""Rows of a table: put in, taken out, moved, sorted by a column."""

import re
import unicodedata
from itertools import pairwise

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, EditFunction, Selection
from editor.post.markdown_edits.tables.layout import Cell, cell_at, edit_to
from editor.post.markdown_edits.tables.table import Row, Table, table_at

# The last mark parts off the decimals, unless it parts off three digits as thousands' commas do.
_DECIMALS = re.compile(r"(?P<mark>,(?!\d{3}$)|\.)(?P<decimals>\d+)$")
_GAPS = re.compile(r"[\s'’]")
_MARKS = re.compile(r"[.,]")
_NUMBER = re.compile(r"[^\d,.\-−+]*([-−+]?\d[\d  '’]*(?:[.,]\d+)*)[^\d]*$")


def row_above(lines: Lines, selection: Selection) -> Edit | None:
    """Put an empty row above that of the caret."""
    return _inserted(lines, selection, 0)


def row_below(lines: Lines, selection: Selection) -> Edit | None:
    """Put an empty row below that of the caret; below the head it is the first of the body."""
    return _inserted(lines, selection, 1)


def delete_row(lines: Lines, selection: Selection) -> Edit | None:
    """Take the caret's row out; the last one that is left stays."""
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    here = cell_at(lines, table, selection.caret)
    rows = list(table.rows)
    if rows[here.row].rule or sum(not row.rule for row in rows) == 1:
        return None
    del rows[here.row]
    near = here.row if here.row < len(rows) and not rows[here.row].rule else here.row - 1
    if near < 0 or rows[near].rule:
        near = next(at for at, row in enumerate(rows) if not row.rule)
    after = table.with_rows(rows)
    return edit_to(lines, table, after, Cell(near, min(here.column, len(rows[near].cells) - 1)))


def row_up(lines: Lines, selection: Selection) -> Edit | None:
    """Let the caret's row change places with the one above."""
    return _swapped(lines, selection, -1)


def row_down(lines: Lines, selection: Selection) -> Edit | None:
    """Let the caret's row change places with the one below."""
    return _swapped(lines, selection, 1)


def sorted_rows(*, is_descending: bool) -> EditFunction:
    """Give the edit that sorts the rows of the body by the caret's column; the head stays."""

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        table = table_at(lines, selection.caret.line)
        if table is None:
            return None
        here = cell_at(lines, table, selection.caret)
        start, end = _body(table, here.row)
        texts = [_cell(row, here.column) for row in table.rows[start:end]]
        has_numbers = all(_NUMBER.match(text) for text in texts if text)
        filled = [row for row in table.rows[start:end] if _cell(row, here.column)]
        empty = [row for row in table.rows[start:end] if not _cell(row, here.column)]

        def key(row: Row) -> tuple[float, str]:
            return _key(_cell(row, here.column), is_number=has_numbers)

        ordered = sorted(filled, key=key, reverse=is_descending)
        rows = [*table.rows[:start], *ordered, *empty, *table.rows[end:]]
        if rows == list(table.rows):
            return None
        return edit_to(lines, table, table.with_rows(rows), here)

    return edit


def _inserted(lines: Lines, selection: Selection, offset: int) -> Edit | None:
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    here = cell_at(lines, table, selection.caret)
    at = here.row + offset
    rows = list(table.rows)
    is_head = not any(row.rule for row in rows[:at])
    if offset and is_head and at < len(rows) and rows[at].rule == "-":
        at += 1
    rows.insert(at, Row(("",) * table.columns))
    return edit_to(lines, table, table.with_rows(rows), Cell(at, here.column))


def _swapped(lines: Lines, selection: Selection, step: int) -> Edit | None:
    table = table_at(lines, selection.caret.line)
    if table is None:
        return None
    here = cell_at(lines, table, selection.caret)
    rows = list(table.rows)
    other = here.row + step
    while 0 <= other < len(rows) and rows[other].rule:
        other += step
    if rows[here.row].rule or not 0 <= other < len(rows):
        return None
    rows[here.row], rows[other] = rows[other], rows[here.row]
    cell = Cell(other, here.column, here.start, here.end)
    return edit_to(lines, table, table.with_rows(rows), cell)


def _body(table: Table, row: int) -> tuple[int, int]:
    """Give the rows that belong together around one: below the head where it is in that."""
    rules = [at for at, each in enumerate(table.rows) if each.rule]
    edges = [-1, *rules, len(table.rows)]
    parts = [(start + 1, end) for start, end in pairwise(edges)]
    filled = [(start, end) for start, end in parts if start < end]
    place = next((at for at, (_, end) in enumerate(filled) if row < end), len(filled) - 1)
    has_head = len(filled) > 1 and filled[0][0] == 0
    return filled[1] if has_head and place == 0 else filled[place]


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _key(text: str, *, is_number: bool) -> tuple[float, str]:
    if is_number and (found := _NUMBER.match(text)) is not None:
        return _value(found[1]), ""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return 0.0, "".join(char for char in parts if not unicodedata.combining(char))


def _value(text: str) -> float:
    """Read a number as people write it: `1,234.50`, `1.234,50`, `1 234`."""
    digits = _GAPS.sub("", text.replace("−", "-"))
    found = _DECIMALS.search(digits)
    if found is None or digits.count(found["mark"]) > 1:
        return float(_MARKS.sub("", digits))
    return float(f"{_MARKS.sub('', digits[: found.start()])}.{found['decimals']}")
