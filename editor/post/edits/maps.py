"""Change a mapping key by key: a key that keeps its value keeps its bytes."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from editor.post.edits.flow_parts import Part, put_together
from editor.post.edits.layout import Manner, flow_pairs, pair_lines
from editor.post.edits.slots import CannotMergeError, Slot, Source, pair_slot
from editor.post.edits.source_lines import (
    BLANKS,
    after_lines,
    column,
    content_end,
    content_start,
    line_start,
)
from editor.post.edits.splices import Splice, applied
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
    kept = [key for key in pairs if key in new]
    if not kept:
        raise CannotMergeError
    changes: dict[Key, list[Splice]] = {}
    for key in kept:
        if not same(old[key], as_read(new[key])):
            part = pair_slot(source.text, *pairs[key], old[key], in_flow=node.flow)
            changes[key] = replace(source, part, new[key], 0)
    come = {key: value for key, value in new.items() if key not in pairs}
    if node.flow and (come or len(kept) < len(pairs)):
        parts = [
            Part(_changed(source.text, pair, changes.get(key, [])), at)
            for at, (key, pair) in enumerate(pairs.items())
            if key in new
        ]
        return [_braces(source, node, [*parts, *_flow_parts(source, come)])]
    splices = [splice for change in changes.values() for splice in change]
    splices += [_without(source.text, *pair) for key, pair in pairs.items() if key not in new]
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


def _changed(text: str, pair: tuple[Node, Node], splices: list[Splice]) -> str:
    """Give the text of a pair after the splices in it."""
    start, end = pair[0].start, max(pair[0].end, pair[1].end, *(splice.end for splice in splices))
    return applied(text[start:end], [Splice(a - start, b - start, new) for a, b, new in splices])


def _flow_parts(source: Source, pairs: Mapping[Any, NewValue]) -> list[Part]:
    return [Part(text, None) for text in flow_pairs(pairs, Manner(source.habits, in_flow=True))]


def _braces(source: Source, node: MappingNode, parts: list[Part]) -> Splice:
    inside = content_start(source.text, node) + 1, node.end - 1
    old = [(key.start, max(key.end, value.end)) for key, value in node.pairs]
    return put_together(source, inside, old, parts)


def _added(source: Source, node: MappingNode, pairs: Mapping[Any, NewValue]) -> Splice:
    text = source.text
    indent = column(text, node.pairs[0][0].start)
    lines = pair_lines(pairs, indent, Manner(source.habits))
    end = after_lines(text, content_end(text, node))
    return Splice(end, end, "".join(line + source.habits.newline for line in lines))
