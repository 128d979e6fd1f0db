"""Turn straight quote marks into typographic ones."""

import re
from collections.abc import Callable
from typing import TypeAlias

from editor.render.kramdown.characters import PUNCTUATION, SPACE, is_ascii_word, is_word
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node

_OPENING = {"'": "lsquo", '"': "ldquo"}
_CLOSING = {"'": "rsquo", '"': "rdquo"}
_NOTHING = frozenset(["", *SPACE])
_DECADE = re.compile("'[0-9][0-9]s")
_NOT_BEFORE_CLOSING = frozenset(" \\\t\r\n[{(-")

_Quotes: TypeAlias = tuple[str, list[str]]
"""Characters before the quotes that were looked at, and the names of the quotes."""


def read_smart_quote(scanner: SpanScanner) -> bool:
    """Read one or two quote marks, at the cursor or one character behind it.

    kramdown has ten rules; the first that fits decides. The character before counts only if no
    other span ended there.
    """
    text, pos = scanner.text, scanner.pos
    if text[pos] not in "\"'" and (pos + 1 >= len(text) or text[pos + 1] not in "\"'"):
        return False
    for rule in _RULES:
        found = rule(text, pos)
        if found is not None:
            before, names = found
            if before:
                scanner.add_text(before)
            for name in names:
                scanner.add(Node("smart_quote", name))
            scanner.pos = pos + len(before) + len(names)
            return True
    return False


def _at(text: str, pos: int) -> str:
    return text[pos : pos + 1]


def _before_emphasis(text: str, pos: int) -> _Quotes | None:
    """A quote before ``*word`` opens."""
    quote, mark = text[pos], _at(text, pos + 1)
    if quote not in _OPENING or mark not in {"*", "_"}:
        return None
    inner = text[pos + 2 : pos + 4]
    if inner[:1] in {"*", "_"} and inner[1:] not in _NOTHING:
        return "", [_OPENING[quote]]
    return None if inner[:1] in _NOTHING else ("", [_OPENING[quote]])


def _before_punctuation(text: str, pos: int) -> _Quotes | None:
    """A quote before punctuation closes, unless ``...`` or a word begins there."""
    quote, mark, after = text[pos], _at(text, pos + 1), _at(text, pos + 2)
    if quote not in _CLOSING or mark not in PUNCTUATION or text.startswith("..", pos + 2):
        return None
    at_word_edge = is_word(mark) != (after != "" and is_word(after))
    return None if at_word_edge else ("", [_CLOSING[quote]])


def _double(first: str, second: str) -> Callable[[str, int], _Quotes | None]:
    """Two quotes of both kinds before a word open both."""
    names = [_OPENING[first], _OPENING[second]]

    def rule(text: str, pos: int) -> _Quotes | None:
        before = text[pos] if text[pos] in SPACE else ""
        start = pos + len(before)
        if text.startswith(first + second, start) and is_ascii_word(_at(text, start + 2)):
            return before, names
        return None

    return rule


def _decade(text: str, pos: int) -> _Quotes | None:
    """The mark in '80s is an apostrophe."""
    before = text[pos] if text[pos] in SPACE else ""
    start = pos + len(before)
    return (before, ["rsquo"]) if _DECADE.match(text, start) else None


def _between_blank_and_word(text: str, pos: int) -> _Quotes | None:
    if text[pos] not in SPACE or not is_ascii_word(_at(text, pos + 2)):
        return None
    quote = _at(text, pos + 1)
    return (text[pos], [_OPENING[quote]]) if quote in _OPENING else None


def _behind_text(text: str, pos: int) -> _Quotes | None:
    quote = _at(text, pos + 1)
    if text[pos] in _NOT_BEFORE_CLOSING or quote not in _CLOSING:
        return None
    return text[pos], [_CLOSING[quote]]


def _before_end(text: str, pos: int) -> _Quotes | None:
    """A quote closes before a blank, before a lone ``s`` and at the end of the line."""
    quote, after = text[pos], _at(text, pos + 1)
    if quote not in _CLOSING:
        return None
    third = _at(text, pos + 2)
    lone_s = after == "s" and not (third != "" and is_word(third))
    return ("", [_CLOSING[quote]]) if after == "" or after in SPACE or lone_s else None


def _any(quote: str) -> Callable[[str, int], _Quotes | None]:
    """What no other rule knows opens."""
    names = [_OPENING[quote]]

    def rule(text: str, pos: int) -> _Quotes | None:
        if _at(text, pos + 1) == quote:
            return text[pos], names
        return ("", names) if text[pos] == quote else None

    return rule


_RULES: tuple[Callable[[str, int], _Quotes | None], ...] = (
    _before_emphasis,
    _before_punctuation,
    _double('"', "'"),
    _double("'", '"'),
    _decade,
    _between_blank_and_word,
    _behind_text,
    _before_end,
    _any("'"),
    _any('"'),
)
