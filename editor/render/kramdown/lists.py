"""Read ordered and unordered lists."""

import re
from dataclasses import dataclass, field
from functools import cache

from editor.render.kramdown import boundaries
from editor.render.kramdown.block_scanner import MAX_DEPTH, BlockScanner
from editor.render.kramdown.item_lines import ItemShape, first_line, take_attributes
from editor.render.kramdown.simple_blocks import at_rule
from editor.render.kramdown.task_lists import mark_tasks
from editor.render.kramdown.tight_lists import finish_items
from editor.render.kramdown.tree import Kind, Node

_NESTED = boundaries.LIST_MARKER
_MARKS: dict[Kind, str] = {"ul": "[+*-]", "ol": r"[0-9]+\."}
_DEEPEST_MARKER = 3
_NEST = 4


@dataclass(slots=True)
class _Item:
    """An item with its text in parts: a nested list begins a part of its own."""

    node: Node
    line: int
    shape: ItemShape
    parts: list[list[str]]


@dataclass(slots=True)
class _Gathering:
    """A list while its lines are gathered."""

    kind: Kind
    items: list[_Item] = field(default_factory=list)
    nested: bool = False
    last_is_blank: bool = False
    end_mark: bool = False


@cache
def _marker(kind: Kind, indent: int) -> re.Pattern[str]:
    """Match the next item's marker; it may not stand as deep as the text of the item before."""
    blanks = indent - 1 if 1 <= indent <= _DEEPEST_MARKER else _DEEPEST_MARKER
    return re.compile(rf"([ ]{{0,{blanks}}}{_MARKS[kind]})([\t| ][^\n]*\n)")


def read_list(scanner: BlockScanner) -> bool:
    """Read a list with all its items, and the check boxes of GFM."""
    found = _read(scanner)
    if found is not None:
        mark_tasks(found)
    return found is not None


def read_list_kramdown(scanner: BlockScanner) -> bool:
    """Read a list of plain kramdown, which knows no check boxes."""
    return _read(scanner) is not None


def _read(scanner: BlockScanner) -> Node | None:
    if scanner.depth > MAX_DEPTH or not _NESTED.match(scanner.text, scanner.pos):
        return None
    kind: Kind = "ul" if _marker("ul", 0).match(scanner.text, scanner.pos) else "ol"
    start = scanner.pos
    listing = scanner.new_block(kind)
    gathering = _gather(scanner, kind)
    listing.line = scanner.source.line_at(start)
    listing.last_line = scanner.source.last_line(start, scanner.pos)
    listing.children = [item.node for item in gathering.items]
    scanner.tree.children.append(listing)
    for item in gathering.items:
        _read_parts(scanner, item)
    last = finish_items(listing, end_mark=gathering.end_mark)
    if last is not None and not gathering.end_mark:
        scanner.tree.children.append(last)
    return listing


def _gather(scanner: BlockScanner, kind: Kind) -> _Gathering:
    """Take all lines of the list."""
    gathering = _Gathering(kind)
    marker = _marker(kind, 0)
    while scanner.pos < len(scanner.text):
        if gathering.last_is_blank and at_rule(scanner):
            break
        end_mark = boundaries.END_MARK.match(scanner.text, scanner.pos)
        if end_mark is not None:
            gathering.end_mark = True
            scanner.pos = end_mark.end()
            break
        found = marker.match(scanner.text, scanner.pos)
        if found is not None:
            marker = _marker(kind, _begin_item(scanner, gathering, found))
        elif not _continue_item(scanner, gathering):
            break
    return gathering


def _begin_item(scanner: BlockScanner, gathering: _Gathering, found: re.Match[str]) -> int:
    """Begin an item and return the column of its text."""
    node = Node("li")
    node.line = scanner.source.line_at(scanner.pos)
    text, shape = first_line(len(found[1]), found[2])
    text = take_attributes(node, text)
    gathering.items.append(_Item(node, node.line, shape, [[text]]))
    gathering.nested = _NESTED.match(text) is not None
    gathering.last_is_blank = False
    node.last_line = node.line
    scanner.pos = found.end()
    return shape.indent


def _continue_item(scanner: BlockScanner, gathering: _Gathering) -> bool:
    """Take a line that goes on with the last item; False where the list ends."""
    item = gathering.items[-1]
    text, pos = scanner.text, scanner.pos
    line = item.shape.line(scanner.source, pos, lazy=not gathering.last_is_blank)
    if line is not None:
        item.node.last_line = scanner.source.line_at(pos)
        _add_line(gathering, item, line)
        scanner.pos = pos + len(line)
        gathering.last_is_blank = False
        return True
    blank = boundaries.BLANK.match(text, pos)
    if blank is None:
        return False
    item.parts[-1].append(blank[0])
    scanner.pos = blank.end()
    gathering.nested = gathering.last_is_blank = True
    return True


def _add_line(gathering: _Gathering, item: _Item, line: str) -> None:
    content, indented = item.shape.unindent(line)
    if gathering.nested != indented and _NESTED.match(content):
        if indented:
            item.parts.append([])
            gathering.nested = True
        else:
            # Once a list is nested here, a marker further left belongs to that list.
            content = " " * (item.shape.indent + _NEST) + content
    item.parts[-1].append(content)


def _read_parts(scanner: BlockScanner, item: _Item) -> None:
    line = item.line
    for part in item.parts:
        text = "".join(part)
        scanner.read_inside(item.node, text, line)
        line += text.count("\n")
