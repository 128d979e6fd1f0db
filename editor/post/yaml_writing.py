"""Choose how to write a value in YAML, so that every reader reads it back.

The rules are stricter than YAML's: what needs quotes for one reader, or in a list, gets them.
"""

import math
import re
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from editor.post.field_values import JekyllTime
from editor.post.yaml_dialects import reads_as_text
from editor.post.yaml_nodes import Style

Quote: TypeAlias = Literal["'", '"']

# Controls, line breaks of YAML and the BOM; a lone surrogate is a byte of the file and stays.
_NEEDS_ESCAPE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_LAST_BYTE: Final = 0xFF

_NO_PLAIN_START = frozenset("#&*!|>'\"%@`,[]{}")
_NO_PLAIN = re.compile(r"[-?:](?:[ \t]|\Z)|:|---|\.\.\.")
_ENDS_PLAIN = re.compile(r":(?:[ \t]|\Z)|[ \t]#")
# In a list `word:x` is fine, `: x`, `x :` and `a?b` are read differently by different parsers.
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]|(?<![\w/]):|:(?![\w/])")


def can_be_plain(text: str, *, in_flow: bool = False) -> bool:
    """Tell whether a text can do without quotes, as a value or, `in_flow`, inside `[...]`."""
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in _NO_PLAIN_START
        and _NO_PLAIN.match(text) is None
        and _ENDS_PLAIN.search(text) is None
        and not needs_escape(text)
        and not (in_flow and _ENDS_PLAIN_IN_FLOW.search(text))
        and reads_as_text(text)
    )


def needs_escape(text: str) -> bool:
    """Tell whether only double quotes can hold a text, because something in it must be escaped."""
    return _NEEDS_ESCAPE.search(text) is not None


def double_quoted(text: str) -> str:
    """Write a text in double quotes, on one line; everything readable stays readable."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\x{ord(char):02X}" if ord(char) <= _LAST_BYTE else f"\\u{ord(char):04X}"


def single_quoted(text: str) -> str | None:
    """Write a text in single quotes; None where something in it must be escaped."""
    if needs_escape(text):
        return None
    return "'" + text.replace("'", "''") + "'"


def text_spellings(
    text: str, *, like: Style = "", quote: Quote | None = None, in_flow: bool = False
) -> list[str]:
    """Give the ways to write a text on one line, best first, the surest last.

    Args:
        text: What is to be read back.
        like: The style that the value had before.
        quote: The quotes that the file uses most, if it uses any.
        in_flow: Whether the value stands inside `[...]` or `{...}`.
    """
    spellings: list[str] = []
    if like == "" and can_be_plain(text, in_flow=in_flow):
        spellings.append(text)
    wants_single = quote == "'" or (quote is None and ('"' in text or "\\" in text))
    if like == "'" or (like != '"' and wants_single):
        single = single_quoted(text)
        spellings += [] if single is None else [single]
    return [*spellings, double_quoted(text)]


def key_spelling(key: str) -> str:
    """Write a key: plain where it can be, else in double quotes."""
    return key if can_be_plain(key, in_flow=True) else double_quoted(key)


def unquoted_spelling(value: date | JekyllTime | float | None) -> str:
    """Write a value that is no text, so that Jekyll reads the same value.

    A `datetime` must know its zone.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, datetime):
        return str(JekyllTime(value))
    if isinstance(value, float):
        return _float(value)
    return str(value)


def _float(value: float) -> str:
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    digits, e, exponent = repr(value).partition("e")
    # `1e+16` is text to Jekyll, and so is an exponent without a sign.
    whole = digits if "." in digits else f"{digits}.0"
    return whole + e + exponent
