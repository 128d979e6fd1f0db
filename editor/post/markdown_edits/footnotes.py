"""Footnotes: a reference here and its text at the end, and the way from one to the other."""

import re
from collections.abc import Iterator

from editor.post.markdown_edits.blanks import BLANKS
from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from editor.post.markdown_edits.shapes import is_code

_NOTE = re.compile(r"\[\^([^\]\s]+)\](:?)")
_DEFINITION = re.compile(r"[ ]{0,3}\[\^([^\]\s]+)\]:[ \t]*")


def footnote(lines: Lines, selection: Selection) -> Edit | None:
    """Begin a footnote at the caret and go to its text; from a note or its text go across."""
    caret = selection.end
    line = lines.line(caret.line) or ""
    here = _DEFINITION.match(line)
    if here is not None:
        return _to_reference(lines, here[1])
    note = next(
        (found for found in _NOTE.finditer(line) if found.start() < caret.column <= found.end()),
        None,
    )
    if note is not None:
        return _to_text(lines, note[1])
    return None if is_code(lines, caret.line) else _begun(lines, caret)


def _to_reference(lines: Lines, name: str) -> Edit | None:
    for number in lines.marked():
        for found in _NOTE.finditer(lines.line(number) or ""):
            if found[1] == name and not _is_definition(lines, number, found):
                return Edit((), Selection.at(number, found.end()))
    return None


def _to_text(lines: Lines, name: str) -> Edit | None:
    for number, found in _definitions(lines):
        if found[1] == name:
            return Edit((), Selection.at(number, len(lines.line(number) or "")))
    return None


def _begun(lines: Lines, caret: Place) -> Edit:
    names = {
        found[1] for number in lines.marked() for found in _NOTE.finditer(lines.line(number) or "")
    }
    name = next(name for name in map(str, range(1, len(names) + 2)) if name not in names)
    reference = Splice.insertion(caret, f"[^{name}]")
    end, text = _home(lines, caret)
    definition = Splice.insertion(end, f"{text}[^{name}]: ")
    if end == caret:
        whole = Splice.insertion(caret, reference.text + definition.text)
        behind = caret.advanced(whole.text)
        return Edit((whole,), Selection(behind, behind))
    behind = end.advanced(definition.text)
    if end.line == caret.line and "\n" not in definition.text:
        behind = Place(behind.line, behind.column + len(reference.text))
    return Edit((reference, definition), Selection(behind, behind))


def _home(lines: Lines, caret: Place) -> tuple[Place, str]:
    """Give where a new footnote's text goes, and the line ends to set before it."""
    last_number = lines.count() - 1
    last = lines.line(last_number) or ""
    is_open = bool(last.strip(BLANKS))
    while last_number > caret.line and not (lines.line(last_number) or "").strip(BLANKS):
        last_number -= 1
    line = lines.line(last_number) or ""
    if _DEFINITION.match(line) or (line.startswith(" ") and _belongs_to_note(lines, last_number)):
        return Place(last_number, len(line)), "\n"
    if is_open or last_number == lines.count() - 1:
        return Place(last_number, len(line)), "\n\n"
    end = Place(lines.count() - 1, len(last))
    return end, "" if lines.count() - 1 - last_number > 1 else "\n"


def _belongs_to_note(lines: Lines, number: int) -> bool:
    definitions = [at for at, _ in _definitions(lines)]
    if not definitions or definitions[-1] > number:
        return False
    between = (lines.line(each) or "" for each in range(definitions[-1] + 1, number + 1))
    return all(not line.strip(BLANKS) or line.startswith("    ") for line in between)


def _definitions(lines: Lines) -> Iterator[tuple[int, re.Match[str]]]:
    for number in lines.marked():
        found = _DEFINITION.match(lines.line(number) or "")
        if found is not None and lines.inside(number).is_text:
            yield number, found


def _is_definition(lines: Lines, number: int, found: re.Match[str]) -> bool:
    definition = _DEFINITION.match(lines.line(number) or "")
    return definition is not None and definition.start(1) == found.start(1)
