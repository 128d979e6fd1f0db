"""Put a value where another stands, and leave everything around it alone."""

from dataclasses import dataclass

from editor.post.edits.block import Block, Habits
from editor.post.edits.layout import Layout
from editor.post.edits.source_lines import (
    after_line,
    after_lines,
    column,
    content_end,
    content_start,
    header_end,
    line_end,
    line_start,
    skip_blanks,
)
from editor.post.edits.splices import Splice
from editor.post.field_values import Value
from editor.post.yaml_nodes import Mapping, Node, Scalar, Sequence


class CannotMergeError(Exception):
    """Say that a list or a mapping cannot be changed part by part, only written anew."""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold the text that an edit is made in, and how it is written."""

    text: str
    habits: Habits


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold the place of a value.

    Attributes:
        node: The value that stands there now.
        value: What Jekyll reads there now.
        after: Where its colon or its dash has ended.
        indent: How far its key or its dash stands from the left.
        in_flow: Whether it stands inside `[...]` or `{...}`.
        is_item: Whether it stands after a dash.
    """

    node: Node
    value: Value
    after: int
    indent: int
    in_flow: bool = False
    is_item: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written there."""
        return self.node.start == self.node.end


def pair_slot(text: str, key: Node, node: Node, value: Value, *, in_flow: bool) -> Slot:
    """Find the slot of a key's value.

    Raises:
        CannotMergeError: No colon follows the key.
    """
    colon = text.find(":", key.end, node.start)
    if colon < 0:
        raise CannotMergeError
    return Slot(node, value, colon + 1, column(text, key.start), in_flow=in_flow)


def entry_slot(block: Block, index: int) -> Slot:
    """Find the slot of a top-level key's value.

    Raises:
        CannotMergeError: No colon follows the key.
    """
    entry = block.entries[index]
    in_flow = block.root is not None and block.root.flow
    return pair_slot(block.text, entry.key_node, entry.value_node, entry.value, in_flow=in_flow)


def put(
    source: Source, slot: Slot, layout: Layout, *, keep_tag: bool = False, to_end: bool = False
) -> list[Splice]:
    """Replace the value in a slot.

    Args:
        source: The text and its habits.
        slot: Where the value stands.
        layout: The new value as YAML.
        keep_tag: Whether the tag and the anchor of the old value stay.
        to_end: Whether the blank lines after a block scalar go too.
    """
    text = source.text
    below = "".join(line + source.habits.newline for line in layout.lines)
    start = content_start(text, slot.node) if keep_tag else slot.node.start
    if slot.is_empty:
        return _filled(text, slot.after, layout.head) + _inserted(text, slot.after, below)
    if isinstance(slot.node, Scalar) and slot.node.is_block:
        header = header_end(text, slot.node)
        end = slot.node.end if to_end else content_end(text, slot.node)
        return [Splice(start, header, layout.head), Splice(after_line(text, header), end, below)]
    if isinstance(slot.node, Sequence | Mapping) and not slot.node.flow:
        return _collection_replaced(source, slot, layout.head, below)
    if not layout.head:
        start = _before_blanks(text, start, slot)
    return [
        Splice(start, slot.node.end, layout.head),
        *_inserted(text, slot.node.end, below),
    ]


def _collection_replaced(source: Source, slot: Slot, head: str, below: str) -> list[Splice]:
    text = source.text
    start, end = slot.node.start, content_end(text, slot.node)
    first = line_start(text, content_start(text, slot.node))
    if first > slot.after and start >= first:
        return [*_filled(text, slot.after, head), Splice(first, after_lines(text, end), below)]
    if after_lines(text, end) == end:
        return [Splice(start, end, head + source.habits.newline + below)]
    return [Splice(start, end, head), *_inserted(text, end, below)]


def _filled(text: str, after: int, head: str) -> list[Splice]:
    """Write into an empty slot, into the blank that is already there if there is one."""
    if not head:
        return []
    filled = skip_blanks(text, after)
    if filled == line_end(text, after):
        return [Splice(filled, filled, head if filled > after else f" {head}")]
    if filled == after:
        return [Splice(after, after, f" {head}")]
    # A comment that follows needs a blank of its own before it.
    needs_blank = text[filled] == "#" and filled == after + 1
    return [Splice(after + 1, after + 1, f"{head} " if needs_blank else head)]


def _inserted(text: str, at: int, below: str) -> list[Splice]:
    place = after_line(text, at)
    return [Splice(place, place, below)] if below else []


def _before_blanks(text: str, start: int, slot: Slot) -> int:
    """Give where the blanks before a value begin, if nothing else is left on its line."""
    end = slot.node.end
    alone = skip_blanks(text, end) == line_end(text, end)
    return slot.after if alone and skip_blanks(text, slot.after) == start else start
