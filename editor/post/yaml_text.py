"""Read front matter with libyaml: what stands where, in code points of the text itself.

This is the only door to PyYAML. It takes the stream of events and never builds a value: PyYAML's
own constructors raise on impossible dates, `=` and unknown tags, which Jekyll reads. Its scanner
in Python refuses tabs that Ruby accepts, so only the C parser is used.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, cast

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from editor.post.yaml_nodes import Alias, Document, Mapping, Node, Scalar, Sequence, Style

MAX_DEPTH: Final = 100

# YAML 1.1 knows more line breaks than LF and CR.
LINE_BREAKS: Final = "\n\r\x85\u2028\u2029"

RefusalKind: TypeAlias = Literal["syntax", "too-big", "alias-in-itself", "control-character"]

# What libyaml refuses though YAML could be around it. Ruby's libyaml refuses it too.
CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Bytes that are not UTF-8 were decoded to lone surrogates. Private characters of the last plane
# stand in for them, one for one, so that libyaml's marks stay true.
_SURROGATES = re.compile("[\ud800-\udfff]")
_STAND_INS = {code: code + 0x101800 for code in range(0xD800, 0xE000)}
_TURNED_BACK = {stand_in: code for code, stand_in in _STAND_INS.items()}


@dataclass(frozen=True, slots=True)
class Limits:
    """Say how much a text may hold; an alias counts for all the nodes that it stands for."""

    characters: int
    nodes: int
    aliases: int


IN_A_POST: Final = Limits(262_144, 10_000, 100)
"""More than a front matter can sensibly hold."""

IN_A_FILE: Final = Limits(4_194_304, 300_000, 10_000)
"""More than a file of data can hold that a page still waits for."""


# The stubs allow for events without marks; those of a parser always have them.
_Event: TypeAlias = Any

_UNFINISHED = -1


class NotYaml(Exception):
    """Say that a text cannot be read, and where.

    Attributes:
        kind: What sort of refusal it is.
        at: The offset in code points.
        began: Where the construct began that could not be finished, if the parser tells.
        problem: The parser's own words.
        context: What the parser was doing, in its own words.
    """

    def __init__(
        self, kind: RefusalKind, at: int, *, began: int = -1, problem: str = "", context: str = ""
    ) -> None:
        super().__init__(f"{kind} at {at}: {problem} {context}")
        self.kind: RefusalKind = kind
        self.at = at
        self.began = began if began >= 0 else at
        self.problem = problem
        self.context = context


def parse(text: str, limits: Limits = IN_A_POST) -> Document:
    """Read the first document of a text into nodes with their places.

    Raises:
        NotYaml: The text is no YAML, or holds more than it may.
    """
    if len(text) > limits.characters:
        raise NotYaml("too-big", limits.characters)
    if control := CONTROLS.search(text):
        raise NotYaml("control-character", control.start())
    shadowed = _SURROGATES.search(text) is not None
    shadow = text.translate(_STAND_INS) if shadowed else text
    try:
        return _Reader(shadow, limits, shadowed=shadowed).document()
    except NotYaml:
        raise
    except YAMLError as error:
        raise _refusal(error, len(text)) from error
    except Exception as error:
        # Whatever else a text can make the parser raise, it must not bring the window down.
        raise NotYaml("syntax", 0, problem=str(error)) from error


def _refusal(error: YAMLError, length: int) -> NotYaml:
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return NotYaml(
        "too-big" if "maximum nesting" in problem else "syntax",
        min(mark.index, length) if mark else 0,
        began=context_mark.index if context_mark else -1,
        problem=problem,
        context=getattr(error, "context", None) or "",
    )


class _Reader:
    """Turn the events of one text into nodes, and count what they hold on the way."""

    def __init__(self, text: str, limits: Limits, *, shadowed: bool) -> None:
        self._next: Callable[[], _Event] = CParser(text).get_event
        self._shadowed = shadowed
        self._limits = limits
        self._aliases = 0
        self._undefined: int | None = None
        # A bomb is small as text: an alias counts for all that it stands for.
        self._nodes = 0
        self._weights: dict[str, int] = {}

    def document(self) -> Document:
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return Document(None, 0, None, None)
        root: Node | None = self._node(self._next(), 0)
        self._next()
        after = self._next()
        at: int = after.start_mark.index
        second = at if isinstance(after, DocumentStartEvent) else None
        if isinstance(root, Scalar) and root.start == root.end:
            root = None
        return Document(root, self._aliases, second, self._undefined)

    def _node(self, event: _Event, depth: int) -> Node:
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        anchor: str | None = event.anchor
        self._count(1, start)
        if isinstance(event, AliasEvent):
            self._count(self._weight(event), start)
            return Alias(start, end, event.anchor or "")
        if anchor is None:
            return self._defined(event, start, end, depth)
        self._weights[anchor] = _UNFINISHED
        before = self._nodes
        node = self._defined(event, start, end, depth)
        self._weights[anchor] = self._nodes - before
        return node

    def _defined(self, event: _Event, start: int, end: int, depth: int) -> Node:
        if isinstance(event, ScalarEvent):
            text = event.value.translate(_TURNED_BACK) if self._shadowed else event.value
            style = cast("Style", event.style or "")
            return Scalar(start, end, text, style, event.implicit[1], event.tag, event.anchor)
        if depth >= MAX_DEPTH:
            raise NotYaml("too-big", start)
        parts, end = self._parts(depth + 1, end)
        flow: bool = event.flow_style
        if isinstance(event, SequenceStartEvent):
            return Sequence(start, end, tuple(parts), flow, event.tag, event.anchor)
        pairs = tuple(zip(parts[::2], parts[1::2], strict=True))
        return Mapping(start, end, pairs, flow, event.tag, event.anchor)

    def _parts(self, depth: int, end: int) -> tuple[list[Node], int]:
        """Read all nodes of a collection, and where it ends.

        In block style libyaml marks the end where the next token begins, so that the blank lines
        and comments between would count as a part of the value.
        """
        parts: list[Node] = []
        while True:
            event = self._next()
            marked_end: int = event.end_mark.index
            in_flow_style = marked_end > event.start_mark.index
            if isinstance(event, CollectionEndEvent):
                break
            parts.append(self._node(event, depth))
        if in_flow_style:
            return parts, marked_end
        return parts, parts[-1].end if parts else end

    def _weight(self, alias: _Event) -> int:
        at: int = alias.start_mark.index
        weight = self._weights.get(alias.anchor)
        if weight is None:
            self._undefined = at if self._undefined is None else self._undefined
            return 0
        if weight == _UNFINISHED:
            raise NotYaml("alias-in-itself", at, problem=alias.anchor)
        self._aliases += 1
        if self._aliases > self._limits.aliases:
            raise NotYaml("too-big", at)
        return weight

    def _count(self, nodes: int, at: int) -> None:
        self._nodes += nodes
        if self._nodes > self._limits.nodes:
            raise NotYaml("too-big", at)
