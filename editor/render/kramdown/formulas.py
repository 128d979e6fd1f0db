"""Read formulas: ``$$...$$``, as a block or in running text."""

import re

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node

_START = re.compile(r"[ ]{0,3}(\\)?\$\$")
_REST_OF_LINE = re.compile(r"[ \t\r\f\v\n]*?\n")
_MARK = "$$"


def read_formula_block(scanner: BlockScanner) -> bool:
    r"""Read a formula between two block boundaries; ``\$$`` says that it is part of the text."""
    text = scanner.text
    opening = _START.match(text, scanner.pos)
    if opening is None or scanner.source.lacks(_MARK, opening.end()):
        return False
    end = text.index(_MARK, opening.end())
    after = end + len(_MARK)
    if not scanner.after_boundary():
        return False
    rest = _REST_OF_LINE.match(text, after)
    if opening[1]:
        if rest is not None:
            scanner.pos = opening.end() - len(_MARK)
        return False
    start, scanner.pos = scanner.pos, rest.end() if rest else after
    if not scanner.before_boundary():
        scanner.pos = start
        return False
    node = scanner.new_block("math", text[opening.end() : end].strip(STRIPPED))
    scanner.tree.children.append(node)
    return True


def read_formula(scanner: SpanScanner) -> bool:
    """Read a formula in running text."""
    start = scanner.pos + len(_MARK)
    if not scanner.text.startswith(_MARK, scanner.pos) or scanner.source.lacks(_MARK, start):
        return False
    end = scanner.text.index(_MARK, start)
    node = Node("math", scanner.text[start:end].strip(STRIPPED))
    node.inline = True
    scanner.add(node)
    scanner.pos = end + len(_MARK)
    return True
