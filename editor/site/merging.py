"""Lay one set of values over another as Jekyll does."""

from collections.abc import Mapping
from typing import TypeVar

from editor.post.field_values import Key, Value

_Key = TypeVar("_Key", bound=Key)


def laid_over(below: Mapping[_Key, Value], above: Mapping[_Key, Value]) -> dict[_Key, Value]:
    """Lay values over others: an empty value hides nothing, mappings merge, lists are replaced.

    Jekyll 4.3: `Utils.deep_merge_hashes`.
    """
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        if isinstance(lower, dict) and isinstance(value, dict):
            merged[key] = laid_over(lower, value)
        elif value is not None or key not in merged:
            merged[key] = value
    return merged


def named(values: Value) -> dict[str, Value]:
    """Give a mapping with its names as text; anything else is an empty one."""
    if not isinstance(values, dict):
        return {}
    return {str(key): value for key, value in values.items()}


def is_true(value: Value) -> bool:
    """Take a value as Ruby does: everything but `false` and nothing at all is true."""
    return value is not None and value is not False
