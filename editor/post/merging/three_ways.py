"""Join two edits of one sequence, and say where they cannot be joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Finding what two sequences share takes time with their length: beyond this, they share ends only.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a stretch of all three texts; joined, the stretches of a side are that side's text.

    Attributes:
        base: as both had it.
        mine: as it is here.
        theirs: as it is there.
        key: the field that this is; empty for a stretch of the text.
        both: what has the changes of both where they changed different items of a list.
    """

    base: str
    mine: str
    theirs: str
    key: str = ""
    both: str = ""

    @property
    def is_conflict(self) -> bool:
        """Tell whether both changed it, and not alike."""
        if self.both or self.mine == self.theirs:
            return False
        return self.base not in {self.mine, self.theirs}

    @property
    def joined(self) -> str:
        """Give what has the changes of both; `mine` where that cannot be."""
        return self.both or (self.theirs if self.mine == self.base else self.mine)


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Say that base[start:end] became `pieces`."""

    start: int
    end: int
    pieces: tuple[str, ...]

    def meets(self, other: "_Hunk") -> bool:
        """Tell whether two edits touch the same piece, or put something into the same place."""
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        if self.start == self.end:
            return other.start < self.start < other.end
        if other.start == other.end:
            return self.start < other.start < self.end
        return max(self.start, other.start) < min(self.end, other.end)


def parts_of(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Part]:
    """Cut three texts, given in pieces, into stretches that nobody, one or both changed."""
    here, there = _hunks(base, mine), _hunks(base, theirs)
    done = 0
    for mine_group, theirs_group in _groups(here, there):
        group = mine_group + theirs_group
        start, end = min(each.start for each in group), max(each.end for each in group)
        kept = "".join(base[done:start])
        if kept:
            yield Part(kept, kept, kept)
        yield Part(
            "".join(base[start:end]),
            _applied(base, start, end, mine_group),
            _applied(base, start, end, theirs_group),
        )
        done = end
    kept = "".join(base[done:])
    if kept:
        yield Part(kept, kept, kept)


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    start, end = _shared_ends(old, new)
    old_end, new_end = len(old) - end, len(new) - end
    if (start, start) == (old_end, new_end):
        return []
    if old_end + new_end - 2 * start > _LONGEST:
        return [_Hunk(start, old_end, tuple(new[start:new_end]))]
    matcher = SequenceMatcher(_is_blank, old[start:old_end], new[start:new_end], autojunk=False)
    return [
        _Hunk(old_from + start, old_to + start, tuple(new[new_from + start : new_to + start]))
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if kind != "equal"
    ]


def _is_blank(piece: str) -> bool:
    return not piece.strip()


def _shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    most -= start
    end = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return start, end


def _groups(
    here: Sequence[_Hunk], there: Sequence[_Hunk]
) -> Iterator[tuple[list[_Hunk], list[_Hunk]]]:
    """Put edits that meet into one group each, in the order of the text."""
    waiting = sorted(
        [(hunk.start, hunk.end, 0, hunk) for hunk in here]
        + [(hunk.start, hunk.end, 1, hunk) for hunk in there],
        key=lambda each: each[:3],
    )
    group: tuple[list[_Hunk], list[_Hunk]] = ([], [])
    for _, _, side, hunk in waiting:
        if any(hunk.meets(other) for other in group[0] + group[1]):
            group[side].append(hunk)
            continue
        if group[0] or group[1]:
            yield group
        group = ([], [])
        group[side].append(hunk)
    if group[0] or group[1]:
        yield group


def _applied(base: Sequence[str], start: int, end: int, hunks: Sequence[_Hunk]) -> str:
    pieces: list[str] = []
    done = start
    for hunk in hunks:
        pieces += base[done : hunk.start]
        pieces += hunk.pieces
        done = hunk.end
    pieces += base[done:end]
    return "".join(pieces)
