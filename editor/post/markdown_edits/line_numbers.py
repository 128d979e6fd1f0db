"""Numbers of some lines of a text, kept right while lines before them come and go."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence


class LineNumbers:
    """Hold numbers of lines, in order."""

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._numbers = list(numbers)

    @property
    def numbers(self) -> Sequence[int]:
        """Give the numbers, in order."""
        return self._numbers

    def replace(self, first: int, count: int, shift: int, found: Sequence[int]) -> int | None:
        """Note that `count` lines from `first` on became others, `shift` more of them.

        `found` are the numbers to hold of the new lines. Gives where in the order something
        changed, None where at most the numbers behind moved.
        """
        start = bisect_left(self._numbers, first)
        end = bisect_left(self._numbers, first + count)
        if shift:
            self._numbers[end:] = [number + shift for number in self._numbers[end:]]
        if start == end and not found:
            return None
        self._numbers[start:end] = found
        return start
