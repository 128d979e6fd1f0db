"""Show a text with plain line feeds, and put its own line ends back.

A text pane knows one kind of line end. Files have up to three, and Qt makes a line end of
U+2029, U+FDD0 and U+FDD1 too. A line that was not touched keeps the end it had.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

_LINE_END = re.compile("\r\n|[\n\r\u2029\ufdd0\ufdd1]")
# Files are written with these; the others come from a word processor, one at a time.
_FILE_ENDS = ("\n", "\r\n", "\r")
_RARE_ENDS = ("\u2029", "\ufdd0", "\ufdd1")
# Comparing more lines than these with each other would be felt while typing.
_MOST_LINES_COMPARED: Final = 400
_FARTHEST_MATCH: Final = 50


def shown(text: str) -> str:
    """Give a text as a text pane shows it: every line end is a line feed."""
    return text if _has_only_lf(text) else _LINE_END.sub("\n", text)


def most_used(text: str, default: str = "\n") -> str:
    """Give the line end (LF, CRLF or CR) that most lines of a text have."""
    crlf = text.count("\r\n")
    uses = (text.count("\n") - crlf, crlf, text.count("\r") - crlf)
    most = max(uses)
    return _FILE_ENDS[uses.index(most)] if most else default


def merge(original: str, new: str, *, line_end: str = "\n") -> str:
    """Give a shown text the line ends of the text it was made from.

    Args:
        original: The text with its own line ends.
        new: What the text pane shows now.
        line_end: The one to use where the original has none.

    Returns:
        `new` with the ends of untouched lines as they were, and those of new lines as beside
        them. A text pane shows it as it shows `new`.
    """
    new = shown(new)
    uniform = _only_end(original, line_end)
    if uniform is None:
        return _merged(original, new)
    return new if uniform == "\n" else new.replace("\n", uniform)


def _has_only_lf(text: str) -> bool:
    return "\r" not in text and not any(end in text for end in _RARE_ENDS)


def _only_end(text: str, default: str) -> str | None:
    """Give the one line end of a text, `default` where it has none, None where it has several."""
    if _has_only_lf(text):
        return "\n" if "\n" in text else default
    if any(end in text for end in _RARE_ENDS):
        return None
    feeds, returns, pairs = text.count("\n"), text.count("\r"), text.count("\r\n")
    if feeds == returns == pairs:
        return "\r\n"
    return None if feeds else "\r"


def _merged(original: str, new: str) -> str:
    old_lines, ends = _LINE_END.split(original), _LINE_END.findall(original)
    lines = new.split("\n")
    usual = most_used(original)
    chosen: list[str] = []
    for source in _sources(old_lines, lines):
        chosen.append(ends[source])
        if ends[source] in _RARE_ENDS:
            # It came with one paragraph; a second one is not wanted.
            ends[source] = usual
    for place in range(len(chosen) - 1):
        # CR, an empty line and LF would be read as one CRLF.
        if chosen[place] == "\r" and not lines[place + 1] and chosen[place + 1][0] == "\n":
            chosen[place + 1] = "\r"
    chosen.append("")
    return "".join(part for pair in zip(lines, chosen, strict=True) for part in pair)


def _sources(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Say for each new line but the last whose old line's end it takes."""
    last_end = len(old) - 2
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    sources = list(range(head))
    sources += _between(old[head : len(old) - tail], new[head : len(new) - tail], head)
    sources += range(len(old) - tail, len(old))
    return [min(max(source, 0), last_end) for source in sources[: len(new) - 1]]


def _between(old: Sequence[str], new: Sequence[str], offset: int) -> Iterator[int]:
    """Find the sources of the lines between the first and the last change."""
    if max(len(old), len(new)) > _MOST_LINES_COMPARED:
        yield from _nearby(old, new, offset)
        return
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        count = new_end - new_start
        for place in range(count):
            last = place == count - 1
            source = old_end - 1 if last else min(old_start + place, old_end - 1)
            yield offset + source


def _nearby(old: Sequence[str], new: Sequence[str], offset: int) -> Iterator[int]:
    """Find each line again a little further on; a line not found goes with the one before it."""
    at = 0
    for line in new:
        window = old[at : at + _FARTHEST_MATCH]
        if line in window:
            at += window.index(line) + 1
        yield offset + at - 1
