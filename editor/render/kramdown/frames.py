"""Walk a tree without calling oneself, however deep it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

from editor.render.kramdown.tree import Node


@dataclass(slots=True)
class Frame:
    """A node that is being written: what is still to come, what is written, how far indented."""

    node: Node
    indent: int
    remaining: Iterator[Node]
    parts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, node: Node, indent: int) -> Self:
        """Begin with ``node``."""
        return cls(node, indent, iter(node.children))

    @property
    def is_raw_html(self) -> bool:
        """Tell whether the children stand in raw HTML, where nothing is indented."""
        return self.node.kind == "html" and self.node.model == "raw"
