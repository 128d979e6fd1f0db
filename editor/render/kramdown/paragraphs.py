"""Read paragraphs, and quotes, which swallow their lazy lines like paragraphs."""

import re

import regex

from editor.render.kramdown import boundaries
from editor.render.kramdown.block_scanner import MAX_DEPTH, BlockScanner
from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.tree import Node, add_raw_text

_QUOTE_MARK = re.compile(r"^[ ]{0,3}> ?", re.MULTILINE)


def read_paragraph(scanner: BlockScanner) -> bool:
    """Read a paragraph of plain kramdown: it goes on to the next blank line."""
    return _read(scanner, boundaries.PARAGRAPH_LINES)


def read_paragraph_gfm(scanner: BlockScanner) -> bool:
    """Read a paragraph that lists, headings, quotes and fences may interrupt."""
    return _read(scanner, boundaries.PARAGRAPH_LINES_GFM)


def _read(scanner: BlockScanner, lines: regex.Pattern[str]) -> bool:
    text, start = scanner.text, scanner.pos
    scanner.pos = boundaries.take_lines(scanner.source, start, lines)
    content = text[start : scanner.pos].rstrip(STRIPPED)
    children = scanner.tree.children
    if children and children[-1].kind == "p":
        _join(children[-1], content, hard=text.endswith("  \n", 0, start))
        children[-1].last_line = scanner.source.last_line(start, scanner.pos)
    else:
        paragraph = scanner.new_block("p")
        children.append(paragraph)
        add_raw_text(paragraph, content.lstrip(STRIPPED))
    return True


def _join(paragraph: Node, content: str, *, hard: bool) -> None:
    """Continue a paragraph that was ended by the beginning of a block that was none."""
    goes_on = bool(paragraph.children) and paragraph.children[-1].kind == "raw_text"
    joiner = ("  \n" if hard else "\n") if goes_on else ""
    add_raw_text(paragraph, joiner + content)


def read_quote(scanner: BlockScanner) -> bool:
    """Read a block quote with its lazy lines; the next quote after a blank line is another one."""
    if scanner.depth > MAX_DEPTH:
        return False
    start = scanner.pos
    scanner.pos = boundaries.take_lines(scanner.source, start, boundaries.LAZY_LINES)
    lines = scanner.text[start : scanner.pos]
    quote = scanner.new_block("blockquote")
    scanner.tree.children.append(quote)
    scanner.read_inside(quote, _QUOTE_MARK.sub("", lines), scanner.source.line_at(start))
    return True
