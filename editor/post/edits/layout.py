"""Lay a value out as YAML: what goes on the line of its key, and the lines under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from editor.post.edits.block import Habits
from editor.post.edits.block_scalars import BlockStyle, block_text
from editor.post.field_values import Key, Literal, NewValue
from editor.post.yaml_nodes import Style
from editor.post.yaml_writing import (
    double_quoted,
    key_spelling,
    text_spellings,
    unquoted_spelling,
)

_DASH: Final = "- "


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold a value as YAML.

    Attributes:
        head: What stands after the colon or the dash; may be empty.
        lines: The whole lines under it, without line ends.
    """

    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """Say how to write a value.

    Attributes:
        habits: How the file writes.
        like: The style of the text that was there, or stands beside it.
        in_flow: Whether it stands inside `[...]` or `{...}`.
        careful: Whether to leave the file's habits for double quotes.
    """

    habits: Habits
    like: Style = ""
    in_flow: bool = False
    careful: bool = False


def lay_out(value: NewValue, indent: int, manner: Manner) -> Layout:
    """Write a value under a key that stands `indent` characters from the left."""
    if isinstance(value, str):
        return _text(value, indent, manner)
    if isinstance(value, Mapping) and value and not manner.in_flow:
        return Layout("", tuple(pair_lines(value, indent + manner.habits.map_indent, manner)))
    if isinstance(value, Sequence) and not manner.in_flow and _holds_maps(value):
        return Layout("", tuple(_item_lines(value, indent + manner.habits.list_indent, manner)))
    return Layout(_flow(value, manner))


def lay_out_item(value: NewValue, indent: int, manner: Manner) -> Layout:
    """Write a value after a dash that stands `indent` characters from the left."""
    if isinstance(value, str):
        return _text(value, indent, manner)
    if isinstance(value, Mapping) and value and not manner.in_flow:
        first, *rest = pair_lines(value, indent + len(_DASH), manner)
        return Layout(first.lstrip(" "), tuple(rest))
    return Layout(_flow(value, manner))


def pair_lines(pairs: Mapping[Any, NewValue], indent: int, manner: Manner) -> list[str]:
    """Write keys with values as lines that stand `indent` characters from the left."""
    lines: list[str] = []
    for key, value in pairs.items():
        layout = lay_out(value, indent, manner)
        colon = " " * indent + _key(key) + ":"
        lines += (f"{colon} {layout.head}" if layout.head else colon, *layout.lines)
    return lines


def flow_pairs(pairs: Mapping[Any, NewValue], manner: Manner) -> list[str]:
    """Write keys with values as they stand inside braces."""
    return [f"{_key(key)}: {_flow(value, manner)}" for key, value in pairs.items()]


def _item_lines(items: Sequence[NewValue], indent: int, manner: Manner) -> list[str]:
    lines: list[str] = []
    for item in items:
        layout = lay_out_item(item, indent, manner)
        lines += (" " * indent + _DASH + layout.head, *layout.lines)
    return lines


def _holds_maps(items: Sequence[NewValue]) -> bool:
    return any(isinstance(item, Mapping) and item for item in items)


def _text(value: str, indent: int, manner: Manner) -> Layout:
    if isinstance(value, Literal):
        return Layout(str(value))
    if manner.careful:
        return Layout(double_quoted(value))
    if "\n" in value and not manner.in_flow and manner.like == "":
        style = BlockStyle("|", " " * (indent + manner.habits.map_indent), indent)
        if written := block_text(value, style):
            return Layout(*written)
    return Layout(_one_line(value, manner))


def _one_line(value: str, manner: Manner) -> str:
    like: Style = "" if manner.like in {"|", ">"} else manner.like
    quote = manner.habits.quote
    return text_spellings(value, like=like, quote=quote, in_flow=manner.in_flow)[0]


def _flow(value: NewValue, manner: Manner) -> str:
    if isinstance(value, Literal):
        return str(value)
    if isinstance(value, str):
        inside = Manner(manner.habits, manner.like, in_flow=True)
        return double_quoted(value) if manner.careful else _one_line(value, inside)
    if isinstance(value, Mapping):
        return "{" + ", ".join(flow_pairs(value, manner)) + "}"
    if isinstance(value, Sequence):
        return "[" + manner.habits.separator.join(_flow(item, manner) for item in value) + "]"
    return unquoted_spelling(value)


def _key(key: Key) -> str:
    return key_spelling(key) if isinstance(key, str) else unquoted_spelling(key)
