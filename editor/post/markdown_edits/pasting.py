"""Markdown that comes from elsewhere, set into the text."""

import re

from editor.post.markdown_edits.lines import Lines
from editor.post.markdown_edits.places import Edit, EditFunction, Selection, Splice
from editor.post.markdown_edits.shapes import is_code

_BEGINS_A_BLOCK = re.compile(r"(#{1,6} |[-*+] |\d+\. |> |```|\|)")


def paste_markdown(markdown: str) -> EditFunction:
    """Give the edit that puts Markdown in the place of the selection.

    Words go into the line; blocks are set apart from what stands before and behind. Within code
    nothing is done: there it would be no Markdown.
    """

    def edit(lines: Lines, selection: Selection) -> Edit | None:
        start, end = selection.start, selection.end
        if not markdown or is_code(lines, start.line):
            return None
        text = markdown
        if "\n" in markdown or _BEGINS_A_BLOCK.match(markdown):
            before = (lines.line(start.line) or "")[: start.column]
            after = (lines.line(end.line) or "")[end.column :]
            lead = _distance(before, lines.line(start.line - 1))
            text = f"{lead}{markdown}{_distance(after, lines.line(end.line + 1))}"
            caret = start.advanced(lead + markdown)
        else:
            caret = start.advanced(markdown)
        return Edit((Splice(start, end, text),), Selection(caret, caret))

    return edit


def _distance(beside: str, further: str | None) -> str:
    """Give the line ends that set a block apart from words in its line, or in the next one."""
    if beside.strip(" \t"):
        return "\n\n"
    return "\n" if further is not None and further.strip(" \t") else ""
