"""Read one value of a template and look it up while rendering (Liquid 4: `Expression`)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidError, LiquidSyntaxError, Reason, no_method
from editor.render.liquid.values.kinds import Drop, EmptyLiteral, Range
from editor.render.liquid.values.numbers import leading_float, leading_int, whole_number
from editor.render.liquid.values.text import printed

_LITERALS: dict[str | None, object] = {
    None: None,
    "nil": None,
    "null": None,
    "": None,
    "true": True,
    "false": False,
    "blank": EmptyLiteral("blank"),
    "empty": EmptyLiteral("empty"),
}
_TEXT = re.compile(r"'(.*)'|\"(.*)\"", re.DOTALL)
_INT = re.compile(r"-?\d+", re.ASCII)
_RANGE = re.compile(r"\((\S+)\.\.(\S+)\)", re.ASCII)
_FLOAT = re.compile(r"-?\d[\d.]+", re.ASCII)
_PART = re.compile(r"\[[^\]]+\]|[\w\-]+\??", re.ASCII)
_LONGEST_NUMBER: Final = 4_000
_DEEPEST: Final = 40
# The size in bytes of a whole number, which Ruby tells whoever asks for it.
_SIZE_OF_INT: Final = 8


class Expression(Protocol):
    """Give a value while a template is rendered."""

    def evaluate(self, context: Context) -> object:
        """Return the value in `context`."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Give the same value every time."""

    value: object

    def evaluate(self, context: Context) -> object:
        """Return the value as it was written."""
        del context
        return self.value


@dataclass(frozen=True, slots=True)
class RangeLookup:
    """Give the numbers between two values that are looked up."""

    first: Expression
    last: Expression

    def evaluate(self, context: Context) -> object:
        """Return the range; raises LiquidError for an end that is no whole number."""
        return Range(*(_bound(end.evaluate(context), context) for end in (self.first, self.last)))


@dataclass(frozen=True, slots=True)
class Lookup:
    """Find a variable by its name, and go on to its parts.

    A part is a name, or an expression in brackets.
    """

    name: str | Expression
    parts: tuple[str | Expression, ...]

    def evaluate(self, context: Context) -> object:
        """Return the value; nil where a part is missing.

        With `strict_variables`, raises LiquidError there instead.
        """
        name = self.name if isinstance(self.name, str) else self.name.evaluate(context)
        found = context.find(name)
        for part in self.parts:
            key = part if isinstance(part, str) else part.evaluate(context)
            if has_member(found, key):
                found = member(found, key)
            elif isinstance(part, str) and part in _COMMANDS and _answers(found, part):
                found = _COMMANDS[part](found)
            elif context.setup.strictness.strict_variables:
                shown = printed(key, context.budget)
                raise LiquidError(Reason.UNKNOWN_VARIABLE, f"undefined variable {shown}")
            else:
                return None
        return found


def _bound(value: object, context: Context) -> int:
    if value is None:
        return 0
    if isinstance(value, str):
        return leading_int(value)
    return whole_number(value if isinstance(value, int) else printed(value, context.budget))


def parse(markup: str | None, depth: int = 0) -> Expression:
    """Return the expression that `markup` is; any text is one, if only a name nobody knows.

    Raises LiquidSyntaxError for brackets too deep, and for a range with ends that are no numbers.
    """
    if depth > _DEEPEST:
        raise LiquidSyntaxError("stack level too deep")
    if markup in _LITERALS:
        return Literal(_LITERALS[markup])
    text = markup or ""
    if found := _TEXT.fullmatch(text):
        return Literal(found[1] if found[1] is not None else found[2])
    if _INT.fullmatch(text):
        return Literal(int(text[:_LONGEST_NUMBER]))
    if found := _RANGE.fullmatch(text):
        return _range(parse(found[1], depth + 1), parse(found[2], depth + 1))
    if _FLOAT.fullmatch(text):
        return Literal(leading_float(text))
    return _lookup(text, depth)


def _lookup(text: str, depth: int) -> Lookup:
    parts = [
        parse(part[1:-1], depth + 1) if part.startswith("[") else part
        for part in _PART.findall(text)
    ]
    return Lookup(parts[0], tuple(parts[1:])) if parts else Lookup(Literal(None), ())


def _range(first: Expression, last: Expression) -> Expression:
    if isinstance(first, Literal) and isinstance(last, Literal):
        return Literal(Range(_written_bound(first.value), _written_bound(last.value)))
    return RangeLookup(first, last)


def _written_bound(value: object) -> int:
    if isinstance(value, str):
        return leading_int(value)
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise no_method("to_i", str(value).lower())
    return int(value)


def has_member(value: object, key: object) -> bool:
    """Say whether `value` has a field `key`, or is a list and `key` a number."""
    if isinstance(value, Mapping):
        return (_hashable(key) and key in value) or _is_int(key)
    if isinstance(value, Drop):
        return value.has(key) or _is_int(key)
    return isinstance(value, list) and _is_int(key)


def member(value: object, key: object) -> object:
    """Return the field `key` of `value`, None where there is none; -1 is the last of a list."""
    if isinstance(value, Mapping):
        return value.get(key) if _hashable(key) else None
    if isinstance(value, Drop):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
        return value[key]
    return None


def _is_int(key: object) -> bool:
    return isinstance(key, int) and not isinstance(key, bool)


def _hashable(key: object) -> bool:
    return not isinstance(key, list | dict)


def size(value: object) -> int:
    """Return how long a text, a list, a hash or a range is; 0 for what has no size."""
    if isinstance(value, Range):
        return value.size
    if isinstance(value, str | list | Mapping):
        return len(value)
    return _SIZE_OF_INT if _is_int(value) else 0


def first(value: object) -> object:
    """Return the first member of a list, a range or a hash (as a pair); None for others.

    A running loop answers whether it is in its first turn.
    """
    if isinstance(value, Range):
        return value.first
    if isinstance(value, list):
        return value[0] if value else None
    if isinstance(value, Drop) and not value.HAS_MEMBERS:
        return value.get("first")
    if isinstance(value, Drop):
        return next(([name, value.get(name)] for name in value.names()), None)
    if isinstance(value, Mapping):
        return next(([key, value[key]] for key in value), None)
    return None


def last(value: object) -> object:
    """Return the last member of a list or a range; None for others."""
    if isinstance(value, Drop) and not value.HAS_MEMBERS:
        return value.get("last")
    if isinstance(value, Range):
        return value.last
    return value[-1] if isinstance(value, list) and value else None


_COMMANDS: dict[str, Callable[[object], object]] = {"size": size, "first": first, "last": last}
_ASKED: dict[str, tuple[type[object], ...]] = {
    "size": (str, list, dict, Range, int),
    "first": (list, dict, Range),
    "last": (list, Range),
}


def _answers(value: object, command: str) -> bool:
    return isinstance(value, _ASKED[command]) and not isinstance(value, bool)
