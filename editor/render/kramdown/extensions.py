"""Know kramdown's extensions: ``{::comment}``, ``{::nomarkdown}`` and ``{::options}``."""

import re
from dataclasses import dataclass

from editor.render.kramdown.attribute_lists import read_attributes
from editor.render.kramdown.boundaries import ID_NAME, UP_TO_3
from editor.render.kramdown.options import Options
from editor.render.kramdown.source import Source
from editor.render.kramdown.tree import AttributeList, Node

_START = re.compile(r"\{::([A-Za-z0-9_]+)(?=([ \t\n\v\f\r])|/?\})")
_STOP = r"\{{:/(?:{})?\}}"
_ANY_STOP = re.compile(_STOP.format(ID_NAME))
_REST_OF_LINE = re.compile(r"[ \t\r\f\v]*\n")
_FIXED = frozenset({"forbidden_inline_options", "input", "hard_wrap", "gfm_quirks", "link_defs"})
"""What a text cannot set itself: forbidden, or looked at only before the text is read."""
_KNOWN = frozenset({"comment", "nomarkdown", "options"})


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension with what it holds: None if its tag closes itself."""

    name: str
    attributes: AttributeList
    body: str | None
    end: int

    def node(self, *, inline: bool) -> Node | None:
        """Return what the extension puts into the text, if anything."""
        if self.body is None or self.name == "options":
            return None
        node = Node("comment" if self.name == "comment" else "raw", self.body)
        node.inline = inline
        node.formats = tuple(self.attributes.attributes.get("type", "").split())
        return node

    def apply_options(self, options: Options) -> Options:
        """Return ``options`` with those set that a text may set itself."""
        if self.name != "options":
            return options
        for key, value in self.attributes.attributes.items():
            if key not in options.forbidden_inline_options | _FIXED:
                options = options.with_value(key, value)
        return options


def looks_like_extension(text: str, pos: int) -> bool:
    """Tell whether an opening or closing tag may be at ``pos``, known or not."""
    return _START.match(text, pos) is not None or _ANY_STOP.match(text, pos) is not None


def read_extension(source: Source, pos: int, *, block: bool) -> Extension | None:
    """Read the extension whose tag is at ``pos``; None if it is unknown or not closed.

    As a block, its tags stand on lines of their own.
    """
    opening = _START.match(source.text, pos)
    if opening is None or opening[1] not in _KNOWN:
        return None
    tag_end = _end_of_tag(source, opening, block=block)
    if tag_end is None:
        return None
    inside = source.text[opening.end() : tag_end - 1]
    closed = inside.endswith("/")
    attributes = AttributeList()
    read_attributes(inside.removesuffix("/").removeprefix(opening[2] or ""), attributes)
    after = tag_end
    if block and (line := _REST_OF_LINE.match(source.text, tag_end)):
        after = line.end()
    if closed:
        return Extension(opening[1], attributes, None, after)
    stop = _find_stop(source, opening[1], after, block=block)
    if stop is None:
        return None
    body = source.text[after : stop[0]]
    return Extension(opening[1], attributes, body.removesuffix("\n") if block else body, stop[1])


def _end_of_tag(source: Source, opening: re.Match[str], *, block: bool) -> int | None:
    """Return the offset behind the tag's closing brace."""
    start = opening.end()
    if opening[2] is None:
        end = source.text.index("}", start) + 1
        ends_line = _REST_OF_LINE.match(source.text, end) is not None
        return end if ends_line or not block else None
    brace = source.block_end(start) if block else source.braces.span_end(start)
    return None if brace is None else brace + 1


def _find_stop(source: Source, name: str, start: int, *, block: bool) -> tuple[int, int] | None:
    """Return where the closing tag of ``name`` begins and ends."""
    if source.lacks("{:/", start):
        return None
    stop = _STOP.format(name)
    if block:
        stop = rf"^{UP_TO_3}{stop}[ \t\r\f\v]*\n"
    key = f"{stop} {block}"
    if source.known_missing(key, start):
        return None
    found = re.compile(stop, re.MULTILINE).search(source.text, start)
    if found is None:
        source.note_missing(key, start)
        return None
    return found.span()
