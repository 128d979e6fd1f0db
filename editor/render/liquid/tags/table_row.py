"""The tag `tablerow`: a loop that writes the rows and cells of a table."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidSyntaxError
from editor.render.liquid.loop_drops import TableRowDrop
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.syntax.expressions import Expression, parse
from editor.render.liquid.syntax.patterns import ATTRIBUTE, FRAGMENT
from editor.render.liquid.values import compare
from editor.render.liquid.values.lists import members_for_loop
from editor.render.liquid.values.numbers import leading_int

_HEAD = re.compile(rf"(?<!\w)(\w++)\s+in\s+((?:{FRAGMENT})+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class TableRowNode:
    """Write a cell for each member of a list, and rows of `cols` cells."""

    variable: str
    collection: Expression
    attributes: dict[str, Expression]
    body: Body
    line: int

    @property
    def is_blank(self) -> bool:
        """Say whether no cell holds anything but white space."""
        return self.body.is_blank

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all, not even the rows."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the rows; nothing at all for nil."""
        value = self.collection.evaluate(context)
        if not compare.is_true(value):
            return
        start = self._number("offset", context) or 0
        limit = self._number("limit", context)
        members = members_for_loop(value, start, limit, context.budget)
        row = TableRowDrop(len(members), self._number("cols", context) or 0)
        output.write('<tr class="row1">\n', self.line)
        with context.scope():
            context.set_local("tablerowloop", row)
            for number, member in enumerate(members, 1):
                context.budget.step()
                context.set_local(self.variable, member)
                output.write(f'<td class="col{row.column}">', self.line)
                self.body.render(context, output)
                output.write("</td>", self.line)
                if row.is_last_column and number < len(members):
                    output.write(f'</tr>\n<tr class="row{row.row + 1}">', self.line)
                row.advance()
        output.write("</tr>\n", self.line)

    def _number(self, name: str, context: Context) -> int | None:
        if name not in self.attributes:
            return None
        value = self.attributes[name].evaluate(context)
        if isinstance(value, str):
            return leading_int(value)
        return int(value) if isinstance(value, int | float) else 0


def read_table_row(start: TagStart, parser: TemplateParser) -> TableRowNode:
    """Read a `tablerow` to its end."""
    found = _HEAD.search(start.markup)
    if found is None:
        raise LiquidSyntaxError(
            "Syntax Error in 'table_row loop' - Valid syntax: "
            "table_row [item] in [collection] cols=3"
        )
    attributes = {name: parse(value) for name, value in ATTRIBUTE.findall(start.markup)}
    body = Body()
    parser.block(start, body)
    return TableRowNode(found[1], parse(found[2]), attributes, body, start.line)
