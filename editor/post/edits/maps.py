"""Change a mapping key by key: a key that keeps its value keeps its bytes."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from editor.post.edits.layout import Manner, pair_lines
from editor.post.edits.slots import CannotMergeError, Slot, Source, pair_slot
from editor.post.edits.source_lines import (
    BLANKS,
    after_lines,
    column,
    content_end,
    line_start,
)
from editor.post.edits.splices import Splice
from editor.post.field_values import Key, NewValue, Value, as_read, same
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_scalars import read_plain

Replace: TypeAlias = Callable[[Source, Slot, NewValue, int], list[Splice]]


def map_splices(
    source: Source, slot: Slot, node: MappingNode, new: Mapping[Any, NewValue], replace: Replace
) -> list[Splice]:
    """Give the splices that turn the mapping in a slot into the wanted one.

    Keys that stay keep their order, new ones come last.

    Raises:
        CannotMergeError: It can only be written anew.
    """
    old = slot.value if isinstance(slot.value, dict) else {}
    pairs = _pairs(node, old)
    kept = pairs.keys() & new.keys()
    come = {key: value for key, value in new.items() if key not in pairs}
    if not kept or (node.flow and (come or len(kept) < len(pairs))):
        raise CannotMergeError
    splices: list[Splice] = []
    for key, pair in pairs.items():
        if key not in kept:
            splices.append(_without(source.text, *pair))
        elif not same(old[key], as_read(new[key])):
            part = pair_slot(source.text, *pair, old[key], in_flow=node.flow)
            splices += replace(source, part, new[key], 0)
    return [*splices, _added(source, node, come)] if come else splices


def _pairs(node: MappingNode, old: dict[Key, Value]) -> dict[Key, tuple[Node, Node]]:
    """Give key and value by the key's value, for a mapping that Jekyll reads pair by pair."""
    pairs: dict[Key, tuple[Node, Node]] = {}
    for key, value in node.pairs:
        name: Key | None = None
        if isinstance(key, Scalar):
            name = key.text if key.quoted else read_plain(key.text)
        if name is None or name in pairs or name not in old:
            raise CannotMergeError
        pairs[name] = (key, value)
    return pairs


def _without(text: str, key: Node, value: Node) -> Splice:
    start = line_start(text, key.start)
    if text[start : key.start].strip(BLANKS):
        raise CannotMergeError
    return Splice(start, after_lines(text, content_end(text, value)), "")


def _added(source: Source, node: MappingNode, pairs: Mapping[Any, NewValue]) -> Splice:
    text = source.text
    indent = column(text, node.pairs[0][0].start)
    lines = pair_lines(pairs, indent, Manner(source.habits))
    end = after_lines(text, content_end(text, node))
    return Splice(end, end, "".join(line + source.habits.newline for line in lines))
