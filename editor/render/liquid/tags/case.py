"""The tags `case`, `when` and `else`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidSyntaxError
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.conditions import Comparison
from editor.render.liquid.syntax.expressions import Expression, parse
from editor.render.liquid.syntax.patterns import FRAGMENT
from editor.render.liquid.values import compare

_VALUE = re.compile(FRAGMENT, re.ASCII)
_WHEN = re.compile(rf"({FRAGMENT})(?:(?:\s+or\s+|\s*,\s*)({FRAGMENT}.*))?", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Way:
    """Hold one value and its body; without a value it is the `else`."""

    comparison: Comparison | None
    body: Body


@dataclass(frozen=True, slots=True)
class CaseNode:
    """Write the body of every value that equals the one in question, else that of `else`."""

    ways: tuple[Way, ...]
    line: int
    is_blank: bool

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write what fits; an `else` before it ends the search, as in Liquid 4."""
        with context.scope():
            found = False
            for way in self.ways:
                if way.comparison is None:
                    if not found:
                        way.body.render(context, output)
                        return
                elif compare.is_true(way.comparison.evaluate(context)):
                    found = True
                    way.body.render(context, output)


def read_case(start: TagStart, parser: TemplateParser) -> CaseNode:
    """Read a `case` to its end."""
    value = _VALUE.search(start.markup)
    if value is None:
        raise LiquidSyntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
    left = parse(value[0])
    bodies = [Body()]
    ways: list[Way] = []
    divider = parser.block(start, bodies[0], "when", "else")
    while divider is not None:
        bodies.append(Body())
        ways += _ways(divider, left, bodies[-1])
        divider = parser.block(start, bodies[-1], "when", "else")
    return CaseNode(tuple(ways), start.line, all(body.is_blank for body in bodies))


def _ways(divider: TagStart, left: Expression, body: Body) -> Iterator[Way]:
    if divider.name == "else":
        if divider.markup.strip():
            sentence = (
                "Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) "
            )
            raise LiquidSyntaxError(sentence, line=divider.line)
        yield Way(None, body)
        return
    markup: str | None = divider.markup
    while markup is not None:
        found = _WHEN.search(markup)
        if found is None:
            sentence = (
                "Syntax Error in tag 'case' - Valid when condition: "
                "{% when [condition] [or condition2...] %}"
            )
            raise LiquidSyntaxError(sentence, line=divider.line)
        yield Way(Comparison(left, "==", parse(found[1])), body)
        markup = found[2]
