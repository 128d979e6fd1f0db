"""The shape of a line as kramdown reads it: quote signs, an item's marker, a heading, code."""

import re
from dataclasses import dataclass

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines

TAB = 4
# How far an edit looks round for what a line belongs to; a longer list or code is rare.
REACH = 400
_SHAPE = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ ]?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<marker>[-*+]|\d{1,9}\.)(?P<gap>[ \t]+|$)(?P<task>\[[ xX]\](?:[ \t]+|$))?)?"
)
_RULE = re.compile(r"[ ]{0,3}([-*_])[ \t]*\1[ \t]*\1(?:\1|[ \t])*$")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_ALONE = re.compile(
    r"[ ]{0,3}(?:\{[:%].*\}[ \t]*$|\[[^\]]+\]:|\*\[[^\]]+\]:|:[ \t]|</?[A-Za-z!]|`{3}|~{3})"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold what stands before the words of a line; `text` is the column where they begin."""

    quote: str
    indent: str
    marker: str
    gap: str
    task: str
    text: int
    rest: str

    @property
    def is_item(self) -> bool:
        """Tell whether the line begins an item of a list."""
        return bool(self.marker)

    @property
    def is_numbered(self) -> bool:
        """Tell whether it begins an item with a number."""
        return self.marker[-1:] == "."

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing but quote signs and blanks stands there."""
        return not self.marker and not self.rest.strip(BLANKS)

    @property
    def depth(self) -> int:
        """Give how many quotes the line is in."""
        return self.quote.count(">")

    @property
    def width(self) -> int:
        """Give the width of the indent behind the quote signs."""
        return width(self.indent)

    @property
    def content(self) -> int:
        """Give how far what belongs to the item must be indented."""
        gap = width(self.gap)
        return self.width + len(self.marker) + (gap if 1 <= gap <= TAB else 1)

    @property
    def number_at(self) -> int:
        """Give the column where the marker begins."""
        return len(self.quote) + len(self.indent)

    @property
    def item_start(self) -> str:
        """Give the gap and box that a next item has."""
        return (self.gap or " ") + ("[ ] " if self.task else "")


def shape(line: str) -> Shape:
    """Give the shape of a line outside of code."""
    found = _SHAPE.match(line)
    quote, indent, marker, gap, task = (
        found.group("quote", "indent", "marker", "gap", "task") if found else ("",) * 5
    )
    if found is None or (marker and is_rule(line[len(quote) :])):
        marker = gap = task = None
    start = len(quote) + len(indent) + len(marker or "") + len(gap or "") + len(task or "")
    return Shape(quote, indent, marker or "", gap or "", task or "", start, line[start:])


def width(blanks: str) -> int:
    """Give the width of blanks and tabs at the start of a line."""
    return len(blanks.expandtabs(TAB))


def is_rule(line: str) -> bool:
    """Tell whether a line is a horizontal rule."""
    return _RULE.match(line) is not None


def heading_level(text: str) -> int:
    """Give the level of an ATX heading, 0 for other text."""
    found = _HEADING.match(text)
    return len(found[0]) if found is not None else 0


def begins_block(line: str) -> bool:
    """Tell whether a line begins a block of its own, whatever stands above it."""
    form = shape(line)
    if form.is_item or form.is_blank or is_rule(line[len(form.quote) :]):
        return True
    return heading_level(form.rest) > 0 or _ALONE.match(form.indent + form.rest) is not None


def is_code(lines: Lines, number: int) -> bool:
    """Tell whether a line lies in code or something else where Markdown is not read."""
    line = lines.line(number)
    if line is None:
        return False
    inside = lines.inside(number)
    if not inside.is_text or not inside.after(line).is_text:
        return True
    return _is_indented_code(lines, number, line)


def _is_indented_code(lines: Lines, number: int, line: str) -> bool:
    """Tell whether four blanks make code of a line: outside of an item, behind an empty line."""
    form = shape(line)
    if form.width < TAB:
        return False
    is_behind_blank = False
    for above_number in range(number - 1, max(-1, number - REACH), -1):
        above = shape(lines.line(above_number) or "")
        if above.is_blank or above.depth != form.depth:
            is_behind_blank = True
        elif above.is_item and above.width < form.width and above.content <= form.width:
            return not form.is_item and is_behind_blank and form.width - above.content >= TAB
        elif above.width < TAB:
            return is_behind_blank
    return True
