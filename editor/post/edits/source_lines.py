"""Find the lines of a YAML text that a node takes up.

A line ends where libyaml ends it: at LF, CR, CRLF, and at U+0085, U+2028 and U+2029.
"""

import re
from collections.abc import Iterator
from typing import Final

from editor.post.yaml_nodes import Mapping, Node, Scalar, Sequence
from editor.post.yaml_text import LINE_BREAKS

BLANKS: Final = " \t"
_LINE_END = re.compile(f"\r\n|[{LINE_BREAKS}]")
_PROPERTIES = re.compile(rf"(?:[!&]\S*|\s+|#[^{LINE_BREAKS}]*)*")
_HEADER = re.compile(r"[|>][-+1-9]*")


def line_start(text: str, at: int) -> int:
    """Give where the line that holds `at` begins."""
    start = text.rfind("\n", 0, at) + 1
    return max(text.rfind(end, start, at) + 1 or start for end in LINE_BREAKS)


def line_end(text: str, at: int) -> int:
    """Give where the line that holds `at` ends, before its line end."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def after_line(text: str, at: int) -> int:
    """Give where the line after the one that holds `at` begins."""
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def after_lines(text: str, end: int) -> int:
    """Give where the lines that end at `end` are over; `end` itself where a line begins."""
    return end if end and text[end - 1] in LINE_BREAKS else after_line(text, end)


def skip_blanks(text: str, at: int) -> int:
    """Give the next place that holds neither a space nor a tab."""
    while text[at : at + 1] in {" ", "\t"}:
        at += 1
    return at


def column(text: str, at: int) -> int:
    """Count the characters before `at` on its line."""
    return at - line_start(text, at)


def content_start(text: str, node: Node) -> int:
    """Give where a node itself begins, after its tag and its anchor."""
    if isinstance(node, Scalar | Sequence | Mapping) and (node.tag or node.anchor):
        found = _PROPERTIES.match(text, node.start, node.end)
        return found.end() if found else node.start
    return node.start


def header_end(text: str, block: Scalar) -> int:
    """Give where the `|` or `>` of a block scalar ends, with its indicators."""
    header = _HEADER.match(text, content_start(text, block))
    return header.end() if header else block.start


def content_end(text: str, node: Node) -> int:
    """Give where a node ends, without blank lines that are no part of it.

    libyaml lets a block scalar end after the blank lines that follow it; they belong to it only
    where its header says `+`, or where they are indented deeper than its text.
    """
    if isinstance(node, Sequence | Mapping) and not node.flow:
        parts = node.items if isinstance(node, Sequence) else node.pairs[-1]
        return content_end(text, parts[-1])
    if not isinstance(node, Scalar) or not node.is_block:
        return node.end
    if "+" in text[content_start(text, node) : header_end(text, node)]:
        return node.end
    width = len(block_indent(text, node))
    end = after_line(text, header_end(text, node))
    for start, line in block_lines(text, node):
        if line.strip(BLANKS) or len(line) > width:
            end = after_line(text, start)
    return end


def block_lines(text: str, block: Scalar) -> Iterator[tuple[int, str]]:
    """Give the lines under the header of a block scalar, with their places."""
    at = after_line(text, header_end(text, block))
    while at < block.end:
        yield at, text[at : line_end(text, at)]
        at = after_line(text, at)


def block_indent(text: str, block: Scalar) -> str:
    """Give the indentation of a block scalar's text: that of its first line with content."""
    for _, line in block_lines(text, block):
        if line.strip(BLANKS):
            return line[: skip_blanks(line, 0)]
    return ""
