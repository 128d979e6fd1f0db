"""Read `KEY=TEXT` and `KEY:=JSON` as they are typed after `dateline set`."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Never

from editor.command_line.usage import UsageError, plain_text
from editor.post.dates import lacks_zone
from editor.post.field_values import JekyllTime, Literal, NewValue
from editor.post.yaml_scalars import read_plain


@dataclass(frozen=True, slots=True)
class Assignment:
    """Pair a key at the top of the front matter with its new value."""

    key: str
    value: NewValue


def assignment(argument: str) -> Assignment:
    """Return what an argument such as `title=Low tide` or `published:=false` asks for.

    Raises:
        UsageError: it has no key or no `=`, or what follows `:=` is no JSON.
    """
    name, sign, text = plain_text(argument).partition("=")
    key = name.removesuffix(":")
    if not sign or not key:
        raise UsageError(f"“{argument}” is not KEY=TEXT or KEY:=JSON.")
    if key != name:
        return Assignment(key, _from_json(argument, text))
    return Assignment(key, _date(text) if key == "date" else text)


def _date(text: str) -> str:
    """Return a date, or a time with its zone, to be written without quotes, as it is done.

    A time without a zone stays text: without quotes it would be UTC instead of the site's time.
    """
    value = read_plain(text) if text else None
    known = isinstance(value, date) or (isinstance(value, JekyllTime) and not lacks_zone(text))
    return Literal(text) if known else text


def _from_json(argument: str, text: str) -> NewValue:
    try:
        value: NewValue = json.loads(text, parse_constant=_no_constant)
        # An escape such as \ud83d, half of a character, would be no text in the file.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise UsageError(f"What follows := in “{argument}” is no JSON.") from error
    return value


def _no_constant(name: str) -> Never:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(name)
