"""Add, remove, rename and move the keys of front matter, line by line."""

from collections.abc import Iterator, Sequence

from editor.post.edits.block import Block, Entry, Habits
from editor.post.edits.layout import Manner, lay_out
from editor.post.edits.source_lines import (
    BLANKS,
    after_line,
    after_lines,
    column,
    content_end,
    content_start,
    line_end,
    line_start,
)
from editor.post.edits.splices import Splice
from editor.post.field_values import NewValue
from editor.post.yaml_nodes import Scalar
from editor.post.yaml_writing import key_spelling, text_spellings


def insertions(
    block: Block, habits: Habits, pair: tuple[str, NewValue], places: Sequence[int]
) -> Iterator[list[Splice]]:
    """Give the ways to write a new key in a line of its own, best first.

    Args:
        block: Where to write it.
        habits: How the block is written.
        pair: The key and its value.
        places: The lines before which it may stand, best first.
    """
    key, new = pair
    indent = column(block.text, block.root.pairs[0][0].start) if block.root else 0
    for place in places:
        for in_flow, careful in ((False, False), (False, True), (True, True)):
            layout = lay_out(new, indent, Manner(habits, in_flow=in_flow, careful=careful))
            head = "" if new is None else layout.head
            colon = f"{' ' * indent}{key_spelling(key)}:"
            lines = (f"{colon} {head}" if head else colon, *layout.lines)
            yield [Splice(place, place, "".join(line + habits.newline for line in lines))]


def place_above(block: Block, index: int) -> int:
    """Find the line before which to stand directly above an entry and its comments."""
    return _with_comments(block, index)[0]


def places_below(block: Block, index: int) -> tuple[int, ...]:
    """Find the lines before which to stand below an entry, best first; -1 is the opening fence.

    The second is for an entry that would take over the blank lines after it, or lose them.
    """
    is_last = index + 1 == len(block.entries)
    below = block.closing if is_last else place_above(block, index + 1)
    return (entry_lines(block.text, block.entries[index])[1], below) if index >= 0 else (below,)


def deletions(
    block: Block, indices: Sequence[int], *, with_comments: bool
) -> Iterator[list[Splice]]:
    """Give the ways to remove the lines of entries, best first.

    The comment lines right above them stay or go as asked for; blank lines after an entry stay,
    unless a text above would take them over.
    """
    spans = [entry_lines(block.text, block.entries[index]) for index in indices]
    if with_comments:
        spans = [_with_comments(block, index) for index in indices]
    yield [Splice(start, end, "") for start, end in spans]
    yield [Splice(start, _after_blank_lines(block, end), "") for start, end in spans]


def renamed(block: Block, habits: Habits, index: int, to: str) -> list[Splice]:
    """Write another name where a key stands, in the same quotes."""
    node = block.entries[index].key_node
    spelling = key_spelling(to)
    if isinstance(node, Scalar) and node.style in {"'", '"'}:
        spelling = text_spellings(to, like=node.style, quote=habits.quote)[0]
    return [Splice(content_start(block.text, node), node.end, spelling)]


def moves(block: Block, index: int, to: int) -> Iterator[list[Splice]]:
    """Give the ways to move the lines of an entry to another place, best first.

    The comment lines right above it come along; the blank lines after it only where a text above
    would take them over.
    """
    text = block.text
    start, end = _with_comments(block, index)
    places = (place_above(block, to),) if to < index else places_below(block, to)
    for gone in (end, _after_blank_lines(block, end)):
        for place in places:
            yield [Splice(start, gone, ""), Splice(place, place, text[start:gone])]


def comments_above(block: Block, index: int) -> tuple[str, ...]:
    """Give the comment lines right above an entry, without indentation and line ends."""
    start, _ = _with_comments(block, index)
    own, _ = entry_lines(block.text, block.entries[index])
    return tuple(line.strip() for line in block.text[start:own].splitlines())


def entry_lines(text: str, entry: Entry) -> tuple[int, int]:
    """Give where the lines of an entry begin and end, its comments and blank lines left out."""
    start = line_start(text, entry.key_node.start)
    return start, after_lines(text, max(content_end(text, entry.value_node), entry.key_node.end))


def _after_blank_lines(block: Block, at: int) -> int:
    while at < block.closing and not block.text[at : line_end(block.text, at)].strip(BLANKS):
        at = after_line(block.text, at)
    return at


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
