"""Read HTML that begins a line, and Markdown inside it where it is asked for."""

import re

from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.html_names import (
    COMMENT,
    Tag,
    read_closing_tag,
    span_elements,
)
from editor.render.kramdown.native_html import make_native
from editor.render.kramdown.raw_html import VERBATIM, open_element, read_raw_html, tag_at
from editor.render.kramdown.tree import Node

_START = re.compile(r"[ ]{0,3}<")
_REST_OF_LINE = re.compile(r"[ \t]*+\n")


def read_block_html(scanner: BlockScanner) -> bool:
    """Read a comment, an element that is no span, or the closing tag of the element around."""
    text, pos = scanner.text, scanner.pos
    begin = _START.match(text, pos)
    if begin is None:
        return False
    if text.startswith("<!--", pos) and _read_comment(scanner, scanner.tree):
        _skip_rest_of_line(scanner)
        return True
    at = begin.end() - 1
    if text.startswith("/", at + 1):
        return _read_closing_tag(scanner, at)
    tag = tag_at(scanner.source, at)
    if tag is None or tag.name.lower() in span_elements(scanner.options.release):
        return False
    scanner.pos = tag.end
    _read_elements(scanner, tag)
    return True


def _read_comment(scanner: BlockScanner, parent: Node) -> bool:
    if scanner.source.lacks("-->", scanner.pos + len("<!--")):
        return False
    found = COMMENT.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    parent.children.append(Node("html_comment", found[0]))
    return True


def _read_closing_tag(scanner: BlockScanner, at: int) -> bool:
    found = read_closing_tag(scanner.text, at)
    around = scanner.tree
    if found is None or around.kind != "html" or around.value != found[0].lower():
        return False
    if found[0].lower() in span_elements(scanner.options.release):
        return False
    scanner.pos = found[1]
    scanner.stopped = True
    return True


def _skip_rest_of_line(scanner: BlockScanner) -> None:
    found = _REST_OF_LINE.match(scanner.text, scanner.pos)
    if found is not None:
        scanner.pos = found.end()


def _read_elements(scanner: BlockScanner, tag: Tag) -> None:
    """Read an element and all that is in it."""
    outer = scanner.tree
    opened = open_element(scanner, outer, tag)
    if opened is not None:
        read_raw_html(scanner, opened)
    node = outer.children[-1]
    reads_on = tag.name not in VERBATIM and not node.closed
    if reads_on:
        _skip_rest_of_line(scanner)
    if scanner.options.html_to_native:
        make_native(node)
