"""Turn simple HTML tables into kramdown's own."""

import re
from collections.abc import Iterator

from editor.render.kramdown.html_names import BLOCK_ELEMENTS
from editor.render.kramdown.tree import Node

_CELLS = ("td", "th")
_ALIGNED = re.compile(r"(?:;\s*)?text-align:\s+(center|left|right)")
_ALIGNMENT = re.compile(r"text-align:\s+(center|left|right|justify|inherit)")


def is_simple_table(table: Node) -> bool:
    """Tell whether a table can be written by kramdown: one width, one alignment a column."""
    rows = [node for node in _under(table) if node.value == "tr"]
    shapes = [[cell for cell in row.children if cell.value in _CELLS] for row in rows]
    if len({len(cells) for cells in shapes if cells or shapes}) > 1:
        return False
    if any(_holds_blocks(cell) for cells in shapes for cell in cells):
        return False
    alignments = {tuple(_alignment(cell) for cell in cells) for cells in shapes}
    if len(alignments) > 1 or any({"justify", "inherit"} & set(row) for row in alignments):
        return False
    return _has_rows_of(table, "td") or _has_parts(table)


def _under(node: Node) -> Iterator[Node]:
    waiting = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        yield child
        waiting.extend(reversed(child.children))


def _holds_blocks(cell: Node) -> bool:
    return any(node.kind != "text" and node.value in BLOCK_ELEMENTS for node in _under(cell))


def _alignment(cell: Node) -> str:
    found = _ALIGNMENT.search(cell.attributes.get("style", ""))
    return found[1] if found else ""


def _has_rows_of(part: Node, kind: str) -> bool:
    """Tell whether ``part`` has nothing but rows, and these nothing but cells of one kind."""
    return all(
        row.kind == "text"
        or (
            row.value == "tr"
            and all(cell.kind == "text" or cell.value == kind for cell in row.children)
        )
        for row in part.children
    )


def _has_parts(table: Node) -> bool:
    kinds = {"thead": "th", "tbody": "td", "tfoot": "td"}
    parts = [part for part in table.children if part.kind != "text"]
    fits = all(part.value in kinds and _has_rows_of(part, kinds[part.value]) for part in parts)
    return fits and any(part.value == "tbody" for part in parts)


def finish_table(table: Node) -> None:
    """Note how columns are aligned, and put bare rows into a body."""
    for row in (node for node in _under(table) if node.kind == "tr"):
        table.alignments = tuple(_take_alignment(cell) for cell in row.children)
    table.children = [part for part in table.children if part.kind != "html"]
    if table.children and table.children[0].kind == "tr":
        body = Node("tbody")
        body.children = table.children
        table.children = [body]


def _take_alignment(cell: Node) -> str:
    style = cell.attributes.get("style")
    if style is None:
        return ""
    found = _ALIGNED.search(style)
    left = _ALIGNED.sub("", style, count=1)
    if left.strip():
        cell.attributes["style"] = left
    else:
        del cell.attributes["style"]
    return found[1] if found else ""
