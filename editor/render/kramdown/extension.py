"""Join kramdown to Python-Markdown: an extension that puts its own parts in all its places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry
from typing_extensions import override

from editor.render.kramdown.abbreviations import mark_abbreviations
from editor.render.kramdown.block_rules import block_rules
from editor.render.kramdown.block_scanner import BlockScanner
from editor.render.kramdown.code_writer import Highlight, no_colours
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.heading_ids import finish_gfm
from editor.render.kramdown.html_writer import HtmlWriter
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import BLANK, Rendered, SourceSpan
from editor.render.kramdown.spans import SpanReader
from editor.render.kramdown.tree import Node

_DEFAULTS = Options()


class KramdownDocument(ET.Element):
    """The root that Python-Markdown hands from part to part; kramdown's tree hangs on it."""

    def __init__(
        self, tree: Node, source: str, options: Options, definitions: Definitions
    ) -> None:
        super().__init__("kramdown")
        self.tree = tree
        self.source = source
        self.options = options
        self.definitions = definitions


class KramdownBlockParser(BlockParser):
    """Reads the blocks of a text with a cursor over the whole of it."""

    def __init__(self, md: Markdown, options: Options) -> None:
        super().__init__(md)
        # GFM takes ids from what a heading shows, whatever the setting says.
        gfm = options.input == "GFM"
        self.options = replace(options, auto_id_stripping=True) if gfm else options
        self.rules = block_rules(options)

    @override
    def parseDocument(self, lines: Iterable[str]) -> ET.ElementTree:
        """Return a document whose running text is still raw."""
        text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
        text = text.removesuffix("\n") + "\n"
        definitions = Definitions()
        definitions.add_link_options(self.options)
        scanner = BlockScanner(self.options, definitions, self.rules)
        tree = scanner.read(text)
        document = KramdownDocument(tree, text, scanner.options, definitions)
        return ET.ElementTree(document)


class KramdownSpans(Treeprocessor):
    """Reads the running text of a document: spans, abbreviations, ids."""

    @override
    def run(self, root: ET.Element) -> None:
        """Finish the tree of ``root``, a ``KramdownDocument``."""
        if not isinstance(root, KramdownDocument):
            return
        reader = SpanReader(root.options, root.definitions)
        reader.read(root.tree)
        mark_abbreviations(root.tree, root.definitions, root.options.release)
        for note in root.definitions.footnotes.values():
            reader.read(note)
            mark_abbreviations(note, root.definitions, root.options.release)
        root.options = reader.options
        if root.options.input == "GFM":
            finish_gfm(root.tree, root.options)


class Kramdown(Extension):
    """Make Python-Markdown read kramdown as Jekyll 4.3 does.

    ``md.convert(text)`` returns the HTML without white space around it, as Python-Markdown always
    does; ``result`` then has the exact HTML and its blocks, ``source_spans()`` all places. Call
    ``md.reset()`` before each text: ``result`` is then that of a blank one, which Python-Markdown
    never shows to its extensions.
    """

    def __init__(self, options: Options = _DEFAULTS, highlight: Highlight = no_colours) -> None:
        super().__init__()
        self.options = options
        self.highlight = highlight
        self.result: Rendered = BLANK
        self._document: KramdownDocument | None = None

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of the parser, the tree's way and the serializer of ``md``."""
        md.registerExtension(self)
        md.preprocessors = Registry()
        md.inlinePatterns = Registry()
        md.treeprocessors = Registry()
        md.postprocessors = Registry()
        md.parser = KramdownBlockParser(md, self.options)
        md.treeprocessors.register(KramdownSpans(md), "kramdown_spans", 0)
        md.stripTopLevelTags = False
        # The formats are the class's own: another Markdown keeps its serializers.
        vars(md)["output_formats"] = {"xhtml": self._write, "html": self._write}

    def reset(self) -> None:
        """Forget the last text."""
        self.result = BLANK
        self._document = None

    def source_spans(self) -> tuple[SourceSpan, ...]:
        """Return where each block of the last text stands, at any depth; footnotes come last."""
        if self._document is None:
            return ()
        notes = self._document.definitions.footnotes.values()
        trees = [self._document.tree, *notes]
        return tuple(place for tree in trees for place in _places(tree))

    def _write(self, root: ET.Element) -> str:
        if not isinstance(root, KramdownDocument):
            return ""
        writer = HtmlWriter(root.options, root.definitions, self.highlight)
        blocks = tuple(writer.write(root.tree, root.source))
        self.result = Rendered("".join(block.html for block in blocks), blocks)
        self._document = root
        return self.result.html


def _places(root: Node) -> Iterator[SourceSpan]:
    """Return where the blocks under ``root`` stand."""
    waiting = [(child, 0) for child in reversed(root.children)]
    while waiting:
        node, depth = waiting.pop()
        if node.line and node.kind != "blank" and not node.inline:
            yield SourceSpan(node.kind, node.line, node.last_line, depth)
        waiting.extend((child, depth + 1) for child in reversed(node.children))
