"""The tags `if`, `elsif`, `else` and `unless`."""

from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.conditions import Condition, parse_laxly, parse_strictly


@dataclass(frozen=True, slots=True)
class Branch:
    """Hold one way through an `if`; without a condition it is the `else`."""

    condition: Condition | None
    body: Body


@dataclass(frozen=True, slots=True)
class ConditionalNode:
    """Write the first branch whose condition holds; `unless` turns the first one round."""

    branches: tuple[Branch, ...]
    line: int
    first_holds_when: bool

    @property
    def is_blank(self) -> bool:
        """Say whether no branch writes anything but white space."""
        return all(branch.body.is_blank for branch in self.branches)

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all: Liquid drops the white space of such a block."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the branch that is chosen; raises LiquidError for values without an order."""
        with context.scope():
            wanted = self.first_holds_when
            for branch in self.branches:
                if branch.condition is None or branch.condition.holds(context) is wanted:
                    branch.body.render(context, output)
                    return
                wanted = True


def read_conditional(start: TagStart, parser: TemplateParser) -> ConditionalNode:
    """Read an `if` or an `unless` to its end."""
    branches: list[Branch] = []
    divider: TagStart | None = start
    while divider is not None:
        condition = None if divider.name == "else" else _condition(divider, parser)
        branches.append(Branch(condition, Body()))
        divider = parser.block(start, branches[-1].body, "elsif", "else")
    return ConditionalNode(tuple(branches), start.line, start.name == "if")


def _condition(tag: TagStart, parser: TemplateParser) -> Condition:
    return parser.forgiving(
        lambda: parse_strictly(tag.markup), lambda: parse_laxly(tag.markup), tag.line, tag.markup
    )
