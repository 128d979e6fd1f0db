"""Write a table with its columns in line, and find the way between cells and the text."""

from dataclasses import dataclass

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.tables import cells
from editor.post.markdown_edits.tables.table import Row, Table, rule_cell, text_of

# A cell that is longer stands out to the right instead of widening every row.
_WIDEST = 60
_NARROWEST = 3
# Beyond this many changed lines the table is put in as a whole, which is quicker.
_MOST_SPLICES = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """Name a cell, and a stretch of its text: all of it where `start` is None."""

    row: int
    column: int
    start: int | None = None
    end: int = 0


def cell_at(lines: Lines, table: Table, place: Place) -> Cell:
    """Give the cell that a place lies in, and where in its text."""
    line = lines.line(place.line) or ""
    text = text_of(lines, place.line)
    column = place.column - (len(line) - len(text))
    spans = cells.spans(text)
    found = next((at for at, (_, end) in enumerate(spans) if column <= end), len(spans) - 1)
    start, end = spans[found]
    inner = text[start:end]
    offset = column - start - (len(inner) - len(inner.lstrip(" \t")))
    offset = min(max(0, offset), len(inner.strip(" \t")))
    return Cell(place.line - table.first, found, offset, offset)


def written(table: Table) -> list[str]:
    """Give the lines of a table, its columns in line."""
    widths, alignments = _widths(table), table.alignments
    return [table.prefix + _line(row, widths, alignments) for row in table.rows]


def edit_to(lines: Lines, before: Table, after: Table, cell: Cell) -> Edit:
    """Give the edit that writes `after` in the place of `before`, and selects in a cell."""
    old = [lines.line(number) or "" for number in range(before.first, before.last + 1)]
    new = written(after)
    return Edit(_splices(before.first, old, new), selection_in(after, new, cell))


def selection_in(table: Table, written_lines: list[str], cell: Cell) -> Selection:
    """Give the selection of a cell's text, or of the stretch that the cell names."""
    line = written_lines[cell.row]
    before = len(line) - len(line.removeprefix(table.prefix))
    start, end = cells.spans(line[before:])[cell.column]
    inner = line[before + start : before + end]
    text_start = before + start + len(inner) - len(inner.lstrip(" "))
    text = inner.strip(" ")
    if not text:
        text_start = before + start + 1
    first, last = (0, len(text)) if cell.start is None else (cell.start, cell.end)
    number = table.first + cell.row
    places = [Place(number, text_start + min(offset, len(text))) for offset in (first, last)]
    return Selection(*places)


def _widths(table: Table) -> list[int]:
    widths = [_NARROWEST] * table.columns
    for row in table.rows:
        if not row.rule:
            for column, cell in enumerate(row.cells):
                widths[column] = max(widths[column], min(cells.width(cell), _WIDEST))
    return widths


def _line(row: Row, widths: list[int], alignments: tuple[str, ...]) -> str:
    columns = range(len(widths))
    if row.rule:
        parts = [_rule_part(row, column, widths[column]) for column in columns]
    else:
        filled = [*row.cells, *[""] * (len(widths) - len(row.cells))]
        parts = [_padded(filled[c], widths[c], alignments[c]) for c in columns]
    return f"| {' | '.join(parts)} |"


def _rule_part(row: Row, column: int, width: int) -> str:
    cell = row.cells[column] if column < len(row.cells) else ""
    ends = (":" if cell.startswith(":") else row.rule, ":" if cell.endswith(":") else row.rule)
    return ends[0] + row.rule * (width - 2) + ends[1]


def _padded(cell: str, width: int, alignment: str) -> str:
    spare = max(0, width - cells.width(cell))
    left = {"right": spare, "center": spare // 2}.get(alignment, 0)
    return f"{' ' * left}{cell}{' ' * (spare - left)}"


def _splices(first: int, old: list[str], new: list[str]) -> tuple[Splice, ...]:
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) == len(new) and len(changed) <= _MOST_SPLICES:
        return tuple(_changed(first + at, old[at], new[at]) for at in changed)
    start, kept = _shared(old, new), _shared(old[::-1], new[::-1])
    kept = min(kept, len(old) - start, len(new) - start)
    end = len(old) - kept
    text = "\n".join(new[start : len(new) - kept])
    if start == end:
        return (_inserted(first, old, start, text),)
    if start == len(new) - kept:
        return (_taken(first, old, start, end),)
    places = Place(first + start, 0), Place(first + end - 1, len(old[end - 1]))
    return (Splice(*places, text),)


def _inserted(first: int, old: list[str], at: int, text: str) -> Splice:
    if at:
        return Splice.insertion(Place(first + at - 1, len(old[at - 1])), f"\n{text}")
    return Splice.insertion(Place(first, 0), f"{text}\n")


def _taken(first: int, old: list[str], start: int, end: int) -> Splice:
    if start:
        above = Place(first + start - 1, len(old[start - 1]))
        return Splice(above, Place(first + end - 1, len(old[end - 1])), "")
    return Splice(Place(first, 0), Place(first + end, 0), "")


def _shared(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _changed(number: int, old: str, new: str) -> Splice:
    """Replace what differs in one line."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), -1)
    if start < 0:
        start = min(len(old), len(new))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Splice.within(number, (start, len(old) - end), new[start : len(new) - end])


def new_table(first: int, prefix: str, rows: list[list[str]]) -> Table:
    """Give a table of texts whose first row is its head."""
    made = [Row(tuple(cells.as_cell(text) for text in row)) for row in rows]
    columns = max(len(row.cells) for row in made)
    rule = Row(tuple(rule_cell("") for _ in range(columns)), "-")
    return Table(first, prefix, (made[0], rule, *made[1:]))
