"""Split a row of a table into cells; a pipe inside code is none."""

import re

from editor.render.kramdown.characters import STRIPPED, ruby_lines
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.options import Options
from editor.render.kramdown.span_rules import rules_for_cells, rules_for_lines
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node

_CODE_TAG = re.compile(r"(<code[^\n]*?>[^\n]*?</code>)")
_PIPE = re.compile(r"(?<!\\)\|")
_HAS_PIPE = re.compile(r"\||[^\n]*?[^\\\n]\|")
_TICKS = re.compile(r"`+")


def split_cells(row: str, *, leading_pipe: bool) -> list[str]:
    """Return the texts of the cells of ``row``."""
    cells: list[str] = []
    for index, part in enumerate(_CODE_TAG.split(row)):
        if index % 2:
            _extend(cells, [part])
        elif "`" in part:
            for node in (
                SpanScanner(part, rules_for_cells(), Options(), Definitions()).read().children
            ):
                _extend(cells, [_as_typed(node)] if node.kind == "code" else _split(node.value))
        elif part:
            _extend(cells, _split(part))
    if leading_pipe and cells and not cells[0].strip(STRIPPED):
        del cells[0]
    if cells and not cells[-1].strip(STRIPPED):
        del cells[-1]
    return [cell.strip(STRIPPED) for cell in cells]


def _extend(cells: list[str], parts: list[str]) -> None:
    """Add ``parts`` to the cells; the first goes on with the last cell."""
    if cells:
        cells[-1] += parts[0]
        cells.extend(parts[1:])
    else:
        cells.extend(parts)


def _split(text: str) -> list[str]:
    return [part.replace("\\|", "|") for part in _PIPE.split(text)]


def _as_typed(code: Node) -> str:
    """Return a code span with as many ticks as its text needs."""
    ticks = max(_TICKS.findall(code.value), default="") + "`"
    pad = " " if len(ticks) > 1 else ""
    return f"{ticks}{pad}{code.value}{pad}{ticks}"


def every_line_has_pipe(text: str, options: Options) -> bool:
    """Tell whether each line has a pipe outside code and HTML elements.

    kramdown looks at code spans and text between them one by one; a code span may run over one
    line end if a pipe came before it.
    """
    on_line = False
    for node in (
        SpanScanner(text, rules_for_lines(options), options, Definitions()).read().children
    ):
        lines = ruby_lines(node.value)
        if node.kind == "code":
            line_ends = len(lines) - 1
            if line_ends > 1 or (line_ends == 1 and not on_line):
                break
            on_line = on_line and line_ends < 1
        else:
            if len(lines) > 1 and not on_line and not _HAS_PIPE.match(lines[0]):
                break
            on_line = (on_line and len(lines) <= 1) or (
                bool(lines) and _HAS_PIPE.match(lines[-1]) is not None
            )
    return on_line
