"""Compare two texts the way a writer reads them: line by line, and word by word within lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Beyond this much the texts are compared as wholes: finding the words would take seconds.
_MOST_LINES = 3_000
_MOST_WORDS = 4_000
# Passages less alike than this are read as one taken out and one put in.
_ALIKE = 0.3


class Side(Enum):
    """Say where a passage stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a stretch of text and which of the two texts it stands in."""

    side: Side
    text: str


def compare(old: str, new: str) -> list[Passage]:
    """Give both texts as one run of passages; those of one side, joined, are that text again."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    start, end = _shared_ends(old_lines, new_lines)
    old_part = old_lines[start : len(old_lines) - end]
    new_part = new_lines[start : len(new_lines) - end]
    passages = [
        Passage(Side.BOTH, "".join(old_lines[:start])),
        *_by_lines(old_part, new_part),
        Passage(Side.BOTH, "".join(old_lines[len(old_lines) - end :])),
    ]
    return list(_joined(passages))


def is_same(passages: Sequence[Passage]) -> bool:
    """Tell whether a comparison found no difference."""
    return all(passage.side is Side.BOTH for passage in passages)


def _shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the lines that two texts share at the start, and of the rest at the end."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    most -= start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return start, end


def _by_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    if len(old) + len(new) > _MOST_LINES:
        yield Passage(Side.OLD, "".join(old))
        yield Passage(Side.NEW, "".join(new))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        before, after = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if kind == "equal":
            yield Passage(Side.BOTH, before)
        else:
            yield from _by_words(before, after)


def _by_words(old: str, new: str) -> Iterator[Passage]:
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    is_long = len(old_words) + len(new_words) > _MOST_WORDS
    if is_long or not old or not new or matcher.quick_ratio() < _ALIKE:
        yield Passage(Side.OLD, old)
        yield Passage(Side.NEW, new)
        return
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        before = "".join(old_words[old_from:old_to])
        if kind == "equal":
            yield Passage(Side.BOTH, before)
        else:
            yield Passage(Side.OLD, before)
            yield Passage(Side.NEW, "".join(new_words[new_from:new_to]))


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Leave out empty passages and join neighbours of one side."""
    last: Passage | None = None
    for passage in passages:
        if not passage.text:
            continue
        if last is not None and last.side is passage.side:
            last = Passage(last.side, last.text + passage.text)
            continue
        if last is not None:
            yield last
        last = passage
    if last is not None:
        yield last
