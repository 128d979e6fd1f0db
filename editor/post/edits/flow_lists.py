"""Change a list in brackets: separators and quotes are copied from the items beside."""

from collections.abc import Sequence
from typing import NamedTuple

from editor.post.edits.layout import Manner, lay_out_item
from editor.post.edits.list_steps import steps
from editor.post.edits.slots import Slot, Source
from editor.post.edits.source_lines import BLANKS, content_start
from editor.post.edits.splices import Splice
from editor.post.field_values import NewValue
from editor.post.yaml_nodes import Scalar, Style
from editor.post.yaml_nodes import Sequence as SequenceNode


class _Piece(NamedTuple):
    text: str
    old: int | None


def flow_list_splices(
    source: Source, slot: Slot, node: SequenceNode, new: Sequence[NewValue]
) -> list[Splice]:
    """Give the splice that turns the list into the wanted one.

    What stands between the brackets is put together anew: an item that stays with its bytes, and
    two items that stay side by side with what is between them.
    """
    text = source.text
    start, end = content_start(text, node) + 1, node.end - 1
    pieces = _pieces(source, slot, node, new)
    if not node.items or not pieces:
        inside = source.habits.separator.join(piece.text for piece in pieces)
        return [Splice(start, end, inside)]
    separator = _separator(source, node, start)
    parts = [text[start : node.items[0].start]]
    for at, piece in enumerate(pieces):
        if at:
            parts.append(_between(text, node, pieces[at - 1], piece) or separator)
        parts.append(piece.text)
    parts.append(text[node.items[-1].end : end])
    return [Splice(start, end, "".join(parts))]


def _pieces(
    source: Source, slot: Slot, node: SequenceNode, new: Sequence[NewValue]
) -> list[_Piece]:
    pieces: list[_Piece] = []
    beside = 0
    for step in steps(slot, new):
        beside = beside if step.old is None else step.old
        if step.new is None:
            continue
        if step.kept and step.old is not None:
            item = node.items[step.old]
            pieces.append(_Piece(source.text[item.start : item.end], step.old))
            continue
        manner = Manner(source.habits, _style(node, beside), in_flow=True)
        pieces.append(_Piece(lay_out_item(new[step.new], 0, manner).head, step.old))
    return pieces


def _style(node: SequenceNode, beside: int) -> Style:
    item = node.items[beside] if node.items else None
    return item.style if isinstance(item, Scalar) else ""


def _between(text: str, node: SequenceNode, one: _Piece, other: _Piece) -> str | None:
    """Give what stands between two items if they stood side by side before."""
    if one.old is None or other.old is None or other.old != one.old + 1:
        return None
    return text[node.items[one.old].end : node.items[other.old].start]


def _separator(source: Source, node: SequenceNode, start: int) -> str:
    """Give what to put between two items: what stands between others of the list."""
    text = source.text
    pairs = zip(node.items, node.items[1:], strict=False)
    for between in (text[one.end : other.start] for one, other in pairs):
        if "#" not in between:
            return between
    before = text[start : node.items[0].start]
    on_lines = before.strip(BLANKS) and not before.strip()
    return "," + before if on_lines else source.habits.separator
