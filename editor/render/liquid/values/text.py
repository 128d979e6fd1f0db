"""Print values as Ruby prints them: `to_s` for output, `inspect` inside lists and hashes."""

import unicodedata
from collections.abc import Callable
from datetime import date

from editor.post.field_values import JekyllTime
from editor.render.liquid.limits import Budget
from editor.render.liquid.values.json_text import pretty_json
from editor.render.liquid.values.kinds import Drop, EmptyLiteral, Range
from editor.render.liquid.values.numbers import float_text
from editor.render.liquid.values.times import printed_time

_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\f": "\\f",
    "\v": "\\v",
    "\b": "\\b",
    "\a": "\\a",
    "\x1b": "\\e",
}
_UNPRINTABLE = frozenset({"Cc", "Cn", "Cs", "Zl", "Zp"})
_FOUR_DIGITS = 0xFFFF


def inspected_text(text: str) -> str:
    """Return a string as Ruby shows it in a list: in double quotes, with its escapes."""
    parts = ['"']
    for place, char in enumerate(text):
        escaped = _ESCAPES.get(char)
        if escaped is not None:
            parts.append(escaped)
        elif char == "#" and text[place + 1 : place + 2] in {"{", "$", "@"}:
            parts.append("\\#")
        elif unicodedata.category(char) in _UNPRINTABLE:
            code = ord(char)
            parts.append(f"\\u{code:04X}" if code <= _FOUR_DIGITS else f"\\u{{{code:X}}}")
        else:
            parts.append(char)
    parts.append('"')
    return "".join(parts)


_PLAIN: dict[type[object], Callable[[object], str]] = {
    str: str,
    int: str,
    type(None): lambda _: "",
    bool: lambda value: "true" if value else "false",
    float: lambda value: float_text(value) if isinstance(value, float) else "",
    EmptyLiteral: lambda _: "",
}


def printed(value: object, budget: Budget) -> str:
    """Return the text that `value` has where a filter or a message needs one (Ruby: `to_s`)."""
    plain = _PLAIN.get(type(value))
    if plain is not None:
        return plain(value)
    if isinstance(value, JekyllTime | date):
        return printed_time(value)
    if isinstance(value, Drop):
        return value.printed()
    if isinstance(value, Range):
        return f"{value.first}..{value.last}"
    if isinstance(value, list | dict):
        return inspected(value, budget)
    return str(value)


def output_text(value: object, budget: Budget) -> str:
    """Return the text that `{{ value }}` writes: the members of a list follow one another."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return joined(value, "", budget)
    return printed(value, budget)


def joined(members: list[object], glue: str, budget: Budget) -> str:
    """Return the members of a list, and of the lists in it, with `glue` between them."""
    budget.step(len(members))
    texts = [
        joined(member, glue, budget) if isinstance(member, list) else printed(member, budget)
        for member in members
    ]
    budget.reserve(sum(map(len, texts)) + len(glue) * len(texts))
    return glue.join(texts)


def inspected(value: object, budget: Budget) -> str:
    """Return the text that Ruby's `inspect` gives: ``{"a"=>1, "b"=>[nil, "c"]}``."""
    budget.step()
    if value is None:
        return "nil"
    if isinstance(value, str):
        return inspected_text(value)
    if isinstance(value, list):
        return f"[{_listed([_inner(member, budget) for member in value], budget)}]"
    if isinstance(value, dict):
        pairs = [f"{inspected(k, budget)}=>{_inner(v, budget)}" for k, v in value.items()]
        return f"{{{_listed(pairs, budget)}}}"
    if isinstance(value, Drop):
        return value.printed() if value.fields() is None else pretty_json(value, budget)
    return printed(value, budget)


def _inner(value: object, budget: Budget) -> str:
    listed = value.listed() if isinstance(value, Drop) else None
    return inspected(value, budget) if listed is None else listed


def _listed(texts: list[str], budget: Budget) -> str:
    budget.reserve(sum(map(len, texts)))
    return ", ".join(texts)


def class_name(value: object) -> str:
    """Return the name that Ruby's messages give to the kind of `value`."""
    for kind, name in _CLASSES:
        if isinstance(value, kind):
            return name(value) if callable(name) else name
    return "Object"


_CLASSES: tuple[tuple[type[object], str | Callable[[object], str]], ...] = (
    (type(None), "NilClass"),
    (bool, lambda value: "TrueClass" if value else "FalseClass"),
    (int, "Integer"),
    (float, "Float"),
    (str, "String"),
    (list, "Array"),
    (dict, "Hash"),
    (Range, "Range"),
    (JekyllTime, "Time"),
    (date, lambda value: "Time" if hasattr(value, "hour") else "Date"),
)


def described(value: object, budget: Budget) -> str:
    """Return how a message of Ruby about a missing method names `value`: ``5:Integer``."""
    return f"{inspected(value, budget)}:{class_name(value)}"
