"""Know at any line whether an earlier one opened something in which Markdown is not read.

Only the lines that may open or close something are kept, by number; what is open at a line
follows from those before it. A post of 10 MB has few of them, so that a key costs nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.line_numbers import LineNumbers

_MARKS = re.compile(
    r"^[ >]*(?:`{3}|~{3})|<!--|-->|\[\^|</?(?:pre|script|style)\b"
    r"|\{%-?[ \t]*(?:end)?(?:raw|comment|highlight)\b",
    re.MULTILINE,
)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)")
_TOKEN = re.compile(
    r"^(?:[ ]{0,3}>[ ]?)*[ ]*(?P<fence>`{3,}|~{3,})(?P<info>.*)"
    r"|(?P<comment><!--)|(?P<end_comment>-->)"
    r"|<(?P<tag>pre|script|style)\b|</(?P<end_tag>pre|script|style)\b"
    r"|\{%-?[ \t]*(?P<end_liquid>end)?(?P<liquid>raw|comment|highlight)\b"
)


class Kind(Enum):
    """Say what is open."""

    TEXT = "text"
    FENCE = "fence"
    COMMENT = "comment"
    TAG = "tag"
    LIQUID = "liquid"


@dataclass(frozen=True, slots=True)
class Inside:
    """Hold what is open at a line, what would close it, and whether Liquid is read there."""

    kind: Kind = Kind.TEXT
    closer: str = ""
    is_raw: bool = False

    @property
    def is_text(self) -> bool:
        """Tell whether Markdown is read here."""
        return self.kind is Kind.TEXT

    def after(self, line: str) -> "Inside":
        """Give what is open behind `line`."""
        if self.is_text:
            line = _CODE_SPAN.sub("", line)
        state = self
        for token in _TOKEN.finditer(line):
            state = state._opened(token) if state.is_text else state._closed(token)
        return state

    def _opened(self, token: re.Match[str]) -> "Inside":
        match token.lastgroup:
            case "info" if token["fence"][0] == "~" or "`" not in token["info"]:
                return replace(self, kind=Kind.FENCE, closer=token["fence"])
            case "comment":
                return replace(self, kind=Kind.COMMENT)
            case "tag":
                return replace(self, kind=Kind.TAG, closer=token["tag"])
            case "liquid" if token["liquid"] == "raw":
                return replace(self, is_raw=token["end_liquid"] is None)
            case "liquid" if not self.is_raw and token["end_liquid"] is None:
                return replace(self, kind=Kind.LIQUID, closer=token["liquid"])
        return self

    def _closed(self, token: re.Match[str]) -> "Inside":
        return replace(self, kind=Kind.TEXT, closer="") if self._is_closer(token) else self

    def _is_closer(self, token: re.Match[str]) -> bool:
        match self.kind:
            case Kind.FENCE:
                is_fence = (token["fence"] or "").startswith(self.closer)
                return is_fence and not token["info"].strip(BLANKS)
            case Kind.COMMENT:
                return token["end_comment"] is not None
            case Kind.TAG:
                return token["end_tag"] == self.closer
            case Kind.LIQUID:
                return token["end_liquid"] is not None and token["liquid"] == self.closer
            case Kind.TEXT:
                return False


_TEXT = Inside()


def is_marked(line: str) -> bool:
    """Tell whether a line may open or close something, or speaks of a footnote."""
    return _MARKS.search(line) is not None


def marked_lines(text: str) -> Iterator[int]:
    """Give the numbers of the marked lines of a text."""
    number = place = 0
    last = -1
    for found in _MARKS.finditer(text):
        number += text.count("\n", place, found.start())
        place = found.start()
        if number != last:
            yield number
        last = number


class Marks:
    """Keep the numbers of the marked lines, in order, while a text changes."""

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._lines = LineNumbers(numbers)
        # What is open behind each of the first marked lines, as far as somebody asked.
        self._states: list[Inside] = []

    @property
    def numbers(self) -> Sequence[int]:
        """Give the numbers of the marked lines."""
        return self._lines.numbers

    def replace(self, first: int, count: int, shift: int, found: Sequence[int]) -> None:
        """Note that `count` lines from `first` on became others, `shift` more of them.

        `found` are the marked ones among the new lines, by their new numbers.
        """
        changed = self._lines.replace(first, count, shift, found)
        if changed is not None:
            del self._states[changed:]

    def inside(self, number: int, line: Callable[[int], str]) -> Inside:
        """Give what is open at a line; `line` gives a marked line's text."""
        upto = bisect_left(self.numbers, number)
        while len(self._states) < upto:
            before = self._states[-1] if self._states else _TEXT
            self._states.append(before.after(line(self.numbers[len(self._states)])))
        return self._states[upto - 1] if upto else _TEXT
