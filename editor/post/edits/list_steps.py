"""Compare a list in a file with the wanted one, item by item."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from editor.post.edits.slots import Slot
from editor.post.field_values import Literal, NewValue, Value, as_read
from editor.post.yaml_nodes import Node, Scalar
from editor.post.yaml_nodes import Sequence as SequenceNode
from editor.post.yaml_scalars import read_plain


class Texts(tuple[NewValue, ...]):
    """Hold wanted items of a list that shows everything as text.

    An item of the file that is spelled like a wanted text stays as it is: the number in
    `tags: [2016]` is not made a text because another tag was added.
    """

    __slots__ = ()


class Step(NamedTuple):
    """Say what becomes of an item: `old` alone goes, `new` alone comes, both are one place."""

    old: int | None
    new: int | None
    kept: bool = False


def steps(slot: Slot, node: SequenceNode, new: Sequence[NewValue]) -> list[Step]:
    """Find what becomes of each item, in the order of the new list."""
    as_texts = isinstance(new, Texts)
    values = slot.value if isinstance(slot.value, list) else []
    pairs = zip(node.items, values, strict=True)
    old_names = [_name(value, item, as_texts=as_texts) for item, value in pairs]
    new_names = [_wanted_name(item, as_texts=as_texts) for item in new]
    found: list[Step] = []
    matcher = SequenceMatcher(None, old_names, new_names, autojunk=False)
    for tag, old, old_end, place, place_end in matcher.get_opcodes():
        both = min(old_end - old, place_end - place)
        found += [Step(old + at, place + at, tag == "equal") for at in range(both)]
        found += [Step(at, None) for at in range(old + both, old_end)]
        found += [Step(None, at) for at in range(place + both, place_end)]
    return found


def _name(value: Value, node: Node, *, as_texts: bool) -> str:
    return repr(node.text) if as_texts and isinstance(node, Scalar) else repr(value)


def _wanted_name(item: NewValue, *, as_texts: bool) -> str:
    if isinstance(item, Literal) and not as_texts:
        return repr(read_plain(str(item)))
    return repr(as_read(item))
