"""Colour code as Rouge does, so that a theme's `.highlight` styles fit."""

from functools import lru_cache

from pygments.lexer import Lexer

from editor.render.code.allowance import within_allowance
from editor.render.code.classes import Classes
from editor.render.code.formatter import Token, escaped, joined, spans, table
from editor.render.code.languages import lexer_for
from editor.render.code.names import TAGS

# Beyond this many characters colours cost more time than they are worth.
LARGEST_CODE = 100_000
# A key typed into one block must not cost the colours of all the others.
_REMEMBERED = 64


class Highlighter:
    """Colour code, keeping each language's reader once it is loaded, and the last blocks."""

    def __init__(self) -> None:
        self._languages: dict[str, tuple[Lexer, Classes] | None] = {}
        self._html = lru_cache(_REMEMBERED)(self._coloured)

    def highlight(self, code: str, language: str) -> str | None:
        """Give `code` as Rouge's HTML formatter does; None for a language that Rouge lacks.

        Names of languages are Rouge's own, capitals count. Code of more than `LARGEST_CODE`
        characters gives None too: it stays plain.
        """
        return self._html(code, language)

    def highlight_tag(self, code: str, language: str, *, numbered: bool) -> str:
        """Give what Liquid's tag `highlight` puts inside ``<code>`` (Jekyll 4.3: `render_rouge`).

        A language that Rouge lacks stays plain; `numbered` puts the code into Rouge's table.
        """
        coloured = self.highlight(code, language)
        html = escaped(code) if coloured is None else coloured
        return table(html, code) if numbered else html

    def tokens(self, code: str, language: str) -> list[Token] | None:
        """Give Rouge's classes with the texts that make up `code`; None where it stays plain."""
        tag = TAGS.get(language)
        if tag is None or len(code) > LARGEST_CODE:
            return None
        known = self._language(tag)
        if known is None:
            return [("", code)] if code else []
        lexer, classes = known
        # Some of Pygments' patterns want a line end after the last line.
        text = f"{code}\n"
        try:
            read = [
                piece
                for start, token, part in within_allowance(lexer, text)
                for piece in classes.pieces(token, text, start, start + len(part))
            ]
        except RecursionError:
            return [("", code)]
        return _without_line_end(list(joined(read)), code)

    def _coloured(self, code: str, language: str) -> str | None:
        tokens = self.tokens(code, language)
        return None if tokens is None else spans(tokens)

    def _language(self, tag: str) -> tuple[Lexer, Classes] | None:
        if tag not in self._languages:
            lexer = lexer_for(tag)
            self._languages[tag] = None if lexer is None else (lexer, Classes(tag))
        return self._languages[tag]


def _without_line_end(tokens: list[Token], code: str) -> list[Token]:
    """Take off the line end that was put after `code`; plain where a lexer lost a character."""
    if "".join(text for _, text in tokens) != f"{code}\n":
        return [("", code)]
    short, text = tokens.pop()
    if len(text) > 1:
        tokens.append((short, text[:-1]))
    return tokens
