"""Read blocks: a cursor over the text that asks the constructs in their order."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from editor.render.kramdown import boundaries
from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.options import Options
from editor.render.kramdown.source import Source
from editor.render.kramdown.tree import AttributeList, Kind, Node, add_raw_text

MAX_DEPTH = 60
"""Quotes, lists and HTML blocks nest so deep; what goes deeper is read as running text.

Nobody writes so, and each level reads its text again: this bounds the time for hostile input.
"""


class BlockScanner:
    """Reads a text into a tree of blocks; the text inside paragraphs stays raw.

    A construct is a function that gets the scanner at the start of a line. It either takes text,
    adds nodes to ``tree`` and returns True, or leaves the cursor alone and returns False.
    """

    def __init__(
        self, options: Options, definitions: Definitions, rules: Mapping[str, "Rules"]
    ) -> None:
        self.options = options
        self.definitions = definitions
        self.rules = rules
        self.tree = Node("root")
        self.source = Source("")
        self.pos = 0
        self.waiting: AttributeList | None = None  # a list that belongs to the block to come
        self.depth = 0
        self.stopped = False  # the closing tag of the HTML block was read

    @property
    def text(self) -> str:
        """The text being read."""
        return self.source.text

    def begin(self, text: str, pos: int) -> None:
        """Go to ``pos`` in a whole ``text``, where a segment begins."""
        self.source, self.pos = Source(text), pos

    def read_to_border(self, root: Node) -> None:
        """Read on as children of ``root``, up to where a segment may end (see ``segments``)."""
        self.tree, self.waiting, self.depth = root, None, 1
        before = [Node("blank", "\n")] if self.pos else []
        root.children = before.copy()
        end = len(self.text)
        while self.pos < end:
            self._read_block()
            if self._at_border():
                break
        del root.children[: len(before)]

    def _at_border(self) -> bool:
        children = self.tree.children
        if self.waiting is not None or not children or children[-1].kind != "blank":
            return False
        if len(children) > 1 and children[-2].kind == "dl":
            return False
        return boundaries.DEFINITION_OR_BLANK.match(self.text, self.pos) is None

    def read_inside(self, node: Node, text: str, first_line: int) -> None:
        """Read ``text``, which begins on ``first_line``, as children of ``node``."""
        saved = self.source, self.pos
        self.source, self.pos = Source(text, first_line), 0
        self.read_rest_inside(node)
        self.source, self.pos = saved

    def read_rest_inside(self, node: Node) -> bool:
        """Read on as children of ``node``; tell whether its closing tag ended the reading."""
        saved = self.tree, self.waiting
        self.tree, self.waiting = node, None
        self.depth += 1
        end = len(self.text)
        while self.pos < end and not self.stopped:
            self._read_block()
        found, self.stopped = self.stopped, False
        self.depth -= 1
        self.tree, self.waiting = saved
        return found

    def _read_block(self) -> None:
        start, known = self.pos, len(self.tree.children)
        for rule in self._candidates():
            if rule(self):
                break
        else:
            self._take_bare_line()
        self._note_lines(start, known)

    def _candidates(self) -> "Rules":
        text, pos = self.text, self.pos
        char = text[pos : pos + 1]
        if char in " \t\n\v\f\r":
            if boundaries.BLANK.match(text, pos):
                return self.rules["\n"]
            if char == "\t" or text.startswith("    ", pos):
                return self.rules["\t"]
            while char == " ":
                pos += 1
                char = text[pos : pos + 1]
        return self.rules.get(char) or self.rules[""]

    def _take_bare_line(self) -> None:
        end = self.end_of_line()
        add_raw_text(self.tree, self.text[self.pos : end])
        self.pos = end

    def _note_lines(self, start: int, known: int) -> None:
        for node in self.tree.children[known:]:
            if not node.line:
                node.line = self.source.line_at(start)
                node.last_line = self.source.last_line(start, self.pos)

    def end_of_line(self) -> int:
        """Return the offset after the line end of this line."""
        found = self.text.find("\n", self.pos)
        return len(self.text) if found < 0 else found + 1

    def new_block(self, kind: Kind, value: str = "") -> Node:
        """Return a block that takes over the attribute list waiting for it."""
        node = Node(kind, value)
        node.attribute_list, self.waiting = self.waiting, None
        return node

    def after_boundary(self) -> bool:
        """Tell whether the last thing read lets any block begin here."""
        if not self.tree.children or self.waiting is not None:
            return True
        last = self.tree.children[-1]
        return last.kind == "blank" or (last.kind == "boundary" and last.definition is None)

    def before_boundary(self) -> bool:
        """Tell whether any block may end here."""
        return boundaries.at_boundary(self.source, self.pos)


Rule: TypeAlias = Callable[[BlockScanner], bool]
Rules: TypeAlias = tuple[Rule, ...]
