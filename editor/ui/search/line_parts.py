"""Cut a line with finds into what is drawn of it: short enough, and nothing in it hidden."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from editor.site.index.finding import FoundLine

_BEFORE: Final = 48
_LONGEST: Final = 400
_BIDI: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "‹›")


class Part(NamedTuple):
    """A stretch of a line: its text, and `plain`, `find`, `old` or `new`."""

    text: str
    kind: str


def line_parts(line: FoundLine, *, is_replacing: bool) -> list[Part]:
    """Give the parts of a line, from a little before its first find on.

    Where finds are to be replaced, what goes and what comes stand side by side.
    """
    first = line.spans[0].start if line.spans else 0
    begin = max(0, first - _BEFORE)
    end = begin + _LONGEST
    parts = [Part("…", "plain")] if begin else []
    parts += _parts(line, begin, end, is_replacing=is_replacing)
    if len(line.text) > end:
        parts.append(Part("…", "plain"))
    shown = (Part(_one_line(part.text), part.kind) for part in parts)
    return [part for part in shown if part.text]


def _parts(line: FoundLine, begin: int, end: int, *, is_replacing: bool) -> Iterator[Part]:
    at = begin
    for span in line.spans:
        if span.start >= end:
            break
        yield Part(line.text[at : span.start], "plain")
        at = min(span.end, len(line.text))
        found = line.text[span.start : at] + ("⏎" if span.end > len(line.text) else "")
        if is_replacing and span.new is not None:
            yield Part(found, "old")
            yield Part(span.new, "new")
        else:
            yield Part(found, "find")
    yield Part(line.text[at:end], "plain")


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", " ").translate(_BIDI)
