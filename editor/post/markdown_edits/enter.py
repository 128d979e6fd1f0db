"""Enter: the next item of a list, the next line of a quote or of code, or an end to them."""

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.items import outer_item
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.numbering import counted_on, next_marker
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.shapes import Shape, is_code, shape


def enter(lines: Lines, selection: Selection) -> Edit | None:
    """Begin the next line as this one began; an empty item or quote ends instead.

    None stands for a plain new line.
    """
    caret = selection.start
    line = lines.line(caret.line) or ""
    if is_code(lines, caret.line):
        return _indented(line, selection)
    form = shape(line)
    if caret.column < form.text:
        return None
    if form.is_item:
        is_empty = selection.is_empty and not form.rest.strip(BLANKS)
        return _ended(lines, caret, form) if is_empty else _next_item(lines, selection, form)
    if form.quote and form.is_blank and selection.is_empty:
        return _with_prefix(line, caret, _outer_quote(form.quote))
    return _begun(selection, form.quote + form.indent) if form.quote + form.indent else None


def line_break(lines: Lines, selection: Selection) -> Edit | None:
    """Break the line within its paragraph or item; None stands for a plain new line."""
    caret = selection.start
    line = lines.line(caret.line) or ""
    if is_code(lines, caret.line):
        return _indented(line, selection)
    form = shape(line)
    if caret.column < form.text or form.is_blank:
        return None
    indent = " " * form.content if form.is_item else form.indent
    blanks = len(line[: caret.column]) - len(line[: caret.column].rstrip(" "))
    hard = " " * max(0, 2 - blanks)
    return _begun(selection, form.quote + indent, hard=hard)


def _begun(selection: Selection, prefix: str, hard: str = "") -> Edit:
    text = f"{hard}\n{prefix}"
    behind = selection.start.advanced(text)
    splice = Splice(selection.start, selection.end, text)
    return Edit((splice,), Selection(behind, behind))


def _indented(line: str, selection: Selection) -> Edit | None:
    """Begin the next line of code as deep as this one."""
    indent = line[: len(line) - len(line.lstrip(" \t"))][: selection.start.column]
    return _begun(selection, indent) if indent else None


def _next_item(lines: Lines, selection: Selection, form: Shape) -> Edit:
    """Begin the next item; a blank behind the caret becomes the one behind its marker."""
    start, end = selection.start, selection.end
    marker = next_marker(lines, start.line, form)
    gap = form.item_start
    if gap == " " and (lines.line(end.line) or "")[end.column :].startswith(" "):
        gap = ""
    text = f"\n{form.quote}{form.indent}{marker}{gap}"
    others = counted_on(lines, end.line + 1, form, marker)
    behind = start.advanced(text if gap else text + " ")
    return Edit((Splice(start, end, text), *others), Selection(behind, behind))


def _ended(lines: Lines, caret: Place, form: Shape) -> Edit:
    """Go from an empty item to the list around, or out of the outermost one."""
    line = lines.line(caret.line) or ""
    outer = outer_item(lines, caret.line, form)
    if outer is None:
        return _with_prefix(line, caret, form.quote)
    number, parent = outer
    marker = next_marker(lines, number, parent)
    edit = _with_prefix(line, caret, f"{form.quote}{parent.indent}{marker}{parent.item_start}")
    others = counted_on(lines, caret.line + 1, parent, marker)
    return Edit((*edit.splices, *others), edit.selection)


def _with_prefix(line: str, caret: Place, prefix: str) -> Edit:
    splice = Splice.within(caret.line, (0, len(line)), prefix)
    return Edit((splice,), Selection.at(caret.line, len(prefix)))


def _outer_quote(quote: str) -> str:
    outer = quote[: quote.rindex(">")]
    return outer if not outer or outer.endswith(" ") else f"{outer} "
