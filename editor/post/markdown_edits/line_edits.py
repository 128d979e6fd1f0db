"""Whole lines: doubled, deleted, joined."""

from editor.post.markdown_edits.items import item_above
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.numbering import renumbered, value
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.shapes import shape


def duplicate(lines: Lines, selection: Selection) -> Edit | None:
    """Set the selected words, or the lines where several are touched, a second time behind."""
    start, end = selection.start, selection.end
    line = lines.line(start.line) or ""
    if not selection.is_empty and start.line == end.line:
        text = line[start.column : end.column]
        return Edit(
            (Splice.insertion(end, text),),
            _both(selection, 0, len(text)),
        )
    chosen = selection.lines
    texts = [lines.line(number) or "" for number in chosen]
    last = Place(chosen[-1], len(texts[-1]))
    splice = Splice.insertion(last, "\n" + "\n".join(texts))
    return Edit((splice,), _both(selection, len(chosen), 0))


def delete(lines: Lines, selection: Selection) -> Edit | None:
    """Delete the lines that a selection touches."""
    first, last = selection.lines[0], selection.lines[-1]
    end = Place(last, len(lines.line(last) or ""))
    column = selection.caret.column
    if (below := lines.line(last + 1)) is not None:
        splice = Splice(Place(first, 0), Place(last + 1, 0), "")
        others = _closed_up(lines, first, last)
        return Edit((splice, *others), Selection.at(first, min(column, len(below))))
    if (above := lines.line(first - 1)) is not None:
        splice = Splice(Place(first - 1, len(above)), end, "")
        return Edit((splice,), Selection.at(first - 1, min(column, len(above))))
    if end == Place(0, 0):
        return None
    return Edit((Splice(Place(0, 0), end, ""),), Selection.at(0, 0))


def _both(selection: Selection, rows: int, columns: int) -> Selection:
    anchor, caret = selection.anchor, selection.caret
    return Selection(
        Place(anchor.line + rows, anchor.column + columns),
        Place(caret.line + rows, caret.column + columns),
    )


def _closed_up(lines: Lines, first: int, last: int) -> list[Splice]:
    """Let the items behind a deleted one count on from the one before it."""
    item = shape(lines.line(first) or "")
    above = item_above(lines, first, item)
    if not item.is_numbered or above is None or not above[1].is_numbered:
        return []
    if above[1].marker == item.marker:
        return []
    return renumbered(lines, last + 1, item, value(above[1]) + 1)
