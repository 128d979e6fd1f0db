"""Hold a front-matter block as parsed: its text, its fences, its entries and how it is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from editor.post import frame
from editor.post.edits.source_lines import column
from editor.post.field_values import Key, Value
from editor.post.line_ends import most_used
from editor.post.yaml_nodes import Document, Mapping, Node, Scalar, Sequence, children
from editor.post.yaml_text import parse
from editor.post.yaml_values import MERGE, ValueReader
from editor.post.yaml_writing import Quote

_USUAL_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value, as they stand in the file.

    Attributes:
        key: The key's text; a number or a date as it is spelled.
        value: What Jekyll reads.
        key_node: The key with its place in the block's text.
        value_node: The value with its place; it begins and ends after the colon where it is empty.
    """

    key: str
    value: Value
    key_node: Node
    value_node: Node


@dataclass(frozen=True, slots=True)
class Habits:
    """How a block is written where there is a choice.

    Attributes:
        newline: The line end that most lines have.
        quote: The quotes used most, None where none or both alike.
        list_indent: How far dashes stand to the right of their key.
        map_indent: How far the keys inside a mapping stand to the right of its key.
        separator: What stands between two items of `[a, b]`.
    """

    newline: str
    quote: Quote | None
    list_indent: int
    map_indent: int
    separator: str


@dataclass(frozen=True, slots=True)
class Block:
    """A front-matter block whose YAML could be read.

    Attributes:
        text: The whole block, fences included.
        opened: Where the line of the opening fence has ended.
        closing: Where the line of the closing fence begins.
        document: The nodes.
        entries: The keys of the root mapping in file order, duplicates included.
        values: What Jekyll has read in the end, by the text of the key.
    """

    text: str
    opened: int
    closing: int
    document: Document
    entries: tuple[Entry, ...]
    values: dict[str, Value]

    @property
    def root(self) -> Mapping | None:
        """Give the root mapping; None where the block is empty or something else."""
        return self.document.root if isinstance(self.document.root, Mapping) else None

    def indices(self, key: str) -> list[int]:
        """Give the places of a key among the entries."""
        return [at for at, entry in enumerate(self.entries) if entry.key == key]


def read_block(text: str) -> Block | None:
    """Parse a block; None where the text is not one block from fence to fence.

    Raises:
        NotYaml: libyaml cannot read it.
    """
    fences = frame.find(text)
    if fences is None or fences.end != len(text):
        return None
    document = parse(text[: fences.closing])
    entries: list[Entry] = []
    values: dict[str, Value] = {}
    if isinstance(document.root, Mapping):
        entries, values = _read(text, document.root)
    return Block(text, fences.opened, fences.closing, document, tuple(entries), values)


def _read(text: str, root: Mapping) -> tuple[list[Entry], dict[str, Value]]:
    reader = ValueReader()
    entries: list[Entry] = []
    names: dict[Key, str] = {}
    pair_by_pair = True
    for key, value in root.pairs:
        key_value = reader.read(key)
        name = key.text if isinstance(key, Scalar) else text[key.start : key.end]
        entries.append(Entry(name, reader.read(value), key, value))
        if isinstance(key_value, list | dict | None) or key_value == MERGE:
            pair_by_pair = False
        else:
            names[key_value] = name
    if pair_by_pair:
        return entries, {entry.key: entry.value for entry in entries}
    merged = ValueReader().read(root)
    found = merged.items() if isinstance(merged, dict) else ()
    return entries, {names.get(key, str(key)): value for key, value in found}


def habits_of(block: Block) -> Habits:
    """Learn how a block is written."""
    quotes: Counter[str] = Counter()
    separators: Counter[str] = Counter()
    lists: Counter[int] = Counter()
    maps: Counter[int] = Counter()
    for parent, node in _values(block.document.root, None):
        if isinstance(node, Scalar):
            quotes[node.style] += 1
        elif isinstance(node, Sequence) and node.flow:
            separators.update(_separators(block.text, node))
        elif isinstance(node, Sequence | Mapping) and not node.flow and parent is not None:
            indents = lists if isinstance(node, Sequence) else maps
            indents[column(block.text, node.start) - column(block.text, parent.start)] += 1
    return Habits(
        most_used(block.text),
        _preferred(quotes["'"], quotes['"']),
        _usual(lists),
        _usual(maps) or _USUAL_INDENT,
        separators.most_common(1)[0][0] if separators else ", ",
    )


def _values(node: Node | None, parent: Node | None) -> Iterator[tuple[Node | None, Node]]:
    """Give every value under a node with the key it stands under."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key, value
            yield from _values(value, key)
    elif node is not None:
        for item in children(node):
            yield None, item
            yield from _values(item, parent)


def _preferred(singles: int, doubles: int) -> Quote | None:
    if singles == doubles:
        return None
    return "'" if singles > doubles else '"'


def _usual(indents: Counter[int]) -> int:
    return indents.most_common(1)[0][0] if indents else _USUAL_INDENT


def _separators(text: str, flow: Sequence) -> Iterator[str]:
    for one, other in zip(flow.items, flow.items[1:], strict=False):
        between = text[one.end : other.start]
        if between.strip(" ") == ",":
            yield between
