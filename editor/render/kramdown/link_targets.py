"""Read the address and title of a link in parentheses."""

import re
from bisect import bisect_left

from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.definitions import LinkTarget
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.target_index import TargetIndex

_BRACKETED = re.compile(r"\(<([^\n]*?)>")
_TITLE_START = re.compile(r"""[ \t\n\v\f\r]*?(["'])""")


def read_target(scanner: SpanScanner, start: int) -> tuple[LinkTarget, int] | None:
    """Read the parentheses at ``start``: return where the link leads, and the offset behind it."""
    text = scanner.text
    index = scanner.memory.targets
    if index is None:
        index = scanner.memory.targets = TargetIndex.of(text)
    bracketed = None if scanner.source.lacks(">", start) else _BRACKETED.match(text, start)
    if bracketed is not None:
        url, pos = bracketed[1], bracketed.end()
        if text.startswith(")", pos):
            return LinkTarget(url, None, None), pos + 1
        return _with_title(text, index, url, pos)
    closing = index.partners.get(start, len(text))
    place = bisect_left(index.title_starts, start)
    quoted = index.title_starts[place] if place < len(index.title_starts) else len(text)
    if closing < quoted:
        return LinkTarget(text[start + 1 : closing].strip(STRIPPED), None, None), closing + 1
    if quoted == len(text):
        return None
    return _with_title(text, index, text[start + 1 : quoted].strip(STRIPPED), quoted + 1)


def _with_title(
    text: str, index: TargetIndex, url: str, pos: int
) -> tuple[LinkTarget, int] | None:
    opening = _TITLE_START.match(text, pos)
    if opening is None:
        return None
    ends = index.title_ends[opening[1]]
    place = bisect_left(ends, (opening.end() + 1, 0))
    if place == len(ends):
        return None
    start, end = ends[place]
    return LinkTarget(url, text[opening.end() : start], None), end
