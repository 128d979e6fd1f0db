r"""Tell characters apart as Ruby does.

Ruby's ``\s``, ``\w`` and ``\d`` are ASCII, its ``strip`` also takes NUL, its POSIX brackets and
``\p{Word}`` are Unicode. Python's own classes are neither, so every module asks here.
"""

import regex

SPACE = " \t\n\v\f\r"
"""What ``\\s`` matches in Ruby."""

STRIPPED = SPACE + "\0"
"""What ``String#strip`` takes off in Ruby."""

PUNCTUATION = frozenset("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~")
"""What kramdown takes for punctuation behind a quote mark: it has forgotten the ampersand."""

_ALPHA = regex.compile(r"[[:alpha:]]")
_ALNUM = regex.compile(r"[[:alpha:]\p{Nd}]")
_WORD = regex.compile(r"[\p{Word}\u00b2\u00b3\u00b9\u00bc-\u00be--[\u200c\u200d]]", regex.V1)
_ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def is_alpha(char: str) -> bool:
    """Tell whether ``char`` is a letter (Ruby: ``[[:alpha:]]``); empty is no letter."""
    return char.isalpha() if char.isascii() else _ALPHA.match(char) is not None


def is_alnum(char: str) -> bool:
    """Tell whether ``char`` is a letter or digit (Ruby: ``[[:alnum:]]``); empty is neither."""
    return char.isalnum() if char.isascii() else _ALNUM.match(char) is not None


def is_word(char: str) -> bool:
    r"""Tell whether ``char`` belongs to a word for Ruby's ``\b``.

    That is ``\p{Word}`` without the joiners, and the raised digits and fractions of Latin-1.
    """
    return char in _ASCII_WORD if char.isascii() else _WORD.match(char) is not None


def is_ascii_word(char: str) -> bool:
    r"""Tell whether Ruby's ``\w`` matches ``char``."""
    return char in _ASCII_WORD


def lowercase(text: str) -> str:
    """Lower each letter by itself, as Ruby does: a final sigma stays a plain one."""
    return text.lower() if text.isascii() else "".join([char.lower() for char in text])


def ruby_lines(text: str) -> list[str]:
    r"""Return the lines of ``text`` without empty ones at the end (Ruby: ``split("\n")``)."""
    text = text.rstrip("\n")
    return text.split("\n") if text else []
