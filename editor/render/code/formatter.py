"""Write coloured code as Rouge's formatters do."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

Token: TypeAlias = tuple[str, str]
"""A short class of Rouge's, "" for plain text, and the text that has it."""


def joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Join neighbours of one class and leave out empty ones (Rouge: `Lexer#continue_lex`)."""
    filled = (token for token in tokens if token[1])
    for short, run in groupby(filled, key=itemgetter(0)):
        yield short, "".join(text for _, text in run)


def spans(tokens: Iterable[Token]) -> str:
    """Give the HTML that Rouge's formatter `HTML` gives."""
    return "".join(
        f'<span class="{short}">{escaped(text)}</span>' if short else escaped(text)
        for short, text in tokens
    )


def escaped(text: str) -> str:
    """Escape what Rouge escapes: quotes stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def table(html: str, code: str) -> str:
    """Put the HTML of `code` beside its line numbers.

    It is the table of Rouge's formatter `HTMLTable` with the classes that Jekyll's tag
    `highlight` names.
    """
    is_whole = code.endswith("\n")
    lines = code.count("\n") + (not is_whole)
    numbers = "".join(f"{number}\n" for number in range(1, lines + 1))
    return (
        '<table class="rouge-table"><tbody><tr>'
        f'<td class="gutter gl"><pre class="lineno">{numbers}</pre></td>'
        f'<td class="code"><pre>{html}{"" if is_whole else chr(10)}</pre></td>'
        "</tr></tbody></table>"
    )
