"""Turn HTML elements into kramdown's own, for the setting ``html_to_native``."""

import re
from collections.abc import Callable

from editor.render.kramdown.characters import STRIPPED
from editor.render.kramdown.html_names import CONTENT_MODELS, SPAN_ELEMENTS
from editor.render.kramdown.native_tables import finish_table, is_simple_table
from editor.render.kramdown.native_text import code_text, read_text, text_inside
from editor.render.kramdown.tree import Kind, Node, is_block


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MAX_DEPTH = 60
_WITHOUT_TEXT = _names(
    "html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup"
)
_WRAPPED = _names(
    "body section nav article aside header footer address div li dd blockquote figure "
    "figcaption fieldset form"
)
_WITHOUT_BLANKS = _WRAPPED | {"td", "th"}
_STRIPPED = _names(
    "address article aside blockquote body caption dd div dl dt fieldset figcaption form footer "
    "header h1 h2 h3 h4 h5 h6 legend li nav p section td th"
)
_SIMPLE: dict[str, Kind] = {
    "em": "em", "strong": "strong", "b": "strong", "i": "em", "blockquote": "blockquote",
    "hr": "hr", "br": "br", "img": "img", "p": "p", "ul": "ul", "ol": "ol", "li": "li",
    "dl": "dl", "dt": "dt", "dd": "dd",
}  # fmt: skip
_TABLE_PARTS: dict[str, Kind] = {
    "thead": "thead", "tbody": "tbody", "tfoot": "tfoot", "tr": "tr", "td": "td", "th": "td",
}  # fmt: skip
_HIGHLIGHTER = re.compile(r"\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*")
_CDATA = re.compile(r"\A(?:%\s*)?<!\[CDATA\[\n?(.*?)(?:\s%)?\]\]>\Z", re.DOTALL)


def make_native(element: Node) -> None:
    """Turn ``element`` and what is in it into kramdown's own elements where it has them."""
    _Converter().convert(element, convert=True, preserve=False, parent=None)


class _Converter:
    """Converts one element; deeper than ``_MAX_DEPTH`` elements stay what they are."""

    def __init__(self) -> None:
        self.depth = 0
        self.in_table = False
        self.special: dict[str, Callable[[Node], None]] = {
            **dict.fromkeys(("b", "strong", "i", "em"), self._emphasis),
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            "a": self._link,
            "code": self._code,
            "pre": self._code,
            "table": self._table,
            "script": self._script,
            "textarea": lambda node: self._keep(node, convert=True, preserve=True),
        }

    def convert(self, node: Node, *, convert: bool, preserve: bool, parent: Node | None) -> None:
        """Convert ``node``; without ``convert`` it stays HTML, with ``preserve`` blanks stay."""
        if node.kind in {"html_comment", "html_instruction"}:
            _place_comment(node, parent)
        elif node.kind == "html":
            self.depth += 1
            special = self.special.get(node.value) if convert else None
            if self.depth > _MAX_DEPTH:
                pass
            elif special is not None:
                special(node)
            else:
                self._general(node, convert=convert, preserve=preserve)
            self.depth -= 1

    def _general(self, node: Node, *, convert: bool, preserve: bool) -> None:
        name = node.value
        if not convert:
            self._keep(node, convert=False, preserve=preserve)
            return
        if name in _WITHOUT_TEXT:
            node.children = [child for child in node.children if child.kind != "text"]
        kind = _TABLE_PARTS.get(name) if self.in_table else _SIMPLE.get(name)
        if kind is not None:
            _become(node, kind)
            self._children(node, convert=True, preserve=preserve)
        else:
            self._keep(node, convert=True, preserve=preserve)
        if name in _STRIPPED:
            _strip(node)
        if name in _WITHOUT_BLANKS:
            _drop_blanks(node)
        if name in _WRAPPED:
            _wrap_text(node)

    def _keep(self, node: Node, *, convert: bool, preserve: bool = False) -> None:
        """Leave ``node`` an HTML element and convert what is in it."""
        node.attribute_list = None
        node.closed = False
        node.inline = node.value in SPAN_ELEMENTS
        node.model = CONTENT_MODELS.get(node.value, "raw") if convert else "raw"
        self._children(node, convert=convert, preserve=preserve)

    def _children(self, node: Node, *, convert: bool, preserve: bool = False) -> None:
        children: list[Node] = []
        for child in node.children:
            if child.kind == "text":
                children.extend(read_text(child.value, preserve=preserve or not convert))
            else:
                self.convert(child, convert=convert, preserve=preserve, parent=node)
                children.append(child)
        node.children = children

    def _emphasis(self, node: Node) -> None:
        text = text_inside(node)
        if text.lstrip(STRIPPED[:-1]) != text or text.rstrip(STRIPPED[:-1]) != text:
            self._keep(node, convert=False)
            return
        _become(node, _SIMPLE[node.value])
        self._children(node, convert=True)

    def _heading(self, node: Node) -> None:
        node.id_text = text_inside(node)
        node.level = int(node.value[1])
        _become(node, "heading")
        self._children(node, convert=True)

    def _link(self, node: Node) -> None:
        if "href" not in node.attributes:
            self._keep(node, convert=False)
            return
        _become(node, "a")
        self._children(node, convert=True)

    def _code(self, node: Node) -> None:
        text = code_text(text_inside(node))
        is_span = node.value == "code"
        if is_span and "class" in node.attributes:
            node.attributes["class"] = _HIGHLIGHTER.sub("", node.attributes["class"])
        only = node.children[0] if len(node.children) == 1 else None
        if not is_span and only is not None and only.value == "code":
            found = re.search(r"\blanguage-\S+", only.attributes.get("class", ""))
            if found is not None:
                classes = f"{found[0]} {node.attributes.get('class', '')}".rstrip()
                node.attributes["class"] = classes
        _become(node, "code" if is_span else "codeblock")
        node.value = text
        node.children = []

    def _table(self, node: Node) -> None:
        if self.in_table or not is_simple_table(node):
            self._keep(node, convert=False)
            return
        node.children = [child for child in node.children if child.kind != "text"]
        self.in_table = True
        self._children(node, convert=True)
        self.in_table = False
        _become(node, "table")
        finish_table(node)

    def _script(self, node: Node) -> None:
        kind = node.attributes.get("type", "")
        if not re.search(r"\bmath/tex\b", kind) or not node.children:
            self._keep(node, convert=True)
            return
        node.attributes.pop("type")
        _become(node, "math")
        node.inline = "mode=display" not in kind
        node.value = _CDATA.sub(r"\1", node.children.pop(0).value)


def _become(node: Node, kind: Kind) -> None:
    node.kind = kind
    node.value = ""
    node.attribute_list = None
    node.inline = False
    node.model = None
    node.closed = False


def _place_comment(node: Node, parent: Node | None) -> None:
    """A comment among spans is one."""
    names: dict[Kind, str] = {"code": "code", "codeblock": "pre", "heading": "h1"}
    name = "div"
    if parent is not None:
        name = parent.value if parent.kind == "html" else names.get(parent.kind, parent.kind)
    node.inline = CONTENT_MODELS.get(name, "raw") == "span"


def _strip(node: Node) -> None:
    if node.children and node.children[0].kind == "text":
        node.children[0].value = node.children[0].value.lstrip(STRIPPED)
    if node.children and node.children[-1].kind == "text":
        node.children[-1].value = node.children[-1].value.rstrip(STRIPPED)


def _drop_blanks(node: Node) -> None:
    """Drop white space at both ends and between blocks."""
    children = node.children
    last = len(children) - 1
    node.children = [
        child
        for index, child in enumerate(children)
        if child.kind != "text"
        or child.value.strip(STRIPPED)
        or not (
            index in {0, last} or (is_block(children[index - 1]) and is_block(children[index + 1]))
        )
    ]


def _wrap_text(node: Node) -> None:
    """Put runs of spans into paragraphs that are written without their tags."""
    children: list[Node] = []
    paragraph: Node | None = None
    for child in node.children:
        if is_block(child):
            children.append(child)
            paragraph = None
            continue
        if paragraph is None:
            paragraph = Node("p")
            paragraph.transparent = True
            children.append(paragraph)
        paragraph.children.append(child)
    node.children = children
