"""Find the words of a query in a text, with the lines in which they stand."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from editor.site.index.finding import FoundLine, FoundPost, Span, TextOf
from editor.site.index.folding import folded, for_index, is_unspaced
from editor.site.index.query import Query

_WORD = re.compile(r"\w+")
_MOST_LINES: Final = 20


class _Wanted(NamedTuple):
    """Words that have to follow each other; the last of them may go on, unless they are whole."""

    words: tuple[str, ...]
    is_whole: bool


class WordFinder:
    """Find the lines of posts that hold the words of a query; which posts, the index knows."""

    def __init__(self, query: Query, encoding: str) -> None:
        self._encoding = encoding
        self._runs = [part.text for part in query.wanted if is_unspaced(part.text)]
        self._wanted = [
            _Wanted(tuple(map(_plain, _WORD.findall(part.text))), part.is_phrase)
            for part in query.wanted
            if not is_unspaced(part.text)
        ]
        self._first = [*self._runs, *(each.words[0] for each in self._wanted if each.words)]

    def find(self, path: Path, raw: bytes) -> FoundPost:
        """Find the lines of one post; none, where the words stand in no line as they are."""
        text = TextOf(raw, self._encoding)
        body_line = text.line_of(text.body_start)
        lines: list[FoundLine] = []
        for number, line in enumerate(text.shown[text.starts[0] :].split("\n")):
            spans = tuple(sorted(set(self._spans(line))))
            if spans:
                is_body = text.starts[number] >= text.body_start
                in_body = number - body_line if is_body else -1
                lines.append(FoundLine(number + 1, in_body, line, spans))
            if len(lines) >= _MOST_LINES:
                break
        return FoundPost(path, tuple(lines), raw)

    def _spans(self, line: str) -> Iterator[Span]:
        plain = folded(line)
        if not any(first in plain for first in self._first):
            return
        found = list(_WORD.finditer(line))
        words = [_plain(each[0]) for each in found]
        for wanted in self._wanted:
            for at in _places(words, wanted):
                yield Span(found[at].start(), found[at + len(wanted.words) - 1].end())
        for word in found if self._runs else ():
            yield from _in_run(folded(word[0]), self._runs, word.start())


def _plain(word: str) -> str:
    """Give a word as the index compares it."""
    return for_index(folded(word)).strip()


def _places(words: Sequence[str], wanted: _Wanted) -> Iterator[int]:
    """Find where words follow each other; where one ends, the next may begin."""
    count = len(wanted.words)
    at = 0
    while count and at <= len(words) - count:
        here = tuple(words[at : at + count])
        is_same = here[:-1] == wanted.words[:-1] and here[-1].startswith(wanted.words[-1])
        if is_same and (here == wanted.words or not wanted.is_whole):
            yield at
            at += count
        else:
            at += 1


def _in_run(run: str, wanted: Sequence[str], at: int) -> Iterator[Span]:
    """Find parts of a run of letters without spaces, each as long folded as it is written."""
    for each in wanted:
        found = run.find(each)
        while found >= 0:
            yield Span(at + found, at + found + len(each))
            found = run.find(each, found + len(each))
