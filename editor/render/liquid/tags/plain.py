"""The blocks that need no values: `raw`, `comment` and `ifchanged`."""

import re
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.errors import LiquidSyntaxError
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.values.strings import WHITE

_END = re.compile(r"\{%\s*(\w+)\s*.*%\}", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawNode:
    """Write what stands in the block as it is."""

    text: str
    line: int
    text_line: int

    @property
    def is_blank(self) -> bool:
        """Say whether the block is empty."""
        return not self.text

    @property
    def is_silent(self) -> bool:
        """Say whether there is nothing to write."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the text."""
        del context
        output.write(self.text, self.text_line, written_there=True)


def read_raw(start: TagStart, parser: TemplateParser) -> RawNode:
    """Read a `raw` to its end, which Liquid 4 does not find behind ``{%-``."""
    if start.markup.strip(WHITE):
        raise LiquidSyntaxError("Syntax Error in 'raw' - Valid syntax: raw")
    parts: list[str] = []
    text_line = start.line + start.source.count("\n")
    while (token := parser.next_token()) is not None:
        before = _before_end(token.text)
        if before is not None:
            parts.append(before)
            return RawNode("".join(parts), start.line, text_line)
        parts.append(token.text)
    parser.never_closed(start, start.line)
    return RawNode("".join(parts), start.line, text_line)


def _before_end(text: str) -> str | None:
    """Return what stands before ``{% endraw %}`` at the end of `text`; None where it is not."""
    place = text.rfind("{%") if text.endswith("%}") else -1
    while place >= 0:
        found = _END.fullmatch(text, place)
        if found is not None:
            return text[:place] if found[1] == "endraw" else None
        place = text.rfind("{%", 0, place)
    return None


@dataclass(frozen=True, slots=True)
class CommentNode:
    """Write nothing."""

    line: int
    is_blank: bool = True
    is_silent: bool = True

    def render(self, context: Context, output: Output) -> None:
        """Write nothing."""


def read_comment(start: TagStart, parser: TemplateParser) -> CommentNode:
    """Read a `comment` to its end; the tags in it have to be well written all the same."""
    parser.block(start, Body())
    return CommentNode(start.line)


@dataclass(frozen=True, slots=True)
class IfChangedNode:
    """Write a body if it differs from what the last `ifchanged` wrote."""

    body: Body
    line: int

    @property
    def is_blank(self) -> bool:
        """Say whether the body writes nothing but white space."""
        return self.body.is_blank

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the body if it is new."""
        caught = Output(context.budget)
        with context.scope():
            self.body.render(context, caught)
        if caught.text() != context.registers.changed:
            context.registers.changed = caught.text()
            output.append(caught)


def read_if_changed(start: TagStart, parser: TemplateParser) -> IfChangedNode:
    """Read an `ifchanged` to its end."""
    body = Body()
    parser.block(start, body)
    return IfChangedNode(body, start.line)
