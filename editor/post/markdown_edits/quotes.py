"""Quotes: a sign before each line of a paragraph or of a selection, or none."""

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Selection, Splice, edit_carrying
from editor.post.markdown_edits.shapes import REACH, begins_block, shape


def quote(lines: Lines, selection: Selection) -> Edit | None:
    """Quote the paragraph of the caret or the selected lines, or take one sign off each."""
    chosen = _chosen(lines, selection)
    if not (lines.inside(chosen[0]).is_text and lines.inside(chosen[-1] + 1).is_text):
        return None
    texts = [(number, lines.line(number) or "") for number in chosen]
    filled = [text for _, text in texts if text.strip(BLANKS)]
    if not filled:
        return edit_carrying([Splice.within(chosen[0], (0, 0), "> ")], selection)
    if all(shape(text).depth for text in filled):
        return edit_carrying(
            [_unquoted(number, text) for number, text in texts if text], selection
        )
    return edit_carrying([_quoted(number, text) for number, text in texts], selection)


def _chosen(lines: Lines, selection: Selection) -> range:
    """Give the selected lines; a caret alone stands for its paragraph."""
    chosen = selection.lines
    if not selection.is_empty or shape(lines.line(chosen[0]) or "").is_blank:
        return chosen
    first, last = chosen[0], chosen[-1]
    while first > chosen[0] - REACH and not _begins(lines, first):
        first -= 1
    while last < chosen[-1] + REACH and not _begins(lines, last + 1):
        last += 1
    return range(first, last + 1)


def _begins(lines: Lines, number: int) -> bool:
    """Tell whether a paragraph can begin with this line, or none goes on in it."""
    line, above = lines.line(number), lines.line(number - 1)
    if line is None or above is None:
        return True
    return begins_block(line) or shape(above).is_blank or shape(line).depth != shape(above).depth


def _quoted(number: int, text: str) -> Splice:
    return Splice.within(number, (0, 0), "> " if text.strip(BLANKS) else ">")


def _unquoted(number: int, text: str) -> Splice:
    sign = text.find(">")
    if sign < 0:
        return Splice.within(number, (0, 0), "")
    end = sign + 2 if text[sign + 1 : sign + 2] == " " else sign + 1
    return Splice.within(number, (sign, end), "")
