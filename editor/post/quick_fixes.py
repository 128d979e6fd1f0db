"""Propose small repairs of front matter that cannot be read; whoever asks tries them out."""

import re
from collections.abc import Iterator
from typing import Final

from editor.post.diagnosis import ProblemKind
from editor.post.edits.source_lines import BLANKS, line_start, skip_blanks
from editor.post.edits.splices import Splice
from editor.post.line_ends import most_used
from editor.post.yaml_text import CONTROLS
from editor.post.yaml_writing import can_be_plain, double_quoted, text_spellings

# Each proposal costs one parse; a writer may be typing.
_LINES_TRIED: Final = 40
_CHARACTERS_TRIED: Final = 200_000
_NOT_TO_BE_GUESSED: Final = frozenset(
    ("control-character", "too-big", "more-documents", "merge-conflict", "alias-in-itself")
)
_LINE = re.compile(r"^.*$", re.MULTILINE)
_VALUE = re.compile(
    r"(?P<head>[ \t]*(?:-[ \t]+)*(?:[^\s:#\"'\[{&*!|>%@`-][^:#]*:[ \t]+|(?<=-[ \t])))"
    r"(?P<value>\S.*)"
)
_NO_SPACE = re.compile(r"([ \t]*[\w-]+[ \t]*)(?:：[ \u3000]?|:[\xa0\u3000]*)(?=\S)")
_TABS = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_LIST_GOES_ON = re.compile(r"\](?P<blanks>[ \t]*)(?P<items>(?:\r?\n[ \t]*-[ \t]+[^\n]*)+)")
_ITEM = re.compile(r"\n[ \t]*-[ \t]+([^\r\n]*)")


def proposals(text: str, kind: ProblemKind, at: int) -> Iterator[tuple[str, Splice]]:
    """Give labels and splices, the likeliest first."""
    if kind == "control-character":
        yield "Delete the control characters", _without_controls(text)
    if kind in _NOT_TO_BE_GUESSED:
        return
    if kind == "tab-indentation":
        yield from _spaces_for_tabs(text)
    if kind == "text-after-list" and (found := _LIST_GOES_ON.match(text, text.rfind("]", 0, at))):
        yield "Move the lines into the brackets", _joined(found)
    if kind == "dash-after-key":
        yield "Move the dash to the next line", _on_next_line(text, at)
    for start, line in _nearest_lines(text, at):
        yield from _line_proposals(start, line, kind)


def _without_controls(text: str) -> Splice:
    places = [found.start() for found in CONTROLS.finditer(text)]
    return Splice(places[0], places[-1] + 1, CONTROLS.sub("", text[places[0] : places[-1] + 1]))


def _spaces_for_tabs(text: str) -> list[tuple[str, Splice]]:
    places = [found.span() for found in _TABS.finditer(text)]
    if not places:
        return []
    start, end = places[0][0], places[-1][1]
    spaces = _TABS.sub(lambda tabs: tabs[0].expandtabs(2), text[start:end])
    return [("Replace the tabs with spaces", Splice(start, end, spaces))]


def _joined(found: re.Match[str]) -> Splice:
    items = [
        item if can_be_plain(item, in_flow=True) or item[:1] in {"'", '"'} else double_quoted(item)
        for item in _ITEM.findall(found["items"])
    ]
    return Splice(found.start(), found.end(), ", " + ", ".join(items) + "]")


def _on_next_line(text: str, at: int) -> Splice:
    start = line_start(text, at)
    indent = skip_blanks(text, start) - start + 2
    colon = len(text[:at].rstrip(BLANKS))
    return Splice(colon, at, most_used(text) + " " * indent)


def _nearest_lines(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Give the lines under the opening fence with their places, the one that holds `at` first."""
    lines = [(line.start(), line[0]) for line in _LINE.finditer(text)][1:]
    lines.sort(key=lambda line: abs(line[0] - line_start(text, at)))
    yield from lines[: min(_LINES_TRIED, _CHARACTERS_TRIED // len(text) + 1)]


def _line_proposals(start: int, line: str, kind: ProblemKind) -> Iterator[tuple[str, Splice]]:
    if glued := _NO_SPACE.match(line):
        end = start + glued.end()
        yield "Put a space after the colon", Splice(start, end, f"{glued[1]}: ")
    found = _VALUE.fullmatch(line)
    if found is None:
        return
    value = found["value"].rstrip()
    place = start + found.start("value")
    end = place + len(value)
    if kind == "unclosed-quote":
        yield "Close the quote", Splice(end, end, value[0])
    if kind == "unclosed-list":
        yield "Close the bracket", Splice(end, end, "]" if value[0] == "[" else "}")
    yield "Put the value in quotes", Splice(place, end, text_spellings(_meant(value), like="'")[0])


def _meant(value: str) -> str:
    """Take the quotes off that were meant as quotes, `"Say "hi""` as well as `"Big" news`."""
    quote = value[0]
    if quote not in {"'", '"'} or len(value) < len("''") or value[-1] != quote:
        return value
    inside = value[1:-1]
    return inside.replace("''", "'") if quote == "'" else inside.replace('\\"', '"')
