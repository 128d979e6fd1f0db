"""Say what changed between two texts, without reading more of them than must be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class TextChange:
    """Hold a change: the old text's first `start` and last `end` characters stay.

    Attributes:
        start: how many characters stay at the beginning.
        end: how many stay at the end.
        new: what stands between them now.
    """

    start: int
    end: int
    new: str

    @classmethod
    def between(cls, old: str, new: str) -> Self:
        """Compare two texts; what stays is as long as can be."""
        most = min(len(old), len(new))
        start = _longest(most, lambda low, high: old[low:high] == new[low:high])
        end = _longest(
            most - start,
            lambda low, high: (
                old[len(old) - high : len(old) - low] == new[len(new) - high : len(new) - low]
            ),
        )
        return cls(start, end, new[start : len(new) - end])

    def made_in(self, old: str) -> str:
        """Give the new text; raises ValueError where `old` is too short to be the old one."""
        if min(self.start, self.end) < 0 or self.start + self.end > len(old):
            raise ValueError(self)
        return f"{old[: self.start]}{self.new}{old[len(old) - self.end :]}"


def _longest(most: int, is_same: Callable[[int, int], bool]) -> int:
    """Give how far two texts go together, of which each stretch can be compared."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
