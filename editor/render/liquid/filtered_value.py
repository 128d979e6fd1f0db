"""Read what stands between ``{{`` and ``}}``: a value and its filters (Liquid 4: `Variable`)."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, LiquidSyntaxError, Reason
from editor.render.liquid.filter_table import FilterTable
from editor.render.liquid.setup import ErrorMode
from editor.render.liquid.syntax.expressions import Expression, Literal, parse
from editor.render.liquid.syntax.patterns import ATTRIBUTE, FRAGMENT
from editor.render.liquid.syntax.strict_parser import StrictParser
from editor.render.liquid.values.kinds import EmptyLiteral

_VALUE_AND_REST = re.compile(rf"({FRAGMENT})(.*)", re.ASCII | re.DOTALL)
_AFTER_PIPE = re.compile(r"\|\s*(.*)", re.ASCII | re.DOTALL)
_ONE_FILTER = re.compile(rf"(?:\s+|{FRAGMENT}|,)+", re.ASCII)
_FILTER_NAME = re.compile(r"\w+", re.ASCII)
_FILTER_ARGUMENT = re.compile(rf"[:,]\s*((?:\w+\s*:\s*)?{FRAGMENT})", re.ASCII)


@dataclass(frozen=True, slots=True)
class FilterCall:
    """Hold one filter as it is written: its name and the values after the colon."""

    name: str
    arguments: tuple[Expression, ...]
    named: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class FilteredValue:
    """Hold a value and the filters that it goes through."""

    value: Expression
    filters: tuple[FilterCall, ...]
    table: FilterTable

    def evaluate(self, context: Context) -> object:
        """Return the value after the last filter; raises LiquidError where one cannot work."""
        result = self.value.evaluate(context)
        for call in self.filters:
            context.budget.step()
            arguments = [argument.evaluate(context) for argument in call.arguments]
            if call.named:
                arguments.append({key: value.evaluate(context) for key, value in call.named})
            result = self._applied(call.name, result, arguments, context)
            if isinstance(result, EmptyLiteral):
                result = ""
        return result

    def _applied(
        self, name: str, value: object, arguments: list[object], context: Context
    ) -> object:
        found = self.table.get(name)
        if found is not None:
            return found.apply(context, value, arguments)
        if context.setup.strictness.strict_filters:
            raise LiquidError(Reason.UNKNOWN_FILTER, f"undefined filter {name}")
        return value


@dataclass(frozen=True, slots=True)
class MarkupReader:
    """Read values with filters, strictly or as Liquid forgives."""

    table: FilterTable

    def strictly(self, markup: str) -> FilteredValue:
        """Return what `markup` says; raises LiquidSyntaxError where it breaks the grammar."""
        parser = StrictParser(markup)
        value = parse(parser.expression())
        filters: list[FilterCall] = []
        while parser.take_if("pipe"):
            name = parser.take("id")
            arguments: list[str] = []
            if parser.take_if("colon"):
                arguments.append(parser.argument())
                while parser.take_if("comma"):
                    arguments.append(parser.argument())
            filters.append(_call(name, arguments))
        parser.take("end_of_string")
        return FilteredValue(value, tuple(filters), self.table)

    def laxly(self, markup: str) -> FilteredValue:
        """Return what Liquid makes of `markup` when it breaks the grammar."""
        found = _VALUE_AND_REST.search(markup)
        if found is None:
            return FilteredValue(Literal(None), (), self.table)
        filters: list[FilterCall] = []
        after_pipe = _AFTER_PIPE.search(found[2])
        for part in _ONE_FILTER.findall(after_pipe[1]) if after_pipe else ():
            name = _FILTER_NAME.search(part)
            if name is not None:
                filters.append(_call(name[0], _FILTER_ARGUMENT.findall(part)))
        return FilteredValue(parse(found[1]), tuple(filters), self.table)

    def read(self, markup: str, mode: ErrorMode) -> tuple[FilteredValue, LiquidSyntaxError | None]:
        """Return what `markup` says in `mode`, and the complaint that goes with it, if any.

        Raises LiquidSyntaxError in the strict mode.
        """
        if mode is ErrorMode.LAX:
            return self.laxly(markup), None
        try:
            return self.strictly(markup), None
        except LiquidSyntaxError as error:
            if mode is ErrorMode.STRICT:
                raise
            return self.laxly(markup), error


def _call(name: str, written: list[str]) -> FilterCall:
    arguments: list[Expression] = []
    named: dict[str, Expression] = {}
    for text in written:
        attribute = ATTRIBUTE.fullmatch(text)
        if attribute is None:
            arguments.append(parse(text))
        else:
            named[attribute[1]] = parse(attribute[2])
    return FilterCall(name, tuple(arguments), tuple(named.items()))
