"""Read blank lines, horizontal rules and the end-of-block mark ``^``."""

import re

from editor.render.kramdown import boundaries
from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.tree import Node

_RULE = re.compile(r"[ ]{0,3}([*_-])[ \t]*+\1[ \t]*+\1(?:\1|[ \t])*\n")


def read_blank_lines(scanner: BlockScanner) -> bool:
    """Take all blank lines from here; they part the blocks around them."""
    found = boundaries.BLANK.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    children = scanner.tree.children
    if children and children[-1].kind == "blank":
        children[-1].value += found[0]
    else:
        children.append(scanner.new_block("blank", found[0]))
    return True


def at_rule(scanner: BlockScanner) -> bool:
    """Tell whether this line is a horizontal rule."""
    return _RULE.match(scanner.text, scanner.pos) is not None


def read_rule(scanner: BlockScanner) -> bool:
    """Read ``* * *``, ``---`` or ``___``."""
    found = _RULE.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    scanner.tree.children.append(scanner.new_block("hr"))
    return True


def read_end_mark(scanner: BlockScanner) -> bool:
    """Read ``^`` alone on its line, which ends a list or lets a block begin."""
    found = boundaries.END_MARK.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    scanner.tree.children.append(scanner.new_block("boundary"))
    return True


def add_definition_mark(scanner: BlockScanner, defined: str) -> Node:
    """Leave a mark in the tree where something was defined, and return it."""
    mark = scanner.new_block("boundary")
    mark.definition = defined
    scanner.tree.children.append(mark)
    return mark
