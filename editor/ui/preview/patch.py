"""Find out which blocks of the shown post changed, and where the caret's block is."""

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from editor.render.request import Block


@dataclass(frozen=True, slots=True)
class Patch:
    """Say that `removed` blocks from `first` on give way to `blocks`."""

    first: int
    removed: int
    blocks: tuple[Block, ...]

    def is_empty(self) -> bool:
        """Tell whether nothing changes."""
        return not self.removed and not self.blocks


@dataclass(frozen=True, slots=True)
class Place:
    """Say which block a line is in, on which of its lines, and how far down it (0 to 1)."""

    index: int
    inner: int
    part: float


def difference(shown: Sequence[Block], wanted: Sequence[Block]) -> Patch:
    """Give the shortest run of blocks whose replacement makes `shown` into `wanted`."""
    start = sum(
        1
        for _ in itertools.takewhile(
            lambda pair: pair[0].id == pair[1].id, zip(shown, wanted, strict=False)
        )
    )
    most = min(len(shown), len(wanted)) - start
    ends = zip(reversed(shown), reversed(wanted), strict=False)
    same = itertools.takewhile(lambda pair: pair[0].id == pair[1].id, itertools.islice(ends, most))
    tail = sum(1 for _ in same)
    removed = len(shown) - tail - start
    return Patch(start, removed, tuple(wanted[start : len(wanted) - tail]))


def place_of(blocks: Sequence[Block], line: int) -> Place | None:
    """Give the block in which a line of the text is shown; None in an empty post."""
    if not blocks:
        return None
    after = bisect.bisect_right(blocks, line, key=lambda block: block.line)
    first = blocks[max(after - 1, 0)].line
    # Several blocks can come from one line: the first of them is the best guess.
    index = bisect.bisect_left(blocks, first, key=lambda block: block.line)
    block = blocks[index]
    inner = max(line - block.line, 0)
    length = block.last_line - block.line + 1
    return Place(index, inner, min(inner / length, 1.0))
