"""Prove an edit: parse the result, and find only the wanted change in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editor.post.edits.block import Block, Entry, read_block
from editor.post.edits.list_steps import Texts
from editor.post.field_values import Literal, NewValue, Value, as_read, same
from editor.post.yaml_dialects import reads_as_text
from editor.post.yaml_nodes import Mapping as MappingNode
from editor.post.yaml_nodes import Node, Scalar, children
from editor.post.yaml_nodes import Sequence as SequenceNode
from editor.post.yaml_text import NotYaml


@dataclass(frozen=True, slots=True)
class Written:
    """Expect a value that the edit wrote.

    Attributes:
        value: What is to be read.
        before: The node that stood there; a part of it may have stayed as it was.
    """

    value: NewValue
    before: Node | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """Expect an entry.

    Attributes:
        key: The key, if the edit wrote it; else the node that must still be there.
        value: The value, if the edit wrote it; else the entry that must still have it.
    """

    key: str | Node
    value: Written | Entry


def untouched(entry: Entry) -> Expected:
    """Expect an entry to stand as it stood."""
    return Expected(entry.key_node, entry)


def verified(old: Block, text: str, expected: Sequence[Expected]) -> Block | None:
    """Parse an edited block and compare it with what the edit was to do.

    The fences must be the same, with one document between them. Every other entry must have the
    same tokens (text, quoting, tag, anchor) in the same order and, where there are aliases, the
    same value. The new value must be what was wanted and, if it is text, text to every reader.

    Returns:
        The new block, or None where anything differs.
    """
    try:
        new = read_block(text)
    except NotYaml:
        return None
    if new is None or not _is_framed_alike(old, new) or len(new.entries) != len(expected):
        return None
    pairs = list(zip(new.entries, expected, strict=True))
    is_as_wanted = all(_fits(entry, wanted) for entry, wanted in pairs)
    return new if is_as_wanted and _reads_what_was_written(new, pairs) else None


def _reads_what_was_written(new: Block, pairs: Sequence[tuple[Entry, Expected]]) -> bool:
    """Make sure that Jekyll, too, finds each new value under its key.

    Below a key that is nothing at all, SafeYAML takes every value for a key and every key for a
    value (1.0: `PsychHandler#add_to_current_structure`).
    """
    last = {entry.key: entry for entry, _ in pairs}
    return all(
        same(new.values.get(entry.key), entry.value)
        for entry, wanted in pairs
        if isinstance(wanted.value, Written) and last[entry.key] is entry
    )


def _is_framed_alike(old: Block, new: Block) -> bool:
    """Compare the fences, and what kind of document stands between them."""
    if old.text[: old.opened] != new.text[: new.opened]:
        return False
    if old.text[old.closing :] != new.text[new.closing :]:
        return False
    if (new.document.second, new.document.undefined) != (None, None):
        return False
    if new.root is None or old.root is None:
        return new.document.root is new.root
    return new.root.flow == old.root.flow


def _fits(entry: Entry, expected: Expected) -> bool:
    if not _is_wanted_key(entry, expected.key):
        return False
    if isinstance(expected.value, Entry):
        before = expected.value
        return entry.value_node == before.value_node and same(entry.value, before.value)
    kept = frozenset(_all(expected.value.before)) if expected.value.before else frozenset[Node]()
    return _is_wanted(entry.value_node, entry.value, expected.value.value, kept)


def _is_wanted_key(entry: Entry, wanted: str | Node) -> bool:
    node = entry.key_node
    if not isinstance(wanted, str):
        return node == wanted
    is_text = isinstance(node, Scalar) and (node.quoted or reads_as_text(node.text))
    return is_text and entry.key == wanted


def _all(node: Node) -> Iterator[Node]:
    yield node
    for part in children(node):
        yield from _all(part)


def _is_wanted(node: Node, value: Value, wanted: NewValue, kept: frozenset[Node]) -> bool:
    if node in kept and same(value, as_read(wanted)) and not isinstance(wanted, Literal):
        return True
    if isinstance(wanted, Literal):
        return isinstance(node, Scalar) and (node.text, node.style, node.tag) == (wanted, "", None)
    if isinstance(wanted, str):
        return isinstance(node, Scalar) and node.text == wanted and _is_text(node, value)
    if isinstance(wanted, Mapping):
        return _is_wanted_mapping(node, value, wanted, kept)
    if isinstance(wanted, Sequence):
        return _is_wanted_list(node, value, wanted, kept)
    return isinstance(node, Scalar) and same(value, as_read(wanted))


def _is_text(node: Scalar, value: Value) -> bool:
    """Tell whether SafeYAML, Psych and PyYAML all read a scalar as text."""
    return node.quoted or (value == node.text and reads_as_text(node.text))


def _is_wanted_list(
    node: Node, value: Value, wanted: Sequence[NewValue], kept: frozenset[Node]
) -> bool:
    if not isinstance(node, SequenceNode) or len(node.items) != len(wanted):
        return False
    values = value if isinstance(value, list) else []
    as_texts = isinstance(wanted, Texts)
    return all(
        _is_wanted(item, read, want, kept)
        or (as_texts and isinstance(item, Scalar) and item in kept and item.text == want)
        for item, read, want in zip(node.items, values, wanted, strict=True)
    )


def _is_wanted_mapping(
    node: Node, value: Value, wanted: Mapping[Any, NewValue], kept: frozenset[Node]
) -> bool:
    if not isinstance(node, MappingNode) or not isinstance(value, dict):
        return False
    if len(node.pairs) != len(value) or value.keys() != wanted.keys():
        return False
    nodes = zip(value, (part for _, part in node.pairs), strict=True)
    return all(_is_wanted(part, value[key], wanted[key], kept) for key, part in nodes)
