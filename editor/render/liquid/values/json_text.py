"""Write values as JSON, as Ruby's generator does for `jsonify` and for a drop that is shown."""

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from typing_extensions import override

from editor.post.field_values import JekyllTime
from editor.render.liquid.errors import JekyllError, Reason
from editor.render.liquid.limits import Budget
from editor.render.liquid.values import numbers, times
from editor.render.liquid.values.kinds import Drop, EmptyLiteral, Range

# A post names its neighbours, which name theirs: Jekyll shows those of a neighbour no more.
_NOT_IN_NEIGHBOURS: Final = frozenset({"content", "output", "excerpt", "next", "previous"})
_NEIGHBOURS: Final = ("previous", "next")
_CUT_SHORT_FROM: Final = 2
_DEEPEST: Final = 100


def compact_json(value: object, budget: Budget) -> str:
    """Return `value` as JSON without a blank (Jekyll 4.3: `jsonify`)."""
    return _written(value, budget, _Compact())


def pretty_json(value: object, budget: Budget) -> str:
    """Return `value` as JSON over several lines, as Ruby shows a drop."""
    return _written(value, budget, _Pretty())


class _Compact:
    """Set JSON on one line."""

    after_key = ":"

    def set_out(self, marks: str, members: list[str], depth: int) -> str:
        """Return `members` between the two `marks`."""
        del depth
        return f"{marks[0]}{','.join(members)}{marks[1]}"


class _Pretty(_Compact):
    """Set JSON with one member a line."""

    after_key = ": "

    @override
    def set_out(self, marks: str, members: list[str], depth: int) -> str:
        if not members:
            return marks if marks == "{}" else f"{marks[0]}\n\n{'  ' * depth}{marks[1]}"
        inner = ",\n".join("  " * (depth + 1) + member for member in members)
        return f"{marks[0]}\n{inner}\n{'  ' * depth}{marks[1]}"


def _written(value: object, budget: Budget, style: _Compact, depth: int = 0) -> str:
    budget.step()
    if depth > _DEEPEST:
        raise JekyllError(Reason.BAD_VALUE, f"nesting of {depth} is too deep")
    if isinstance(value, Drop):
        fields = value.fields()
        value = value.printed() if fields is None else _collapsed(fields, depth)
    if isinstance(value, Mapping):
        members = [
            f"{_text(_key(key))}{style.after_key}{_written(member, budget, style, depth + 1)}"
            for key, member in value.items()
        ]
        budget.reserve(sum(map(len, members)))
        return style.set_out("{}", members, depth)
    if isinstance(value, list):
        members = [_written(member, budget, style, depth + 1) for member in value]
        budget.reserve(sum(map(len, members)))
        return style.set_out("[]", members, depth)
    return _single(value)


def _collapsed(fields: dict[str, object], depth: int) -> dict[str, object]:
    """Return the fields of a post, those of its neighbours cut short where they stand deep."""
    if depth < _CUT_SHORT_FROM:
        return fields
    for name in _NEIGHBOURS:
        neighbour = fields.get(name)
        if isinstance(neighbour, Drop):
            keys = (key for key in neighbour.names() if key not in _NOT_IN_NEIGHBOURS)
            fields[name] = {key: neighbour.get(key) for key in keys}
    return fields


def _single(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            text = numbers.float_text(value)
            raise JekyllError(Reason.BAD_VALUE, f"{text} not allowed in JSON")
        return numbers.float_text(value)
    return _text(_key(value))


def _key(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, JekyllTime | datetime | date):
        return times.printed_time(value)
    if isinstance(value, Range):
        return f"{value.first}..{value.last}"
    if value is None or isinstance(value, EmptyLiteral):
        return ""
    return _single(value) if isinstance(value, bool | int | float) else str(value)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
