"""Cut the inside of a tag or an output into words (Liquid 4: `Lexer`)."""

import re
from dataclasses import dataclass
from typing import Final

from editor.render.liquid.errors import LiquidSyntaxError

END: Final = "end_of_string"
_SIGNS = {
    "|": "pipe",
    ".": "dot",
    ":": "colon",
    ",": "comma",
    "[": "open_square",
    "]": "close_square",
    "(": "open_round",
    ")": "close_round",
    "?": "question",
    "-": "dash",
}
_WORD = re.compile(
    r"""\s*(?:
      (?P<comparison>==|!=|<>|<=?|>=?|contains(?=\s))
    | (?P<string>'[^']*'|"[^"]*")
    | (?P<number>-?\d+(?:\.\d+)?)
    | (?P<id>[a-zA-Z_][\w-]*\??)
    | (?P<dotdot>\.\.)
    | (?P<sign>.)
    )""",
    re.ASCII | re.VERBOSE | re.DOTALL,
)
_NOTHING_MORE = re.compile(r"\s*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word of an expression: its kind, as Liquid's messages call it, and its text."""

    kind: str
    text: str

    @property
    def shown(self) -> str:
        """The way in which Liquid's messages show this word."""
        return f'[:{self.kind}, "{self.text}"]' if self.text else f"[:{self.kind}]"


def words(markup: str) -> list[Word]:
    """Return the words of `markup` and an `END`; raises LiquidSyntaxError for a stray sign."""
    found: list[Word] = []
    place = 0
    while not _NOTHING_MORE.match(markup, place):
        match = _WORD.match(markup, place)
        if match is None:
            break
        kind, text = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "sign":
            if text not in _SIGNS:
                raise LiquidSyntaxError(f"Unexpected character {text}")
            kind = _SIGNS[text]
        found.append(Word(kind, text))
        place = match.end()
    found.append(Word(END, ""))
    return found
