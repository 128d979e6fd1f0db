"""Hold what stands in a YAML text: its nodes, each with its place in code points.

Two nodes are equal when they are written alike, wherever they stand: the same text, quoting, tag,
anchor and order.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, Union

Style: TypeAlias = Literal["", "'", '"', "|", ">"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, a date, or nothing.

    Attributes:
        start: Where its tag, anchor or text begins.
        end: Where it ends; for a block scalar, after the blank lines that follow it.
        text: What it says, unescaped and unfolded.
        style: How it is written; "" is plain.
        quoted: Whether its style makes it text. A tag, even a bare `!`, takes that away.
    """

    start: int = field(compare=False)
    end: int = field(compare=False)
    text: str
    style: Style
    quoted: bool
    tag: str | None
    anchor: str | None

    @property
    def is_block(self) -> bool:
        """Tell whether the text stands on lines of its own under `|` or `>`."""
        return self.style in {"|", ">"}


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that stands for the node anchored under it."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    anchor: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; in block style it ends with its last item."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    items: tuple["Node", ...]
    flow: bool
    tag: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order; in block style it ends with its last value."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    pairs: tuple[tuple["Node", "Node"], ...]
    flow: bool
    tag: str | None
    anchor: str | None


Node: TypeAlias = Union[Scalar, Alias, Sequence, Mapping]  # noqa: UP007


@dataclass(frozen=True, slots=True)
class Document:
    """The first document of a text, which is all that Jekyll reads.

    Attributes:
        root: None where nothing but comments stands.
        aliases: How many aliases there are.
        second: Where another document begins, if one does.
        undefined: Where the first alias to no anchor stands, if one does. Jekyll reads nothing
            there; newer Ruby refuses the whole text.
    """

    root: Node | None
    aliases: int
    second: int | None
    undefined: int | None


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes directly inside one, in file order."""
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Mapping):
        return tuple(part for pair in node.pairs for part in pair)
    return ()


def anchors_in(node: Node) -> frozenset[str]:
    """Give the names that a node and all inside it define."""
    own = frozenset() if isinstance(node, Alias) or node.anchor is None else {node.anchor}
    return frozenset(own).union(*map(anchors_in, children(node)))


def aliases_in(node: Node) -> frozenset[str]:
    """Give the names that a node and all inside it refer to."""
    own = {node.anchor} if isinstance(node, Alias) else set[str]()
    return frozenset(own).union(*map(aliases_in, children(node)))
