"""Read attribute lists, their definitions and extensions that stand as blocks."""

import re

from editor.render.kramdown.attribute_lists import read_attributes
from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.boundaries import ID_NAME, UP_TO_3
from editor.render.kramdown.extensions import looks_like_extension, read_extension
from editor.render.kramdown.simple_blocks import add_definition_mark
from editor.render.kramdown.tree import AttributeList, Node

_START = re.compile(rf"{UP_TO_3}(?=\{{:)")
_DEFINITION = re.compile(rf"\{{:({ID_NAME}):")
_CARRIERS = frozenset({"link", "abbreviation", "footnote"})


def read_block_attributes(scanner: BlockScanner) -> bool:
    """Read ``{:name: ...}``, ``{::comment}`` and its kin, or ``{: ...}`` for a block."""
    start = _START.match(scanner.text, scanner.pos)
    if start is None:
        return False
    if _read_definition(scanner, start.end()):
        return True
    if looks_like_extension(scanner.text, start.end()):
        return _read_extension(scanner, start.end())
    found = scanner.source.attribute_list(scanner.pos)
    if found is None:
        return False
    content, scanner.pos = found
    _attach(scanner, content)
    return True


def _read_definition(scanner: BlockScanner, start: int) -> bool:
    """Read a list that gets a name to be used elsewhere."""
    opening = _DEFINITION.match(scanner.text, start)
    brace = None if opening is None else scanner.source.block_end(opening.end())
    if opening is None or brace is None:
        return False
    content = scanner.text[opening.end() : brace]
    scanner.pos = scanner.text.index("\n", brace) + 1
    known = scanner.definitions.attribute_lists.setdefault(opening[1], AttributeList())
    read_attributes(content, known)
    add_definition_mark(scanner, "attributes")
    return True


def _attach(scanner: BlockScanner, content: str) -> None:
    """Give attributes to the block before, or let them wait for the block to come."""
    last = scanner.tree.children[-1] if scanner.tree.children else None
    if last is None or last.kind == "blank" or _parts(last):
        scanner.waiting = scanner.waiting or AttributeList()
        read_attributes(content, scanner.waiting)
        return
    read_attributes(content, last.ensure_attribute_list())
    if scanner.source.attribute_list(scanner.pos) is None:
        add_definition_mark(scanner, "list")


def _parts(node: Node) -> bool:
    """Tell whether ``node`` is a mark that attributes do not belong to."""
    return node.kind == "boundary" and node.definition not in _CARRIERS


def _read_extension(scanner: BlockScanner, start: int) -> bool:
    extension = read_extension(scanner.source, start, block=True)
    if extension is None:
        return False
    scanner.pos = extension.end
    if extension.name == "options":
        scanner.options = extension.apply_options(scanner.options)
        add_definition_mark(scanner, "options")
    node = extension.node(inline=False)
    if node is not None:
        scanner.tree.children.append(node)
    return True
