"""Join lines: with the next one, or all lines of the paragraphs of a selection."""

import unicodedata

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice, edit_carrying
from editor.post.markdown_edits.shapes import begins_block, is_code, shape


def join(lines: Lines, selection: Selection) -> Edit | None:
    """Make one line of this one and the next, or one of each selected paragraph."""
    chosen = selection.lines
    if len(chosen) == 1:
        splice = _joint(lines, chosen[0])
        if splice is None:
            return None
        seam = splice.start.advanced(splice.text) if splice.text else splice.start
        return Edit((splice,), Selection(seam, seam))
    splices = [
        splice
        for number in chosen[:-1]
        if _goes_on(lines, number) and (splice := _joint(lines, number)) is not None
    ]
    return edit_carrying(splices, selection)


def _goes_on(lines: Lines, number: int) -> bool:
    """Tell whether the paragraph of a line goes on in the next."""
    line, below = lines.line(number) or "", lines.line(number + 1) or ""
    if is_code(lines, number) or is_code(lines, number + 1):
        return False
    return not shape(line).is_blank and not begins_block(below)


def _joint(lines: Lines, number: int) -> Splice | None:
    line, below = lines.line(number), lines.line(number + 1)
    if line is None or below is None:
        return None
    end = len(line.rstrip(" \t"))
    start = len(below) - len(below.lstrip(" \t")) if is_code(lines, number) else shape(below).text
    left, right = line[:end], below[start:]
    if not right.strip(BLANKS):
        return Splice(Place(number, len(line)), Place(number + 1, len(below)), "")
    space = " " if left.strip(BLANKS) and not _is_unspaced(left[-1], right[0]) else ""
    if not left.strip(BLANKS):
        end = len(line)
    return Splice(Place(number, end), Place(number + 1, start), space)


def _is_unspaced(left: str, right: str) -> bool:
    """Tell whether two letters stand together without a blank, as in Chinese and Japanese."""
    return all(unicodedata.east_asian_width(char) in "WF" for char in (left, right))
