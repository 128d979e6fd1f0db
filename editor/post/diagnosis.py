"""Find out what a writer did when libyaml cannot read the front matter, and where.

libyaml stops where it cannot go on, which is often a line after the slip.
"""

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from editor.post.edits.source_lines import BLANKS, after_line, line_end, line_start
from editor.post.yaml_text import NotYaml

ProblemKind: TypeAlias = Literal[
    "colon-in-value",
    "text-after-quote",
    "text-after-list",
    "unclosed-quote",
    "unclosed-list",
    "missing-colon",
    "missing-space",
    "merge-conflict",
    "tab-indentation",
    "reserved-character",
    "block-marker",
    "dash-after-key",
    "star-or-ampersand",
    "backslash",
    "indentation",
    "control-character",
    "undefined-alias",
    "alias-in-itself",
    "not-a-mapping",
    "more-documents",
    "too-big",
    "other",
]

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n])", re.MULTILINE)
# A no-break space looks like a space and is none to YAML.
_NO_SPACE = re.compile(r"[ \t]*[\w-]+(?::(?=[^ \t\r\n])|：)")
_COLON = re.compile(r":(?:[ \t]|\Z)")
_NO_FIELD = re.compile(r"[ \t\r]*(?:#|\Z)")

# The parser's words, what they mean, and whether the slip is where the construct began.
_WORDS: tuple[tuple[str, ProblemKind, bool], ...] = (
    ("unexpected end of stream", "unclosed-quote", True),
    ("unexpected document indicator", "unclosed-quote", True),
    ("expected ',' or", "unclosed-list", True),
    ("tab character", "tab-indentation", False),
    ("expected comment or line break", "block-marker", True),
    ("block sequence entries", "dash-after-key", False),
    ("mapping keys are not allowed", "reserved-character", False),
    ("expected node content", "reserved-character", False),
    ("expected alphabetic", "star-or-ampersand", True),
    ("escape character", "backslash", False),
    ("hexdecimal", "backslash", False),
    ("expected '-' indicator", "indentation", False),
)


def diagnosed(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    """Give the kind of slip, and its place in the text."""
    if error.kind != "syntax":
        return error.kind, error.at
    if conflict := _CONFLICT.search(text):
        return "merge-conflict", conflict.start()
    for words, look in _LOOK_CLOSER:
        if words in error.problem:
            return look(text, error)
    for words, kind, at_the_start in _WORDS:
        if words in error.problem:
            return kind, error.began if at_the_start else error.at
    return "other", error.at


def _unexpected_colon(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    """Blame the line before if this colon is the first of its line."""
    start = line_start(text, error.at)
    if _COLON.search(text[start : error.at].rstrip(BLANKS)):
        return "colon-in-value", error.at
    before, line = start, ""
    while before and _NO_FIELD.match(line):
        before = line_start(text, before - 1)
        line = text[before : line_end(text, before)]
    if _COLON.search(line):
        return "indentation", start
    return _without_colon(text, before)


def _no_fields(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    """Blame the first line with content: the parser took it for all there is."""
    start = after_line(text, 0)
    while start < error.at and _NO_FIELD.match(text[start : line_end(text, start)]):
        start = after_line(text, start)
    return _without_colon(text, start)


def _line_without_colon(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    return _without_colon(text, line_start(text, error.began))


def _without_colon(text: str, start: int) -> tuple[ProblemKind, int]:
    found = _NO_SPACE.match(text, start)
    return ("missing-space", found.end()) if found else ("missing-colon", start)


def _unexpected_text(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    at = error.at
    on_line = text[line_start(text, at) : at].rstrip(BLANKS)
    before = text[:at].rstrip()[-1:]
    if on_line[-1:] in {"'", '"'}:
        return "text-after-quote", at
    if before in {"]", "}"} and (on_line or text[at : at + 1] == "-"):
        return "text-after-list", at
    return "indentation", at


def _unexpected_character(text: str, error: NotYaml) -> tuple[ProblemKind, int]:
    is_tab = text[error.at : error.at + 1] == "\t"
    return "tab-indentation" if is_tab else "reserved-character", error.at


_LOOK_CLOSER: tuple[tuple[str, Callable[[str, NotYaml], tuple[ProblemKind, int]]], ...] = (
    ("mapping values are not allowed", _unexpected_colon),
    ("expected ':'", _line_without_colon),
    ("expected key", _unexpected_text),
    ("cannot start any token", _unexpected_character),
    ("<document start>", _no_fields),
)
