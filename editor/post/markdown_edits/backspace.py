"""Backspace: an item's marker and an empty pair of marks go as a whole."""

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.pairs import take_back
from editor.post.markdown_edits.places import Edit, Selection, Splice
from editor.post.markdown_edits.shapes import is_code, shape


def backspace(lines: Lines, selection: Selection) -> Edit | None:
    """Take off what stands as a whole before the caret; None stands for a plain Backspace."""
    caret = selection.caret
    line = lines.line(caret.line)
    if line is None or not selection.is_empty:
        return None
    form = shape(line)
    if form.is_item and caret.column == form.text and not is_code(lines, caret.line):
        start = form.text - len(form.task) if form.task else form.number_at
        splice = Splice.within(caret.line, (start, form.text), "")
        return Edit((splice,), Selection(splice.start, splice.start))
    return take_back(lines, selection)
