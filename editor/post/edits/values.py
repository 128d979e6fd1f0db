"""Write a new value into a slot: in the style that stands there, or more carefully."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from editor.post.edits.block_lists import block_list_splices
from editor.post.edits.block_scalars import block_text, style_of
from editor.post.edits.flow_lists import flow_list_splices
from editor.post.edits.layout import Layout, Manner, lay_out, lay_out_item
from editor.post.edits.maps import map_splices
from editor.post.edits.slots import CannotMergeError, Slot, Source, put
from editor.post.edits.splices import Splice
from editor.post.field_values import Literal, NewValue
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Scalar, Style
from editor.post.yaml_nodes import Sequence as SequenceNode

# How often an edit is tried again, each time with less of the file's own style.
CAUTIONS: Final = range(4)
_WITHOUT_MERGING: Final = 1
_IN_QUOTES: Final = 2
_ON_ONE_LINE: Final = 3


def replaced(source: Source, slot: Slot, new: NewValue, caution: int) -> list[Splice]:
    """Give the splices that write a value into a slot.

    Args:
        source: The text and its habits.
        slot: Where the value stands.
        new: The value.
        caution: 0 keeps every part that stays the same and the style of the rest; each step
            further keeps less.
    """
    if caution < _WITHOUT_MERGING:
        with suppress(CannotMergeError):
            return _merged(source, slot, new)
    if isinstance(new, str) and not isinstance(new, Literal) and caution < _IN_QUOTES:
        with suppress(CannotMergeError):
            return _block_scalar(source, slot, new, caution)
    if new is None and not slot.in_flow and not slot.is_item:
        return put(source, slot, Layout(""))
    manner = Manner(
        source.habits,
        _style(slot),
        in_flow=slot.in_flow or caution >= _ON_ONE_LINE,
        careful=caution >= _IN_QUOTES,
    )
    layout = (lay_out_item if slot.is_item else lay_out)(new, slot.indent, manner)
    keep_tag = caution < _WITHOUT_MERGING and isinstance(slot.node, Scalar) and not layout.lines
    return put(source, slot, layout, keep_tag=keep_tag)


def _merged(source: Source, slot: Slot, new: NewValue) -> list[Splice]:
    node = slot.node
    if isinstance(node, MappingNode) and isinstance(new, Mapping):
        return map_splices(source, slot, node, new, replaced)
    if isinstance(node, SequenceNode) and isinstance(new, Sequence) and not isinstance(new, str):
        if node.flow:
            return flow_list_splices(source, slot, node, new)
        return block_list_splices(source, slot, node, new, replaced)
    raise CannotMergeError


def _style(slot: Slot) -> Style:
    return slot.node.style if isinstance(slot.node, Scalar) else ""


def _block_scalar(source: Source, slot: Slot, new: str, caution: int) -> list[Splice]:
    if not isinstance(slot.node, Scalar) or not slot.node.is_block:
        raise CannotMergeError
    style = style_of(source.text, slot.node, slot.indent)
    written = None if caution else block_text(new, style)
    written = written or block_text(new, replace(style, indicator="|"))
    if written is None:
        raise CannotMergeError
    to_end = "+" in written[0]
    return put(source, slot, Layout(*written), keep_tag=not caution, to_end=to_end)
