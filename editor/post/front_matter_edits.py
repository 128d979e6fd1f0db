"""Change one field of a front-matter block, or refuse.

Each edit says what it expects of the result, tries the ways to write it, best first, and takes the
first that proves right.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

from editor.post.date_spelling import DateSpelling
from editor.post.edits import keys
from editor.post.edits.anchors import is_in_order, used_elsewhere
from editor.post.edits.block import Block, Entry, habits_of
from editor.post.edits.list_steps import Texts
from editor.post.edits.slots import CannotMergeError, Source, entry_slot
from editor.post.edits.splices import Splice, applied, smallest
from editor.post.edits.values import CAUTIONS, replaced
from editor.post.edits.verification import Expected, Written, untouched, verified
from editor.post.errors import EditRefused
from editor.post.field_values import JekyllTime, Literal, NewValue, as_read, same
from editor.post.yaml_nodes import Scalar
from editor.post.yaml_writing import unquoted_spelling

# Jekyll 4.3: `Utils.pluralized_array_from_hash` splits a text at blanks under these alone.
_SPLIT_AT_BLANKS = frozenset({"tags", "categories"})


class Edited(NamedTuple):
    """Hold a proven edit: the new block, and what was replaced in the text of the old one."""

    block: Block
    splices: tuple[Splice, ...]


def set_value(block: Block, key: str, new: NewValue) -> Edited:
    """Give a field another value; of equal keys the last is set, because it counts."""
    index = indices(block, key)[-1]
    entry = block.entries[index]
    if _is_already(entry, new):
        return Edited(block, ())
    if name := used_elsewhere(block, {index}):
        raise _in_use(key, name)
    expected = [untouched(other) for other in block.entries]
    expected[index] = Expected(entry.key_node, Written(new, entry.value_node))
    return _first_proven(block, expected, _settings(block, index, new))


def set_date(block: Block, key: str, when: datetime) -> Edited:
    """Give a field another date, written as the old one; an empty field gets the usual form."""
    entry = block.entries[indices(block, key)[-1]]
    node = entry.value_node
    if entry.value is None and isinstance(node, Scalar) and when.tzinfo is not None:
        return set_value(block, key, Literal(unquoted_spelling(when)))
    known = DateSpelling.of(node.text) if isinstance(node, Scalar) and not node.is_block else None
    if known is None or not isinstance(node, Scalar):
        raise EditRefused(
            "date-spelling", f"The date in “{key}” is not written in a way that can be followed."
        )
    # Without a zone, what SafeYAML reads as a Time is in UTC; a text is in the site's zone.
    text = known.written(when, zone=UTC if isinstance(entry.value, JekyllTime) else None)
    return set_value(block, key, text if node.style else Literal(text))


def set_list(block: Block, key: str, items: Sequence[NewValue]) -> Edited:
    """Give a field other items; words in a text stay words in a text where they can."""
    entry = block.entries[indices(block, key)[-1]]
    words = _as_words(entry, items)
    if words is None:
        return set_value(block, key, Texts(items))
    if isinstance(entry.value, str) and entry.value.split() == words:
        return Edited(block, ())
    return set_value(block, key, " ".join(words))


def insert(
    block: Block, key: str, new: NewValue, *, before: str | None = None, after: str | None = None
) -> Edited:
    """Add a field after the last one, or beside another."""
    _by_lines(block)
    if block.indices(key):
        raise _taken(key)
    if before is not None:
        index = indices(block, before)[0]
        places: tuple[int, ...] = (keys.place_above(block, index),)
    else:
        index = len(block.entries) if after is None else indices(block, after)[-1] + 1
        places = keys.places_below(block, index - 1)
    expected = [untouched(other) for other in block.entries]
    expected.insert(index, Expected(key, Written(new)))
    return _first_proven(
        block, expected, keys.insertions(block, habits_of(block), (key, new), places)
    )


def delete(block: Block, key: str, *, with_comments: bool = False) -> Edited:
    """Remove a field; of equal keys all, or an earlier one would count again."""
    _by_lines(block)
    gone = indices(block, key)
    if name := used_elsewhere(block, gone):
        raise _in_use(key, name)
    expected = [untouched(other) for other in block.entries if other.key != key]
    return _first_proven(block, expected, keys.deletions(block, gone, with_comments=with_comments))


def rename(block: Block, key: str, to: str) -> Edited:
    """Give a field another name."""
    _by_lines(block)
    index = _only_index(block, key)
    if key == to:
        return Edited(block, ())
    if block.indices(to):
        raise _taken(to)
    expected = [untouched(other) for other in block.entries]
    expected[index] = Expected(to, block.entries[index])
    return _first_proven(block, expected, [keys.renamed(block, habits_of(block), index, to)])


def move(block: Block, key: str, index: int) -> Edited:
    """Move a field to another place among the fields."""
    _by_lines(block)
    old = _only_index(block, key)
    index = min(max(index, 0), len(block.entries) - 1)
    if index == old:
        return Edited(block, ())
    order = list(block.entries)
    order.insert(index, order.pop(old))
    if not is_in_order(order):
        raise EditRefused(
            "alias-order", f"“{key}” cannot move there: a reference would come before its anchor."
        )
    expected = [untouched(entry) for entry in order]
    return _first_proven(block, expected, keys.moves(block, old, index))


def indices(block: Block, key: str) -> list[int]:
    """Give the places of a key.

    Raises:
        EditRefused: It has none.
    """
    found = block.indices(key)
    if not found:
        raise EditRefused("missing-key", f"There is no field “{key}”.")
    return found


def _only_index(block: Block, key: str) -> int:
    found = indices(block, key)
    if len(found) > 1:
        raise EditRefused(
            "duplicate-key",
            f"“{key}” stands in the front matter {len(found)} times; delete all but one first.",
        )
    return found[0]


def _by_lines(block: Block) -> None:
    if block.root is not None and block.root.flow:
        raise EditRefused(
            "flow-root",
            "The fields stand in braces, so only their values can be changed here.",
        )


def _taken(key: str) -> EditRefused:
    return EditRefused("key-exists", f"There is a field “{key}” already.")


def _in_use(key: str, name: str) -> EditRefused:
    return EditRefused(
        "anchor-in-use",
        f"Another field repeats the value of “{key}” (as *{name}) and would change.",
    )


def _is_already(entry: Entry, new: NewValue) -> bool:
    if isinstance(new, Texts):
        return False
    if isinstance(new, Literal):
        node = entry.value_node
        return isinstance(node, Scalar) and (node.style, node.tag, node.text) == ("", None, new)
    return same(entry.value, as_read(new))


def _as_words(entry: Entry, items: Sequence[NewValue]) -> list[str] | None:
    """Give the items as words if the field is a text that Jekyll splits, and they are words."""
    if entry.key not in _SPLIT_AT_BLANKS or not isinstance(entry.value_node, Scalar) or not items:
        return None
    if not isinstance(entry.value, str) or not entry.value.split():
        return None
    words = [item for item in items if isinstance(item, str) and item.split() == [item]]
    return words if len(words) == len(items) else None


def _settings(block: Block, index: int, new: NewValue) -> Iterator[list[Splice]]:
    source = Source(block.text, habits_of(block))
    with suppress(CannotMergeError):
        slot = entry_slot(block, index)
        for caution in CAUTIONS:
            yield replaced(source, slot, new, caution)


def _first_proven(
    block: Block, expected: Sequence[Expected], ways: Iterable[list[Splice]]
) -> Edited:
    tried: set[str] = set()
    for splices in ways:
        text = applied(block.text, splices)
        if text in tried:
            continue
        tried.add(text)
        if proven := verified(block, text, expected):
            return Edited(proven, smallest(block.text, splices))
    raise EditRefused(
        "not-verified",
        "This cannot be written without changing something else in the front matter.",
    )
