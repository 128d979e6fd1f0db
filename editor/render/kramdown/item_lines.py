"""Know which lines belong to an item of a list or a definition."""

import re
from dataclasses import dataclass
from functools import lru_cache

import regex

from editor.render.kramdown.attribute_lists import read_attributes
from editor.render.kramdown.boundaries import (
    ANY_ATTRIBUTE_CHARS,
    HTML_OR_LIST,
    ID_NAME,
    broken_list,
)
from editor.render.kramdown.characters import SPACE
from editor.render.kramdown.source import Source
from editor.render.kramdown.tree import Node

_TAB = 4
_IAL = rf"[ \t\n\v\f\r]*(?:\{{:(?!(?:{ID_NAME})?:|/)({ANY_ATTRIBUTE_CHARS}+)\}})[ \t\n\v\f\r]*"
_ITEM_ATTRIBUTES = re.compile(_IAL)
_NOTHING_ELSE = re.compile(rf"(?:{_IAL})?[ \t\n\v\f\r]*\n\Z")
_LEADING_TABS = re.compile(r"([ ]*)(\t+)")
_LINE = regex.compile(r"[^\n]*\n")
_LINE_TABS = re.compile(r"\t+")


@dataclass(frozen=True, slots=True)
class ItemShape:
    """Where the text of an item begins, and the lines that go on with it.

    ``content`` matches a line that is indented so far, ``lazy`` one that just follows.
    """

    indent: int
    content: regex.Pattern[str]
    lazy: regex.Pattern[str]

    def line(self, source: Source, pos: int, *, lazy: bool) -> str | None:
        """Return the line at ``pos`` if it goes on with the item; with ``lazy`` unindented too."""
        found = self.content.match(source.text, pos)
        if found is None and lazy:
            found = self.lazy.match(source.text, pos)
            if found is None and broken_list(source, pos):
                found = _LINE.match(source.text, pos)
        return None if found is None else found[0]

    def unindent(self, line: str) -> tuple[str, bool]:
        """Return ``line`` without the item's indentation, and whether it had it."""
        tabs = _LINE_TABS.match(line)
        if tabs is not None:
            line = " " * _TAB * len(tabs[0]) + line[tabs.end() :]
        blanks = " " * self.indent
        if line.startswith(blanks):
            return line[self.indent :], True
        return line, False


@lru_cache(maxsize=256)
def item_shape(indent: int) -> ItemShape:
    """Return the shape of an item whose text begins in column ``indent``."""
    stops, blanks = divmod(indent, _TAB)
    step = r"(?:\t|[ ]{4})"
    filled = r"[^\n]*[^ \t\r\f\v\n][^\n]*\n"
    return ItemShape(
        indent,
        regex.compile(rf"(?:{step}{{{stops}}}[ ]{{{blanks}}}|{step}{{{stops + 1}}}){filled}"),
        regex.compile(rf"(?![ ]{{0,{min(indent, 3)}}}{HTML_OR_LIST}){filled}"),
    )


def first_line(marker_width: int, content: str) -> tuple[str, ItemShape]:
    """Return the text behind a marker, and the shape it gives to the item.

    An attribute list alone, or nothing at all, makes an item that is indented by four.
    """
    if _NOTHING_ELSE.match(content):
        return content.lstrip(SPACE), item_shape(_TAB)
    while tabs := _LEADING_TABS.match(content):
        column = len(tabs[1]) + marker_width
        width = _TAB - column % _TAB + (len(tabs[2]) - 1) * _TAB
        content = tabs[1] + " " * width + content[tabs.end() :]
    indent = marker_width + len(content) - len(content.lstrip(" "))
    return content.lstrip(SPACE), item_shape(indent)


def take_attributes(node: Node, text: str) -> str:
    """Move the attribute list at the start of an item's ``text`` to ``node``."""
    found = _ITEM_ATTRIBUTES.match(text)
    if found is None:
        return text
    read_attributes(found[1], node.ensure_attribute_list())
    return text[found.end() :]
