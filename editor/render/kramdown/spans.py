"""Read the running text in a tree of blocks."""

from collections.abc import Iterator

from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.entities import character, entity_code
from editor.render.kramdown.options import Options
from editor.render.kramdown.span_rules import rules_for_text
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import Node


class SpanReader:
    """Replaces raw text by spans, in the text and in its footnotes.

    ``options`` may have been changed by ``{::options}`` when it is done.
    """

    def __init__(self, options: Options, definitions: Definitions) -> None:
        self.options = options
        self.definitions = definitions
        self.rules = rules_for_text(options)

    def read(self, root: Node, *, after_blank: bool = False) -> None:
        """Read all raw text under ``root``, in the order of the text.

        ``after_blank`` says that blank lines are before what ``root`` holds.
        """
        stack: list[tuple[Node, Iterator[Node], list[Node]]] = [(root, iter(root.children), [])]
        while stack:
            node, remaining, done = stack[-1]
            child = next(remaining, None)
            if child is None:
                stack.pop()
                node.children = done
                self._finish(node)
            elif child.kind == "raw_text":
                done.extend(self._spans(child))
            elif child.kind == "boundary":
                self._finish(child)
            elif child.kind == "blank" and _ends_blank(done, after_blank and node is root):
                # Blank lines join those before them: a definition between left nothing.
                continue
            else:
                done.append(child)
                if not self._read_leaf(child):
                    stack.append((child, iter(child.children), []))

    def _read_leaf(self, node: Node) -> bool:
        """Read a node that holds nothing, or nothing but running text."""
        children = node.children
        if len(children) > 1 or (children and children[0].kind != "raw_text"):
            return False
        if children:
            node.children = self._spans(children[0])
        self._finish(node)
        return True

    def _spans(self, raw: Node) -> list[Node]:
        scanner = SpanScanner(raw.value, self.rules, self.options, self.definitions)
        spans = scanner.read().children
        self.options = scanner.options
        for span in spans:
            span.line, span.last_line = raw.line, raw.last_line
        return spans

    def _finish(self, node: Node) -> None:
        if node.attribute_list is not None:
            self.definitions.apply(node.attribute_list, node.attributes)
        if node.kind == "dt" or (node.kind == "heading" and self.options.auto_id_stripping):
            node.id_text = plain_text(node, code=self.options.input == "GFM")


def _ends_blank(done: list[Node], before: bool) -> bool:  # noqa: FBT001  # a plain test
    return done[-1].kind == "blank" if done else before


def plain_text(node: Node, *, code: bool) -> str:
    """Return the text in a heading that its id is made from; with ``code`` also code and formulas.

    Quotes and dashes are left out: an id drops them anyway.
    """
    texts: list[str] = []
    waiting = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        if child.kind == "text" or (code and child.kind in {"code", "math"}):
            texts.append(child.value)
        elif code and child.kind == "entity":
            texts.append(character(entity_code(child.value) or 0) or "")
        else:
            waiting.extend(reversed(child.children))
    return "".join(texts)
