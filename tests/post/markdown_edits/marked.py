"""Texts with their caret marked, and rows of before, keys and after read from a file.

`¦` is the caret; `⟦` and `⟧` are the ends of a selection, with the caret at `⟧` unless `¦` stands
in the place of one of them. `⇥` is a tab, and `·` a blank that would be hard to see.
"""

from dataclasses import dataclass
from pathlib import Path

from editor.post.markdown_edits.lines import WholeText
from editor.post.markdown_edits.places import Edit, Place, Selection, Splice
from tests.post.markdown_edits.keys import FUNCTIONS

DATA = Path(__file__).parents[2] / "data" / "markdown_edits"
NOTHING = "nothing"


@dataclass(frozen=True)
class Row:
    """One fact: these keys make `after` of `before`, or do nothing where that is None."""

    where: str
    keys: tuple[str, ...]
    before: str
    after: str | None


def rows(name):
    """Read the rows of a file: `==== keys`, the text before, `---->`, the text after."""
    found = []
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("==== ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        keys = tuple(lines[start].split()[1:])
        arrow = next(n for n in range(start, end) if lines[n].startswith("---->"))
        after = None if NOTHING in lines[arrow] else "\n".join(lines[arrow + 1 : end])
        before = "\n".join(lines[start + 1 : arrow])
        found.append(Row(f"{name}.txt:{start + 1} {' '.join(keys)}", keys, before, after))
    return found


def read(marked):
    """Give the text and the selection of a marked text."""
    places, text, line, column = {}, [], 0, 0
    for char in marked.replace("⇥", "\t").replace("·", " "):
        if char in "¦⟦⟧":
            places[char] = Place(line, column)
            continue
        text.append(char)
        line, column = (line + 1, 0) if char == "\n" else (line, column + 1)
    caret = places.get("¦", places.get("⟧"))
    anchor = places.get("⟦", places.get("⟧", caret)) if len(places) > 1 else caret
    return "".join(text), Selection(anchor, caret)


def offset(text, place):
    """Give the place of a line and column in the whole text."""
    lines = text.split("\n")
    assert 0 <= place.line < len(lines)
    assert 0 <= place.column <= len(lines[place.line])
    return sum(len(line) + 1 for line in lines[: place.line]) + place.column


def applied(text, edit):
    """Make an edit, whose splices stand in order and not over each other."""
    for one, other in zip(edit.splices, edit.splices[1:], strict=False):
        assert one.end <= other.start
    done = text
    for splice in reversed(edit.splices):
        start, end = offset(text, splice.start), offset(text, splice.end)
        assert start <= end
        done = done[:start] + splice.text + done[end:]
    for place in (edit.selection.anchor, edit.selection.caret):
        offset(done, place)
    return done


def press(text, selection, key):
    """Give text and selection after a key; what an edit leaves to Qt is done as Qt does it."""
    lines = WholeText(text)
    edit = FUNCTIONS[key](lines, selection)
    if edit is None and key in ("enter", "line_break"):
        behind = Place(selection.start.line + 1, 0)
        splice = Splice(selection.start, selection.end, "\n")
        edit = Edit((splice,), Selection(behind, behind))
    if edit is None and key == "backspace":
        start = selection.start
        if selection.is_empty and start != Place(0, 0):
            before = (start.line, start.column - 1)
            if not start.column:
                before = (start.line - 1, len(lines.line(start.line - 1)))
            start = Place(*before)
        edit = Edit((Splice(start, selection.end, ""),), Selection(start, start))
    if edit is None:
        return text, selection
    return applied(text, edit), edit.selection
