"""Read HTML in running text."""

import regex

from editor.render.kramdown.escaping import escape_code
from editor.render.kramdown.html_names import (
    BLOCK_ELEMENTS,
    COMMENT,
    CONTENT_MODELS,
    ELEMENTS,
    EMPTY_ELEMENTS,
    Tag,
    read_closing_tag,
    read_tag,
)
from editor.render.kramdown.native_html import make_native
from editor.render.kramdown.span_scanner import MAX_DEPTH, SpanScanner
from editor.render.kramdown.tree import Node

_LINE_ENDS = regex.compile(r"\n+")


class _ClosingTagStop:
    """Finds the closing tag of an element."""

    is_bracket = False

    def __init__(self, name: str) -> None:
        case = "(?i)" if name in ELEMENTS else ""
        self.pattern = regex.compile(rf"{case}</{regex.escape(name)}[ \t\n\v\f\r]*+>")

    def hopeless(self, scanner: SpanScanner) -> bool:
        """Read an element without its closing tag all the same, to the end of the text."""
        return scanner.pos >= len(scanner.text)

    def reached(self, scanner: SpanScanner) -> bool:
        """Tell whether the closing tag is here."""
        return self.pattern.match(scanner.text, scanner.pos) is not None


def read_span_html(scanner: SpanScanner) -> bool:
    """Read a comment or an element; a closing tag without its element is text."""
    text, pos = scanner.text, scanner.pos
    if text.startswith("<!--", pos):
        return _read_comment(scanner)
    if text.startswith("<![CDATA[", pos):
        return scanner.options.release == "2.5" and _read_cdata(scanner)
    closing = read_closing_tag(text, pos)
    if closing is not None:
        scanner.add_text(text[pos : closing[1]])
        scanner.pos = closing[1]
        return True
    tag = read_tag(text, pos)
    if tag is None:
        return False
    if tag.name in BLOCK_ELEMENTS or scanner.depth >= MAX_DEPTH:
        scanner.add_text(text[pos : tag.end])
        scanner.pos = tag.end
        return True
    node = _read_element(scanner, tag)
    if node is not None and scanner.options.html_to_native:
        make_native(node)
    return True


def _read_comment(scanner: SpanScanner) -> bool:
    if scanner.source.lacks("-->", scanner.pos):
        return False
    found = COMMENT.match(scanner.text, scanner.pos)
    if found is None:
        return False
    node = Node("html_comment", found[0])
    node.inline = True
    scanner.add(node)
    scanner.pos = found.end()
    return True


def _read_cdata(scanner: SpanScanner) -> bool:
    """Read a CDATA section as kramdown 2.5 does: its inside is plain text."""
    start = scanner.pos + len("<![CDATA[")
    if scanner.source.lacks("]]>", start):
        return False
    end = scanner.text.index("]]>", start)
    scanner.add_text(escape_code(scanner.text[start:end]))
    scanner.pos = end + len("]]>")
    return True


def _read_element(scanner: SpanScanner, tag: Tag) -> Node | None:
    """Read an element; None if reading it would be in vain."""
    node = Node("html", tag.name)
    node.inline = True
    node.attributes = {key: _LINE_ENDS.sub(" ", value) for key, value in tag.attributes.items()}
    parse = _is_parsed(scanner, node)
    node.model = "span" if parse else "raw"
    node.closed = tag.closed
    start, scanner.pos = scanner.pos, tag.end
    if tag.closed or tag.name in EMPTY_ELEMENTS:
        scanner.add(node)
        return node
    key = (start, scanner.around, parse)
    if scanner.attempts and (
        key in scanner.memory.unclosed or scanner.source.lacks("</", scanner.pos)
    ):
        # The element runs to the end of the text, so the spans around it come to nothing.
        scanner.pos = len(scanner.text)
        return None
    if not _read_inside(scanner, node, parse=parse):
        scanner.memory.unclosed.add(key)
    scanner.add(node)
    return node


def _is_parsed(scanner: SpanScanner, node: Node) -> bool:
    """Decide whether Markdown is read inside, and drop the attribute that says so."""
    around_is_raw = scanner.node.kind == "html" and scanner.node.model == "raw"
    is_raw = CONTENT_MODELS.get(node.value, "raw") == "raw"
    parse = not is_raw and not around_is_raw and scanner.options.parse_span_html
    wanted = node.attributes.pop("markdown", None)
    if wanted == "span":
        return True
    if wanted == "1":
        return not is_raw
    return False if wanted == "0" else parse


def _read_inside(scanner: SpanScanner, node: Node, *, parse: bool) -> bool:
    """Read the inside; without a closing tag all the rest of the text is inside."""
    stop = _ClosingTagStop(node.value)
    rules = scanner.rules
    scanner.rules = scanner.rule_set.full if parse else scanner.rule_set.html_only
    found = scanner.read_inside(node, stop)
    scanner.rules = rules
    if found:
        ending = stop.pattern.match(scanner.text, scanner.pos)
        scanner.pos = ending.end() if ending else scanner.pos
    else:
        rest = scanner.text[scanner.pos :]
        if rest:
            _append_text(node, rest)
        scanner.pos = len(scanner.text)
    return found


def _append_text(node: Node, text: str) -> None:
    if node.children and node.children[-1].kind == "text":
        node.children[-1].value += text
    else:
        node.children.append(Node("text", text))
