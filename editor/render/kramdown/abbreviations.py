"""Find abbreviations in the text."""

from functools import lru_cache

import regex

from editor.render.kramdown.characters import is_ascii_word
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.options import Release
from editor.render.kramdown.tree import Node

_ANY_SPACE = r"[ \t\n\v\f\r\p{Z}]+"
_SPACE = regex.compile(r"[ \t\n\v\f\r]")
_SPACES = regex.compile(_ANY_SPACE)


def mark_abbreviations(root: Node, definitions: Definitions, release: Release) -> None:
    """Make a span of each abbreviation under ``root`` that stands as a word of its own.

    For kramdown 2.5 any white space in the text fits a blank in the abbreviation.
    """
    if not definitions.abbreviations:
        return
    finder = _finder(frozenset(definitions.abbreviations), release)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children: list[Node] = []
        for child in node.children:
            if child.kind == "text" and node.model != "raw":
                children.extend(finder.split(child))
            else:
                children.append(child)
                waiting.append(child)
        node.children = children


@lru_cache(maxsize=2)
def _finder(words: frozenset[str], release: Release) -> "_Finder":
    return _Finder(words, release)


class _Finder:
    """Finds words of a set; the longest wins."""

    def __init__(self, words: frozenset[str], release: Release) -> None:
        self.known = words
        spaced = [word for word in self.known if release == "2.5" and _SPACE.search(word)]
        flexible = [
            _ANY_SPACE.join(map(regex.escape, _SPACE.split(word)))
            for word in sorted(spaced, key=len, reverse=True)
        ]
        rigid = self.known.difference(spaced)
        # An empty set of words would be found everywhere.
        word = "(?:" + "|".join([*flexible, *([r"\L<words>"] if rigid else [])]) + ")"
        self.word = regex.compile(word, ignore_unused=True, words=rigid)
        self.start = regex.compile(
            rf"(?:[^A-Za-z0-9_]|^){word}(?![A-Za-z0-9_])",
            regex.MULTILINE,
            ignore_unused=True,
            words=rigid,
        )

    def split(self, text: Node) -> list[Node]:
        """Return the text with its abbreviations as nodes of their own."""
        value = text.value
        if self.word.search(value) is None:
            return [text]
        parts: list[Node] = []
        pos = 0
        while (found := self._next(value, pos)) is not None:
            begin, end = found
            parts.append(Node("text", value[pos:begin]))
            parts.append(self._node(value[begin:end]))
            pos = end
        parts.append(Node("text", value[pos:]))
        return parts

    def _node(self, typed: str) -> Node:
        """Return an abbreviation as typed, which knows its definition's name."""
        node = Node("abbreviation", typed)
        node.definition = typed if typed in self.known else _SPACES.sub(" ", typed)
        return node

    def _next(self, value: str, pos: int) -> tuple[int, int] | None:
        """Return where the next abbreviation stands.

        Right behind the last one an abbreviation may begin without a character between, as Ruby
        takes the place it searches from for the start of a line.
        """
        here = self.word.match(value, pos)
        if here is not None and not is_ascii_word(value[here.end() : here.end() + 1]):
            return here.span()
        found = self.start.search(value, pos)
        if found is None:
            return None
        begin = found.start()
        inner = self.word.match(value, begin) or self.word.match(value, begin + 1)
        return None if inner is None else inner.span()
