"""Find emphasis, strong text, struck text and code in the text of a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What is passed over as a whole: escapes, code, Liquid, tags and comments, targets of links.
_OPAQUE = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|(?P<code>(?P<ticks>`+)(?!`)(?P<content>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<liquid>\{%.*?%\}|\{\{.*?\}\})"
    r"|<!--.*?-->|</?[A-Za-z][^<>]*>|<[a-z]+:[^<>\s]*>"
    r"|(?<=\])\((?:[^()\s\\]|\\.|\([^()\s]*\))*(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
    r"|(?P<run>\*+|_+|~~+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Hold where a span begins and ends, and how long each of its two marks is."""

    start: int
    end: int
    mark: int

    @property
    def inner(self) -> tuple[int, int]:
        """Give where the words between its marks begin and end."""
        return self.start + self.mark, self.end - self.mark


@dataclass(slots=True)
class _Run:
    char: str
    start: int
    end: int
    opens: bool
    closes: bool


def emphasis(text: str, mark: str) -> list[Span]:
    """Give the spans that `*`, `**` or `~~` makes; `_` and `__` make the same as the stars."""
    chars = mark[0] if mark[0] == "~" else "*_"
    runs = [run for run in _runs(text) if run.char in chars]
    spans: list[Span] = []
    waiting: list[_Run] = []
    for run in runs:
        if run.closes:
            spans.extend(span for span in _closed(run, waiting) if span.mark == len(mark))
        if run.opens and run.start < run.end:
            waiting.append(run)
    return sorted(spans, key=_start)


def code(text: str) -> list[Span]:
    """Give the spans of code."""
    return [
        Span(found.start(), found.end(), len(found["ticks"]))
        for found in _OPAQUE.finditer(text)
        if found["code"]
    ]


def opaque(text: str) -> Iterator[tuple[int, int]]:
    """Give the pieces in which no mark may be set: code, Liquid, tags, targets of links."""
    for found in _OPAQUE.finditer(text):
        if not found["run"]:
            yield found.span()


def _start(span: Span) -> int:
    return span.start


def _runs(text: str) -> Iterator[_Run]:
    for found in _OPAQUE.finditer(text):
        if not found["run"]:
            continue
        before = text[found.start() - 1 : found.start()] or " "
        after = text[found.end() : found.end() + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if found["run"][0] == "_" and before.isalnum() and after.isalnum():
            opens = closes = False
        yield _Run(found["run"][0], found.start(), found.end(), opens, closes)


def _closed(run: _Run, waiting: list[_Run]) -> Iterator[Span]:
    """Pair a run with those that wait for it, the last one first."""
    while run.start < run.end:
        place = next(
            (place for place in reversed(range(len(waiting))) if waiting[place].char == run.char),
            None,
        )
        if place is None:
            return
        opener = waiting[place]
        del waiting[place + 1 :]
        size = min(2, opener.end - opener.start, run.end - run.start)
        yield Span(opener.end - size, run.start + size, size)
        opener.end -= size
        run.start += size
        if opener.start == opener.end:
            waiting.pop()
