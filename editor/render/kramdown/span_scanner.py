"""Read spans: a cursor over running text that asks a few constructs for each first character."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from editor.render.kramdown.definitions import Definitions
from editor.render.kramdown.options import Options
from editor.render.kramdown.source import Source
from editor.render.kramdown.target_index import TargetIndex
from editor.render.kramdown.tree import Node

MAX_DEPTH = 40
"""Spans nest so deep; what would go deeper stays text. Nobody writes so."""

EM, STRONG, LINK = 1, 2, 4
"""What is around a span, as bits: emphasis does not nest in itself, nor a link in a link."""


class Stop(Protocol):
    """Says where the inside of a span ends; ``is_bracket`` if that is a closing bracket."""

    @property
    def is_bracket(self) -> bool:
        """Tell whether a closing bracket ends the span."""

    def hopeless(self, scanner: "SpanScanner") -> bool:
        """Tell whether the end is known not to come, so that reading on is in vain."""

    def reached(self, scanner: "SpanScanner") -> bool:
        """Tell whether the end is here."""


class SpanMemory:
    """What was learnt about one text while attempts failed; it bounds the time for hostile text.

    All answers are for one context: the bits of what is around, see ``SpanScanner.around``.

    ``failed`` holds offsets from which the end of an emphasis is known not to be found,
    ``brackets`` the partner of an opening bracket (-1: none), ``unclosed`` HTML elements that run
    to the end of the text. ``targets`` is an index made when needed.
    """

    def __init__(self) -> None:
        self.failed: dict[tuple[str, int], set[int]] = {}
        self.brackets: dict[tuple[int, int], int] = {}
        self.unclosed: set[tuple[int, int, bool]] = set()
        self.targets: TargetIndex | None = None
        self._run = (-1, -1)

    def run_start(self, text: str, pos: int) -> int:
        """Return where the underscores just before ``pos`` begin."""
        if not self._run[0] <= pos <= self._run[1]:
            start = end = pos
            while start and text[start - 1] == "_":
                start -= 1
            while text[end : end + 1] == "_":
                end += 1
            self._run = (start, end)
        return self._run[0]


class SpanScanner:
    """Reads running text into spans.

    A construct is a function that gets the scanner where it might begin. It either takes text,
    adds nodes or text and returns True, or leaves the cursor alone and returns False.
    """

    def __init__(
        self, text: str, rule_set: "RuleSet", options: Options, definitions: Definitions
    ) -> None:
        self.text = text
        self.source = Source(text)
        self.rule_set = rule_set
        self.rules = rule_set.start
        self.options = options
        self.definitions = definitions
        self.pos = 0
        self.node = Node("root")
        self.buffer: list[str] = []  # text that is not yet a node
        self.around = 0
        self.depth = 0
        self.attempts = 0  # open spans that come to nothing if their end is not found
        self.images = 0  # open images
        self.memory = SpanMemory()

    def read(self) -> Node:
        """Return a root with the spans of the whole text."""
        self._scan(None)
        self.flush()
        return self.node

    def read_inside(self, node: Node, stop: Stop) -> bool:
        """Read on as children of ``node``; tell whether the end was found, the cursor on it."""
        outer = self.node, self.buffer
        self.node, self.buffer = node, []
        self.depth += 1
        found = self._scan(stop)
        self.depth -= 1
        self.flush()
        self.node, self.buffer = outer
        return found

    def _scan(self, stop: Stop | None) -> bool:
        text, end = self.text, len(self.text)
        by_first = self.rules.by_first
        search = self.rules.triggers.search
        if stop is not None and stop.is_bracket and self.rules.bracket_triggers is not None:
            search = self.rules.bracket_triggers.search
        while self.pos < end and not (stop is not None and stop.hopeless(self)):
            found = search(text, self.pos)
            if found is None:
                break
            self._go_to(found.start())
            if stop is not None and stop.reached(self):
                return True
            self._read_span(by_first[found[0][0]])
        if stop is None:
            self.take_rest()
        return False

    def _go_to(self, at: int) -> None:
        """Take the text before the offset ``at``, where a span may begin."""
        if self.text[at] in "\"'" and at > self.pos:
            at -= 1  # quotes are judged by the character before them
        if at > self.pos:
            self.buffer.append(self.text[self.pos : at])
            self.pos = at

    def _read_span(self, rules: "tuple[SpanRule, ...]") -> None:
        for rule in rules:
            if rule(self):
                return
        self.add_text(self.text[self.pos])
        self.pos += 1

    def add_text(self, text: str) -> None:
        """Add text to the current node."""
        self.buffer.append(text)

    def add(self, node: Node) -> None:
        """Add a span to the current node."""
        self.flush()
        self.node.children.append(node)

    def flush(self) -> None:
        """Make a node of the text so far."""
        text = "".join(self.buffer)
        if text:
            self.node.children.append(Node("text", text))
        self.buffer = []

    def take_rest(self) -> None:
        """Add all text that is left."""
        self.buffer.append(self.text[self.pos :])
        self.pos = len(self.text)

    def is_empty(self) -> bool:
        """Tell whether the current node has nothing in it yet."""
        return not self.node.children and not any(self.buffer)

    def last_child(self) -> Node | None:
        """Return the span just before the cursor; None after text."""
        if any(self.buffer) or not self.node.children:
            return None
        last = self.node.children[-1]
        return None if last.kind == "text" else last


SpanRule: TypeAlias = Callable[[SpanScanner], bool]


@dataclass(frozen=True, slots=True)
class SpanRules:
    """Constructs by first character, and the pattern that finds where one may begin.

    Inside links a closing bracket is looked for too; elsewhere it must not be: the cursor would
    rest on it, and a quote mark behind it would no longer see the character before.
    """

    triggers: re.Pattern[str]
    by_first: Mapping[str, tuple[SpanRule, ...]]
    bracket_triggers: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """What a text is read with, and what inside HTML that is read or left alone."""

    start: SpanRules
    full: SpanRules
    html_only: SpanRules
