"""Follow the lines of a body back through Markdown and Liquid to the lines of its file."""

import re
from collections.abc import Sequence
from dataclasses import replace

from editor.render.pages.markdown import Converted
from editor.render.pages.rendered_page import BodyBlock

_MARKED = re.compile(r' (data-(?:last-)?line)="(\d+)"')


def on_file_lines(
    converted: Converted, lines: Sequence[int], first_line: int, *, marked: bool
) -> Converted:
    """Give the blocks of a body the lines of the file.

    Args:
        converted: the body; its lines are those of what Liquid gave.
        lines: for each line that Liquid gave, the line of the body it comes from.
        first_line: the line of the file that the body begins in.
        marked: whether elements carry their lines, which then are those of the file too.
    """

    def line_of(line: int) -> int:
        if line < 1:
            return 0
        return lines[min(line, len(lines)) - 1] + first_line - 1

    def remarked(found: re.Match[str]) -> str:
        return f' {found[1]}="{line_of(int(found[2]))}"'

    blocks: list[BodyBlock] = []
    for block in converted.blocks:
        first = line_of(block.line)
        last = max(first, line_of(block.last_line))
        html = _MARKED.sub(remarked, block.html) if marked else block.html
        blocks.append(replace(block, html=html, line=first, last_line=last))
    html = "".join(block.html for block in blocks) if marked else converted.html
    return Converted(html, tuple(blocks))
