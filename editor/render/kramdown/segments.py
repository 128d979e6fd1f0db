"""Cut a text into segments that can be read by themselves, so that a key costs only a few of them.

A segment ends behind blank lines, where nothing is open. All that reading the next one could
see of those before it is

* the last block: a definition looks back over a blank line for its term, and a definition list
  joins the one before. There is no border where that may happen.
* an attribute list that waits for its block: there is no border.
* settings of ``{::options}``: a text with those is read whole (see ``extension.py``).

The other way round, reading a segment looks at the text behind it: at its first lines, so the
segment before a change is always read again, and for closers further down (``Source.reach`` and
``Source.sought``). What was defined is noted by segment, and joined in the order of the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.numbering import Piece
from editor.render.kramdown.result import RenderedBlock
from editor.render.kramdown.source import CLOSERS
from editor.render.kramdown.tree import Node


@dataclass(slots=True)
class Segment:
    """Blocks that stand together, whose lines count from 1; later also their HTML.

    ``beyond`` says how far behind its end reading it looked, ``sought`` which closers it missed
    in all the text behind it. ``above`` is the number of lines before it, for which ``blocks``
    were written.
    """

    text: str
    root: Node
    definitions: Definitions = field(default_factory=Definitions)
    beyond: int = 0
    sought: frozenset[str] = frozenset()
    lines: int = field(init=False)
    piece: Piece = field(init=False)
    above: int = 0
    blocks: list[RenderedBlock] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count the lines."""
        self.lines = self.text.count("\n")
        self.piece = Piece(self.root)


@dataclass(frozen=True, slots=True)
class Reading:
    """The segments of a text: all, those read afresh, those of the last text that are gone."""

    segments: list[Segment]
    fresh: list[Segment]
    gone: Sequence[Segment]


def read_segments(scanner: BlockScanner, text: str, known: Sequence[Segment] = ()) -> Reading:
    """Read ``text``, but for ``known`` segments of the last text at its beginning and end."""
    change = _Change.between(known, text)
    scanner.begin(text, change.start)
    fresh: list[Segment] = []
    left = len(text) - change.start
    while left and (not fresh or left not in change.tail):
        fresh.append(_read(scanner))
        left = len(text) - scanner.pos
    same = change.tail.get(left, len(known))
    segments = [*known[: change.kept], *fresh, *known[same:]]
    return Reading(segments, fresh, known[change.kept : same])


def _read(scanner: BlockScanner) -> Segment:
    """Read the segment at the cursor."""
    start, text = scanner.pos, scanner.text
    scanner.source.begin_at(start)
    scanner.definitions = Definitions()
    root = Node("root")
    scanner.read_to_border(root)
    source, end = scanner.source, scanner.pos
    return Segment(
        text[start:end],
        root,
        scanner.definitions,
        max(source.reach - end, 0),
        frozenset(source.sought),
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """Where a text differs from the last one.

    The first ``kept`` segments need not be read, the text from ``start`` on must be. ``tail``
    gives, for a length of text at the end that is the same, the segment which begins there.
    """

    kept: int
    start: int
    tail: dict[int, int]

    @classmethod
    def between(cls, known: Sequence[Segment], text: str) -> Self:
        """Compare the ``known`` segments of the last text with ``text``."""
        same = place = 0
        starts: list[int] = []
        watchful: list[tuple[int, int, frozenset[str]]] = []
        for segment in known:
            if not text.startswith(segment.text, place):
                break
            starts.append(place)
            place += len(segment.text)
            if segment.beyond or segment.sought:
                watchful.append((same, place + segment.beyond, segment.sought))
            same += 1
        else:
            if place == len(text):
                return cls(len(known), place, {})
        tail = dict(_tail(known, text, max(same, 1)))
        kept = max(same - 1, 0)
        if watchful:
            first = min(tail.values(), default=len(known))
            around = "".join(segment.text for segment in known[kept : first + 1])
            around += text[starts[kept] if starts else 0 : len(text) - max(tail, default=0)]
            closers = CLOSERS.intersection(around)
            for index, reach, sought in watchful:
                if reach > place or sought & closers:
                    kept = min(index, kept)
                    break
        return cls(kept, starts[kept] if starts else 0, tail)


def _tail(known: Sequence[Segment], text: str, first: int) -> Iterator[tuple[int, int]]:
    length = 0
    for index in range(len(known) - 1, first - 1, -1):
        if not text.endswith(known[index].text, 0, len(text) - length):
            return
        length += len(known[index].text)
        yield length, index
