"""Say what a site asks of a field that a value does not give."""

import re
from collections.abc import Mapping, Sequence

from editor.post.field_specs import Condition, FieldKind, FieldSpec
from editor.post.field_values import Value, same

_MOST_MATCHED = 1000


def is_wanted(conditions: Sequence[Condition], values: Mapping[str, Value]) -> bool:
    """Tell whether a post is to be asked for a field, given its other fields."""
    return all(_holds(condition, values.get(condition.key)) for condition in conditions)


def complaint(spec: FieldSpec, value: Value, items: Sequence[str] = ()) -> str:
    """Give a sentence about a value that the site does not want, "" for one that is well.

    Args:
        spec: What the site asks.
        value: The value as Jekyll reads it; None where there is none.
        items: Its items, where it is a list.
    """
    if is_empty(value):
        return f"This site asks for “{spec.name}”." if spec.required else ""
    if spec.choices and not items:
        return "" if _is_choice(spec, value) else "This is none of the site’s choices."
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _about_number(spec, value)
    if spec.pattern and isinstance(value, str) and not _fits(spec.pattern, value):
        return spec.pattern_help or f"This site wants text like {spec.pattern}"
    allowed = {str(choice.value) for choice in spec.choices}
    other = next((item for item in items if allowed and item not in allowed), None)
    return f"“{other}” is none of the site’s choices." if other is not None else ""


def is_empty(value: Value) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value in ("", [], {})


def _holds(condition: Condition, value: Value) -> bool:
    if not condition.values:
        return not is_empty(value) and value is not False
    listed = value if isinstance(value, list) else [value]
    return any(same(one, wanted) for one in listed for wanted in condition.values)


def _is_choice(spec: FieldSpec, value: Value) -> bool:
    return any(same(choice.value, value) for choice in spec.choices)


def _about_number(spec: FieldSpec, value: float) -> str:
    if spec.kind is not FieldKind.NUMBER:
        return ""
    if spec.least is not None and value < spec.least:
        return f"The least is {spec.least:g}."
    if spec.most is not None and value > spec.most:
        return f"The most is {spec.most:g}."
    return ""


def _fits(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text[:_MOST_MATCHED]) is not None
