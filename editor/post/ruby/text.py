"""Write a value as text the way Ruby does, which is what Jekyll looks for a date in."""

from collections.abc import Mapping
from datetime import date

from editor.post.field_values import JekyllTime, Key, Value

# What lies between the first day of Python's calendar and of the one astronomers count by.
_JULIAN_DAY_OF_ORDINAL_0 = 1_721_425


def ruby_text(value: Value) -> str:
    """Return the text of `value`: Ruby 3.1, `to_s`. None is empty."""
    if value is None:
        return ""
    if isinstance(value, (str, date)):
        return str(value)
    return _inspected(value)


def _inspected(value: Value | Key) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_inspected(item) for item in value)}]"
    if isinstance(value, Mapping):
        pairs = (f"{_inspected(key)}=>{_inspected(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _inspected_scalar(value)


def _inspected_scalar(value: float | date | JekyllTime | None) -> str:
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, date):
        julian = value.toordinal() + _JULIAN_DAY_OF_ORDINAL_0
        return f"#<Date: {value} (({julian}j,0s,0n),+0s,2299161j)>"
    return str(value)


def _float_text(value: float) -> str:
    text = repr(value)
    if text in _UNENDING:
        return _UNENDING[text]
    mantissa, exponent, power = text.partition("e")
    return f"{mantissa}.0e{power}" if exponent and "." not in mantissa else text


_UNENDING = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
