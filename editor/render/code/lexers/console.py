"""Read what stands in a terminal as Rouge does: prompts, commands, and what they wrote."""

import re
from collections.abc import Iterator
from typing import Final

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Whitespace, _TokenType
from typing_extensions import override

from editor.render.code.lexers.shell import ShellLexer

_PROMPT: Final = re.compile(r"([^$#>;\n]*[$#>;])(\s*)(.*)", re.DOTALL)
_LEFT_OUT: Final = re.compile(r"\s*(?:<\.+>|\.+)\s*")


class ConsoleLexer(Lexer):
    """Cut a session line by line; a line with the end of a prompt in it is a command."""

    name = "Console"

    @override
    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        shell = ShellLexer()
        start = 0
        for line in text.splitlines(keepends=True):
            prompt = _PROMPT.match(line)
            if _LEFT_OUT.fullmatch(line):
                yield start, Comment, line
            elif prompt is None:
                yield start, Generic.Output, line
            else:
                yield start, Generic.Prompt, prompt[1]
                yield start + prompt.start(2), Whitespace, prompt[2]
                for at, token, piece in shell.get_tokens_unprocessed(prompt[3]):
                    yield start + prompt.start(3) + at, token, piece
            start += len(line)
