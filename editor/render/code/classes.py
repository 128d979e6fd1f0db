"""Give Pygments' tokens the short classes that Rouge gives the same text."""

from pygments.token import STANDARD_TYPES, Token, _TokenType, string_to_tokentype

from editor.render.code.class_maps import MAPS

_BEFORE = frozenset(".@:$<-&")
_AFTER = frozenset("(=:.{<")
_BLANKS = " \t"


class Classes:
    """The classes of a language's tokens; what no map names gets its parent's class.

    Rouge tells apart by what stands beside a word (a call, a key) some words that are the same
    token to Pygments.
    """

    def __init__(self, tag: str) -> None:
        self._classes: dict[_TokenType, str] = dict(STANDARD_TYPES)
        self._beside: dict[tuple[_TokenType, str], str] = {}
        for name, short in {**MAPS["*"], **MAPS.get(tag, {})}.items():
            word, _, signs = name.partition("@")
            token = string_to_tokentype(word)
            if signs:
                self._beside[token, signs] = short
            else:
                self._classes[token] = short
        self._told_apart = {token for token, _ in self._beside}

    def of(self, token: _TokenType, code: str, start: int, end: int) -> str:
        """Give the class of a token that stands at `code[start:end]`."""
        if token in self._told_apart:
            short = self._beside.get((token, _signs_beside(code, start, end)))
            if short is not None:
                return short
        known = token
        while known not in self._classes:
            known = known.parent or Token
        return self._classes.setdefault(token, self._classes[known])


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
