"""The tags `for`, `break` and `continue`."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context, Interrupt
from editor.render.liquid.errors import LiquidSyntaxError, no_method
from editor.render.liquid.loop_drops import LoopDrop
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.expressions import Expression, parse
from editor.render.liquid.syntax.patterns import ATTRIBUTE, FRAGMENT
from editor.render.liquid.syntax.strict_parser import StrictParser
from editor.render.liquid.values.lists import members_for_loop
from editor.render.liquid.values.numbers import leading_int
from editor.render.liquid.values.text import described

_LAX = re.compile(rf"([\w\-]+)\s+in\s+((?:{FRAGMENT})+)\s*(reversed)?", re.ASCII)
_CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class LoopHead:
    """Hold what a loop says of itself: ``for post in site.posts reversed limit: 3``.

    The offset is the word `continue`, or a value.
    """

    variable: str
    name: str
    collection: Expression
    is_reversed: bool
    limit: Expression | None
    offset: Expression | str | None


@dataclass(frozen=True, slots=True)
class LoopNode:
    """Write a body for each member of a list."""

    head: LoopHead
    body: Body
    otherwise: Body | None
    line: int

    @property
    def is_blank(self) -> bool:
        """Say whether neither body writes anything but white space."""
        return self.body.is_blank and (self.otherwise is None or self.otherwise.is_blank)

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the body for each member, or the `else` for none."""
        members = self._members(context)
        if members:
            self._turns(members, context, output)
        elif self.otherwise is not None:
            self.otherwise.render(context, output)

    def _members(self, context: Context) -> list[object]:
        head, offsets = self.head, context.registers.offsets
        if isinstance(head.offset, str):
            start = offsets.get(head.name, 0)
        else:
            start = _count(head.offset, context) or 0
        collection, limit = head.collection.evaluate(context), _count(head.limit, context)
        chosen = members_for_loop(collection, start, limit, context.budget)
        offsets[head.name] = start + len(chosen)
        return chosen[::-1] if head.is_reversed else chosen

    def _turns(self, members: list[object], context: Context, output: Output) -> None:
        loops = context.registers.loops
        with context.scope():
            loop = LoopDrop(self.head.name, len(members), loops[-1] if loops else None)
            loops.append(loop)
            try:
                context.set_local("forloop", loop)
                for member in members:
                    context.budget.step()
                    context.set_local(self.head.variable, member)
                    self.body.render(context, output)
                    loop.index += 1
                    if context.interrupts and context.interrupts.pop() is Interrupt.BREAK:
                        break
            finally:
                loops.pop()


def _count(expression: Expression | None, context: Context) -> int | None:
    """Return a limit or an offset as a number; None where there is none."""
    value = None if expression is None else expression.evaluate(context)
    if value is None or (value is False and expression is None):
        return None
    if isinstance(value, str):
        return leading_int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise no_method("to_i", described(value, context.budget))
    return int(value)


def read_loop(start: TagStart, parser: TemplateParser) -> LoopNode:
    """Read a `for` to its end."""
    head = parser.forgiving(
        lambda: _strict_head(start.markup),
        lambda: _lax_head(start.markup),
        start.line,
        start.markup,
    )
    body, otherwise = Body(), Body()
    if parser.block(start, body, "else") is None:
        return LoopNode(head, body, None, start.line)
    parser.block(start, otherwise)
    return LoopNode(head, body, otherwise, start.line)


def _strict_head(markup: str) -> LoopHead:
    parser = StrictParser(markup)
    variable = parser.take("id")
    if not parser.take_word("in"):
        raise LiquidSyntaxError("For loops require an 'in' clause")
    collection = parser.expression()
    is_reversed = parser.take_word("reversed") is not None
    attributes: dict[str, str] = {}
    while parser.looks_at("id") and parser.looks_at("colon", 1):
        name = parser.take_word("limit", "offset")
        if name is None:
            sentence = "Invalid attribute in for loop. Valid attributes are limit and offset"
            raise LiquidSyntaxError(sentence)
        parser.take("colon")
        attributes[name] = parser.expression()
    parser.take("end_of_string")
    return _head(variable, collection, attributes, is_reversed=is_reversed)


def _lax_head(markup: str) -> LoopHead:
    found = _LAX.match(markup)
    if found is None:
        sentence = "Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]"
        raise LiquidSyntaxError(sentence)
    attributes = dict(ATTRIBUTE.findall(markup))
    return _head(found[1], found[2], attributes, is_reversed=found[3] is not None)


def _head(
    variable: str, collection: str, attributes: dict[str, str], *, is_reversed: bool
) -> LoopHead:
    offset, limit = attributes.get("offset"), attributes.get("limit")
    return LoopHead(
        variable,
        f"{variable}-{collection}",
        parse(collection),
        is_reversed,
        None if limit is None else parse(limit),
        offset if offset in {None, _CONTINUE} else parse(offset),
    )


@dataclass(frozen=True, slots=True)
class InterruptNode:
    """Leave the innermost loop, or go to its next turn."""

    interrupt: Interrupt
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Stop everything up to the loop; outside a loop, the rest of the template."""
        del output
        context.interrupts.append(self.interrupt)


def read_interrupt(start: TagStart, parser: TemplateParser) -> InterruptNode:
    """Read a `break` or a `continue`."""
    del parser
    return InterruptNode(Interrupt(start.name), start.line)
