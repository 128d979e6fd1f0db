"""Find the line a shown block was written on, by its words, where the engine does not say."""

import re
from collections.abc import Sequence
from html import unescape

from editor.render.request import HEAD_LINE

_WORD = re.compile(r"\w+")
_TAGS = re.compile(r"<[^>]*>")
_ALT = re.compile(r'\balt="([^"]+)"')
_FENCE = ("```", "~~~")
# A block is looked for no further below the one before it than this many lines with words.
_REACH = 60
_COMPARED = 5


class SourceLines:
    """Walk down a text and tell where each block, in reading order, begins."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._next = 0
        self._words: dict[int, list[str]] = {}

    def find(self, html: str) -> int | None:
        """Give the first line of a block; None when no line begins with its words."""
        wanted = _first_words(html)
        if not wanted:
            return None
        looked_at = 0
        for line in range(self._next, len(self._lines)):
            words = self._words_of(line)
            if not words:
                continue
            looked_at += 1
            if looked_at > _REACH:
                break
            if _agree(words, wanted):
                self._next = line + 1
                return self._opening(line)
        return None

    def _opening(self, line: int) -> int:
        above = self._lines[line - 1].lstrip() if line else ""
        return line - 1 if above.startswith(_FENCE) else line

    def _words_of(self, line: int) -> list[str]:
        if line not in self._words:
            self._words[line] = _WORD.findall(self._lines[line])[: _COMPARED + 1]
        return self._words[line]


def lines_of(pieces: Sequence[str], marked: Sequence[int | None], text: str) -> list[int]:
    """Give each piece's first line, never going back; `marked` is what the engine said."""
    source = SourceLines(text)
    found: list[int] = []
    reached = HEAD_LINE
    for piece, known in zip(pieces, marked, strict=True):
        line = source.find(piece) if known is None else known
        reached = max(reached, 0) if line is None else max(reached, line)
        found.append(reached)
    return found


def _first_words(html: str) -> list[str]:
    # Enough HTML for the first words, whatever is inside the tags.
    head = html[:2000]
    words = _WORD.findall(unescape(_TAGS.sub(" ", head)))
    if not words and (alt := _ALT.search(head)):
        words = _WORD.findall(unescape(alt[1]))
    return words[:_COMPARED]


def _agree(line: list[str], wanted: list[str]) -> bool:
    for offset in (0, 1) if line[0].isdigit() else (0,):
        compared = line[offset : offset + len(wanted)]
        if compared and compared == wanted[: len(compared)]:
            return True
    return False
