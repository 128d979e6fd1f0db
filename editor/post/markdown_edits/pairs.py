"""Pairs of signs: set round a selection as one types, taken off together when empty."""

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import (
    Edit,
    EditFunction,
    Place,
    Selection,
    Splice,
)

PAIRS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "*": "*",
    "_": "_",
    "~": "~",
    "`": "`",
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "„": "“",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "（": "）",
}
_EMPTIED = ("**", "~~", "*", "`")


def surround(sign: str) -> EditFunction:
    """Give the edit that sets `sign` and what closes it round the selected words.

    The words stay selected, so that a second star makes them strong.
    """

    def edit(_lines: Lines, selection: Selection) -> Edit | None:
        if selection.is_empty or sign not in PAIRS:
            return None
        start, end = selection.start, selection.end
        splices = (Splice.insertion(start, sign), Splice.insertion(end, PAIRS[sign]))
        inner = start.advanced(sign)
        last = Place(end.line, end.column + (len(sign) if end.line == start.line else 0))
        is_forward = selection.anchor <= selection.caret
        return Edit(splices, Selection(inner, last) if is_forward else Selection(last, inner))

    return edit


def take_back(lines: Lines, selection: Selection) -> Edit | None:
    """Delete both of two marks with nothing between them; None stands for a plain Backspace."""
    caret = selection.caret
    line = lines.line(caret.line) or ""
    if not selection.is_empty:
        return None
    for mark in _EMPTIED:
        size = len(mark)
        left, right = line[: caret.column], line[caret.column :]
        if not (left.endswith(mark) and right.startswith(mark)):
            continue
        if left[:-size].endswith(mark[0]) or right[size:].startswith(mark[0]):
            return None
        splice = Splice.within(caret.line, (caret.column - size, caret.column + size), "")
        return Edit((splice,), Selection(splice.start, splice.start))
    return None
