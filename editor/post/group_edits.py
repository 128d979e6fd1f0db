"""Turn an edit of a part into the new value of the mapping that it is a part of."""

from collections.abc import Mapping
from typing import Any, Final

from editor.post.field_edits import FieldEdit, Insert, Put, PutDate, PutList, Remove, Rename
from editor.post.field_values import NewValue, Value

_BELOW: Final = "\x1f"  # no key of a readable front matter holds it


def key_below(key: str, part: str) -> str:
    """Give the name of a part of a field, for whoever brings a value for it later."""
    return f"{key}{_BELOW}{part}"


def edit_below(key: str, group: Value, new: str) -> Put:
    """Give the edit that sets what such a name stands for; a plain key stands for itself.

    A mapping that is named as a whole is that of a picture, which has a path.
    """
    top, *below = key.split(_BELOW)
    if not below and isinstance(group, dict):
        below = ["path"]
    return Put(top, _set(group, below, new))


def top_key(key: str) -> str:
    """Give the key of the post under which such a name lies."""
    return key.partition(_BELOW)[0]


def _set(group: Value, below: list[str], new: str) -> NewValue:
    if not below:
        return new
    first, *rest = below
    parts: dict[Any, Value] = dict(group) if isinstance(group, dict) else {}
    return {**parts, first: _set(parts.get(first), rest, new)}


def with_part(group: Mapping[Any, Value], edit: FieldEdit) -> dict[Any, NewValue]:
    """Give a mapping after an edit of one of its parts; the others keep their values and order."""
    parts: dict[Any, NewValue] = dict(group)
    match edit:
        case Put(key, new) | Insert(key, new):
            parts[key] = new
        case PutDate(key, when):
            parts[key] = when
        case PutList(key, items):
            parts[key] = _kept(items, group.get(key))
        case Remove(key):
            parts.pop(key, None)
        case Rename(key, to):
            parts = {to if each == key else each: part for each, part in parts.items()}
    return parts


def _kept(items: tuple[str, ...], before: Value) -> list[NewValue]:
    """Give a list of texts in which what stood there before keeps its type."""
    known = {str(item): item for item in before} if isinstance(before, list) else {}
    return [known.get(item, item) for item in items]
