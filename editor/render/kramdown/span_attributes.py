"""Read attribute lists and extensions in running text."""

from editor.render.kramdown.attribute_lists import read_attributes
from editor.render.kramdown.extensions import looks_like_extension, read_extension
from editor.render.kramdown.span_scanner import SpanScanner
from editor.render.kramdown.tree import AttributeList, Node

_OPENING = "{:"


def read_span_extension(scanner: SpanScanner) -> bool:
    """Read ``{: ...}`` behind a span, or an extension such as ``{::nomarkdown}``."""
    if not scanner.text.startswith(_OPENING, scanner.pos):
        return False
    if looks_like_extension(scanner.text, scanner.pos):
        return _read_extension(scanner)
    last = scanner.last_child()
    start = scanner.pos + len(_OPENING)
    brace = None if last is None else scanner.source.braces.span_end(start)
    if last is None or brace is None:
        return False
    scanner.pos = brace + 1
    _attach(scanner, last, scanner.text[start:brace])
    return True


def _attach(scanner: SpanScanner, node: Node, content: str) -> None:
    wanted = AttributeList()
    read_attributes(content, wanted)
    known = node.ensure_attribute_list()
    known.references.extend(wanted.references)
    for key, value in wanted.attributes.items():
        known.add(key, value)
    scanner.definitions.apply(wanted, node.attributes)


def _read_extension(scanner: SpanScanner) -> bool:
    extension = read_extension(scanner.source, scanner.pos, block=False)
    if extension is None:
        return False
    scanner.pos = extension.end
    scanner.options = extension.apply_options(scanner.options)
    node = extension.node(inline=True)
    if node is not None:
        scanner.add(node)
    return True
