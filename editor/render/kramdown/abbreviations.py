"""Find abbreviations in the text."""

import regex

from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.tree import Node


def mark_abbreviations(root: Node, definitions: Definitions) -> None:
    """Make a span of each abbreviation under ``root`` that stands as a word of its own."""
    if not definitions.abbreviations:
        return
    words = sorted(definitions.abbreviations, key=len, reverse=True)
    word = regex.compile(r"\L<words>", words=words)
    start = regex.compile(
        r"(?:[^A-Za-z0-9_]|^)\L<words>(?![A-Za-z0-9_])", regex.MULTILINE, words=words
    )
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children: list[Node] = []
        for child in node.children:
            if child.kind == "text" and node.model != "raw":
                children.extend(_split(child, word, start))
            else:
                children.append(child)
                waiting.append(child)
        node.children = children


def _split(text: Node, word: regex.Pattern[str], start: regex.Pattern[str]) -> list[Node]:
    value = text.value
    if word.search(value) is None:
        return [text]
    parts: list[Node] = []
    pos = 0
    while (found := _next(value, pos, word, start)) is not None:
        begin, end = found
        parts.append(Node("text", value[pos:begin]))
        parts.append(Node("abbreviation", value[begin:end]))
        pos = end
    parts.append(Node("text", value[pos:]))
    return parts


def _next(
    value: str, pos: int, word: regex.Pattern[str], start: regex.Pattern[str]
) -> tuple[int, int] | None:
    """Return where the next abbreviation stands.

    Right behind the last one an abbreviation may begin without a character between, as Ruby
    takes the place it searches from for the start of a line.
    """
    here = word.match(value, pos)
    if here is not None and not _is_word_char(value[here.end() : here.end() + 1]):
        return here.span()
    found = start.search(value, pos)
    if found is None:
        return None
    begin = found.start()
    inner = word.match(value, begin) or word.match(value, begin + 1)
    return None if inner is None else inner.span()


def _is_word_char(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == "_") and char != ""
