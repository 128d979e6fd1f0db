"""Change a list with dashes: an item goes with its lines, a new one gets its neighbour's dash."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from editor.post.edits.layout import Layout, Manner, lay_out_item
from editor.post.edits.list_steps import steps
from editor.post.edits.slots import CannotMergeError, Slot, Source, put
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
from editor.post.yaml_nodes import Node, Scalar, Style
from editor.post.yaml_nodes import Sequence as SequenceNode

Replace: TypeAlias = Callable[[Source, Slot, NewValue, int], list[Splice]]


def block_list_splices(
    source: Source, slot: Slot, node: SequenceNode, new: Sequence[NewValue], replace: Replace
) -> list[Splice]:
    """Give the splices that turn the list into the wanted one.

    Comments between the items, on lines of their own, stay.

    Raises:
        CannotMergeError: The list does not begin on a line of its own.
    """
    text = source.text
    if not new:
        return _cleared(source, slot, node)
    dashes = list(_dashes(text, node))
    if text[line_start(text, dashes[0]) : dashes[0]].strip(BLANKS):
        raise CannotMergeError
    ends = [after_lines(text, content_end(text, item)) for item in node.items]
    splices: list[Splice] = []
    added: defaultdict[int, str] = defaultdict(str)
    last = -1
    for step in steps(slot, node, new):
        if step.old is not None:
            last = step.old
        if step.kept:
            continue
        if step.old is None and step.new is not None:
            at = ends[last] if last >= 0 else line_start(text, dashes[0])
            added[at] += _item(source, node, dashes, max(last, 0), new[step.new])
        elif step.new is None:
            splices.append(Splice(line_start(text, dashes[last]), ends[last], ""))
        else:
            splices += replace(
                source, _item_slot(slot, node, dashes, last, text), new[step.new], 0
            )
    return splices + [Splice(at, at, lines) for at, lines in added.items()]


def _dashes(text: str, node: SequenceNode) -> Iterator[int]:
    """Find the dash of each item: in the column of the first, on the item's line or above."""
    first = content_start(text, node)
    offset = column(text, first)
    floor = first
    for item in node.items:
        start = line_start(text, item.start)
        while start + offset > floor and not _is_dash(text, start, offset):
            start = line_start(text, start - 1)
        yield start + offset
        floor = start + offset + 1


def _is_dash(text: str, start: int, offset: int) -> bool:
    return text[start + offset : start + offset + 1] == "-"


def _item_slot(slot: Slot, node: SequenceNode, dashes: Sequence[int], at: int, text: str) -> Slot:
    value = slot.value[at] if isinstance(slot.value, list) else None
    dash = dashes[at]
    return Slot(node.items[at], value, dash + 1, column(text, dash), is_item=True)


def _item(
    source: Source, node: SequenceNode, dashes: Sequence[int], beside: int, new: NewValue
) -> str:
    """Write a new item with the dash and the quotes of the one beside it."""
    text, dash, neighbour = source.text, dashes[beside], node.items[beside]
    indent = column(text, dash)
    manner = Manner(source.habits, _style(neighbour))
    layout = lay_out_item(new, indent, manner)
    prefix = text[line_start(text, dash) : neighbour.start]
    if len(prefix) < indent + 2 or prefix[indent + 1 :].strip(BLANKS) or layout.lines:
        prefix = " " * indent + "- "
    lines = (prefix + layout.head, *layout.lines)
    return "".join(line + source.habits.newline for line in lines)


def _style(neighbour: Node) -> Style:
    return neighbour.style if isinstance(neighbour, Scalar) else ""


def _cleared(source: Source, slot: Slot, node: SequenceNode) -> list[Splice]:
    """Write `[]`, and keep the comments that have lines of their own between the items."""
    text = source.text
    comments: list[str] = []
    for one, other in zip(node.items, node.items[1:], strict=False):
        between = text[after_lines(text, content_end(text, one)) : line_start(text, other.start)]
        comments += [line for line in between.splitlines() if line.lstrip(BLANKS)[:1] == "#"]
    return put(source, slot, Layout("[]", tuple(comments)))
