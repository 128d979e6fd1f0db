"""Cut a template into text, outputs and tags (Liquid 4: `Tokenizer`)."""

from dataclasses import dataclass
from typing import Final

_TAG, _OUTPUT = "{%", "{{"
_NEVER: Final = -1


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one piece of a template and the line, 1-based, on which it begins."""

    text: str
    line: int

    @property
    def is_tag(self) -> bool:
        """Say whether this is a tag, perhaps one that nobody closed."""
        return self.text.startswith(_TAG)

    @property
    def is_output(self) -> bool:
        """Say whether this is an output, perhaps one that nobody closed."""
        return self.text.startswith(_OUTPUT)


def tokens(source: str) -> list[Token]:
    """Return the pieces of `source`, in order; together they are `source` again.

    A tag ends at the first ``%}``, an output at the first ``}`` with the one after it. One that
    has no end is a piece of two characters, and what follows is text.
    """
    pieces: list[Token] = []
    line = 1
    for text in _Cutter(source).pieces():
        pieces.append(Token(text, line))
        line += text.count("\n")
    return pieces


class _Cutter:
    """Find where the pieces of a template begin and end, looking at each character once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._next: dict[str, int] = {}

    def pieces(self) -> list[str]:
        """Return the pieces as texts."""
        found: list[str] = []
        place = 0
        while place < len(self.source):
            start = self._start(place)
            if start > place:
                found.append(self.source[place:start])
            if start < len(self.source):
                place = self._end(start)
                found.append(self.source[start:place])
            else:
                place = start
        return found

    def _start(self, place: int) -> int:
        starts = (self._find(_TAG, place), self._find(_OUTPUT, place))
        return min((start for start in starts if start != _NEVER), default=len(self.source))

    def _end(self, start: int) -> int:
        if self.source.startswith(_TAG, start):
            end = self._find("%}", start + 2)
            return start + 2 if end == _NEVER else end + 2
        end = self._find("}", start + 2)
        if end == _NEVER:
            return start + 2
        return end + 2 if self.source.startswith("}}", end) else end + 1

    def _find(self, sign: str, place: int) -> int:
        """Return where `sign` stands next; a place that was found once is remembered."""
        known = self._next.get(sign)
        if known is not None and (known == _NEVER or known >= place):
            return known
        self._next[sign] = self.source.find(sign, place)
        return self._next[sign]
