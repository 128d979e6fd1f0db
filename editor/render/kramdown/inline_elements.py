"""Read automatic links and struck text."""

import regex

from editor.render.kramdown.span_scanner import MAX_DEPTH, SpanScanner
from editor.render.kramdown.tree import Node

_ADDRESS = r"[[:alpha:]\p{Nd}_.-]"
_AUTOLINK = regex.compile(
    rf"<(?:((mailto|https?|ftps?):[^\n][^\n>]*+)|({_ADDRESS}++@{_ADDRESS}++))>"
)
_STRUCK_END = regex.compile(r"[^ \t\n\v\f\r~]~~")
_WIDTH = 2


def read_autolink(scanner: SpanScanner) -> bool:
    """Read ``<https://...>`` or ``<name@example.org>``."""
    text, pos = scanner.text, scanner.pos
    end = text.find(">", pos)
    if end < 0 or text.find("\n", pos, end) >= 0:
        return False
    found = _AUTOLINK.match(text, pos)
    if found is None:
        return False
    address = found[1] or found[3]
    node = Node("a")
    node.attributes["href"] = address if found[1] else f"mailto:{address}"
    node.children.append(Node("text", address.removeprefix("mailto:")))
    scanner.add(node)
    scanner.pos = found.end()
    return True


def read_struck_text(scanner: SpanScanner) -> bool:
    """Read ``~~text~~``; the text inside is read by itself, whatever is around."""
    text, start = scanner.text, scanner.pos + _WIDTH
    if not text.startswith("~~", scanner.pos) or scanner.depth >= MAX_DEPTH:
        return False
    if start >= len(text) or scanner.source.known_missing("~~ end", start):
        return False
    if text[start] in " \t\n\v\f\r~":
        return False
    found = _STRUCK_END.search(text, start)
    if found is None:
        scanner.source.note_missing("~~ end", start)
        return False
    inner = SpanScanner(
        text[start : found.start() + 1], scanner.rule_set, scanner.options, scanner.definitions
    )
    inner.rules = scanner.rule_set.full
    inner.depth = scanner.depth + 1
    node = Node("html", "del")
    node.inline = True
    node.children = inner.read().children
    scanner.add(node)
    scanner.pos = found.end()
    return True
