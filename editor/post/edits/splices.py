"""Say which characters of a text to replace with which, and do it."""

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple


class Splice(NamedTuple):
    """Replace the code points from `start` to `end` with `text`."""

    start: int
    end: int
    text: str


def applied(text: str, splices: Iterable[Splice]) -> str:
    """Give the text with all splices made; none may overlap another."""
    parts: list[str] = []
    done = 0
    for start, end, replacement in in_order(splices):
        parts += (text[done:start], replacement)
        done = max(done, end)
    parts.append(text[done:])
    return "".join(parts)


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """Sort splices by place; insertions at one place stay in the order they came."""
    return sorted(splices, key=itemgetter(0, 1))


def smallest(text: str, splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Leave out of each splice what stays the same, and the splices that change nothing."""
    kept: list[Splice] = []
    for start, end, replacement in in_order(splices):
        old = text[start:end]
        head = _length_in_common(old, replacement)
        old, new = old[head:], replacement[head:]
        tail = _length_in_common(old[::-1], new[::-1])
        if old != new:
            kept.append(Splice(start + head, end - tail, new[: len(new) - tail]))
    return tuple(kept)


def _length_in_common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
