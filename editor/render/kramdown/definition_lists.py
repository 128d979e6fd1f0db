"""Read definition lists."""

import re
from dataclasses import dataclass
from functools import cache

from editor.render.kramdown import boundaries
from editor.render.kramdown.block_scanner import MAX_DEPTH, BlockScanner
from editor.render.kramdown.characters import ruby_lines
from editor.render.kramdown.item_lines import ItemShape, first_line, take_attributes
from editor.render.kramdown.tree import Node

_DEEPEST_MARKER = 3


@dataclass(slots=True)
class _Definition:
    """One definition while its lines are gathered."""

    node: Node
    shape: ItemShape
    parts: list[str]


@cache
def _marker(indent: int) -> re.Pattern[str]:
    blanks = indent - 1 if 1 <= indent <= _DEEPEST_MARKER else _DEEPEST_MARKER
    return re.compile(rf"([ ]{{0,{blanks}}}:)([\t| ][^\n]*\n)")


def read_definition_list(scanner: BlockScanner) -> bool:
    """Read ``: definition`` lines; the paragraph before them holds the terms."""
    if scanner.depth > MAX_DEPTH or not _marker(0).match(scanner.text, scanner.pos):
        return False
    if not _follows_terms(scanner.tree.children):
        return False
    paragraph, after_blank = _take_paragraph(scanner.tree.children)
    listing = scanner.new_block("dl")
    listing.line = paragraph.line
    listing.children = _terms(paragraph)
    listing.attribute_list = paragraph.attribute_list
    start = scanner.pos
    definitions = _gather(scanner, after_blank=after_blank)
    listing.last_line = scanner.source.last_line(start, scanner.pos)
    last = None
    for definition in definitions:
        listing.children.append(definition.node)
        last = _read_definition(scanner, definition, last)
    _add(scanner.tree.children, listing)
    if last is not None:
        scanner.tree.children.append(last)
    return True


def _follows_terms(children: list[Node]) -> bool:
    """Tell whether a paragraph is before, with at most one empty line between."""
    if not children:
        return False
    if children[-1].kind == "p":
        return True
    return (
        len(children) > 1
        and children[-1].kind == "blank"
        and children[-1].value == "\n"
        and children[-2].kind == "p"
    )


def _take_paragraph(children: list[Node]) -> tuple[Node, bool]:
    last = children.pop()
    if last.kind == "blank":
        return children.pop(), True
    return last, False


def _terms(paragraph: Node) -> list[Node]:
    text = paragraph.children[0].value if paragraph.children else ""
    terms: list[Node] = []
    for offset, line in enumerate(ruby_lines(text)):
        term = Node("dt")
        term.line = term.last_line = paragraph.line + offset
        term.id_text = take_attributes(term, line)
        term.children.append(Node("raw_text", term.id_text))
        terms.append(term)
    return terms


def _gather(scanner: BlockScanner, *, after_blank: bool) -> list[_Definition]:
    """Take all lines of the definitions."""
    definitions: list[_Definition] = []
    marker = _marker(0)
    last_is_blank = False
    while scanner.pos < len(scanner.text):
        found = marker.match(scanner.text, scanner.pos)
        if found is not None:
            definition = _begin(scanner, found)
            definition.node.as_paragraph = after_blank
            definitions.append(definition)
            marker = _marker(definition.shape.indent)
            after_blank = last_is_blank = False
            continue
        if boundaries.END_MARK.match(scanner.text, scanner.pos):
            break
        blank = _continue(scanner, definitions[-1], lazy=not last_is_blank)
        if blank is None:
            break
        after_blank = last_is_blank = blank
    return definitions


def _begin(scanner: BlockScanner, found: re.Match[str]) -> _Definition:
    node = Node("dd")
    node.line = node.last_line = scanner.source.line_at(scanner.pos)
    text, shape = first_line(len(found[1]), found[2])
    scanner.pos = found.end()
    return _Definition(node, shape, [take_attributes(node, text)])


def _continue(scanner: BlockScanner, definition: _Definition, *, lazy: bool) -> bool | None:
    """Take the next lines of a definition; tell whether they are blank, None where it ends."""
    text, pos = scanner.text, scanner.pos
    line = definition.shape.line(scanner.source, pos, lazy=lazy)
    if line is not None:
        definition.node.last_line = scanner.source.line_at(pos)
        definition.parts.append(definition.shape.unindent(line)[0])
        scanner.pos = pos + len(line)
        return False
    blank = boundaries.BLANK.match(text, pos)
    if blank is None:
        return None
    definition.parts.append(blank[0])
    scanner.pos = blank.end()
    return True


def _read_definition(
    scanner: BlockScanner, definition: _Definition, last: Node | None
) -> Node | None:
    """Read the blocks of a definition; return the blank lines that are last so far."""
    node = definition.node
    scanner.read_inside(node, "".join(definition.parts), node.line)
    if not node.children:
        return last
    last = node.children.pop() if node.children[-1].kind == "blank" else None
    first = node.children[0] if node.children else None
    if first is not None and first.kind == "p" and not node.as_paragraph:
        if len(node.children) > 1 and first.children:
            first.children[0].value += "\n"
        first.transparent = True
    return last


def _add(children: list[Node], listing: Node) -> None:
    """Append the list, or join it to the definition list before."""
    if len(children) > 1 and children[-1].kind == "blank" and children[-2].kind == "dl":
        children.pop()
    if children and children[-1].kind == "dl":
        children[-1].children.extend(listing.children)
        children[-1].last_line = listing.last_line
    else:
        children.append(listing)
