"""Find an exact text or a pattern in posts, with the lines in which it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from editor.post import frame
from editor.post.errors import DatelineError
from editor.post.line_ends import most_used, shown
from editor.site.links.sources import codec_of

WORDS, EXACT, PATTERN = "words", "exact", "pattern"

_SECONDS_FOR_A_POST: Final = 0.25
_MOST_MATCHES: Final = 2_000
_BOM: Final = "\ufeff"
_FEED = re.compile("\n")
_ALSO_K_OR_S: Final = (b"\xe2\x84\xaa", b"\xc5\xbf")
"""The Kelvin sign and the long s are a k and an s to whoever does not look at the case."""


class BadPattern(DatelineError):
    """Say what is wrong with a pattern, or with what is to take the place of its finds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hold what is looked for.

    Attributes:
        text: words, a text or a pattern.
        mode: `WORDS`, `EXACT` or `PATTERN`.
        is_case_exact: whether `A` is another letter than `a`.
        is_whole: whether no letter may stand beside a find.
        part: `all`, `front matter` or `body`.
        replacement: what is to take the place of each find; None where nothing is.
    """

    text: str
    mode: str = WORDS
    is_case_exact: bool = False
    is_whole: bool = False
    part: str = "all"
    replacement: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hold one find in its line: from where to where, and what would take its place."""

    start: int
    end: int
    new: str | None = None


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Hold a line with its finds.

    Attributes:
        number: of the line in the file, from 1.
        in_body: of the line in the body, from 0; -1 in the front matter.
        text: the line.
        spans: the finds that begin in it; one may end in a later line.
    """

    number: int
    in_body: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundPost:
    """Hold a post with the lines in which something was found, and its bytes as they were read."""

    path: Path
    lines: tuple[FoundLine, ...]
    raw: bytes

    @property
    def count(self) -> int:
        """How many finds there are."""
        return sum(len(line.spans) for line in self.lines)


class TextOf:
    """Hold the text of a post as a person sees it, and know where each letter lies in the file."""

    def __init__(self, raw: bytes, encoding: str) -> None:
        self.codec = codec_of(raw, encoding)
        self.whole = raw.decode(self.codec, "surrogateescape")
        self.shown = shown(self.whole)
        self._pairs = _pairs_in(self.whole)
        lead = len(_BOM) if self.shown.startswith(_BOM) else 0
        fences = frame.find(self.shown[lead:])
        self.body_start = lead + fences.end if fences is not None else lead
        self.starts = [lead, *(feed.end() for feed in _FEED.finditer(self.shown))]

    def in_file(self, place: int) -> int:
        """Give the place in the file's text of a place in the shown one."""
        return place + bisect_left(self._pairs, place)

    def line_of(self, place: int) -> int:
        """Give the number of the line, from 0, that a place lies in."""
        return max(bisect_right(self.starts, place) - 1, 0)

    @property
    def newline(self) -> str:
        """The line end that most lines of the file have."""
        return most_used(self.whole)


class TextFinder:
    """Find one text or pattern in posts, one after the other, within bounded time."""

    def __init__(self, wanted: Wanted, encoding: str) -> None:
        """Make ready.

        Args:
            wanted: what is looked for, as `EXACT` or `PATTERN`.
            encoding: what the site stores its files in.

        Raises:
            BadPattern: the pattern, or what is to take its place, cannot be read.
        """
        self._wanted = wanted
        self._encoding = encoding
        self._pattern = _compiled(wanted)
        self._needle = _needle_of(wanted)
        self.passed_over: list[Path] = []
        if wanted.replacement is not None and wanted.mode == PATTERN:
            self._try_replacement()

    def find(self, path: Path, raw: bytes) -> FoundPost | None:
        """Find in one post; None where nothing is found.

        A post that takes too long is noted in `passed_over`.
        """
        if not self._may_hold(raw):
            return None
        text = TextOf(raw, self._encoding)
        try:
            finds = list(self.finds_in(text))
        except TimeoutError:
            self.passed_over.append(path)
            return None
        return FoundPost(path, tuple(_lines(text, finds)), raw) if finds else None

    def finds_in(self, text: TextOf) -> Iterator[tuple[int, int, str | None]]:
        """Give where each find begins and ends in the shown text, and what takes its place.

        Raises:
            TimeoutError: the pattern takes too long on this text.
        """
        wanted, start, end = self._wanted, 0, len(text.shown)
        if wanted.part == "body":
            start = text.body_start
        elif wanted.part == "front matter":
            end = text.body_start
        found = self._pattern.finditer(
            text.shown, start, end, timeout=_SECONDS_FOR_A_POST, concurrent=True
        )
        for number, match in enumerate(found):
            if number >= _MOST_MATCHES:
                return
            if match.end() > match.start():
                yield match.start(), match.end(), self._new(match)

    def _new(self, match: "regex.Match[str]") -> str | None:
        replacement = self._wanted.replacement
        if replacement is None or self._wanted.mode != PATTERN:
            return replacement
        return match.expand(replacement) or ""

    def _may_hold(self, raw: bytes) -> bool:
        """Tell fast that a post holds no find; what cannot be told so may hold one."""
        needle = self._needle
        if needle is None:
            return True
        if self._wanted.is_case_exact:
            return needle in raw
        return needle in raw.lower() or any(other in raw for other in _ALSO_K_OR_S)

    def _try_replacement(self) -> None:
        """Put it in the place of nothing once: only then it is read."""
        try:
            probe = regex.compile(f"(?:{self._pattern.pattern})|", self._pattern.flags)
            probe.sub(self._wanted.replacement or "", "", timeout=_SECONDS_FOR_A_POST)
        except (regex.error, IndexError, ValueError, TimeoutError) as error:
            raise BadPattern(f"What takes the place cannot be read: {error}.") from error


def _compiled(wanted: Wanted) -> "regex.Pattern[str]":
    source = wanted.text if wanted.mode == PATTERN else regex.escape(wanted.text)
    if wanted.is_whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = regex.MULTILINE | regex.VERSION0
    if not wanted.is_case_exact:
        flags |= regex.IGNORECASE
    try:
        return regex.compile(source, flags, cache_pattern=False)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        reason = getattr(error, "msg", "") or "it is too deeply nested"
        raise BadPattern(f"This pattern cannot be read: {reason}.") from error


def _needle_of(wanted: Wanted) -> bytes | None:
    """Give bytes that every post with a find holds; None where none are known."""
    if wanted.mode != EXACT or not (wanted.text.isascii() or wanted.is_case_exact):
        return None
    text = wanted.text if wanted.is_case_exact else wanted.text.lower()
    return text.encode("utf-8", "surrogatepass") if text else None


def _pairs_in(text: str) -> list[int]:
    """Give the places in the shown text of line ends that take two letters in the file."""
    if "\r\n" not in text:
        return []
    places: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        places.append(at - len(places))
        at = text.find("\r\n", at + 2)
    return places


def _lines(text: TextOf, finds: list[tuple[int, int, str | None]]) -> Iterator[FoundLine]:
    by_line: dict[int, list[Span]] = {}
    for start, end, new in finds:
        number = text.line_of(start)
        first = text.starts[number]
        by_line.setdefault(number, []).append(Span(start - first, end - first, new))
    body_line = text.line_of(text.body_start)
    for number, spans in by_line.items():
        first = text.starts[number]
        end = text.starts[number + 1] - 1 if number + 1 < len(text.starts) else len(text.shown)
        is_body = first >= text.body_start
        yield FoundLine(
            number + 1,
            number - body_line if is_body else -1,
            text.shown[first:end],
            tuple(spans),
        )
