"""Say how a value is written in the file, for a form that shows it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from editor.post.date_spelling import DateSpelling
from editor.post.yaml_nodes import Alias, Node, Scalar, Sequence

Manner: TypeAlias = Literal[
    "empty",
    "plain",
    "single-quoted",
    "double-quoted",
    "literal-block",
    "folded-block",
    "flow-list",
    "block-list",
    "flow-map",
    "block-map",
    "alias",
]
_SCALARS: dict[str, Manner] = {
    "": "plain",
    "'": "single-quoted",
    '"': "double-quoted",
    "|": "literal-block",
    ">": "folded-block",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """Hold how a value is written.

    Attributes:
        text: The value's own characters in the file, quotes and tag included.
        manner: The kind of writing.
        date: How the date in it is written, if there is one and its writing can be followed.
    """

    text: str
    manner: Manner
    date: DateSpelling | None = None


def spelling_of(text: str, node: Node) -> Spelling:
    """Give the spelling of a node of a text."""
    own = text[node.start : node.end]
    if isinstance(node, Scalar):
        manner = _SCALARS[node.style] if own else "empty"
        return Spelling(own, manner, DateSpelling.of(node.text))
    if isinstance(node, Alias):
        return Spelling(own, "alias")
    if isinstance(node, Sequence):
        return Spelling(own, "flow-list" if node.flow else "block-list")
    return Spelling(own, "flow-map" if node.flow else "block-map")
