"""Write a text over several lines, under `|` or `>`."""

import re
from dataclasses import dataclass
from itertools import pairwise

from editor.post.edits.source_lines import BLANKS, block_indent, block_lines, content_start
from editor.post.yaml_nodes import Scalar
from editor.post.yaml_writing import needs_escape

_FOLD_HERE = re.compile(r"(?<=\S) (?=\S)")
_NARROWEST = 40
_DEEPEST_INDICATOR = 9


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Say how a block scalar is to be written.

    Attributes:
        indicator: `|` keeps line breaks, `>` folds them.
        indent: What stands before each line.
        parent: How far the key or dash stands from the left.
        keeps: Whether `+` is to stay in the header.
        width: Where to break folded lines, if at all.
    """

    indicator: str
    indent: str
    parent: int
    keeps: bool = False
    width: int | None = None


def style_of(text: str, block: Scalar, parent: int) -> BlockStyle:
    """Learn how a block scalar is written, so that the next text is written alike."""
    lines = [line for _, line in block_lines(text, block)]
    pairs = pairwise(lines)
    wrapped = any(one.strip(BLANKS) and two.strip(BLANKS) for one, two in pairs)
    at = content_start(text, block)
    return BlockStyle(
        indicator=text[at],
        indent=block_indent(text, block) or " " * (parent + 2),
        parent=parent,
        keeps="+" in text[at + 1 : at + 3],
        width=max(_NARROWEST, *map(len, lines)) if wrapped else None,
    )


def block_text(value: str, style: BlockStyle) -> tuple[str, tuple[str, ...]] | None:
    """Give header and lines of a text; None where it cannot be written that way."""
    body = value.rstrip("\n")
    if not body or needs_escape(body.replace("\n", "").replace("\t", "")):
        return None
    ends = len(value) - len(body)
    chomping = "-" if not ends else "+" if ends > 1 or style.keeps else ""
    lines = body.split("\n")
    depth = ""
    if next(line for line in lines if line)[0] in BLANKS:
        if not 0 < len(style.indent) - style.parent <= _DEEPEST_INDICATOR:
            return None
        depth = str(len(style.indent) - style.parent)
    if style.indicator == ">":
        if any(line[:1] in {" ", "\t"} for line in lines):
            return None
        lines = _folded(body, style)
    lines += [""] * (ends - 1)
    indented = tuple(style.indent + line if line else "" for line in lines)
    return style.indicator + depth + chomping, indented


def _folded(body: str, style: BlockStyle) -> list[str]:
    """Write each line break as one more than there are, and break long lines at single spaces."""
    lines: list[str] = []
    for paragraph in body.split("\n"):
        lines += ["", *_wrapped(paragraph, style)] if lines else _wrapped(paragraph, style)
    return lines


def _wrapped(paragraph: str, style: BlockStyle) -> list[str]:
    if style.width is None:
        return [paragraph] if paragraph else []
    room = style.width - len(style.indent)
    lines: list[str] = []
    for word in _FOLD_HERE.split(paragraph):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [line for line in lines if line]
