"""Blocks set round lines or between them: a code fence, a rule, an attribute list."""

import re

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.passages import passage_at
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice, edit_carrying
from editor.post.markdown_edits.shapes import REACH, is_code, shape
from editor.post.markdown_edits.spans import code, emphasis
from editor.post.markdown_edits.verbatim import Kind

_TICKS = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")


def code_fence(lines: Lines, selection: Selection) -> Edit | None:
    """Set a fence round the selected lines, or take the one around the caret off.

    The caret goes where the language is written.
    """
    first, last = selection.lines[0], selection.lines[-1]
    fences = _fences(lines, first)
    if fences is not None:
        return _unfenced(lines, fences, selection) if last <= fences[1] else None
    if not (lines.inside(first).is_text and lines.inside(last + 1).is_text):
        return None
    texts = [lines.line(number) or "" for number in selection.lines]
    ticks = "`" * max(3, *(len(found) + 1 for found in _TICKS.findall("\n".join(texts))), 3)
    indent = _indent(texts)
    splices = [
        Splice.insertion(Place(first, 0), f"{indent}{ticks}\n"),
        Splice.insertion(Place(last, len(texts[-1])), f"\n{indent}{ticks}"),
    ]
    if first == last and not texts[0].strip(BLANKS):
        whole = Splice.within(
            first, (0, len(texts[0])), f"{indent}{ticks}\n{indent}\n{indent}{ticks}"
        )
        splices = [whole]
    return Edit(tuple(splices), Selection.at(first, len(indent + ticks)))


def rule(lines: Lines, selection: Selection) -> Edit | None:
    """Set a rule behind the paragraph's line, with the empty lines that it needs."""
    number = selection.lines[-1]
    line = lines.line(number) or ""
    if is_code(lines, number):
        return None
    below = lines.line(number + 1)
    is_blank, is_end = not line.strip(BLANKS), below is None
    before = "" if is_blank and _is_clear(lines.line(number - 1)) else "\n" if is_blank else "\n\n"
    after = "\n\n" if is_end else "\n" if (below or "").strip(BLANKS) else ""
    place = Place(number, len(line))
    text = f"{before}---{after}"
    behind = place.advanced(text)
    if not after:
        behind = Place(behind.line + 1, 0)
    return Edit((Splice.insertion(place, text),), Selection(behind, behind))


def attribute_list(lines: Lines, selection: Selection) -> Edit | None:
    """Write `{: }` behind the span that the caret touches, or below the paragraph.

    One that is there gets the caret instead.
    """
    number = selection.end.line
    passage = passage_at(lines, selection)
    if passage is None or is_code(lines, number):
        return None
    text = passage.text
    for mark in ("**", "*", "~~"):
        for span in [*emphasis(text, mark), *code(text)]:
            if span.start <= passage.start and passage.end <= span.end:
                return _with_list(lines, passage.place(span.end), "")
    last = passage.place(len(text))
    below = lines.line(last.line + 1) or ""
    if (found := _ATTRIBUTES.match(below.strip(BLANKS))) is not None:
        column = below.index("{:") + len(found[0]) - 1
        return Edit((), Selection.at(last.line + 1, column))
    form = shape(lines.line(last.line) or "")
    end = Place(last.line, len(lines.line(last.line) or ""))
    if form.is_item:
        return _with_list(lines, Place(last.line, form.text), " ")
    return _with_list(lines, end, "", f"\n{form.quote}{form.indent}")


def _with_list(lines: Lines, place: Place, after: str, before: str = "") -> Edit:
    """Put an empty list in with the caret in it, or the caret into the one that is there."""
    found = _ATTRIBUTES.match(lines.line(place.line) or "", place.column)
    if found is not None and not before:
        return Edit((), Selection.at(place.line, found.end() - 1))
    inner = place.advanced(f"{before}{{: ")
    return Edit((Splice.insertion(place, f"{before}{{: }}{after}"),), Selection(inner, inner))


def _fences(lines: Lines, number: int) -> tuple[int, int] | None:
    """Give the lines of the fence that a line lies in or is."""
    line = lines.line(number) or ""
    inside = lines.inside(number)
    first = number
    if inside.kind is Kind.FENCE:
        while first > max(0, number - REACH) and lines.inside(first).kind is Kind.FENCE:
            first -= 1
    elif not (inside.is_text and inside.after(line).kind is Kind.FENCE):
        return None
    for last in range(max(number, first + 1), first + 2 * REACH):
        if lines.line(last) is None:
            return None
        if lines.inside(last + 1).kind is not Kind.FENCE:
            return first, last
    return None


def _unfenced(lines: Lines, fences: tuple[int, int], selection: Selection) -> Edit | None:
    first, last = fences
    if last == first + 1:
        return None
    above = lines.line(last - 1) or ""
    splices = [
        Splice(Place(first, 0), Place(first + 1, 0), ""),
        Splice(Place(last - 1, len(above)), Place(last, len(lines.line(last) or "")), ""),
    ]
    return edit_carrying(splices, selection)


def _indent(texts: list[str]) -> str:
    """Give the blanks that all lines share, for a fence in an item of a list."""
    filled = [text for text in texts if text.strip(BLANKS)] or texts[:1]
    return " " * min(len(text) - len(text.lstrip(" ")) for text in filled)


def _is_clear(line: str | None) -> bool:
    return line is None or not line.strip(BLANKS)
