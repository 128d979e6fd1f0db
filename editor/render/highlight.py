"""Colour code as Rouge does, so that a theme's `.highlight` styles fit."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pygments.lexer import Lexer

from editor.render.code.classes import Classes
from editor.render.code.languages import lexer_for
from editor.render.code.names import TAGS

Token: TypeAlias = tuple[str, str]
"""A short class of Rouge's, "" for plain text, and the text that has it."""

# Beyond this many characters colours cost more time than they are worth.
LARGEST_CODE = 100_000


class Highlighter:
    """Colour code, keeping each language's reader once it is loaded."""

    def __init__(self) -> None:
        self._languages: dict[str, tuple[Lexer, Classes] | None] = {}

    def highlight(self, code: str, language: str) -> str | None:
        """Give `code` as Rouge's HTML formatter does; None for a language that Rouge lacks.

        Code of more than `LARGEST_CODE` characters gives None too: it stays plain.
        """
        tokens = self.tokens(code, language)
        return None if tokens is None else "".join(map(_html, tokens))

    def highlight_tag(self, code: str, language: str, *, numbered: bool) -> str:
        """Give what stands inside ``<code>`` for Liquid's tag `highlight`.

        A language that Rouge lacks stays plain; `numbered` puts all into Rouge's table.
        """
        coloured = self.highlight(code, language)
        html = _escaped(code) if coloured is None else coloured
        return _table(html, code) if numbered else html

    def tokens(self, code: str, language: str) -> list[Token] | None:
        """Give the classes and texts that make up `code`; None where it stays plain."""
        tag = TAGS.get(language)
        if tag is None or len(code) > LARGEST_CODE:
            return None
        known = self._language(tag)
        if known is None:
            return [("", code)] if code else []
        lexer, classes = known
        try:
            # Some of Pygments' patterns want a line end after the last line.
            read = list(lexer.get_tokens_unprocessed(f"{code}\n"))
        except RecursionError:
            return [("", code)]
        tokens = list(_joined((classes[token], text) for _, token, text in read))
        return _without_line_end(tokens, code)

    def _language(self, tag: str) -> tuple[Lexer, Classes] | None:
        if tag not in self._languages:
            lexer = lexer_for(tag)
            self._languages[tag] = None if lexer is None else (lexer, Classes(tag))
        return self._languages[tag]


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Join neighbours of one class, as Rouge does."""
    current = ""
    texts: list[str] = []
    for short, text in tokens:
        if short != current and text:
            if texts:
                yield current, "".join(texts)
            current, texts = short, []
        if text:
            texts.append(text)
    if texts:
        yield current, "".join(texts)


def _without_line_end(tokens: list[Token], code: str) -> list[Token]:
    """Take off the line end that was put after `code`."""
    if "".join(text for _, text in tokens) != f"{code}\n":
        return [("", code)]
    short, text = tokens.pop()
    if len(text) > 1:
        tokens.append((short, text[:-1]))
    return tokens


def _html(token: Token) -> str:
    short, text = token
    return f'<span class="{short}">{_escaped(text)}</span>' if short else _escaped(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _table(html: str, code: str) -> str:
    """Give the table that Rouge's formatter makes for Jekyll's tag."""
    lines = code.count("\n") + (not code.endswith("\n"))
    numbers = "".join(f"{number}\n" for number in range(1, lines + 1))
    end = "" if code.endswith("\n") else "\n"
    return (
        '<table class="rouge-table"><tbody><tr>'
        f'<td class="gutter gl"><pre class="lineno">{numbers}</pre></td>'
        f'<td class="code"><pre>{html}{end}</pre></td>'
        "</tr></tbody></table>"
    )
