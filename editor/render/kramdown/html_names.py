"""Know HTML's elements as kramdown does, and read one tag."""

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from editor.render.kramdown.options import Release
from editor.render.kramdown.tree import Model


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCK_MODEL = _names(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption "
    "footer form header hgroup iframe li main map menu nav noscript object section summary td"
)
_SPAN_MODEL = _names(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label "
    "legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt"
)
_RAW_MODEL = _names("script style math option textarea pre code kbd samp var")

CONTENT_MODELS: Mapping[str, Model] = {
    **dict.fromkeys(_BLOCK_MODEL, "block"),
    **dict.fromkeys(_SPAN_MODEL, "span"),
    **dict.fromkeys(_RAW_MODEL, "raw"),
}
"""How the inside of an element is read where Markdown is asked for; all others are raw."""

SPAN_ELEMENTS = _names(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark "
    "option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var"
)
BLOCK_ELEMENTS = _names(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset "
    "figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu "
    "li main map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul"
)
EMPTY_ELEMENTS = _names(
    "area base br col command embed hr img input keygen link meta param source track wbr"
)
ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | EMPTY_ELEMENTS | frozenset(CONTENT_MODELS)

_SPACE = r"[ \t\n\v\f\r]"
_PART = r"[[:alpha:]_][[:alpha:]\p{Nd}._-]*+"
NAME = rf"{_PART}(?::{_PART})?+"
"""A tag or attribute name, for the ``regex`` module."""

_VALUE = rf"""{_SPACE}*+={_SPACE}*+(?:\p{{Word}}++|"[^"]*+"|'[^']*+')"""
_OPENING = rf"<({NAME})((?:{_SPACE}++{NAME}(?:{_VALUE})?+)*+){_SPACE}*+(/)?"
_TAG = regex.compile(rf"{_OPENING}>")
_TAG_SO_FAR = regex.compile(_OPENING)
_CLOSING_TAG = regex.compile(rf"</({NAME}){_SPACE}*+>")
_ATTRIBUTE = regex.compile(
    rf"""({NAME})(?:{_SPACE}*+={_SPACE}*+(?:(\p{{Word}}++)|"([^"]*+)"|'([^']*+)'))?+"""
)
COMMENT = regex.compile(r"<!--(.*?)-->", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag: its name as typed, its attributes, whether it closes itself, its end."""

    name: str
    attributes: dict[str, str]
    closed: bool
    end: int


def read_tag(text: str, start: int) -> Tag | None:
    """Read the opening tag that begins at ``start``; known elements come in lower case."""
    found = _TAG.match(text, start)
    if found is None:
        return None
    name = known_name(found[1])
    attributes: dict[str, str] = {}
    for key, bare, double, single in _ATTRIBUTE.findall(found[2]):
        attributes[key.lower() if name in ELEMENTS else key] = bare or double or single
    return Tag(name, attributes, found[3] is not None, found.end())


def end_of_broken_tag(text: str, start: int) -> int:
    """Return the end of what was looked at before the tag at ``start`` was found to be none."""
    found = _TAG_SO_FAR.match(text, start)
    end = start + 1 if found is None else found.end()
    # Behind the sign there may be a quote mark, whose partner may be anywhere.
    return len(text) if text.startswith("=", end) else end + 1


def read_closing_tag(text: str, start: int) -> tuple[str, int] | None:
    """Return name and end of the closing tag that begins at ``start``."""
    found = _CLOSING_TAG.match(text, start)
    return (found[1], found.end()) if found else None


def known_name(name: str) -> str:
    """Return ``name`` in lower case if HTML knows it, else as it is."""
    lower = name.lower()
    return lower if lower in ELEMENTS else name


def span_elements(release: Release) -> frozenset[str]:
    """Return the elements that never begin a block; kramdown 2.5 added ``<time>``."""
    return SPAN_ELEMENTS | {"time"} if release == "2.5" else SPAN_ELEMENTS
