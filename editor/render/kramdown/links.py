"""Read links and images, and footnote marks, which look like links."""

import re

from editor.render.kramdown.boundaries import ID_NAME
from editor.render.kramdown.definitions import LinkTarget, link_id
from editor.render.kramdown.link_targets import read_target
from editor.render.kramdown.span_scanner import LINK, MAX_DEPTH, SpanScanner
from editor.render.kramdown.tree import Node

_FOOTNOTE = re.compile(rf"\[\^({ID_NAME})\]")
_REFERENCE = re.compile(r"[ \t\n\v\f\r]*?\[([^\]]+)?\]")
_IMAGES_IN_IMAGES = 4
"""Images nest so deep in the text of images or links, which no reader ever sees."""
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")


class _BracketStop:
    """Finds the bracket that closes the text of a link.

    Brackets that are text must be balanced. An image inside counts as none, a footnote mark
    counts as an opening bracket without a partner (kramdown 2: it looks at ``[`` first).
    Partners of all brackets that were passed are remembered: where no link begins at this one,
    the next one need not search again.
    """

    is_bracket = True

    def __init__(self, opening: int, known: dict[tuple[int, int], int], around: int) -> None:
        self.open = [opening]
        self.known = known
        self.around = around
        self.seen = 0

    def hopeless(self, scanner: SpanScanner) -> bool:
        """Tell whether no closing bracket is left at all."""
        return scanner.source.lacks("]", scanner.pos)

    def reached(self, scanner: SpanScanner) -> bool:
        """Tell whether the closing bracket is here."""
        self._drop_images(scanner.node)
        text, pos = scanner.text, scanner.pos
        if text[pos] == "]":
            self.known[self.around, self.open.pop()] = pos
        elif text[pos] == "[" or text.startswith("![", pos):
            self.open.append(pos)
        return not self.open

    def give_up(self, node: Node) -> None:
        """Remember that brackets still open in ``node`` have no partner."""
        self._drop_images(node)
        for opening in self.open:
            self.known[self.around, opening] = -1

    def _drop_images(self, node: Node) -> None:
        """Forget the brackets of images that were read since the last look."""
        for child in node.children[self.seen :]:
            if child.kind == "img":
                self.open.pop()
        self.seen = len(node.children)


def read_footnote_mark(scanner: SpanScanner) -> bool:
    """Read ``[^1]``; a mark without its footnote is text."""
    found = _FOOTNOTE.match(scanner.text, scanner.pos)
    if found is None:
        return False
    scanner.pos = found.end()
    if found[1] in scanner.definitions.footnotes:
        scanner.add(Node("footnote", found[1]))
    else:
        scanner.add_text(found[0])
    return True


def read_link(scanner: SpanScanner) -> bool:
    """Read ``[text](address "title")``, ``[text][name]``, ``[text]``, and images likewise."""
    text, start = scanner.text, scanner.pos
    is_image = text[start] == "!"
    inner = start + (2 if is_image else 1)
    if inner >= len(text) or text[inner] == "^":
        return False
    if not _may_open(scanner, is_image=is_image) or not _attempt(scanner, inner):
        scanner.add_text(text[start:inner])
        scanner.pos = inner
    return True


def _may_open(scanner: SpanScanner, *, is_image: bool) -> bool:
    if is_image:
        return scanner.depth < MAX_DEPTH and scanner.images < _IMAGES_IN_IMAGES
    return scanner.depth < MAX_DEPTH and not scanner.around & LINK


def _attempt(scanner: SpanScanner, inner: int) -> bool:
    """Try to read a link whose text begins at ``inner``; leave the cursor alone if it is none."""
    start, around = scanner.pos, scanner.around | LINK
    known = scanner.memory.brackets.get((around, start))
    if known is not None and (known < 0 or _find_target(scanner, inner, known) is None):
        return False
    node = Node("img" if scanner.text[start] == "!" else "a")
    stop = _BracketStop(start, scanner.memory.brackets, around)
    outer, scanner.around = scanner.around, around
    scanner.pos = inner
    scanner.attempts += 1
    scanner.images += node.kind == "img"
    found = scanner.read_inside(node, stop)
    scanner.images -= node.kind == "img"
    scanner.attempts -= 1
    scanner.around = outer
    closing = scanner.pos
    scanner.pos = start
    if not found:
        stop.give_up(node)
        return False
    target = _find_target(scanner, inner, closing)
    if target is None:
        return False
    _finish(scanner, node, target[0], _label(scanner, inner, closing))
    scanner.pos = target[1]
    return True


def _label(scanner: SpanScanner, inner: int, closing: int) -> str:
    return _ESCAPED.sub(r"\1", scanner.text[inner:closing])


def _find_target(scanner: SpanScanner, inner: int, closing: int) -> tuple[LinkTarget, int] | None:
    """Return where the link whose text ends at ``closing`` leads, and where it ends itself."""
    text, after = scanner.text, closing + 1
    reference = _REFERENCE.match(text, after)
    if reference is None and text.startswith("(", after):
        return read_target(scanner, after)
    links = scanner.definitions.links
    end = reference.end() if reference else after
    if not links:
        return None
    name = reference[1] if reference is not None and reference[1] is not None else None
    if name is None:
        if text.find("]", inner, closing) >= 0 and not any("]" in known for known in links):
            return None
        name = _label(scanner, inner, closing)
    target = links.get(link_id(name))
    return None if target is None else (target, end)


def _finish(scanner: SpanScanner, node: Node, target: LinkTarget, label: str) -> None:
    if target.node is not None:
        # The list is shared on purpose: attributes behind one use reach the uses after it.
        node.attribute_list = target.node.attribute_list
    if node.attribute_list is not None:
        scanner.definitions.apply(node.attribute_list, node.attributes)
    if node.kind == "a":
        node.attributes["href"] = target.url
    else:
        node.attributes["src"] = target.url
        node.attributes["alt"] = label
        node.children.clear()
    if target.title is not None:
        node.attributes["title"] = target.title
    scanner.add(node)
