"""Find the words of a query in a text, with the lines in which they stand."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from editor.site.index.finding import FoundLine, FoundPost, Span, TextOf
from editor.site.index.folding import folded, for_index, is_unspaced
from editor.site.index.query import Query

_WORD = re.compile(r"\w+")
_MOST_LINES: Final = 20


class WordFinder:
    """Find the lines of posts that hold the words of a query; which posts, the index knows."""

    def __init__(self, query: Query, encoding: str) -> None:
        self._encoding = encoding
        self._in_runs: list[str] = []
        self._words: list[str] = []
        for part in query.wanted:
            for word in _WORD.findall(part.text):
                (self._in_runs if is_unspaced(word) else self._words).append(word)
        self._words = [_plain(word) for word in self._words]

    def find(self, path: Path, raw: bytes) -> FoundPost:
        """Find the lines of one post; none, where the words stand in no line as they are."""
        text = TextOf(raw, self._encoding)
        body_line = text.line_of(text.body_start)
        lines: list[FoundLine] = []
        for number, line in enumerate(text.shown[text.starts[0] :].split("\n")):
            spans = tuple(self._spans(line))
            if spans:
                is_body = text.starts[number] >= text.body_start
                in_body = number - body_line if is_body else -1
                lines.append(FoundLine(number + 1, in_body, line, spans))
            if len(lines) >= _MOST_LINES:
                break
        return FoundPost(path, tuple(lines), raw)

    def _spans(self, line: str) -> Iterator[Span]:
        plain = folded(line)
        if not any(word in plain for word in (*self._words, *self._in_runs)):
            return
        for word in _WORD.finditer(line):
            yield from self._in_word(word[0], word.start())

    def _in_word(self, word: str, at: int) -> Iterator[Span]:
        """Find in one word: its beginning, or any part of a run without spaces."""
        plain = _plain(word) if not is_unspaced(word) else ""
        if plain and plain.startswith(tuple(self._words)):
            yield Span(at, at + len(word))
        elif not plain:
            yield from _parts(folded(word), self._in_runs, at)


def _plain(word: str) -> str:
    """Give a word as the index compares it."""
    return for_index(folded(word)).strip()


def _parts(run: str, wanted: Sequence[str], at: int) -> Iterator[Span]:
    for each in wanted:
        found = run.find(each)
        while found >= 0:
            yield Span(at + found, at + found + len(each))
            found = run.find(each, found + len(each))
