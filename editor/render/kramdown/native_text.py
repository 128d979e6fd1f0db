"""Read the text in HTML elements that become kramdown's own."""

import re

from editor.render.kramdown.entities import character, entity_code, numbered_entity
from editor.render.kramdown.tree import Node
from editor.render.kramdown.typography import ENTITY

_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_QUOTES = frozenset({"lsquo", "rsquo", "ldquo", "rdquo"})
_SYMBOLS = frozenset({"mdash", "ndash", "hellip", "laquo", "raquo"})


def read_text(raw: str, *, preserve: bool) -> list[Node]:
    """Return text and the entities in it; runs of white space become one blank, or are kept."""
    text = raw if preserve else _SPACES.sub(" ", raw)
    nodes: list[Node] = []
    pos = start = 0
    while (found := ENTITY.search(text, pos)) is not None:
        node, end = _entity(found)
        nodes += [Node("text", text[start : found.start()]), node]
        pos = start = end
    nodes.append(Node("text", text[start:]))
    return [node for node in nodes if node.kind != "text" or node.value]


def _entity(found: re.Match[str]) -> tuple[Node, int]:
    name, decimal, hexadecimal = found.groups()
    if name in _QUOTES:
        return Node("smart_quote", name), found.end()
    if name in _SYMBOLS:
        return Node("symbol", name), found.end()
    if name is not None and entity_code(name) is None:
        return Node("entity", "amp"), found.start() + 1
    node = Node("entity", name or numbered_entity(decimal, hexadecimal))
    node.original = found[0]
    return node, found.end()


def text_inside(node: Node) -> str:
    """Return all text under ``node``."""
    texts: list[str] = []
    waiting = [node]
    while waiting:
        child = waiting.pop()
        if child.kind == "text":
            texts.append(child.value)
        waiting.extend(reversed(child.children))
    return "".join(texts)


def code_text(raw: str) -> str:
    """Return ``raw`` with its entities as characters."""
    return "".join(
        node.value if node.kind == "text" else character(entity_code(node.value) or 0) or ""
        for node in read_text(raw, preserve=True)
    )
