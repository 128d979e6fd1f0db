"""Comments: what only the source shows."""

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import (
    Edit,
    Place,
    Selection,
    Splice,
    carried,
    edit_carrying,
)
from editor.post.markdown_edits.shapes import REACH, is_code, shape
from editor.post.markdown_edits.verbatim import Kind

_OPEN, _CLOSE = "<!--", "-->"


def comment(lines: Lines, selection: Selection) -> Edit | None:
    """Make the selected text, or the line, a comment; or take a comment's marks off."""
    around = _around(lines, selection)
    if around is not None:
        return edit_carrying(_bare(lines, *around), selection)
    start, end = _chosen(lines, selection)
    if start == end or _touches_code(lines, start.line, end.line):
        return None
    if any(mark in _text(lines, start, end) for mark in (_OPEN, _CLOSE)):
        return None
    splices = [Splice.insertion(start, f"{_OPEN} "), Splice.insertion(end, f" {_CLOSE}")]
    if selection.is_empty and selection.caret == end:
        inner = carried(end, splices, is_after=False)
        return Edit(tuple(splices), Selection(inner, inner))
    return edit_carrying(splices, selection)


def _chosen(lines: Lines, selection: Selection) -> tuple[Place, Place]:
    """Give the words meant: the selected ones, or those of the line."""
    last = selection.lines[-1]
    end = selection.end if selection.end.line == last else Place(last, len(lines.line(last) or ""))
    start = selection.start
    if selection.is_empty:
        line = lines.line(last) or ""
        start, end = Place(last, shape(line).text), Place(last, len(line.rstrip(BLANKS)))
    return start, max(start, end)


def _touches_code(lines: Lines, first: int, last: int) -> bool:
    return is_code(lines, first) or is_code(lines, last)


def _text(lines: Lines, start: Place, end: Place) -> str:
    texts = [lines.line(number) or "" for number in range(start.line, end.line + 1)]
    texts[-1] = texts[-1][: end.column]
    texts[0] = texts[0][start.column :]
    return "\n".join(texts)


def _around(lines: Lines, selection: Selection) -> tuple[Place, Place] | None:
    """Give where the marks of the comment stand that a selection lies in or is."""
    start = _opener(lines, selection)
    if start is None:
        return None
    for number in range(start.line, start.line + REACH):
        line = lines.line(number)
        if line is None:
            return None
        column = line.find(_CLOSE, start.column + len(_OPEN) if number == start.line else 0)
        if column >= 0:
            end = Place(number, column + len(_CLOSE))
            return (start, Place(number, column)) if selection.end <= end else None
    return None


def _opener(lines: Lines, selection: Selection) -> Place | None:
    number, limit = selection.start.line, selection.start.column
    line = lines.line(number) or ""
    if lines.inside(number).kind is Kind.FENCE:
        return None
    is_whole_line = selection.is_empty and line.strip(BLANKS).startswith(_OPEN)
    column = line.find(_OPEN) if is_whole_line else line.rfind(_OPEN, 0, limit + len(_OPEN))
    if column >= 0 and (is_whole_line or line.find(_CLOSE, column, max(0, limit)) < 0):
        return Place(number, column)
    if lines.inside(number).kind is not Kind.COMMENT:
        return None
    for each in range(number - 1, max(-1, number - REACH), -1):
        column = (lines.line(each) or "").rfind(_OPEN)
        if column >= 0:
            return Place(each, column)
    return None


def _bare(lines: Lines, start: Place, end: Place) -> list[Splice]:
    """Take the marks off, with the one blank that stands on their inner sides."""
    first, last = lines.line(start.line) or "", lines.line(end.line) or ""
    after = start.column + len(_OPEN)
    before = end.column
    if first[after : after + 1] == " ":
        after += 1
    if last[before - 1 : before] == " " and (start.line < end.line or before > after):
        before -= 1
    return [
        Splice.within(start.line, (start.column, after), ""),
        Splice.within(end.line, (before, end.column + len(_CLOSE)), ""),
    ]
