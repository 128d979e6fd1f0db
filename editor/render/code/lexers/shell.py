"""Read scripts for shells as Rouge does: what is no word of the shell is plain text."""

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from pygments.lexer import LexerContext, RegexLexer, include
from pygments.token import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    _TokenType,
)

_KEYWORDS: Final = (
    "do done elif else fi for function if in return select then until while continue"
)
_BUILTINS: Final = """
alias arch awk b2sum base32 base64 basename bg bind break builtin caller cat cd chcon chgrp chmod
chown chroot cksum comm command compgen complete cp csplit cut date dd declare df dir dircolors
dirname dirs disown du echo enable env eval exec exit expand export expr factor false fc fg fmt
fold getopts grep groups gunzip gzip hash head help history hostid hostname id install jobs join
kill let link ln local logname logout ls mapfile md5sum mkdir mkfifo mknod mktemp mv nice nl nohup
nproc numfmt od paste pathchk popd pr printenv printf ptx pushd pwd read readlink readonly realpath
rm rmdir runcon sed seq set sha1sum sha224sum sha256sum sha384sum sha512sum shift shopt shred shuf
sleep sort source split stat stdbuf stty sudo sum suspend sync tac tail tar tee test time timeout
times touch tr trap true truncate tsort tty type typeset ulimit umask unalias uname unexpand uniq
unlink unset uptime users vdir wait wc who whoami yes
"""


_HERE: Final = r"(?sm:(<<-?)(\s*['\"]?\\?)(\w+)(.*?)(?:^([ \t]*\3(?:\n|\Z))|\Z))"


def _any(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})"


def _here(
    lexer: RegexLexer, found: re.Match[str], context: LexerContext | None = None
) -> Iterator[tuple[int, _TokenType, str]]:
    """Cut a text that stands in the script up to a line with a word of its own."""
    del context
    yield found.start(1), Operator, found[1]
    yield found.start(2), String.Heredoc, found[2]
    yield found.start(3), Name.Constant, found[3]
    for start, token, text in lexer.get_tokens_unprocessed(found[4], ("heredoc",)):
        yield found.start(4) + start, token, text
    yield found.end(4), Name.Constant, found[5] or ""


class ShellLexer(RegexLexer):
    """Cut a script, or commands as they are typed."""

    name = "Shell"
    flags = re.ASCII
    tokens: ClassVar = {
        "root": [
            (r"\s+", Text),
            (r"#.*", Comment.Single),
            # A word takes the blanks before the next word along.
            (r"\bcase\s*\b", Keyword, "case"),
            (rf"{_any(_KEYWORDS)}\s*\b", Keyword),
            (rf"{_any(_BUILTINS)}\s*\b(?![.-])", Name.Builtin),
            (r"\.(?=\s)", Name.Builtin),
            (r"\w+(?==)", Name.Variable),
            (_HERE, _here),
            (r"<<<|&&|\|\||[\[\]{}()!=>]", Operator),
            (r";", Punctuation),
            (r"\*", Keyword),
            (r"`", String.Backtick, "backtick"),
            (r'\$?"', String.Double, "double"),
            (r"\$'", String.Single, "dollar"),
            include("interpolation"),
            (r"'[^']*'?", String.Single),
            (r"\\.?", String.Escape),
            (r"-[\w-]+", Name.Tag),
            (r"""[^=\s*{}()$"'`\\;]+""", Text),
        ],
        "interpolation": [
            (r"\$\(\(", Keyword, "arithmetic"),
            (r"\$\(", String.Interpol, "command"),
            (r"\$\{#?", Keyword, "parameter"),
            (r"\$#?(?:\w+|.)", Name.Variable),
            (r"\$", Text),
        ],
        "case": [
            (r"esac\b", Keyword, "#pop"),
            (r"\|(?!\|)|\)", Punctuation),
            include("root"),
        ],
        "command": [(r"\)", String.Interpol, "#pop"), include("root")],
        "backtick": [(r"`", String.Backtick, "#pop"), include("root")],
        "arithmetic": [
            (r"\)\)", Keyword, "#pop"),
            (r"[-+*/%^|&!]+", Operator),
            (r"\d+", Number),
            include("root"),
        ],
        "parameter": [
            (r"\}", Keyword, "#pop"),
            (r":-", Keyword),
            (r"\w+", Name.Variable),
            (r"""[^}:"'`$\\]+""", Punctuation),
            include("root"),
        ],
        "double": [
            (r'(?:\$#?)?"', String.Double, "#pop"),
            (r"\\.", String.Escape),
            (r"`", String.Backtick, "backtick"),
            include("interpolation"),
            (r'[^"`\\$]+|\\', String.Double),
        ],
        "dollar": [
            (r"'", String.Single, "#pop"),
            (r"\\.", String.Escape),
            (r"[^'\\]+|\\", String.Single),
        ],
        "heredoc": [
            (r"\\.", String.Escape),
            include("interpolation"),
            (r"[^$\\]+|\\", String.Heredoc),
        ],
    }
