"""Walk through the words of an expression, holding it to Liquid's grammar (Liquid 4: `Parser`)."""

from typing import Final

from editor.render.liquid.errors import LiquidSyntaxError
from editor.render.liquid.syntax.lexer import Word, words

# Ruby gives up far deeper; nobody writes brackets in brackets in brackets.
_DEEPEST: Final = 40


class StrictParser:
    """Read one part of an expression after the other; every method moves on.

    Raises LiquidSyntaxError where the next word is not what the grammar asks for.
    """

    def __init__(self, markup: str) -> None:
        self._words = words(markup)
        self._place = 0
        self._depth = 0

    def _next(self, ahead: int = 0) -> Word:
        return self._words[min(self._place + ahead, len(self._words) - 1)]

    def looks_at(self, kind: str, ahead: int = 0) -> bool:
        """Say whether a word of `kind` comes next, or after `ahead` others."""
        return self._next(ahead).kind == kind

    def take(self, kind: str) -> str:
        """Return the next word's text; it has to be of `kind`."""
        word = self._next()
        if word.kind != kind:
            raise LiquidSyntaxError(f"Expected {kind} but found {word.kind}")
        self._place += 1
        return word.text

    def take_if(self, kind: str) -> str | None:
        """Return the next word's text if it is of `kind`, else None without moving."""
        return self.take(kind) if self.looks_at(kind) else None

    def take_word(self, *texts: str) -> str | None:
        """Return the next word if it is a name and one of `texts`, else None without moving."""
        word = self._next()
        return self.take("id") if word.kind == "id" and word.text in texts else None

    def expression(self) -> str:
        """Return the text of one value: a name with its parts, a text, a number or a range."""
        word = self._next()
        if word.kind == "id":
            return self._name()
        if word.kind in {"string", "number"}:
            return self.take(word.kind)
        if word.kind != "open_round":
            raise LiquidSyntaxError(f"{word.shown} is not a valid expression")
        self.take("open_round")
        first = self._inner()
        self.take("dotdot")
        last = self._inner()
        self.take("close_round")
        return f"({first}..{last})"

    def argument(self) -> str:
        """Return the text of one argument of a filter, ``name: value`` included."""
        key = ""
        if self.looks_at("id") and self.looks_at("colon", 1):
            key = f"{self.take('id')}{self.take('colon')} "
        return key + self.expression()

    def _name(self) -> str:
        parts = [self.take("id")]
        while True:
            while self.looks_at("open_square"):
                parts += [self.take("open_square"), self._inner(), self.take("close_square")]
            if not self.looks_at("dot"):
                return "".join(parts)
            parts += [self.take("dot"), self.take("id")]

    def _inner(self) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise LiquidSyntaxError("stack level too deep")
        text = self.expression()
        self._depth -= 1
        return text
