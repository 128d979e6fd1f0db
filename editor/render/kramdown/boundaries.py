"""Where a block begins and ends: the patterns that several constructs share.

All are matched at the start of a line, so none of them says ``^``.
"""

import re

import regex

from editor.render.kramdown.html_names import SPAN_ELEMENTS
from editor.render.kramdown.source import Source

UP_TO_3 = r"[ ]{0,3}"
ID_NAME = r"[A-Za-z0-9_][A-Za-z0-9_-]*"
ANY_ATTRIBUTE_CHARS = r"(?:\\\}|[^}])"

_REST_OF_LINE = r"[ \t\r\f\v]*\n"
_BLANK = r"(?:[ \t\r\f\v]*\n)+"
_END_MARK = rf"\^{_REST_OF_LINE}"
_NOT_SPAN = rf"(?!(?:{'|'.join(sorted(SPAN_ELEMENTS | {'script'}))})\b)"
_HTML_NAME = r"[[:alpha:]_][[:alpha:]\p{Nd}._-]*+(?::[[:alpha:]_][[:alpha:]\p{Nd}._-]*+)?"
_HTML_START = rf"<{_NOT_SPAN}{_HTML_NAME}"
_HTML_STOP = rf"</{_NOT_SPAN}{_HTML_NAME}[ \t\n\v\f\r]*>"
_MARKER_TAIL = r"[\t| ]"
_ANY_LINE = r"[^\n]*\n"

HTML_OR_LIST = rf"(?:\{{:|{_HTML_STOP}|{_HTML_START})"
"""What no lazy line begins with; behind ``{:`` it must be a whole attribute list."""

_LAZY_STOP = rf"{_BLANK}|{UP_TO_3}{HTML_OR_LIST}|{_END_MARK}"
_LIST_MARKER = rf"{UP_TO_3}(?:[+*-]|[0-9]+\.){_MARKER_TAIL}"
_DEFINITION_MARKER = rf"{UP_TO_3}:{_MARKER_TAIL}"

BLANK = re.compile(_BLANK)
END_MARK = re.compile(_END_MARK)
LIST_MARKER = re.compile(_LIST_MARKER)
DEFINITION_OR_BLANK = re.compile(rf"{_DEFINITION_MARKER}|{_BLANK}")

_BOUNDARY = re.compile(rf"{_BLANK}|{_END_MARK}|\n?\Z")
_MAYBE_LIST = re.compile(rf"{UP_TO_3}\{{:")
_LINE = re.compile(_ANY_LINE)

LAZY_LINES = regex.compile(rf"(?:(?!{_LAZY_STOP}){_ANY_LINE})*")
"""Lines that go on with a quote."""

PARAGRAPH_LINES = regex.compile(rf"(?:(?!{_LAZY_STOP}|{_DEFINITION_MARKER}){_ANY_LINE})*")
"""Lines that go on with a paragraph of plain kramdown."""

PARAGRAPH_LINES_GFM = regex.compile(
    rf"(?:(?!{_LAZY_STOP}|{_LIST_MARKER}|[#]{{1,6}}[\t ]|{_DEFINITION_MARKER}"
    rf"|{UP_TO_3}(?:>|[~`]{{3}})){_ANY_LINE})*"
)
"""The same with the quirk ``paragraph_end``: lists, headings, quotes and fences end it too."""


def at_boundary(source: Source, pos: int) -> bool:
    """Tell whether any block may end at ``pos``."""
    return _BOUNDARY.match(source.text, pos) is not None or source.attribute_list(pos) is not None


def take_lines(source: Source, start: int, going_on: regex.Pattern[str]) -> int:
    """Return the end of the line at ``start`` and of all lines that go on with it.

    ``going_on`` stops at each line that begins like an attribute list; here it is decided
    whether it is one.
    """
    text = source.text
    end = start
    while True:
        line = _LINE.match(text, end)
        if line is None:
            return len(text)
        found = going_on.match(text, line.end())
        end = found.end() if found is not None else line.end()
        if not broken_list(source, end):
            return end


def broken_list(source: Source, pos: int) -> bool:
    """Tell whether the line at ``pos`` begins like an attribute list and is none."""
    return _MAYBE_LIST.match(source.text, pos) is not None and source.attribute_list(pos) is None
