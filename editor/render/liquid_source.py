"""Keep Liquid that is not rendered yet as it was written, on its way through Markdown.

Jekyll runs Liquid before Markdown. What only asks for an address of the site is answered here;
every other tag becomes one private-use character, which no Markdown rule looks at, and is put
back into the finished HTML as quiet source. Nothing is ever dropped.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from editor.render.links import SiteAddress

# The last private-use block of Unicode. A single character cannot be torn apart by a
# highlighter; one that the post itself holds is treated as a tag that stands for itself.
_FIRST, _LAST = 0x10F000, 0x10FFFD
_MARKS = f"[{chr(_FIRST)}-{chr(_LAST)}]"
_OPENING = re.compile(r"\{[%{]|" + _MARKS)
_CLOSING = {"{%": "%}", "{{": "}}"}
_ADDRESS = re.compile(
    r"""\{\{-?\s*(?:site\.(?P<name>baseurl|url)
      |(?P<quote>["'])(?P<path>[^"'{}|]*)(?P=quote)\s*\|\s*
       (?P<filter>relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)
        (?:\s*\|\s*prepend:\s*site\.url)?))
    \s*-?\}\}""",
    re.VERBOSE,
)
_PIECES = re.compile(rf"<(?P<end>/?)(?P<name>code|pre)\b[^>]*>|<[^>]*>|{_MARKS}")


@dataclass(frozen=True, slots=True)
class Protected:
    """Hold a text whose Liquid is hidden, and what hides behind each mark.

    Attributes:
        text: Ready for Markdown.
        hidden: Mark to source, usable with `str.translate`.
        shortened: For each tag of several lines, its line in `text` and how many lines are lost
            up to there.
    """

    text: str
    hidden: dict[int, str]
    shortened: tuple[tuple[int, int], ...] = ()

    def source_line(self, line: int) -> int:
        """Give the line in the post for a line of `text`, both from 0."""
        above = bisect.bisect_left(self.shortened, line, key=_line)
        return line + (self.shortened[above - 1][1] if above else 0)


def protect(body: str, site: SiteAddress) -> Protected:
    """Answer what asks for an address and hide every other piece of Liquid."""
    hidden: dict[int, str] = {}
    shortened: list[tuple[int, int]] = []
    parts: list[str] = []
    read = line = lost = 0
    for start, end in _tags(body):
        before, source = body[read:start], body[start:end]
        answer = _answer(source, site)
        if answer is None and len(hidden) <= _LAST - _FIRST:
            answer = chr(_FIRST + len(hidden))
            hidden[_FIRST + len(hidden)] = source
        kept = source if answer is None else answer
        parts += before, kept
        line += before.count("\n") + kept.count("\n")
        if breaks := source.count("\n") - kept.count("\n"):
            lost += breaks
            shortened.append((line, lost))
        read = end
    return Protected("".join([*parts, body[read:]]), hidden, tuple(shortened))


def reveal(html: str, hidden: dict[int, str]) -> str:
    """Put the hidden source back into well-formed HTML, shown as source."""
    if not hidden:
        return html
    code_depth = 0

    def shown(match: re.Match[str]) -> str:
        nonlocal code_depth
        piece = match[0]
        if match["name"]:
            code_depth += -1 if match["end"] else 1
        if piece.startswith("<"):
            return escape_attributes(piece, hidden)
        source = hidden.get(ord(piece), piece)
        if code_depth > 0 or source == piece:
            return escape(source, quote=False)
        return f'<code class="dl-liquid">{escape(source, quote=False)}</code>'

    return _PIECES.sub(shown, html)


def escape_attributes(tag: str, hidden: dict[int, str]) -> str:
    """Put hidden source back inside a tag, as attribute text."""
    return tag.translate({mark: escape(source) for mark, source in hidden.items()})


def _line(place: tuple[int, int]) -> int:
    return place[0]


def _tags(body: str) -> Iterator[tuple[int, int]]:
    """Give where each tag begins and ends, looking for each kind of end in vain only once."""
    missing: set[str] = set()
    at = 0
    while match := _OPENING.search(body, at):
        start, at = match.span()
        closing = _CLOSING.get(match[0])
        if closing is not None:
            end = -1 if closing in missing else body.find(closing, at)
            if end < 0:
                missing.add(closing)
                continue
            at = end + len(closing)
        yield start, at


def _answer(source: str, site: SiteAddress) -> str | None:
    match = _ADDRESS.fullmatch(source)
    if match is None:
        return None
    if match["name"]:
        return site.baseurl if match["name"] == "baseurl" else site.url
    path, applied = match["path"], match["filter"]
    if applied.startswith("prepend"):
        base = site.baseurl if "baseurl" in applied else ""
        return (site.url if "site.url" in applied else "") + base + path
    path = site.baseurl + "/" + path.lstrip("/")
    return site.url + path if applied == "absolute_url" else path
