"""Cut well-formed HTML into its top-level pieces, each with its lines in the text."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from editor.render.request import HEAD_LINE, Block

_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"])
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s>/]*)[^>]*>")
_LINES = re.compile(r' data-line="(\d{1,9})" data-last-line="(\d{1,9})"')


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


def placed(piece: str) -> tuple[str, int | None]:
    """Give a piece and the line it begins on (from 0), which is taken out of it.

    Lines inside the piece become relative to its own, so that a piece that moves stays the same.
    In a piece that stands on no line (the footnotes) the lines inside are named `data-at`.
    """
    own = _LINES.search(piece, 0, piece.find(">") + 1)
    if own is None:
        return _LINES.sub(_at, piece), None
    first = int(own[1])

    def relative(match: re.Match[str]) -> str:
        return f' data-line="{int(match[1]) - first}" data-last-line="{int(match[2]) - first}"'

    inner = _LINES.sub(relative, piece[own.end() :])
    return f"{piece[: own.start()]}{inner}", first - 1


def lines_of(marked: Iterable[int | None]) -> list[int]:
    """Give the first line of each piece; one that says none follows on the piece before it."""
    reached = HEAD_LINE
    found: list[int] = []
    for line in marked:
        reached = max(reached, 0 if line is None else line)
        found.append(reached)
    return found


def number(pieces: Sequence[str], lines: Sequence[int], line_count: int) -> tuple[Block, ...]:
    """Make blocks of pieces whose first lines are known and never go back."""
    ends = [max(line, following - 1) for line, following in itertools.pairwise(lines)]
    ends.append(max(line_count - 1, lines[-1] if lines else 0))
    return tuple(
        Block(_fingerprint(html), html, line, end)
        for html, line, end in zip(pieces, lines, ends, strict=False)
    )


def _at(match: re.Match[str]) -> str:
    return f' data-at="{int(match[1]) - 1}" data-at-last="{int(match[2]) - 1}"'


def _bare(text: str) -> Iterator[str]:
    if not text.isspace() and text:
        yield text


def _fingerprint(html: str) -> str:
    return blake2b(html.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
