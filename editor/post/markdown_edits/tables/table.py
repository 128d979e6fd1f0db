"""A table of the text as a value: its rows of cells, its rules, its alignments."""

import re
from dataclasses import dataclass, replace

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.shapes import is_code, shape
from editor.post.markdown_edits.tables import cells

MOST_ROWS = 20_000
_RULE = re.compile(r"(?=[+|: \t]*-)[+|: \t-]*$")
_FOOT_RULE = re.compile(r"(?=[+|: \t]*=)[+|: \t=]*$")
_COLUMN = re.compile(r":?[-=]+:?")


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a row: its cells, or for a rule (`-` or `=`) the alignments (`:--`, `:-:`, `--:`)."""

    cells: tuple[str, ...]
    rule: str = ""

    def with_cell(self, column: int, text: str) -> "Row":
        """Give the row with another cell at `column`, which may lie behind the last one."""
        filled = [*self.cells, *[""] * (column + 1 - len(self.cells))]
        filled[column] = text
        return replace(self, cells=tuple(filled))


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the rows of a table; `prefix` is what stands before each (a quote, an indent)."""

    first: int
    prefix: str
    rows: tuple[Row, ...]

    @property
    def last(self) -> int:
        """Give the table's last line."""
        return self.first + len(self.rows) - 1

    @property
    def columns(self) -> int:
        """Give how many columns the widest row has."""
        return max(len(row.cells) for row in self.rows)

    @property
    def alignments(self) -> tuple[str, ...]:
        """Give what the first rule says of each column: `left`, `right`, `center` or nothing."""
        rule = next((row for row in self.rows if row.rule == "-"), None)
        said = [] if rule is None else [_alignment(cell) for cell in rule.cells]
        return (*said, *[""] * (self.columns - len(said)))

    def with_rows(self, rows: list[Row]) -> "Table":
        """Give the table with other rows."""
        return replace(self, rows=tuple(rows))


def is_row(lines: Lines, number: int) -> bool:
    """Tell whether a line is a row of a table or a rule in one, from what stands near it."""
    if not _has_pipe(lines, number) or is_code(lines, number):
        return False
    form = shape(lines.line(number) or "")
    if form.is_item:
        return False
    is_framed = form.rest.startswith("|")
    return is_framed or _has_pipe(lines, number - 1) or _has_pipe(lines, number + 1)


def row_of(text: str) -> Row:
    """Give the row that a line (without prefix) writes."""
    if _RULE.match(text):
        return Row(tuple(_COLUMN.findall(text)), "-")
    if _FOOT_RULE.match(text):
        return Row(tuple(_COLUMN.findall(text)), "=")
    return Row(tuple(cells.texts(text)))


def table_at(lines: Lines, number: int) -> Table | None:
    """Give the table that a line belongs to."""
    if not is_row(lines, number):
        return None
    first = last = number
    while first > number - MOST_ROWS and _has_pipe(lines, first - 1):
        first -= 1
    while last < number + MOST_ROWS and _has_pipe(lines, last + 1):
        last += 1
    form = shape(lines.line(first) or "")
    prefix = form.quote + form.indent
    rows = tuple(row_of(text_of(lines, each)) for each in range(first, last + 1))
    if not any(row.cells and not row.rule for row in rows):
        return None
    return Table(first, prefix, rows)


def text_of(lines: Lines, number: int) -> str:
    """Give a line without quote signs and indent."""
    line = lines.line(number) or ""
    form = shape(line)
    return line[len(form.quote) + len(form.indent) :]


def rule_cell(alignment: str, width: int = 3) -> str:
    """Give the cell of a rule that aligns its column."""
    left, right = alignment in ("left", "center"), alignment in ("right", "center")
    return f"{':' if left else '-'}{'-' * (width - 2)}{':' if right else '-'}"


def _alignment(cell: str) -> str:
    ends = (cell.startswith(":"), cell.endswith(":"))
    return {(True, True): "center", (True, False): "left", (False, True): "right"}.get(ends, "")


def _has_pipe(lines: Lines, number: int) -> bool:
    line = lines.line(number)
    return line is not None and cells.has_pipe(line)
