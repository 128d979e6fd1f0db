"""Cut well-formed HTML into its top-level pieces, each with its lines in the text."""

import itertools
import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from editor.render.request import Block

_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"])
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s>/]*)[^>]*>")
_LINE = re.compile(r' data-line="(-?\d+)"')


def top_level(html: str) -> Iterator[str]:
    """Give each top-level element, and each stretch of bare text, of well-formed HTML."""
    depth = 0
    start = 0
    for tag in _TAG.finditer(html):
        is_end, is_void = tag[1] == "/", tag[2] in _VOID
        if depth == 0:
            yield from _bare(html[start : tag.start()])
            start = tag.start()
        if is_end:
            depth -= 1
        elif not is_void:
            depth += 1
        if depth == 0:
            yield html[start : tag.end()]
            start = tag.end()
    yield from _bare(html[start:])


def marked_line(piece: str) -> tuple[str, int | None]:
    """Take `data-line` out of a piece's own tag, so that moving it does not change it."""
    end = piece.find(">") + 1
    match = _LINE.search(piece, 0, end)
    if match is None:
        return piece, None
    return piece[: match.start()] + piece[match.end() :], int(match[1])


def number(pieces: Sequence[str], lines: Sequence[int], line_count: int) -> tuple[Block, ...]:
    """Make blocks of pieces whose first lines are known and never go back."""
    ends = [max(line, following - 1) for line, following in itertools.pairwise(lines)]
    ends.append(max(line_count - 1, lines[-1] if lines else 0))
    return tuple(
        Block(_fingerprint(html), html, line, end)
        for html, line, end in zip(pieces, lines, ends, strict=False)
    )


def _bare(text: str) -> Iterator[str]:
    if not text.isspace() and text:
        yield text


def _fingerprint(html: str) -> str:
    return blake2b(html.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
