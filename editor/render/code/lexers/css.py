"""Read style sheets as Rouge does."""

import re
from collections.abc import Iterator
from typing import ClassVar

from pygments.lexer import LexerContext, RegexLexer, include
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    _TokenType,
)

from editor.render.code.lexers.css_words import COLOURS, KEYWORDS, PROPERTIES

_MAKERS = re.compile(r"-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)-")
_WORD = r"-?[_a-zA-Z-][\w-]*"


def _property(
    lexer: RegexLexer, found: re.Match[str], context: LexerContext | None = None
) -> Iterator[tuple[int, _TokenType, str]]:
    """Tell the properties that are known from others."""
    del lexer, context
    word = found[0]
    known = word in PROPERTIES or _MAKERS.match(word)
    yield found.start(), Name.Label if known else Name.Property, word


def _value(
    lexer: RegexLexer, found: re.Match[str], context: LexerContext | None = None
) -> Iterator[tuple[int, _TokenType, str]]:
    """Tell keywords and colours from other words."""
    del lexer, context
    word = found[0]
    kind = Name.Builtin if word in KEYWORDS else Name.Constant if word in COLOURS else Name
    yield found.start(), kind, word


class CssLexer(RegexLexer):
    """Cut style sheets: selectors, declarations and the values in them."""

    name = "CSS"
    flags = re.DOTALL
    tokens: ClassVar = {
        "blanks": [
            (r"\s+", Text),
            (r"/\*.*?\*/", Comment),
        ],
        "strings": [
            (r'"(?:\\.|[^"\\])*"', String.Single),
            (r"'(?:\\.|[^'\\])*'", String.Double),
        ],
        "root": [
            include("blanks"),
            include("strings"),
            (r"\{", Punctuation, "declarations"),
            (rf"@{_WORD}", Keyword, "rule"),
            (rf"\.{_WORD}", Name.Class),
            (rf"#{_WORD}", Name.Function),
            (rf"::?{_WORD}", Name.Decorator),
            (_WORD, Name.Tag),
            (r"[\[\]()=<>+~*^$|,:;!/%&@.?}-]", Operator),
            (r"\S\w*", Error),
        ],
        "rule": [
            include("values"),
            (r";", Punctuation, "#pop"),
            (r"\{", Punctuation, ("#pop", "declarations")),
            (r"\S", Error),
        ],
        "declarations": [
            include("blanks"),
            (r"\}", Punctuation, "#pop"),
            (r";", Punctuation),
            # In a rule such as `@media` there are selectors where else there are declarations.
            (rf"(?={_WORD}\s*:)", Text, "declaration"),
            (r"(?=[^;{}]*\{)", Text, "selector"),
            (r"\S", Error),
        ],
        "selector": [
            (r"\{", Punctuation, ("#pop", "declarations")),
            (r"\}", Punctuation, "#pop:2"),
            include("root"),
        ],
        "declaration": [
            (_WORD, _property),
            (r"\s+", Text),
            (r":", Punctuation, ("#pop", "value")),
        ],
        "value": [
            include("values"),
            (r";", Punctuation, "#pop"),
            (r"\}", Punctuation, "#pop:2"),
            (r"\S", Error),
        ],
        "values": [
            include("blanks"),
            include("strings"),
            (r"url\(.*?\)", String.Other),
            (r"!important\b", Comment.Preproc),
            (r"#[0-9A-Fa-f]{1,6}", Number),
            (r"-?(?:\d+\.?\d*|\.\d+)(?:%|[a-zA-Z]+\b)?", Number),
            (_WORD, _value),
            (r"[/:,.()-]", Punctuation),
        ],
    }
