"""Read code in running text."""

import re

from editor.render.kramdown.characters import SPACE
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node

_TICKS = re.compile(r"`+")


def read_code_span(scanner: SpanScanner) -> bool:
    """Read text between back-ticks; ticks without a partner, or lone ones in blanks, are text."""
    text, start = scanner.text, scanner.pos
    opening = _TICKS.match(text, start)
    if opening is None:
        return False
    ticks, inner = opening[0], opening.end()
    simple = len(ticks) == 1
    scanner.pos = inner
    lone = simple and _stands_between_blanks(text, start)
    if lone or scanner.source.lacks(ticks, inner):
        scanner.add_text(ticks)
    else:
        end = text.index(ticks, inner)
        code = text[inner:end]
        if not simple:
            code = code.removeprefix(" ").removesuffix(" ")
        scanner.add(Node("code", code))
        scanner.pos = end + len(ticks)
    return True


def _stands_between_blanks(text: str, pos: int) -> bool:
    before_is_blank = pos == 0 or text[pos - 1] in SPACE
    return before_is_blank and pos + 1 < len(text) and text[pos + 1] in SPACE
