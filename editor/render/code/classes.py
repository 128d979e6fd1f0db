"""Give Pygments' tokens the short classes that Rouge gives the same text."""

import re
from collections.abc import Iterator

from pygments.token import STANDARD_TYPES, Token, _TokenType, string_to_tokentype

from editor.render.code.class_maps import MAPS
from editor.render.code.formatter import Token as Piece

_CONDITION = re.compile(r"[@'~\"\\]")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)", re.DOTALL)
_BEFORE = frozenset(".@:$<-&")
_AFTER = frozenset("(=:.{<")
_BLANKS = " \t"


class Classes:
    """The classes of a language's tokens; what no map names gets its parent's class.

    Rouge tells apart some words that are the same token to Pygments: by what they are, by how
    they are written, or by what stands beside them (a call, a key). It also cuts some texts finer.
    """

    def __init__(self, tag: str) -> None:
        self._classes: dict[_TokenType, str] = dict(STANDARD_TYPES)
        self._conditions: dict[_TokenType, dict[str, str]] = {}
        for name, short in {**MAPS["*"], **MAPS.get(tag, {})}.items():
            found = _CONDITION.search(name)
            if found is None:
                self._classes[string_to_tokentype(name)] = short
            else:
                token = string_to_tokentype(name[: found.start()])
                self._conditions.setdefault(token, {})[name[found.start() :]] = short

    def pieces(self, token: _TokenType, code: str, start: int, end: int) -> Iterator[Piece]:
        """Give the classes and texts of a token that stands at `code[start:end]`."""
        conditions = self._conditions.get(token)
        text = code[start:end]
        if conditions is None:
            yield self._plain(token), text
            return
        short = _met(conditions, code, start, end)
        short = self._plain(token) if short is None else short
        marks = 1 if '"' in conditions and len(text) > 1 else 0
        if marks:
            yield conditions['"'], text[0]
        yield from _with_escapes(text[marks : len(text) - marks], short, conditions.get("\\"))
        if marks:
            yield conditions['"'], text[-1]

    def _plain(self, token: _TokenType) -> str:
        known = token
        while known not in self._classes:
            known = known.parent or Token
        return self._classes.setdefault(token, self._classes[known])


def _met(conditions: dict[str, str], code: str, start: int, end: int) -> str | None:
    """Give the class of the first condition that holds: the text, its shape, its neighbours."""
    text = code[start:end]
    for condition in (f"'{text}", f"~{_shape(text)}", f"@{_signs_beside(code, start, end)}"):
        if condition in conditions:
            return conditions[condition]
    return None


def _shape(text: str) -> str:
    """Tell CONSTANT (`A`), Capitalised (`C`), number with a point (`.`) and the rest apart."""
    if text[:1].isupper():
        return "A" if text == text.upper() else "C"
    return "." if text[:1].isdigit() and "." in text else "_"


def _with_escapes(text: str, short: str, escape: str | None) -> Iterator[Piece]:
    """Cut the escapes out of the inside of a string, where they have a class of their own."""
    if escape is None:
        yield short, text
        return
    done = 0
    for found in _ESCAPE.finditer(text):
        yield short, text[done : found.start()]
        yield escape, found[0]
        done = found.end()
    yield short, text[done:]


def _signs_beside(code: str, start: int, end: int) -> str:
    """Give the signs before and after a piece of code, blanks left out."""
    before = start - 1
    while before >= 0 and code[before] in _BLANKS:
        before -= 1
    after = end
    while after < len(code) and code[after] in _BLANKS:
        after += 1
    left = "^" if before < 0 or code[before] == "\n" else code[before]
    right = code[after] if after < len(code) else "_"
    return (left if left in _BEFORE or left == "^" else "_") + (right if right in _AFTER else "_")
