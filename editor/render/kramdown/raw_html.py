"""Read the inside of HTML elements that stand as blocks."""

import re
from dataclasses import dataclass, field

import regex

from editor.render.kramdown.block_scanner import MAX_DEPTH, BlockScanner
from editor.render.kramdown.html_names import (
    COMMENT,
    CONTENT_MODELS,
    EMPTY_ELEMENTS,
    Tag,
    end_of_broken_tag,
    known_name,
    read_closing_tag,
    read_tag,
)
from editor.render.kramdown.source import Source
from editor.render.kramdown.tree import Model, Node, add_raw_text

VERBATIM = frozenset({"script", "style"})

_TAG_LIKE = regex.compile(r"<(?=[[:alpha:]_/]|!--|\?)")
_TAG_LIKE_OR_CDATA = regex.compile(r"<(?=[[:alpha:]_/]|!--|\?|!\[CDATA\[)")
_INSTRUCTION = regex.compile(r"<\?(.*?)\?>", regex.DOTALL)
_CDATA = regex.compile(r"<!\[CDATA\[(.*?)\]\]>", regex.DOTALL)
_REST_OF_LINE = re.compile(r"[ \t]*+\n")
_MARKDOWN: dict[str, Model | None] = {"0": "raw", "1": None, "span": "span", "block": "block"}


def tag_at(source: Source, start: int) -> Tag | None:
    """Return the opening tag at ``start``, if there is a whole one."""
    tag = read_tag(source.text, start)
    source.look_at(end_of_broken_tag(source.text, start) if tag is None else tag.end)
    return tag


def open_element(scanner: BlockScanner, parent: Node, tag: Tag) -> Node | None:
    """Add an element to ``parent`` and read its inside; return it if that is raw HTML to come."""
    node = Node("html", tag.name)
    node.attributes = tag.attributes
    parent.children.append(node)
    node.attribute_list, scanner.waiting = scanner.waiting, None
    if tag.name in VERBATIM:
        content = _take_to_closing_tag(scanner, node)
        if content:
            node.children.append(Node("raw", content))
            node.children[0].inline = True
        _choose_model(scanner, parent, node)
        return None
    node.closed = tag.closed or tag.name in EMPTY_ELEMENTS
    model = _choose_model(scanner, parent, node)
    if model == "block":
        found = _REST_OF_LINE.match(scanner.text, scanner.pos)
        scanner.pos = found.end() if found else scanner.pos
    if node.closed:
        return None
    if model == "block":
        scanner.read_rest_inside(node)
        return None
    if model == "span":
        add_raw_text(node, _take_to_closing_tag(scanner, node))
        return None
    return node


def _choose_model(scanner: BlockScanner, parent: Node, node: Node) -> Model:
    """Decide how the inside of ``node`` is read: by its ``markdown`` attribute or the option."""
    model: Model = "raw"
    if scanner.options.parse_block_html and not (parent.kind == "html" and parent.model == "raw"):
        model = CONTENT_MODELS.get(node.value, "raw")
    wanted = node.attributes.pop("markdown", None)
    if wanted in _MARKDOWN:
        model = _MARKDOWN[wanted] or CONTENT_MODELS.get(node.value, "raw")
    if model == "block" and scanner.depth > MAX_DEPTH:
        model = "raw"
    node.model = model
    return model


def _take_to_closing_tag(scanner: BlockScanner, node: Node) -> str:
    """Return all text up to the closing tag of ``node``, or to the end, and go behind the tag."""
    start, text = scanner.pos, scanner.text
    key = f"</{node.value}"
    found = None
    if not scanner.source.known_missing(key, start):
        closing = re.compile(rf"</{re.escape(node.value)}[ \t\n\v\f\r]*>", re.IGNORECASE)
        found = closing.search(text, start)
    if found is None:
        scanner.source.note_missing(key, start)
        scanner.pos = len(text)
        return text[start:]
    scanner.pos = found.end()
    return text[start : found.start()]


def read_raw_html(scanner: BlockScanner, element: Node) -> None:
    """Read raw HTML into ``element`` up to its closing tag, or to the end of the text."""
    _RawReader(scanner, [element]).read()


@dataclass(slots=True)
class _RawReader:
    """Reads raw HTML; the open elements are on a stack, for HTML may nest without end."""

    scanner: BlockScanner
    stack: list[Node]
    text_start: int = 0
    tag_like: regex.Pattern[str] = field(default=_TAG_LIKE)

    def read(self) -> None:
        """Read until the first element is closed."""
        scanner = self.scanner
        self.text_start = scanner.pos
        if scanner.options.release == "2.5":
            self.tag_like = _TAG_LIKE_OR_CDATA
        while self.stack:
            found = self.tag_like.search(scanner.text, scanner.pos)
            if found is None:
                scanner.pos = len(scanner.text)
                self._flush(scanner.pos)
                return
            scanner.pos = found.start()
            if not (self._read_aside() or self._read_tag() or self._read_closing_tag()):
                scanner.pos += 1

    def _flush(self, end: int) -> None:
        """Add the text up to ``end`` to the innermost element."""
        if end > self.text_start:
            self.stack[-1].children.append(Node("text", self.scanner.text[self.text_start : end]))

    def _read_aside(self) -> bool:
        """Read a comment, an instruction or, for kramdown 2.5, a CDATA section."""
        scanner, pos = self.scanner, self.scanner.pos
        text = scanner.text
        if text.startswith("<!--", pos):
            found = None if scanner.source.lacks("-->", pos + 4) else COMMENT.match(text, pos)
            node = Node("html_comment")
        elif text.startswith("<?", pos):
            found = None if scanner.source.lacks("?>", pos + 2) else _INSTRUCTION.match(text, pos)
            node = Node("html_instruction")
        elif text.startswith("<![", pos):
            found = None if scanner.source.lacks("]]>", pos) else _CDATA.match(text, pos)
            node = Node("text")
        else:
            return False
        if found is None:
            return False
        self._flush(pos)
        node.value = found[1] if node.kind == "text" else found[0]
        self.stack[-1].children.append(node)
        scanner.pos = self.text_start = found.end()
        return True

    def _read_tag(self) -> bool:
        scanner = self.scanner
        tag = tag_at(scanner.source, scanner.pos)
        if tag is None:
            return False
        self._flush(scanner.pos)
        scanner.pos = tag.end
        opened = open_element(scanner, self.stack[-1], tag)
        if opened is not None:
            self.stack.append(opened)
        self.text_start = scanner.pos
        return True

    def _read_closing_tag(self) -> bool:
        """Close the innermost element; the closing tag of any other is text."""
        scanner = self.scanner
        found = read_closing_tag(scanner.text, scanner.pos)
        if found is None or known_name(found[0]) != self.stack[-1].value:
            return False
        self._flush(scanner.pos)
        self.stack.pop()
        scanner.pos = self.text_start = found[1]
        return True
