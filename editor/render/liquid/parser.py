"""Turn a template into a tree, going on after mistakes so that the rest still shows.

Liquid 4: `BlockBody`, `Block` and `Document`. Where Liquid stops at a mistake, the parser notes
the problem, keeps the tag as the text that it is, and goes on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from editor.render.liquid.errors import LiquidError, LiquidSyntaxError, Reason
from editor.render.liquid.filtered_value import FilteredValue, MarkupReader
from editor.render.liquid.nodes import Body, Node, OutputNode, TextNode
from editor.render.liquid.setup import ErrorMode
from editor.render.liquid.syntax.tokens import Token, tokens
from editor.render.liquid.values import strings

_TAG = re.compile(r"\{%-?\s*(\w+)\s*(.*?)-?%\}", re.ASCII | re.DOTALL)
_OUTPUT = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_DEEPEST: Final = 100
_NOT_TERMINATED = "'{}' was not properly terminated with regexp: {}"
_DIVIDERS = frozenset({"else", "elsif", "when"})

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class TagStart:
    """Hold a tag as it is written: its name, what follows it, and its line."""

    name: str
    markup: str
    line: int
    source: str


TagReader: TypeAlias = "Callable[[TagStart, TemplateParser], Node]"
"""Make the node of a tag; a block reads on to its end through the parser.

Raises LiquidSyntaxError for a tag that is not written as it should be.
"""


class TemplateParser:
    """Read the nodes of one template.

    Attributes:
        warnings: What Liquid warns of, in order.
        errors: What Liquid would stop at, in order; it would say the first only.
        mode: What an expression that breaks the grammar does.
        reader: The reader of values with filters.
    """

    def __init__(
        self,
        source: str,
        tags: Mapping[str, TagReader],
        reader: MarkupReader,
        mode: ErrorMode,
    ) -> None:
        self.warnings: list[LiquidSyntaxError] = []
        self.errors: list[LiquidError] = []
        self.mode = mode
        self.reader = reader
        self._tags = tags
        self._tokens = tokens(source)
        self._last_line = source.count("\n") + 1
        self._place = 0
        self._trim_next = False
        self._open: list[TagStart] = []
        self._reported: set[str] = set()

    def document(self) -> Body:
        """Return the nodes of the whole template."""
        body = Body()
        while (stray := self.fill(body, ())) is not None:
            self._keep(body, stray)
        return body

    def block(self, start: TagStart, body: Body, *dividers: str) -> TagStart | None:
        """Read nodes into `body` up to the end of the block `start`, or to one of `dividers`.

        Return the divider, None for the end. A block without an end ends where the template does.
        Raises LiquidError for the hundred-and-first block inside one another.
        """
        end = f"end{start.name}"
        if len(self._open) >= _DEEPEST:
            raise LiquidError(Reason.NESTING, "Nesting too deep")
        self._open.append(start)
        try:
            found = self.fill(body, (*dividers, end))
        finally:
            self._open.pop()
        if found is None:
            self.never_closed(start)
        elif found.name in dividers:
            return found
        elif found.name != end:
            self._place -= 1
        return None

    def never_closed(self, start: TagStart, line: int | None = None) -> None:
        """Note that `start` has no end.

        Liquid names the last line, or `line`; a writer looks at the first.
        """
        sentence = f"'{start.name}' tag was never closed"
        error = LiquidSyntaxError(sentence, Reason.NOT_CLOSED, line or self._last_line)
        error.place = start.line
        self.errors.append(error)

    def fill(self, body: Body, stops: tuple[str, ...]) -> TagStart | None:
        """Read nodes into `body` up to a tag named in `stops`; return it, None for the end.

        Without `stops` a tag that nobody knows is returned. In a block the end of an outer block
        is returned too.
        """
        while (token := self.next_token()) is not None:
            if token.is_tag:
                found = self._tag(token, body, stops)
                if found is not None:
                    return found
            elif token.is_output:
                self._output(token, body)
            else:
                self._text(token, body)
        return None

    def next_token(self) -> Token | None:
        """Return the next piece of the template; None at the end."""
        if self._place >= len(self._tokens):
            return None
        self._place += 1
        return self._tokens[self._place - 1]

    def value(self, markup: str, line: int, shown: str) -> FilteredValue:
        """Return the value that `markup` is; a warning quotes `shown`.

        Raises LiquidSyntaxError in the strict mode.
        """
        return self.forgiving(
            lambda: self.reader.strictly(markup), lambda: self.reader.laxly(markup), line, shown
        )

    def forgiving(
        self, strict: Callable[[], Read], lax: Callable[[], Read], line: int, shown: str
    ) -> Read:
        """Return what `strict` reads, or what `lax` reads and a warning that quotes `shown`.

        In the lax mode `strict` is not asked; in the strict mode its error is raised.
        """
        if self.mode is ErrorMode.LAX:
            return lax()
        try:
            return strict()
        except LiquidSyntaxError as error:
            error.line = line
            error.markup = f' in "{strings.strip(shown)}"'
            if self.mode is ErrorMode.STRICT:
                raise
            self.warnings.append(error)
            return lax()

    def _text(self, token: Token, body: Body) -> None:
        text, line = token.text, token.line
        if self._trim_next:
            text = strings.strip_left(text)
            line += token.text[: len(token.text) - len(text)].count("\n")
        self._trim_next = False
        body.add(TextNode(text, line))

    def _trim(self, token: Token, body: Body) -> None:
        if token.text[2:3] == "-":
            body.trim_end()
        self._trim_next = token.text[-3:-2] == "-"

    def _output(self, token: Token, body: Body) -> None:
        self._trim(token, body)
        found = _OUTPUT.fullmatch(token.text)
        if found is None:
            sentence = "Variable " + _NOT_TERMINATED.format(token.text, r"/\}\}/")
            self._fail(LiquidSyntaxError(sentence, Reason.NOT_TERMINATED), token, body)
            return
        try:
            value = self.value(found[1], token.line, f"{{{{{found[1]}}}}}")
        except LiquidSyntaxError as error:
            self._fail(error, token, body)
            return
        body.add(OutputNode(value, token.line))

    def _tag(self, token: Token, body: Body, stops: tuple[str, ...]) -> TagStart | None:
        self._trim(token, body)
        found = _TAG.fullmatch(token.text)
        if found is None:
            sentence = "Tag " + _NOT_TERMINATED.format(token.text, r"/\%\}/")
            self._fail(LiquidSyntaxError(sentence, Reason.NOT_TERMINATED), token, body)
            return None
        start = TagStart(found[1], found[2], token.line, token.text)
        reader = self._tags.get(start.name)
        if reader is not None:
            self._read(reader, start, token, body)
            return None
        if start.name in stops or not stops:
            return start
        if self._in_comment():
            return None
        if self._ends_outer(start):
            return start
        self._keep(body, start)
        return None

    def _in_comment(self) -> bool:
        """Say whether the innermost block is a comment, in which tags may have any name."""
        return bool(self._open) and self._open[-1].name == "comment"

    def _read(self, reader: TagReader, start: TagStart, token: Token, body: Body) -> None:
        try:
            body.add(reader(start, self))
        except LiquidError as error:
            self._fail(error, token, body)
            self._reported.add(start.name)

    def _ends_outer(self, end: TagStart) -> bool:
        """Say whether `end` ends a block around this one, and note that this one stays open."""
        outer = any(end.name == f"end{start.name}" for start in self._open[:-1])
        if outer:
            error = self._unknown(end.name, end.line)
            error.place = self._open[-1].line
            self.errors.append(error)
        return outer

    def _unknown(self, name: str, line: int) -> LiquidSyntaxError:
        block = self._open[-1].name if self._open else None
        if block is None:
            if name in {"else", "end"}:
                return LiquidSyntaxError(f"Unexpected outer '{name}' tag", Reason.STRAY_TAG, line)
        elif name == "else":
            sentence = f"{block} tag does not expect 'else' tag"
            return LiquidSyntaxError(sentence, Reason.STRAY_TAG, line)
        elif name.startswith("end"):
            sentence = f"'{name}' is not a valid delimiter for {block} tags. use end{block}"
            return LiquidSyntaxError(sentence, Reason.STRAY_TAG, line)
        known_end = name.startswith("end") and name[3:] in self._tags
        reason = Reason.STRAY_TAG if known_end else Reason.UNKNOWN_TAG
        return LiquidSyntaxError(f"Unknown tag '{name}'", reason, line)

    def _keep(self, body: Body, start: TagStart) -> None:
        """Keep a tag that nobody knows as text; what follows from a known mistake goes unsaid."""
        follows = start.name.removeprefix("end") if start.name.startswith("end") else None
        if follows not in self._reported and not (start.name in _DIVIDERS and self._reported):
            self.errors.append(self._unknown(start.name, start.line))
            self._reported.add(start.name)
        body.add(TextNode(start.source, start.line))

    def _fail(self, error: LiquidError, token: Token, body: Body) -> None:
        error.located(token.line)
        self.errors.append(error)
        body.add(TextNode(token.text, token.line))
