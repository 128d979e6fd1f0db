"""Headings: a level, one more, one less, or plain text again."""

import re
from collections.abc import Callable

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import (
    Edit,
    EditFunction,
    Place,
    Selection,
    Splice,
    edit_carrying,
)
from editor.post.markdown_edits.shapes import heading_level, is_code, is_rule, shape

_DEEPEST = 6
# A post's title is its only heading of the first level.
_FIRST_IN_A_POST = 2
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_CLOSING = re.compile(r"[ \t]+#+(?=[ \t]*$)")


def heading(level: int) -> EditFunction:
    """Give the edit that makes headings of `level` (1-6), or plain text of those that are."""

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        levels = [_level(lines, number) for number in _headable(lines, selection)]
        wanted = 0 if levels and all(each == level for each in levels) else level
        return _with_levels(lines, selection, lambda _now: wanted)

    return edit


def larger(lines: Lines, selection: Selection) -> Edit | None:
    """Raise headings by a level; plain text becomes the largest heading of a post's sections."""
    return _with_levels(lines, selection, _raised)


def smaller(lines: Lines, selection: Selection) -> Edit | None:
    """Lower headings by a level; below the last one they are plain text."""
    return _with_levels(lines, selection, _lowered)


def _raised(level: int) -> int:
    return max(1, level - 1) if level else _FIRST_IN_A_POST


def _lowered(level: int) -> int:
    return (level + 1) % (_DEEPEST + 1) if level else 0


def _with_levels(lines: Lines, selection: Selection, wanted: Callable[[int], int]) -> Edit | None:
    splices: list[Splice] = []
    for number in _headable(lines, selection):
        now = _level(lines, number)
        if wanted(now) != now:
            splices += _changed(lines, number, wanted(now))
    return edit_carrying(splices, selection)


def _headable(lines: Lines, selection: Selection) -> list[int]:
    """Give the lines that are headings or text that can become one."""
    if selection.is_empty and shape(lines.line(selection.caret.line) or "").is_blank:
        return [] if is_code(lines, selection.caret.line) else [selection.caret.line]
    return [number for number in selection.lines if _is_headable(lines, number)]


def _is_headable(lines: Lines, number: int) -> bool:
    line = lines.line(number) or ""
    form = shape(line)
    if form.is_item or form.is_blank or form.indent or is_code(lines, number):
        return False
    if is_rule(form.rest) or form.rest.lstrip(BLANKS).startswith(("|", "{:", "{%", "[^", "<!--")):
        return False
    return not (_is_underline(form.rest) and _underlined_level(lines, number - 1))


def _level(lines: Lines, number: int) -> int:
    return heading_level(shape(lines.line(number) or "").rest) or _underlined_level(lines, number)


def _underlined_level(lines: Lines, number: int) -> int:
    """Give the level of text that the line below underlines, 0 where it does not."""
    form, below = shape(lines.line(number) or ""), lines.line(number + 1) or ""
    if (
        form.is_blank
        or form.is_item
        or heading_level(form.rest)
        or not below.startswith(form.quote)
    ):
        return 0
    underline = below[len(form.quote) :]
    if not _is_underline(underline):
        return 0
    return 1 if underline[0] == "=" else 2


def _is_underline(text: str) -> bool:
    return _UNDERLINE.match(text) is not None


def _changed(lines: Lines, number: int, level: int) -> list[Splice]:
    form = shape(lines.line(number) or "")
    now = heading_level(form.rest)
    signs = "#" * level + " " if level else ""
    blanks = len(form.rest[now:]) - len(form.rest[now:].lstrip(BLANKS))
    splices = [Splice.within(number, (form.text, form.text + now + blanks), signs)]
    if now and (closing := _CLOSING.search(form.rest)) is not None and closing.start() > now:
        columns = (form.text + closing.start(), form.text + closing.end())
        splices.append(Splice.within(number, columns, ""))
    if not now and _underlined_level(lines, number):
        end = len(lines.line(number) or "")
        underline = lines.line(number + 1) or ""
        splices.append(Splice(Place(number, end), Place(number + 1, len(underline)), ""))
    return splices
