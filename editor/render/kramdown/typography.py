"""Read dashes, dots, guillemets, entities, escapes and line breaks."""

import re

from editor.render.kramdown.entities import is_known, numbered_entity
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node

_SYMBOLS = (
    ("---", "mdash"), ("--", "ndash"), ("...", "hellip"),
    ("<< ", "laquo_space"), ("<<", "laquo"), (">>", "raquo"),
)  # fmt: skip
ENTITY = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")
_ESCAPED_GFM = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")
_ESCAPED_KRAMDOWN = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")
_BREAK = re.compile(r"(?:  |\\\\)(?=\n)")


def read_symbol(scanner: SpanScanner) -> bool:
    """Read ``--``, ``---``, ``...``, ``<<`` or ``>>``."""
    for typed, name in _SYMBOLS:
        if scanner.text.startswith(typed, scanner.pos):
            return _add_symbol(scanner, name, len(typed))
    return False


def read_spaced_guillemet(scanner: SpanScanner) -> bool:
    """Read `` >>``: the blank before it becomes one that does not break."""
    return scanner.text.startswith(" >>", scanner.pos) and _add_symbol(scanner, "raquo_space", 3)


def _add_symbol(scanner: SpanScanner, name: str, width: int) -> bool:
    scanner.add(Node("symbol", name))
    scanner.pos += width
    return True


def read_escaped_guillemets(scanner: SpanScanner) -> bool:
    r"""Read ``\<<`` and ``\>>``, which stand for two plain characters each."""
    for typed, name in ((r"\<<", "lt"), (r"\>>", "gt")):
        if scanner.text.startswith(typed, scanner.pos):
            for _ in range(2):
                scanner.add(Node("entity", name))
            scanner.pos += len(typed)
            return True
    return False


def read_entity(scanner: SpanScanner) -> bool:
    """Read ``&copy;`` and its kin; names that kramdown does not know stay as typed."""
    found = ENTITY.match(scanner.text, scanner.pos)
    if found is None:
        return False
    name, decimal, hexadecimal = found.groups()
    if name is not None and not is_known(name, scanner.options.release):
        scanner.add(Node("entity", "amp"))
        scanner.add_text(found[0][1:])
    else:
        value = name or numbered_entity(decimal, hexadecimal)
        node = Node("entity", value)
        node.original = found[0]
        scanner.add(node)
    scanner.pos = found.end()
    return True


def read_escape_gfm(scanner: SpanScanner) -> bool:
    """Read a backslash before a character that means something, ``~`` included."""
    return _read_escape(scanner, _ESCAPED_GFM)


def read_escape_kramdown(scanner: SpanScanner) -> bool:
    """Read a backslash before a character that means something."""
    return _read_escape(scanner, _ESCAPED_KRAMDOWN)


def _read_escape(scanner: SpanScanner, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.add_text(found[1])
    scanner.pos = found.end()
    return True


def read_line_break(scanner: SpanScanner) -> bool:
    """Read two blanks or two backslashes at the end of a line."""
    found = _BREAK.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.add(Node("br"))
    scanner.pos = found.end()
    return True
