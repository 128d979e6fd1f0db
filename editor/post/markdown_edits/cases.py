"""Letters large and small, in the words of a selection or in the word of the caret."""

import re
from collections.abc import Callable

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice, edit_carrying
from editor.post.markdown_edits.words import word_at

_FIRST = re.compile(r"(?<![\w’'])\w+")


def upper(lines: Lines, selection: Selection) -> Edit | None:
    """Write in capitals."""
    return _changed(lines, selection, str.upper)


def lower(lines: Lines, selection: Selection) -> Edit | None:
    """Write in small letters."""
    return _changed(lines, selection, str.lower)


def title(lines: Lines, selection: Selection) -> Edit | None:
    """Begin each word with a capital and leave its other letters."""
    return _changed(lines, selection, lambda text: _FIRST.sub(_with_capital, text))


def sentence(lines: Lines, selection: Selection) -> Edit | None:
    """Begin with a capital and go on in small letters."""
    return _changed(lines, selection, _as_sentence)


def _with_capital(found: re.Match[str]) -> str:
    return found[0][0].title() + found[0][1:]


def _as_sentence(text: str) -> str:
    return _FIRST.sub(_with_capital, text.lower(), count=1)


def _changed(lines: Lines, selection: Selection, change: Callable[[str], str]) -> Edit | None:
    start, end = _meant(lines, selection)
    splices = []
    for number in range(start.line, end.line + 1):
        line = lines.line(number) or ""
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(line)
        changed = change(line[first:last])
        if changed != line[first:last]:
            splices.append(Splice.within(number, (first, last), changed))
    edit = edit_carrying(splices, selection)
    if edit is None or not selection.is_empty:
        return _selecting(splices, selection)
    return Edit(edit.splices, selection)


def _selecting(splices: list[Splice], selection: Selection) -> Edit | None:
    """Keep the words selected whose length may have changed: ß becomes SS."""
    if not splices:
        return None
    end = selection.end
    if splices[-1].end == end:
        end = splices[-1].start.advanced(splices[-1].text)
    is_forward = selection.anchor <= selection.caret
    ends = (selection.start, end) if is_forward else (end, selection.start)
    return Edit(tuple(splices), Selection(*ends))


def _meant(lines: Lines, selection: Selection) -> tuple[Place, Place]:
    if not selection.is_empty:
        return selection.start, selection.end
    caret = selection.caret
    word = word_at(lines.line(caret.line) or "", caret.column)
    if word is None:
        return caret, caret
    return Place(caret.line, word[0]), Place(caret.line, word[1])
