"""Write the tree as HTML, byte for byte as kramdown does."""

from editor.render.kramdown.block_writer import BlockWriter
from editor.render.kramdown.code_writer import CodeWriter, Highlight
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.footnotes import FootnoteList
from editor.render.kramdown.frames import Frame
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import RenderedBlock
from editor.render.kramdown.span_writer import SpanWriter
from editor.render.kramdown.toc import toc_tree
from editor.render.kramdown.tree import Kind, Node

_INDENT = 2


class HtmlWriter:
    """Writes one text.

    The table of contents and the list of footnotes are known only at the end; until then marks
    stand in their places, made of private characters that the text does not have.
    """

    def __init__(self, options: Options, definitions: Definitions, highlight: Highlight) -> None:
        code = CodeWriter(options, highlight)
        self.spans = SpanWriter(options, definitions, code)
        self.blocks = BlockWriter(options, self.spans, code)
        self.footnotes = FootnoteList(options, definitions, self.spans.entity("nbsp"))
        self.toc_list: Node | None = None
        self.footnotes_list: Node | None = None
        self.mark = "\ue000"

    def write(self, root: Node, source: str) -> list[RenderedBlock]:
        """Return the blocks of the text at its top level, footnotes last."""
        while self.mark in source:
            self.mark += "\ue001"
        parts = self._children(Frame.of(root, -_INDENT))
        blocks = _group(root.children, parts)
        footnotes = self.footnotes.write(lambda item: self._children(Frame.of(item, 4)))
        return self._put_in(blocks, footnotes)

    def _put_in(self, blocks: list[RenderedBlock], footnotes: str) -> list[RenderedBlock]:
        contents = ""
        if self.toc_list is not None:
            tree = toc_tree(self.blocks.toc, self.toc_list)
            if tree.children:
                contents = "".join(self._children(Frame.of(_around(tree), -_INDENT)))
        if self.footnotes_list is None and footnotes:
            blocks.append(RenderedBlock(footnotes, 0, 0, "footnotes"))
        return [
            RenderedBlock(
                block.html.replace(f"{self.mark}f", footnotes).replace(f"{self.mark}t", contents)
                if self.mark in block.html
                else block.html,
                block.line,
                block.last_line,
                block.kind,
            )
            for block in blocks
        ]

    def _children(self, first: Frame) -> list[str]:
        """Return the HTML of each child of the node of ``first``."""
        frames = [first]
        while True:
            frame = frames[-1]
            child = next(frame.remaining, None)
            if child is not None:
                written = self._leaf(child, frame)
                if written is None:
                    frames.append(Frame.of(child, frame.indent + _INDENT))
                else:
                    frame.parts.append(written)
            elif len(frames) == 1:
                return frame.parts
            else:
                frames.pop()
                closer = self.blocks.closers[frame.node.kind]
                html = closer(frame.node, "".join(frame.parts), frame.indent, frames)
                frames[-1].parts.append(html)

    def _leaf(self, node: Node, around: Frame) -> str | None:
        """Return the HTML of a node that is written at once; None for one with children."""
        span = self.spans.by_kind.get(node.kind)
        if span is not None:
            return span(node)
        leaf = self.blocks.leaves.get(node.kind)
        if leaf is not None:
            return leaf(node, around.indent + _INDENT, around)
        if node.kind == "footnote":
            return self.footnotes.mark(node.value)
        if node.kind in {"ul", "ol"}:
            return self._placeholder(node)
        return None

    def _placeholder(self, node: Node) -> str | None:
        """Return a mark for the first list that stands for the contents or the footnotes."""
        if self.toc_list is None and node.refers_to("toc"):
            self.toc_list = node
            return f"{self.mark}t"
        if self.footnotes_list is None and node.refers_to("footnotes"):
            self.footnotes_list = node
            return f"{self.mark}f"
        return None


def _around(node: Node) -> Node:
    root = Node("root")
    root.children = [node]
    return root


def _group(nodes: list[Node], parts: list[str]) -> list[RenderedBlock]:
    """Join blank lines to the block before them, and bare text to one block."""
    blocks: list[RenderedBlock] = []
    for node, html in zip(nodes, parts, strict=True):
        bare = node.inline or node.kind in _BARE
        kind = "text" if bare else node.kind
        if blocks and (node.kind == "blank" or (bare and blocks[-1].kind == "text")):
            last = blocks[-1]
            end = last.last_line if node.kind == "blank" else max(last.last_line, node.last_line)
            blocks[-1] = RenderedBlock(last.html + html, last.line, end, last.kind)
        else:
            blocks.append(RenderedBlock(html, node.line, node.last_line, kind))
    return blocks


_BARE: tuple[Kind, ...] = (
    "text", "a", "img", "em", "strong", "code", "footnote", "entity", "smart_quote", "symbol",
    "br", "abbreviation",
)  # fmt: skip
