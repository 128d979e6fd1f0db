"""Tell which mappings, and lists of them, a form can edit part by part."""

from typing import Final

from editor.post.field_values import Value
from editor.post.yaml_nodes import Mapping, Node, Scalar, Sequence

_DEEPEST: Final = 3
_MOST_PARTS: Final = 80


def is_group(value: Value, node: Node, depth: int = 0) -> bool:
    """Tell whether a mapping has named parts that are each edited on their own.

    Aliases, keys that are no text, doubled keys and what is nested too deep are left to the raw
    front matter.
    """
    if not isinstance(value, dict) or not isinstance(node, Mapping) or depth >= _DEEPEST:
        return False
    if not 0 < len(node.pairs) == len(value) <= _MOST_PARTS:
        return False
    return all(
        isinstance(key, Scalar)
        and key.text in value
        and _is_part(value[key.text], part, depth + 1)
        for key, part in node.pairs
    )


def is_list_of_groups(value: Value, node: Node, depth: int = 0) -> bool:
    """Tell whether each item of a list is such a mapping."""
    if not isinstance(value, list) or not isinstance(node, Sequence):
        return False
    if not 0 < len(value) == len(node.items) <= _MOST_PARTS:
        return False
    return all(is_group(item, part, depth) for item, part in zip(value, node.items, strict=True))


def _is_part(value: Value, node: Node, depth: int) -> bool:
    if isinstance(value, dict):
        return is_group(value, node, depth)
    if not isinstance(value, list):
        return isinstance(node, Scalar)
    if not isinstance(node, Sequence):
        return False
    is_words = all(isinstance(item, Scalar) for item in node.items) and None not in value
    return is_words or is_list_of_groups(value, node, depth)
