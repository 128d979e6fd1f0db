"""Keep the time that a block of code may cost in proportion to its length."""

from collections.abc import Iterator
from itertools import islice
from time import thread_time

from pygments.lexer import Lexer
from pygments.token import Text, _TokenType

# Some patterns of Pygments look ahead to the end of the code at each of its signs. A block may
# take several times as long as well-meant code of its length does; the rest of it stays plain.
# The first block of a language also pays for loading its readers, and those of what it embeds.
_SECONDS = 0.4
_SECONDS_A_CHARACTER = 0.000_006
_PIECES_BETWEEN_CLOCKS = 64


def within_allowance(lexer: Lexer, text: str) -> Iterator[tuple[int, _TokenType, str]]:
    """Give the pieces of `text` as `lexer` cuts it; what takes too long comes as one plain piece.

    The time is this thread's own, so that a busy machine does not cost colours.
    """
    end = thread_time() + _SECONDS + _SECONDS_A_CHARACTER * len(text)
    pieces = lexer.get_tokens_unprocessed(text)
    position = 0
    while batch := list(islice(pieces, _PIECES_BETWEEN_CLOCKS)):
        for start, token, piece in batch:
            yield start, token, piece
            position += len(piece)
        if thread_time() > end:
            yield position, Text, text[position:]
            return
