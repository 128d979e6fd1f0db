"""Cut well-formed HTML into its top-level pieces, each with its lines in the text."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from editor.render.request import HEAD_LINE, Block

_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"])
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s>/]*)[^>]*>")
_LINES = re.compile(r' data-line="(\d{1,9})" data-last-line="(\d{1,9})"')


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a top-level element or a bare text.

    Attributes:
        html: Its HTML; lines in it count from its own first line.
        line: The line it begins on, from 0; None where it stands on no line.
        id: The same for the same HTML.
    """

    html: str
    line: int | None
    id: str

    @classmethod
    def of(cls, html: str, line: int | None) -> "Piece":
        """Name a piece after its HTML."""
        name = blake2b(html.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return cls(html, line, name)


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


def moved(html: str, by: int) -> str:
    """Give HTML whose elements stand `by` lines further down; before line 1 there are none."""

    def one(match: re.Match[str]) -> str:
        first, last = int(match[1]) + by, int(match[2]) + by
        return f' data-line="{first}" data-last-line="{last}"' if first > 0 else ""

    return _LINES.sub(one, html) if by else html


def without_lines(html: str) -> str:
    """Give HTML whose elements say no lines."""
    return _LINES.sub("", html)


def is_balanced(html: str) -> bool:
    """Tell whether each tag has its partner in `html`, as far as can be seen without parsing."""
    depth = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _VOID or tag[0].endswith("/>"):
            continue
        depth += -1 if tag[1] else 1
        if depth < 0:
            return False
    return depth == 0


def placed(piece: str) -> Piece:
    """Take the line that a piece begins on out of its HTML.

    Lines inside the piece become relative to its own, so that a piece that moves stays the same.
    In a piece that stands on no line (the footnotes) the lines inside are named `data-at`.
    """
    own = _LINES.search(piece, 0, piece.find(">") + 1)
    if own is None:
        return Piece.of(_LINES.sub(_at, piece), None)
    first = int(own[1])

    def relative(match: re.Match[str]) -> str:
        return f' data-line="{int(match[1]) - first}" data-last-line="{int(match[2]) - first}"'

    inner = _LINES.sub(relative, piece[own.end() :])
    return Piece.of(f"{piece[: own.start()]}{inner}", first - 1)


def lines_of(marked: Iterable[int | None]) -> list[int]:
    """Give the first line of each piece; one that says none follows on the piece before it."""
    reached = HEAD_LINE
    found: list[int] = []
    for line in marked:
        reached = max(reached, 0 if line is None else line)
        found.append(reached)
    return found


def number(pieces: Sequence[Piece], lines: Sequence[int], line_count: int) -> tuple[Block, ...]:
    """Make blocks of pieces whose first lines are known and never go back."""
    ends = [max(line, following - 1) for line, following in itertools.pairwise(lines)]
    ends.append(max(line_count - 1, lines[-1] if lines else 0))
    return tuple(
        [
            Block(piece.id, piece.html, line, end)
            for piece, line, end in zip(pieces, lines, ends, strict=False)
        ]
    )


def _at(match: re.Match[str]) -> str:
    return f' data-at="{int(match[1]) - 1}" data-at-last="{int(match[2]) - 1}"'


def _bare(text: str) -> Iterator[str]:
    if not text.isspace() and text:
        yield text
