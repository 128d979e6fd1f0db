"""Add, remove, rename and move the keys of front matter, line by line."""

from collections.abc import Sequence
from typing import Final

from editor.post.edits.block import Block, Entry, Habits
from editor.post.edits.layout import Manner, lay_out
from editor.post.edits.source_lines import (
    BLANKS,
    after_lines,
    column,
    content_end,
    content_start,
    line_start,
)
from editor.post.edits.splices import Splice
from editor.post.field_values import NewValue
from editor.post.yaml_nodes import Scalar
from editor.post.yaml_writing import key_spelling, text_spellings

_CAREFUL: Final = 1
_ON_ONE_LINE: Final = 2
_AT_THE_END: Final = 3
INSERT_ATTEMPTS: Final = range(4)
MOVE_ATTEMPTS: Final = range(2)


def inserted(
    block: Block, habits: Habits, pair: tuple[str, NewValue], index: int, attempt: int
) -> list[Splice]:
    """Write a new key in a line of its own, before the entry at `index` or after the last one."""
    key, new = pair
    indent = _root_indent(block)
    in_flow = attempt >= _ON_ONE_LINE
    manner = Manner(habits, in_flow=in_flow, careful=attempt >= _CAREFUL)
    layout = lay_out(new, indent, manner)
    head = "" if new is None else layout.head
    colon = f"{' ' * indent}{key_spelling(key)}:"
    lines = (f"{colon} {head}" if head else colon, *layout.lines)
    place = _place(block, index, at_the_end=attempt >= _AT_THE_END)
    return [Splice(place, place, "".join(line + habits.newline for line in lines))]


def deleted(block: Block, indices: Sequence[int]) -> list[Splice]:
    """Remove the lines of entries; comments on lines of their own stay."""
    return [Splice(*entry_lines(block.text, block.entries[index]), "") for index in indices]


def renamed(block: Block, habits: Habits, index: int, to: str) -> list[Splice]:
    """Write another name where a key stands, in the same quotes."""
    node = block.entries[index].key_node
    spelling = key_spelling(to)
    if isinstance(node, Scalar) and node.style in {"'", '"'}:
        spelling = text_spellings(to, like=node.style, quote=habits.quote)[0]
    return [Splice(content_start(block.text, node), node.end, spelling)]


def moved(block: Block, index: int, to: int, attempt: int) -> list[Splice]:
    """Move the lines of an entry, and the comment lines right above it, to another place."""
    text = block.text
    start, end = _with_comments(block, index)
    target = to if to < index else to + 1
    place = _place(block, target, at_the_end=bool(attempt))
    return [Splice(start, end, ""), Splice(place, place, text[start:end])]


def entry_lines(text: str, entry: Entry) -> tuple[int, int]:
    """Give where the lines of an entry begin and end, its comments and blank lines left out."""
    start = line_start(text, entry.key_node.start)
    return start, after_lines(text, max(content_end(text, entry.value_node), entry.key_node.end))


def _root_indent(block: Block) -> int:
    return column(block.text, block.root.pairs[0][0].start) if block.root else 0


def _place(block: Block, index: int, *, at_the_end: bool) -> int:
    """Find the line before which something goes to become the entry at `index`."""
    if index < len(block.entries):
        return _with_comments(block, index)[0]
    if not block.entries or at_the_end:
        return block.closing
    return entry_lines(block.text, block.entries[-1])[1]


def _with_comments(block: Block, index: int) -> tuple[int, int]:
    """Give the lines of an entry together with the comment lines that touch it from above."""
    text = block.text
    start, end = entry_lines(text, block.entries[index])
    floor = entry_lines(text, block.entries[index - 1])[1] if index else block.opened
    while start > floor:
        above = line_start(text, start - 1)
        if text[above:start].lstrip(BLANKS)[:1] != "#" or above < floor:
            break
        start = above
    return start, end
