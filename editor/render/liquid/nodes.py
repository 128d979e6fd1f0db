"""Hold the parts of a parsed template: text, outputs, and bodies of tags."""

from dataclasses import dataclass
from typing import Protocol

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LimitReachedError, LiquidError
from editor.render.liquid.filtered_value import FilteredValue
from editor.render.liquid.output import Output
from editor.render.liquid.values import strings
from editor.render.liquid.values.text import output_text


class Node(Protocol):
    """One part of a template."""

    @property
    def line(self) -> int:
        """The line, 1-based, on which it begins."""

    @property
    def is_blank(self) -> bool:
        """Say whether it writes nothing but white space, whatever happens."""

    @property
    def is_silent(self) -> bool:
        """Say whether it is rendered, but writes nothing: a block with a blank body."""

    def render(self, context: Context, output: Output) -> None:
        """Write what it gives; raises LiquidError for what Jekyll would stop at."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """Hold text that is written as it is."""

    text: str
    line: int
    is_silent: bool = False

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing but white space."""
        return not self.text.strip(strings.WHITE)

    def render(self, context: Context, output: Output) -> None:
        """Write the text."""
        del context
        output.write(self.text, self.line, written_there=True)


@dataclass(frozen=True, slots=True)
class OutputNode:
    """Hold a value that is printed: ``{{ page.title | upcase }}``."""

    value: FilteredValue
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the value as text."""
        output.write(output_text(self.value.evaluate(context), context.budget), self.line)


class Body:
    """Hold the nodes between two tags, or those of a whole template.

    Attributes:
        nodes: The nodes in order.
        is_blank: Whether all of them write nothing but white space.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.is_blank = True

    def add(self, node: Node) -> None:
        """Put `node` after the others."""
        self.nodes.append(node)
        self.is_blank = self.is_blank and node.is_blank

    def trim_end(self) -> None:
        """Take the white space from the end of the text before a ``{%-``."""
        if self.nodes and isinstance(self.nodes[-1], TextNode):
            last = self.nodes[-1]
            self.nodes[-1] = TextNode(strings.strip_right(last.text), last.line)

    def render(self, context: Context, output: Output) -> None:
        """Write every node, up to a `break` or `continue`.

        A node that fails writes nothing more; its error goes to the problems, and the next node
        follows, so that the writer sees the rest. Raises LimitReachedError only.
        """
        for node in self.nodes:
            context.budget.step()
            try:
                node.render(context, Output(context.budget) if node.is_silent else output)
            except LimitReachedError as error:
                error.located(node.line)
                raise
            except LiquidError as error:
                context.report(error.located(node.line))
            if context.interrupts:
                return
