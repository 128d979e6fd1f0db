"""Words as writers know them: with their marks, apostrophes and hyphens, in every script."""

import regex

# `\w` of the standard library leaves out vowel signs and the joiners within Persian words.
_PART = r"(?:\w|\p{M}|(?<=\w)\u200c(?=\w))+"
_WORD = regex.compile(rf"{_PART}(?:[’'‐-]{_PART})*")


def word_at(text: str, place: int) -> tuple[int, int] | None:
    """Give where the word begins and ends that a caret at `place` touches."""
    start = max(0, text.rfind("\n", 0, place))
    for word in _WORD.finditer(text, start):
        if word.start() > place:
            return None
        if place <= word.end():
            return word.span()
    return None
