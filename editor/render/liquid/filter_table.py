"""Describe one filter, and apply it under Liquid's rules for arguments and the limits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, Reason
from editor.render.liquid.values.text import printed

Function: TypeAlias = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Filter:
    """Hold a filter's function and how many values it takes, the filtered one included.

    The function gets the context, then those values.
    """

    function: Function
    least: int = 1
    most: int = 1

    def apply(self, context: Context, value: object, arguments: list[object]) -> object:
        """Return what the filter makes of `value`.

        Raises LiquidError for too few or too many arguments and for values it cannot work with.
        """
        given = len(arguments) + 1
        if not self.least <= given <= self.most:
            expected = str(self.least)
            if self.least != self.most:
                expected += f"..{self.most}"
            sentence = f"wrong number of arguments (given {given}, expected {expected})"
            raise LiquidError(Reason.WRONG_ARGUMENTS, sentence)
        if isinstance(value, str):
            context.budget.step(len(value) >> 7)
        try:
            result = self.function(context, value, *arguments)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            # A corner of Ruby that this filter does not know: the text around it still shows.
            raise LiquidError(Reason.BAD_VALUE, str(error)) from error
        _check(result, context)
        return result


FilterTable: TypeAlias = Mapping[str, Filter]
"""The filters by the name that a template calls them."""


def _check(result: object, context: Context) -> None:
    if isinstance(result, str | list):
        context.budget.reserve(len(result))
    elif isinstance(result, int):
        context.budget.check_number(result)


def on_text(function: Callable[[str], object]) -> Filter:
    """Return the filter that hands its value, as text, to `function`."""
    return Filter(lambda context, value: function(printed(value, context.budget)))
