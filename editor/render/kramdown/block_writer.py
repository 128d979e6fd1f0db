"""Write blocks, and spans with something inside, round what is in them."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from editor.render.kramdown.code_writer import CodeWriter
from editor.render.kramdown.escaping import attributes_html
from editor.render.kramdown.frames import Frame
from editor.render.kramdown.heading_ids import plain_id
from editor.render.kramdown.html_names import EMPTY_ELEMENTS
from editor.render.kramdown.numbering import Numbering
from editor.render.kramdown.options import Options
from editor.render.kramdown.span_writer import SpanWriter
from editor.render.kramdown.toc import TocEntry
from editor.render.kramdown.tree import Kind, Node

_Above: TypeAlias = Sequence[Frame]
_AUTO_IDS = re.compile(r"auto_ids(?:-([A-Za-z0-9_-]+))?")
_NO_TOC = re.compile(r"\bno_toc\b")
_LEVELS = (1, 6)


class BlockWriter:
    """Writes blocks by kind.

    ``closers`` write a node with children: they get the node, its inner HTML, its indentation
    and the frames above. ``leaves`` get the node, its indentation and the frame around.
    """

    def __init__(
        self, options: Options, spans: SpanWriter, code: CodeWriter, numbering: Numbering
    ) -> None:
        self.options = options
        self.spans = spans
        self.code = code
        self.numbering = numbering
        self.above = 0  # lines of the text before the piece that is being written
        self.leaves: dict[Kind, Callable[[Node, int, Frame], str]] = {
            "blank": _blank,
            "codeblock": self._code_block,
            "hr": self._rule,
            "html_comment": _comment_as_typed,
            "html_instruction": _comment_as_typed,
            "comment": _comment,
            "math": self._formula,
        }
        self.closers: dict[Kind, Callable[[Node, str, int, _Above], str]] = {
            "p": self._paragraph,
            "heading": self._heading,
            "li": self._item,
            "dd": self._item,
            "dt": self._term,
            "td": self._cell,
            "html": self._html,
            **dict.fromkeys(_BOXES, self._box),
            **dict.fromkeys(("em", "strong", "a"), _span),
        }

    def tag(self, node: Node) -> str:
        """Return the attributes of a block, with its line where lines are asked for."""
        if node.attributes:
            return attributes_html({**node.attributes, **self.place(node)})
        return "".join([f' {name}="{value}"' for name, value in self.place(node).items()])

    def place(self, node: Node) -> dict[str, str]:
        """Return the attribute that says where ``node`` stands in the source."""
        if not self.options.source_lines or not node.line:
            return {}
        first, last = node.line + self.above, node.last_line + self.above
        return {"data-line": str(first), "data-last-line": str(last)}

    def _block(self, name: str, node: Node, inner: str, indent: int) -> str:
        return f"{' ' * indent}<{name}{self.tag(node)}>{inner}</{name}>\n"

    def _with(self, node: Node, name: str, value: str) -> Node:
        """Return a node like ``node`` with one more attribute; ``node`` is written again later."""
        changed = Node(node.kind)
        changed.attributes = {**node.attributes, name: value}
        changed.line, changed.last_line = node.line, node.last_line
        return changed

    def _box(self, node: Node, inner: str, indent: int, _above: _Above) -> str:
        blanks = " " * indent
        return f"{blanks}<{node.kind}{self.tag(node)}>\n{inner}{blanks}</{node.kind}>\n"

    def _paragraph(self, node: Node, inner: str, indent: int, _above: _Above) -> str:
        if node.transparent:
            return inner
        if len(node.children) == 1 and _is_standalone(node.children[0]):
            return self._figure(node, indent)
        return self._block("p", node, inner, indent)

    def _figure(self, node: Node, indent: int) -> str:
        figure = Node("p")
        figure.attributes = dict(node.attributes)
        figure.line, figure.last_line = node.line, node.last_line
        image = dict(node.children[0].attributes)
        for key in ("class", "id"):
            if key in image and key not in figure.attributes:
                figure.attributes[key] = image.pop(key)
        blanks = " " * indent
        return (
            f"{blanks}<figure{self.tag(figure)}>\n"
            f"{blanks}  <img{attributes_html(image)} />\n"
            f"{blanks}  <figcaption>{image['alt']}</figcaption>\n"
            f"{blanks}</figure>\n"
        )

    def _heading(self, node: Node, inner: str, indent: int, _above: _Above) -> str:
        identifier = node.attributes.get("id")
        tagged = node
        if self.options.auto_ids and identifier is None:
            identifier = node.gfm_id
            if identifier is None:
                identifier = self.numbering.ask("plain id", node.id_text)
            tagged = self._with(node, "id", identifier)
        in_toc = node.level in self.options.toc_levels
        if identifier is not None and in_toc and not _NO_TOC.search(_classes(node)):
            self.numbering.list_heading(TocEntry(node.level, identifier, node.children))
        if self.options.header_links and self.options.release == "2.5" and identifier:
            inner = f"<a{attributes_html({'href': f'#{identifier}'})}></a>{inner}"
        lowest, highest = _LEVELS
        level = max(min(node.level + self.options.header_offset, highest), lowest)
        return self._block(f"h{level}", tagged, inner, indent)

    def _item(self, node: Node, inner: str, indent: int, _above: _Above) -> str:
        blanks = " " * indent
        first = node.children[0] if node.children else None
        if first is None or (first.kind == "p" and first.transparent):
            inner += blanks if inner.endswith("\n") else ""
        else:
            inner = f"\n{inner}{blanks}"
        return f"{blanks}<{node.kind}{self.tag(node)}>{inner}</{node.kind}>\n"

    def _term(self, node: Node, inner: str, indent: int, above: _Above) -> str:
        wanted = above[-1].node.attribute_list
        if "id" not in node.attributes and wanted is not None:
            found = next(filter(None, map(_AUTO_IDS.match, wanted.references)), None)
            if found is not None:
                node.attributes["id"] = f"{found[1] or ''}{plain_id(node.id_text)}".lstrip()
        return self._block("dt", node, inner, indent)

    def _cell(self, node: Node, inner: str, indent: int, above: _Above) -> str:
        row, part, table = above[-1], above[-2], above[-3]
        alignment = table.node.alignments[len(row.parts)]
        if alignment:
            style = node.attributes.get("style")
            before = "" if style is None else f"{style}; "
            node = self._with(node, "style", f"{before}text-align: {alignment}")
        name = "th" if part.node.kind == "thead" else "td"
        return self._block(name, node, inner or self.spans.entity("nbsp"), indent)

    def _html(self, node: Node, inner: str, indent: int, above: _Above) -> str:
        name = node.value
        empty = name in EMPTY_ELEMENTS
        if node.inline:
            opening = f"<{name}{attributes_html(node.attributes)}"
            return f"{opening} />" if not inner and empty else f"{opening}>{inner}</{name}>"
        bare = bool(above) and above[-1].is_raw_html
        blanks = "" if bare else " " * indent
        opening = f"{blanks}<{name}{self.tag(node)}"
        if (node.closed and node.model == "raw") or (not inner and empty):
            written = f"{opening} />"
        elif inner and node.model == "block":
            inner = inner.removesuffix("\n")
            written = f"{opening}>\n{inner}\n{' ' * indent}</{name}>"
        else:
            written = f"{opening}>{inner}</{name}>"
        return written if bare else f"{written}\n"

    def _code_block(self, node: Node, indent: int, _around: Frame) -> str:
        return self.code.block(node, indent, self.place(node))

    def _rule(self, node: Node, indent: int, _around: Frame) -> str:
        return f"{' ' * indent}<hr{self.tag(node)} />\n"

    def _formula(self, node: Node, indent: int, _around: Frame) -> str:
        return self.spans.formula(node, indent, self.place(node))


_BOXES: tuple[Kind, ...] = (
    "blockquote", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr",
)  # fmt: skip


def _classes(node: Node) -> str:
    return node.attributes.get("class", "")


def _is_standalone(node: Node) -> bool:
    return node.kind == "img" and node.refers_to("standalone")


def _span(node: Node, inner: str, _indent: int, _above: _Above) -> str:
    return f"<{node.kind}{attributes_html(node.attributes)}>{inner}</{node.kind}>"


def _blank(_node: Node, _indent: int, _around: Frame) -> str:
    return "\n"


def _comment_as_typed(node: Node, indent: int, around: Frame) -> str:
    if node.inline or around.is_raw_html:
        return node.value
    return f"{' ' * indent}{node.value}\n"


def _comment(node: Node, indent: int, _around: Frame) -> str:
    text = f"<!-- {node.value} -->"
    return text if node.inline else f"{' ' * indent}{text}\n"
