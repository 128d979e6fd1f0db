"""The tag `cycle`: one value after the other, and then from the start."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidSyntaxError
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.expressions import Expression, Literal, parse
from editor.render.liquid.syntax.patterns import FRAGMENT
from editor.render.liquid.values import compare
from editor.render.liquid.values.text import output_text

_NAMED = re.compile(rf"({FRAGMENT})\s*:\s*(.*)", re.ASCII | re.DOTALL)
_VALUE = re.compile(FRAGMENT, re.ASCII)


@dataclass(frozen=True, slots=True)
class CycleNode:
    """Write the next value; cycles of one name, or of the same plain values, share their turn."""

    name: Expression | None
    values: tuple[Expression, ...]
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the value whose turn it is."""
        turns = context.registers.cycles
        key = self._key(context)
        turn = turns.get(key, 0)
        if turn < len(self.values):
            value = self.values[turn].evaluate(context)
            output.write(output_text(value, context.budget), self.line)
        turns[key] = turn + 1 if turn + 1 < len(self.values) else 0

    def _key(self, context: Context) -> object:
        if self.name is not None:
            return compare.identity(self.name.evaluate(context))
        written = [value.value for value in self.values if isinstance(value, Literal)]
        # Liquid takes values that have to be looked up for those of this one tag.
        same = len(written) == len(self.values)
        return compare.identity(written) if same else id(self)


def read_cycle(start: TagStart, parser: TemplateParser) -> CycleNode:
    """Read a `cycle`."""
    del parser
    named = _NAMED.match(start.markup)
    if named is not None:
        return CycleNode(parse(named[1]), _values(named[2]), start.line)
    if _VALUE.match(start.markup):
        return CycleNode(None, _values(start.markup), start.line)
    raise LiquidSyntaxError(
        "Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]"
    )


def _values(markup: str) -> tuple[Expression, ...]:
    found = (_VALUE.search(part) for part in markup.split(","))
    return tuple(parse(value[0]) for value in found if value is not None)
