"""Join kramdown to Python-Markdown: an extension that puts its own parts in all its places."""

from collections.abc import Iterable, Iterator, Sequence
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
from editor.render.kramdown.segments import Segment, read_segments
from editor.render.kramdown.spans import SpanReader
from editor.render.kramdown.tree import Node

_DEFAULTS = Options()
_CARRIED_ON = ("{::options", "data-line")
"""With these in it a text is always read whole: settings hold for all that follows, and what
the writer wrote about lines would be taken for lines of ours."""


class KramdownDocument(ET.Element):
    """The root that Python-Markdown hands from part to part; kramdown's segments hang on it.

    ``fresh`` are the segments that were not known from the last text.
    """

    def __init__(self, source: str, options: Options) -> None:
        super().__init__("kramdown")
        self.source = source
        self.options = options
        self.definitions = Definitions()
        self.segments: Sequence[Segment] = ()
        self.fresh: Sequence[Segment] = ()

    def may_go_on(self) -> bool:
        """Tell whether the next text may be read as a change of this one."""
        return not any(word in self.source for word in _CARRIED_ON)


class KramdownBlockParser(BlockParser):
    """Reads the blocks of a text with a cursor over the whole of it."""

    def __init__(self, md: Markdown, options: Options) -> None:
        super().__init__(md)
        # GFM takes ids from what a heading shows, whatever the setting says.
        gfm = options.input == "GFM"
        self.options = replace(options, auto_id_stripping=True) if gfm else options
        self.rules = block_rules(options)
        self.last: KramdownDocument | None = None

    @override
    def parseDocument(self, lines: Iterable[str]) -> ET.ElementTree:
        """Return a document whose running text is still raw."""
        text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
        document = KramdownDocument(text.removesuffix("\n") + "\n", self.options)
        # The last document is whole again only when this one has been written.
        last, self.last = self.last, None
        may_go_on = last is not None and last.may_go_on() and document.may_go_on()
        if last is None or not may_go_on or not self._go_on(document, last):
            self._begin(document)
        return ET.ElementTree(document)

    def _begin(self, document: KramdownDocument) -> None:
        """Read all of the text."""
        scanner = BlockScanner(self.options, document.definitions, self.rules)
        reading = read_segments(scanner, document.source)
        document.segments = document.fresh = reading.segments
        document.options = scanner.options
        document.definitions = self._all_definitions(reading.segments)

    def _go_on(self, document: KramdownDocument, last: KramdownDocument) -> bool:
        """Read what changed since the last text; False where that changes all the rest."""
        scanner = BlockScanner(self.options, last.definitions, self.rules)
        reading = read_segments(scanner, document.source, last.segments)
        document.segments, document.fresh = reading.segments, reading.fresh
        document.definitions = last.definitions
        if any(segment.definitions for segment in (*reading.fresh, *reading.gone)):
            document.definitions = self._all_definitions(reading.segments)
        return document.definitions.reads_like(last.definitions)

    def _all_definitions(self, segments: Iterable[Segment]) -> Definitions:
        definitions = Definitions()
        definitions.add_link_options(self.options)
        for segment in segments:
            if segment.definitions:
                definitions.add(segment.definitions)
        return definitions


class KramdownSpans(Treeprocessor):
    """Reads the running text of a document: spans, abbreviations, ids."""

    @override
    def run(self, root: ET.Element) -> None:
        """Finish the fresh segments of ``root``, a ``KramdownDocument``."""
        if not isinstance(root, KramdownDocument):
            return
        reader = SpanReader(root.options, root.definitions)
        for segment in root.fresh:
            reader.read(segment.root, after_blank=segment is not root.segments[0])
            mark_abbreviations(segment.root, root.definitions, root.options.release)
        for note in root.definitions.footnotes.values():
            if not note.is_read:
                reader.read(note.content)
                mark_abbreviations(note.content, root.definitions, root.options.release)
                note.is_read = True
        root.options = reader.options
        if root.options.input == "GFM":
            for segment in root.fresh:
                segment.piece.headings = finish_gfm(segment.root, root.options, segment.text)


class Kramdown(Extension):
    """Make Python-Markdown read kramdown as Jekyll 4.3 does.

    ``md.convert(text)`` returns the HTML without white space around it, as Python-Markdown always
    does; ``result`` then has the exact HTML and its blocks, ``source_spans()`` all places. Without
    ``md.reset()`` before it a text is read as a change of the last one, which is quick where
    little changed, and brings the same result. A blank text must come after a reset: Python-
    Markdown never shows it to its extensions. Lines count from ``first_line``.
    """

    def __init__(self, options: Options = _DEFAULTS, highlight: Highlight = no_colours) -> None:
        super().__init__()
        self.options = options
        self.highlight = highlight
        self.first_line = 1
        self.result: Rendered = BLANK
        self._parser: KramdownBlockParser | None = None

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of the parser, the tree's way and the serializer of ``md``."""
        md.registerExtension(self)
        md.preprocessors = Registry()
        md.inlinePatterns = Registry()
        md.treeprocessors = Registry()
        md.postprocessors = Registry()
        md.parser = self._parser = KramdownBlockParser(md, self.options)
        md.treeprocessors.register(KramdownSpans(md), "kramdown_spans", 0)
        md.stripTopLevelTags = False
        # The formats are the class's own: another Markdown keeps its serializers.
        vars(md)["output_formats"] = {"xhtml": self._write, "html": self._write}

    def reset(self) -> None:
        """Forget the last text."""
        self.result = BLANK
        if self._parser is not None:
            self._parser.last = None

    def source_spans(self) -> tuple[SourceSpan, ...]:
        """Return where each block of the last text stands, at any depth; footnotes come last."""
        document = self._parser.last if self._parser is not None else None
        if document is None:
            return ()
        trees = [(segment.root, segment.above) for segment in document.segments]
        notes = document.definitions.footnotes.values()
        trees += [(note.content, note.above) for note in notes]
        return tuple(place for tree, above in trees for place in _places(tree, above))

    def _write(self, root: ET.Element) -> str:
        if not isinstance(root, KramdownDocument) or self._parser is None:
            return ""
        writer = HtmlWriter(root.options, root.definitions, self.highlight)
        blocks = tuple(writer.write(root.segments, root.source, self.first_line - 1))
        self.result = Rendered("".join([block.html for block in blocks]), blocks)
        self._parser.last = root
        return self.result.html


def _places(root: Node, above: int) -> Iterator[SourceSpan]:
    """Return where the blocks under ``root`` stand, which has ``above`` lines before it."""
    waiting = [(child, 0) for child in reversed(root.children)]
    while waiting:
        node, depth = waiting.pop()
        if node.line and node.kind != "blank" and not node.inline:
            yield SourceSpan(node.kind, node.line + above, node.last_line + above, depth)
        waiting.extend((child, depth + 1) for child in reversed(node.children))
