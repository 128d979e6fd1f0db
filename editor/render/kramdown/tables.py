"""Read tables."""

import re
from dataclasses import dataclass, field

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.table_cells import every_line_has_pipe, split_cells
from editor.render.kramdown.tree import Kind, Node

_PIPE_LINE = re.compile(r"(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
_START = re.compile(r"[ ]{0,3}(?=[^ \t\r\f\v\n])(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
_LEADING_PIPE = re.compile(r"[ \t\r\f\v]*\|")
_SEPARATOR = re.compile(r"(?=[+|: \t]*+-)([+|: \t-]*+)\n")
_FOOTER = re.compile(r"(?=[+|: \t]*+=)[+|: \t=]*+\n")
_COLUMN = re.compile(r"(:?)-+(:?)")
_ALIGNMENTS = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


@dataclass(slots=True)
class _Table:
    """A table while its lines are read; ``rows`` waits for the part that it belongs to."""

    node: Node
    leading_pipe: bool
    rows: list[Node] = field(default_factory=list)
    columns: int = 0
    has_footer: bool = False

    def close_part(self, kind: Kind, *, force: bool = False) -> None:
        """Make the waiting rows a part of the table; behind a footer line no body follows."""
        if self.has_footer and kind == "tbody" and not force:
            return
        part = Node(kind)
        part.children, self.rows = self.rows, []
        if part.children:
            part.line, part.last_line = part.children[0].line, part.children[-1].last_line
        self.node.children.append(part)


def read_table(scanner: BlockScanner) -> bool:
    """Read lines that all have a pipe outside code, between two block boundaries."""
    start = scanner.pos
    if _START.match(scanner.text, start) is None or not scanner.after_boundary():
        return False
    # A waiting attribute list is used up here even if this turns out to be no table.
    table = _Table(
        scanner.new_block("table"), _LEADING_PIPE.match(scanner.text, start) is not None
    )
    first_separator = _SEPARATOR.match(scanner.text, start)
    if first_separator is not None:
        scanner.pos = first_separator.end()
    while _PIPE_LINE.match(scanner.text, scanner.pos):
        _read_line(scanner, table)
    if not scanner.before_boundary() or not every_line_has_pipe(
        scanner.text[start : scanner.pos - 1], scanner.options
    ):
        scanner.pos = start
        return False
    if table.rows:
        table.close_part("tfoot" if table.has_footer else "tbody")
    if not any(part.kind == "tbody" for part in table.node.children):
        scanner.pos = start
        return False
    _fill_up(table)
    scanner.tree.children.append(table.node)
    return True


def _read_line(scanner: BlockScanner, table: _Table) -> None:
    text, pos = scanner.text, scanner.pos
    separator = _SEPARATOR.match(text, pos)
    if separator is not None:
        scanner.pos = separator.end()
        if table.rows:
            _close_at_separator(table, separator[1])
        return
    footer = _FOOTER.match(text, pos)
    if footer is not None:
        scanner.pos = footer.end()
        if table.rows:
            table.close_part("tbody", force=True)
        table.has_footer = True
        return
    end = scanner.end_of_line()
    cells = split_cells(text[pos:end].rstrip("\n").rstrip(" \t"), leading_pipe=table.leading_pipe)
    table.rows.append(_row(cells, scanner.source.line_at(pos)))
    table.columns = max(table.columns, len(cells))
    scanner.pos = end


def _close_at_separator(table: _Table, separator: str) -> None:
    """The first separator ends the head and says how columns stand; others part bodies."""
    if table.node.alignments or table.has_footer:
        table.close_part("tbody")
        return
    table.close_part("thead")
    table.node.alignments = tuple(
        _ALIGNMENTS[left, right] for left, right in _COLUMN.findall(separator)
    )


def _row(cells: list[str], line: int) -> Node:
    row = Node("tr")
    row.line = row.last_line = line
    for text in cells:
        cell = Node("td")
        cell.line = cell.last_line = line
        cell.children.append(Node("raw_text", text))
        row.children.append(cell)
    return row


def _fill_up(table: _Table) -> None:
    """Give every row, and the alignments, as many columns as the longest row has."""
    for part in table.node.children:
        for row in part.children:
            for _ in range(table.columns - len(row.children)):
                cell = Node("td")
                cell.line = cell.last_line = row.line
                row.children.append(cell)
    known = table.node.alignments[: table.columns]
    table.node.alignments = known + ("",) * (table.columns - len(known))
