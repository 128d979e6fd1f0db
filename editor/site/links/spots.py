"""Find every place of a text where an address stands that a reader can follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from editor.post import frame
from editor.site.links.regions import code_regions, raw_regions

_LIQUID: Final = r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}"
_TAG = re.compile(r"\{%-?\s*(?P<tag>post_url|link)\s+(?P<at>[^%{}]+?)\s*-?%\}")
_IN_ANGLES = re.compile(r"\]\(\s*<(?P<at>[^<>\n]+)>")
_INLINE = re.compile(rf"\]\(\s*(?P<at>(?:{_LIQUID}|[^\s()<>]|\([^\s()]*\))+)")
_REFERENCE = re.compile(
    rf"^[ ]{{0,3}}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<at>(?:{_LIQUID}|[^\s<>])+)>?", re.MULTILINE
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:href|src|poster|cite|action)\s*=\s*"""
    r"""(?:"(?P<double>[^"<>]+)"|'(?P<single>[^'<>]+)'|(?P<bare>[^\s"'<>{}]+))"""
)
_OTHER_ATTRIBUTE = re.compile(r"""(?<![\w-])(?:srcset|content|data-[\w-]+)\s*=\s*(["'])(.*?)\1""")
_IN_LIQUID = re.compile(_LIQUID, re.DOTALL)
_QUOTED = re.compile(r""""([^"\n]+)"|'([^'\n]+)'""")
_ABSOLUTE = re.compile(r"""(?:https?:)?//[^\s<>"'\])|,;]+""")
_WORD = re.compile(r"""[^\s"'\[\]{},|>]+""")
_TOP_KEY = re.compile(r"""^["']?([\w-]+)["']?[ \t]*:""", re.MULTILINE)
_OWN_ADDRESSES: Final = frozenset({"permalink", "redirect_from", "slug", "date"})
"""Fields that say where a page itself shows."""


class Kind(Enum):
    """Say how an address is written."""

    POST_URL = "post_url"
    LINK = "link"
    MARKDOWN = "Markdown"
    REFERENCE = "reference"
    HTML = "HTML"
    LIQUID = "Liquid"
    PLAIN = "plain"
    FIELD = "field"


_INNER: Final = frozenset({Kind.POST_URL, Kind.LINK, Kind.LIQUID})


@dataclass(frozen=True, slots=True)
class LinkSpot:
    """Hold an address in a text: from where to where, and how it is written.

    `in_angles` tells a Markdown address between `<` and `>`, which may hold parentheses.
    """

    start: int
    end: int
    kind: Kind
    in_angles: bool = False


def spots_in(text: str, *, is_markdown: bool) -> list[LinkSpot]:
    """Find the links in the text of a post, page, include or layout, in order; none overlap."""
    found = frame.find(text.removeprefix("\ufeff"))
    start = 0 if found is None else found.end + text.startswith("\ufeff")
    code = code_regions(text, start) if is_markdown else raw_regions(text)
    spots = [*_fields(text[:start]), *_tags(text)]
    spots += [spot for spot in _body(text, start) if not code.hold(spot.start)]
    return _without_overlaps(spots)


def spots_in_data(text: str) -> list[LinkSpot]:
    """Find what may be links in a data file (YAML, JSON or CSV)."""
    return [LinkSpot(*match.span(), Kind.FIELD) for match in _WORD.finditer(text)]


def _tags(text: str) -> Iterator[LinkSpot]:
    raw = raw_regions(text)
    for match in _TAG.finditer(text):
        if not raw.hold(match.start()):
            yield LinkSpot(*match.span("at"), Kind(match["tag"]))


def _fields(front_matter: str) -> Iterator[LinkSpot]:
    """Find the words of the front matter that may be addresses, but for the page's own."""
    tops = [(match.start(), match[1]) for match in _TOP_KEY.finditer(front_matter)]
    ends = [start for start, _ in tops[1:]] + [len(front_matter)]
    for (start, key), end in zip(tops, ends, strict=False):
        if key not in _OWN_ADDRESSES:
            for match in _WORD.finditer(front_matter, start + len(key) + 1, end):
                yield LinkSpot(*match.span(), Kind.FIELD)


def _body(text: str, start: int) -> Iterator[LinkSpot]:
    yield from _markdown(text, start)
    yield from _html(text, start)
    for liquid in _IN_LIQUID.finditer(text, start):
        for match in _QUOTED.finditer(text, *liquid.span()):
            yield LinkSpot(*match.span(match.lastindex or 1), Kind.LIQUID)
    for match in _ABSOLUTE.finditer(text, start):
        end = match.start() + len(match[0].rstrip(".:!?*_"))
        yield LinkSpot(match.start(), end, Kind.PLAIN)


def _markdown(text: str, start: int) -> Iterator[LinkSpot]:
    for match in _IN_ANGLES.finditer(text, start):
        yield LinkSpot(*match.span("at"), Kind.MARKDOWN, in_angles=True)
    for match in _INLINE.finditer(text, start):
        yield LinkSpot(*match.span("at"), Kind.MARKDOWN)
    for match in _REFERENCE.finditer(text, start):
        yield LinkSpot(*match.span("at"), Kind.REFERENCE)


def _html(text: str, start: int) -> Iterator[LinkSpot]:
    for match in _ATTRIBUTE.finditer(text, start):
        yield LinkSpot(*match.span(match.lastgroup or 0), Kind.HTML)
    for other in _OTHER_ATTRIBUTE.finditer(text, start):
        for match in _WORD.finditer(text, *other.span(2)):
            yield LinkSpot(*match.span(), Kind.FIELD)


def _without_overlaps(spots: list[LinkSpot]) -> list[LinkSpot]:
    """Keep one of spots that overlap: a tag or a text of Liquid in an address rules over it."""
    kept: list[LinkSpot] = []
    for spot in sorted(spots, key=lambda each: (each.start, -each.end)):
        while kept and spot.start < kept[-1].end and spot.kind in _INNER:
            kept.pop()
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept
