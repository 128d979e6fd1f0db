"""The tags that give names: `assign`, `capture`, `increment` and `decrement`."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidSyntaxError, no_method
from editor.render.liquid.filtered_value import FilteredValue
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.patterns import SIGNATURE
from editor.render.liquid.values.strings import strip
from editor.render.liquid.values.text import described

_NAME = re.compile(SIGNATURE, re.ASCII)
_VALUE = re.compile(r"\s*=\s*(.*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class AssignNode:
    """Give a name a value for the rest of the template."""

    name: str
    value: FilteredValue
    line: int
    is_blank: bool = True
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Give the name its value."""
        del output
        context.assign(self.name, self.value.evaluate(context))


def read_assign(start: TagStart, parser: TemplateParser) -> AssignNode:
    """Read an `assign`."""
    for name in _NAME.finditer(start.markup):
        found = _VALUE.match(start.markup, name.end())
        if found is not None:
            value = parser.value(found[1], start.line, f"{{{{{found[1]}}}}}")
            return AssignNode(name[0], value, start.line)
    raise LiquidSyntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")


@dataclass(frozen=True, slots=True)
class CaptureNode:
    """Give a name what a body writes."""

    name: str
    body: Body
    line: int
    is_blank: bool = True
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Keep what the body writes under the name."""
        del output
        caught = Output(context.budget)
        self.body.render(context, caught)
        text = caught.text()
        context.budget.reserve(len(text))
        context.assign(self.name, text)


def read_capture(start: TagStart, parser: TemplateParser) -> CaptureNode:
    """Read a `capture` to its end."""
    found = _NAME.search(start.markup)
    if found is None:
        raise LiquidSyntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
    body = Body()
    parser.block(start, body)
    return CaptureNode(found[0], body, start.line)


@dataclass(frozen=True, slots=True)
class CounterNode:
    """Count: `increment` writes and then counts up, `decrement` counts down and then writes."""

    name: str
    step: int
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the counter, which is apart from what `assign` names."""
        value = context.top.get(self.name)
        if value is None or value is False:
            value = 0
        if not isinstance(value, int) or isinstance(value, bool):
            raise no_method("+", described(value, context.budget))
        context.top[self.name] = value + self.step
        output.write(str(value if self.step > 0 else value - 1), self.line)


def read_counter(start: TagStart, parser: TemplateParser) -> CounterNode:
    """Read an `increment` or a `decrement`."""
    del parser
    return CounterNode(strip(start.markup), 1 if start.name == "increment" else -1, start.line)
