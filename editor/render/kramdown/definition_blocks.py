"""Read what is defined as a block of its own: footnotes and abbreviations."""

import re

from editor.render.kramdown.block_scanner import MAX_DEPTH, BlockScanner
from editor.render.kramdown.boundaries import ID_NAME, UP_TO_3
from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.code_blocks import INDENT, end_of_code
from editor.render.kramdown.definitions import Abbreviation, Footnote
from editor.render.kramdown.simple_blocks import add_definition_mark
from editor.render.kramdown.tree import Node

_FOOTNOTE = re.compile(rf"{UP_TO_3}\[\^({ID_NAME})\]:([^\n]*\n)")
_ABBREVIATION = re.compile(rf"{UP_TO_3}\*\[([^\n]+?)\]:([^\n]*?)\n")


def read_footnote_definition(scanner: BlockScanner) -> bool:
    """Read ``[^1]: text`` and the indented text that goes on with it."""
    found = _FOOTNOTE.match(scanner.text, scanner.pos)
    if found is None or scanner.depth > MAX_DEPTH:
        return False
    note = Node("footnote", found[1])
    note.line = scanner.source.line_at(scanner.pos)
    start, scanner.pos = scanner.pos, end_of_code(scanner.source, found.end())
    note.last_line = scanner.source.last_line(start, scanner.pos)
    text = scanner.text[found.start(2) : scanner.pos]
    scanner.read_inside(note, INDENT.sub("", text), note.line)
    add_definition_mark(scanner, "footnote")
    scanner.definitions.footnotes[found[1]] = Footnote(note)
    return True


def read_abbreviation(scanner: BlockScanner) -> bool:
    """Read ``*[HTML]: long form``."""
    found = _ABBREVIATION.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    mark = add_definition_mark(scanner, "abbreviation")
    scanner.definitions.abbreviations[found[1]] = Abbreviation(found[2].strip(STRIPPED), mark)
    return True
