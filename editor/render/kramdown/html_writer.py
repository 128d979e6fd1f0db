"""Write the tree as HTML, byte for byte as kramdown does."""

import re
from collections.abc import Iterable
from dataclasses import replace

from editor.render.kramdown.block_writer import BlockWriter
from editor.render.kramdown.code_writer import CodeWriter, Highlight
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.footnotes import FootnoteList, UsedFootnote
from editor.render.kramdown.frames import Frame
from editor.render.kramdown.numbering import Numbering, Piece
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import RenderedBlock
from editor.render.kramdown.segments import Segment
from editor.render.kramdown.span_writer import SpanWriter
from editor.render.kramdown.toc import TocEntry, toc_tree
from editor.render.kramdown.tree import Kind, Node

_INDENT = 2
_IN_LIST = 4
_LINES = re.compile(r' data-line="(\d+)" data-last-line="(\d+)"')


class HtmlWriter:
    """Writes one text; what was written of its segments before is used where it still holds.

    The table of contents and the list of footnotes are known only at the end; until then marks
    stand in their places, made of private characters that the text does not have.
    """

    def __init__(self, options: Options, definitions: Definitions, highlight: Highlight) -> None:
        self.options = options
        self.definitions = definitions
        code = CodeWriter(options, highlight)
        self.spans = SpanWriter(options, definitions, code)
        self.footnotes = FootnoteList(options, definitions, self.spans.entity("nbsp"))
        self.numbering = Numbering(options, self.footnotes)
        self.blocks = BlockWriter(options, self.spans, code, self.numbering)
        self.contents: list[TocEntry] = []
        self.toc_list: Node | None = None
        self.footnotes_list: Node | None = None
        self.mark = "\ue000"

    def write(
        self, segments: Iterable[Segment], source: str, above: int = 0
    ) -> list[RenderedBlock]:
        """Return the blocks of the text at its top level, footnotes last.

        ``above`` is the number of lines before the text.
        """
        while self.mark in source:
            self.mark += "\ue001"
        blocks: list[RenderedBlock] = []
        for segment in segments:
            self._write_segment(segment, above)
            above += segment.lines
            first = 0
            if segment.blocks and blocks and _both_bare(blocks[-1], segment.blocks[0]):
                blocks[-1] = _joined(blocks[-1], segment.blocks[0])
                first = 1
            blocks += segment.blocks[first:] if first else segment.blocks
        footnotes = self.footnotes.write(self._footnote)
        return self._put_in(blocks, footnotes)

    def _write_segment(self, segment: Segment, above: int) -> None:
        """Bring the blocks of a segment up to date."""
        if not self.numbering.turn_to(segment.piece):
            self.blocks.above = above
            parts = self._children(Frame.of(segment.root, -_INDENT))
            segment.blocks = _group(segment.root.children, parts, above)
        elif above != segment.above:
            by = above - segment.above
            segment.blocks = [_moved(block, by, self.options) for block in segment.blocks]
        segment.above = above
        for footnote in segment.definitions.footnotes.values():
            footnote.above = above
        if segment.piece.contents:
            self.contents += segment.piece.contents

    def _footnote(self, note: UsedFootnote) -> str:
        """Return what is in an item of the list of footnotes."""
        piece = Piece(self.footnotes.item(note))
        self.numbering.turn_to(piece)
        self.blocks.above = self.definitions.footnotes[note.key].above
        html = "".join(self._children(Frame.of(piece.root, _IN_LIST)))
        self.contents += piece.contents
        return html

    def _put_in(self, blocks: list[RenderedBlock], footnotes: str) -> list[RenderedBlock]:
        contents = ""
        if self.toc_list is not None:
            tree = toc_tree(self.contents, self.toc_list)
            if tree.children:
                contents = "".join(self._children(Frame.of(_around(tree), -_INDENT)))
        if self.footnotes_list is None and footnotes:
            blocks.append(RenderedBlock(footnotes, 0, 0, "footnotes"))
        if self.toc_list is None and self.footnotes_list is None:
            return blocks
        return [
            replace(
                block,
                html=block.html.replace(f"{self.mark}f", footnotes).replace(
                    f"{self.mark}t", contents
                ),
            )
            if self.mark in block.html
            else block
            for block in blocks
        ]

    def _children(self, first: Frame) -> list[str]:
        """Return the HTML of each child of the node of ``first``."""
        frames = [first]
        spans = self.spans.by_kind
        while True:
            frame = frames[-1]
            child = next(frame.remaining, None)
            if child is not None:
                span = spans.get(child.kind)
                if span is not None:
                    frame.parts.append(span(child))
                    continue
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
        """Return the HTML of a block that is written at once; None for one with children."""
        leaf = self.blocks.leaves.get(node.kind)
        if leaf is not None:
            return leaf(node, around.indent + _INDENT, around)
        if node.kind == "footnote":
            return self.numbering.ask("footnote", node.value)
        if node.kind in {"ul", "ol"} and node.attribute_list is not None:
            return self._placeholder(node)
        return None

    def _placeholder(self, node: Node) -> str | None:
        """Return a mark for the first list that stands for the contents or the footnotes."""
        if node.refers_to("toc") or node.refers_to("footnotes"):
            self.numbering.keep_place()
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


def _group(nodes: list[Node], parts: list[str], above: int) -> list[RenderedBlock]:
    """Join blank lines to the block before them, and bare text to one block."""
    blocks: list[RenderedBlock] = []
    for node, html in zip(nodes, parts, strict=True):
        bare = node.inline or node.kind in _BARE
        first, last = _place(node.line, above), _place(node.last_line, above)
        block = RenderedBlock(html, first, last, "text" if bare else node.kind)
        if blocks and node.kind == "blank":
            one = blocks[-1]
            blocks[-1] = RenderedBlock(one.html + html, one.line, one.last_line, one.kind)
        elif blocks and _both_bare(blocks[-1], block):
            blocks[-1] = _joined(blocks[-1], block)
        else:
            blocks.append(block)
    return blocks


def _place(line: int, above: int) -> int:
    return line + above if line else 0


def _both_bare(one: RenderedBlock, other: RenderedBlock) -> bool:
    return one.kind == "text" and other.kind == "text"


def _joined(one: RenderedBlock, other: RenderedBlock) -> RenderedBlock:
    end = max(one.last_line, other.last_line)
    return replace(one, html=one.html + other.html, last_line=end)


def _moved(block: RenderedBlock, by: int, options: Options) -> RenderedBlock:
    """Return a block that stands ``by`` lines further down."""

    def moved(found: re.Match[str]) -> str:
        first, last = int(found[1]) + by, int(found[2]) + by
        return f' data-line="{first}" data-last-line="{last}"'

    html = _LINES.sub(moved, block.html) if options.source_lines else block.html
    first, last = _place(block.line, by), _place(block.last_line, by)
    return RenderedBlock(html, first, last, block.kind)


_BARE: tuple[Kind, ...] = (
    "text", "a", "img", "em", "strong", "code", "footnote", "entity", "smart_quote", "symbol",
    "br", "abbreviation",
)  # fmt: skip
