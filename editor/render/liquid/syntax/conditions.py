"""Decide whether the condition of an `if`, a `when` or a `where_exp` holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, LiquidSyntaxError, Reason
from editor.render.liquid.syntax.expressions import Expression, parse
from editor.render.liquid.syntax.patterns import FRAGMENT
from editor.render.liquid.syntax.strict_parser import StrictParser
from editor.render.liquid.values import compare
from editor.render.liquid.values.kinds import Range
from editor.render.liquid.values.text import printed

_LAX_PART = re.compile(rf"({FRAGMENT})\s*([=!<>a-z_]+)?\s*({FRAGMENT})?", re.ASCII)
_AND_OR = r"\b(?:\s?and\s?|\s?or\s?)\b"
_LAX_PARTS = re.compile(rf"{_AND_OR}|(?:\s*(?!{_AND_OR})(?:{FRAGMENT}|\S+)\s*)+", re.ASCII)
_MALFORMED = "Syntax Error in tag 'if' - Valid syntax: if [expression]"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold two values and the sign between them; one value alone has no sign."""

    left: Expression
    sign: str | None = None
    right: Expression | None = None

    def evaluate(self, context: Context) -> object:
        """Return what the comparison gives; None, which does not hold, where there is no order.

        Raises LiquidError for a sign that Liquid does not know and for ``"a" < 1``.
        """
        left = self.left.evaluate(context)
        if self.sign is None:
            return left
        right = None if self.right is None else self.right.evaluate(context)
        answer = _SIGNS.get(self.sign)
        if answer is None:
            raise LiquidError(Reason.BAD_VALUE, f"Unknown operator {self.sign}")
        return answer(left, right, context)


@dataclass(frozen=True, slots=True)
class Condition:
    """Hold comparisons joined by `and` and `or`, which Liquid reads from the right."""

    comparisons: tuple[Comparison, ...]
    joints: tuple[str, ...] = ()

    def holds(self, context: Context) -> bool:
        """Say whether the whole condition holds.

        ``a or b and c`` stops at the first `or` after something true, and at the first `and`
        after something false.
        """
        result: object = None
        for comparison, joint in zip(self.comparisons, (*self.joints, ""), strict=True):
            result = comparison.evaluate(context)
            true = compare.is_true(result)
            if (joint == "or" and true) or (joint == "and" and not true):
                break
        return compare.is_true(result)


def _contains(left: object, right: object, context: Context) -> bool:
    if not compare.is_true(left) or not compare.is_true(right):
        return False
    if isinstance(left, str):
        return printed(right, context.budget) in left
    if isinstance(left, list):
        return any(compare.same(member, right, context.budget) for member in left)
    if isinstance(left, dict):
        return isinstance(right, str | int | float) and right in left
    if isinstance(left, Range) and compare.is_number(right):
        return compare.is_less(right, left.first, context.budget) is False and (
            compare.is_less(left.last, right, context.budget) is False
        )
    return False


def _equal(left: object, right: object, context: Context) -> bool | None:
    return compare.equal(left, right, context.budget)


def _unequal(left: object, right: object, context: Context) -> bool:
    return not compare.equal(left, right, context.budget)


def _less(left: object, right: object, context: Context) -> bool | None:
    return compare.is_less(left, right, context.budget)


def _greater(left: object, right: object, context: Context) -> bool | None:
    order = compare.is_less(left, right, context.budget)
    return None if order is None else not order and not compare.same(left, right, context.budget)


def _at_least(left: object, right: object, context: Context) -> bool | None:
    order = compare.is_less(left, right, context.budget)
    return None if order is None else not order


def _at_most(left: object, right: object, context: Context) -> bool | None:
    order = compare.is_less(left, right, context.budget)
    return None if order is None else order or compare.same(left, right, context.budget)


_SIGNS: dict[str, Callable[[object, object, Context], object]] = {
    "==": _equal,
    "!=": _unequal,
    "<>": _unequal,
    "<": _less,
    ">": _greater,
    ">=": _at_least,
    "<=": _at_most,
    "contains": _contains,
}


def parse_strictly(markup: str) -> Condition:
    """Return the condition that `markup` is; raises LiquidSyntaxError for anything else."""
    parser = StrictParser(markup)
    comparisons = [_comparison(parser)]
    joints: list[str] = []
    while joint := parser.take_word("and", "or"):
        joints.append(joint)
        comparisons.append(_comparison(parser))
    parser.take("end_of_string")
    return Condition(tuple(comparisons), tuple(joints))


def _comparison(parser: StrictParser) -> Comparison:
    left = parse(parser.expression())
    sign = parser.take_if("comparison")
    return Comparison(left, sign, parse(parser.expression()) if sign else None)


def parse_laxly(markup: str) -> Condition:
    """Return what Liquid makes of a condition that breaks its grammar.

    Raises LiquidSyntaxError where it makes nothing of it.
    """
    parts = _LAX_PARTS.findall(markup)
    if not parts:
        raise LiquidSyntaxError(_MALFORMED)
    comparisons = [_lax_comparison(parts.pop())]
    joints: list[str] = []
    while parts:
        joint = parts.pop().strip(" \t\n\v\f\r\0")
        comparisons.insert(0, _lax_comparison(parts.pop() if parts else ""))
        if joint not in {"and", "or"}:
            raise LiquidSyntaxError(_MALFORMED)
        joints.insert(0, joint)
    return Condition(tuple(comparisons), tuple(joints))


def _lax_comparison(text: str) -> Comparison:
    found = _LAX_PART.search(text)
    if found is None:
        raise LiquidSyntaxError(_MALFORMED)
    left, sign, right = found.groups()
    return Comparison(parse(left), sign, parse(right) if right is not None else None)
