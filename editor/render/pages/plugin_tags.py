"""Help the stand-ins for plugins: read fields and apply filters as a template would."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from editor.render.liquid.context import Context
from editor.render.liquid.filtered_value import MarkupReader
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagReader, TagStart, TemplateParser
from editor.render.liquid.values.kinds import Drop
from editor.render.liquid.values.text import printed

_OUTPUT = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TagCall:
    """Hold a tag that is being rendered.

    Attributes:
        markup: what stands behind the name of the tag.
        context: the rendering.
        reader: the reader of filters.
    """

    markup: str
    context: Context
    reader: MarkupReader

    def find(self, *path: str) -> object:
        """Give the value of a variable: `find("page", "title")`."""
        found = self.context.find(path[0])
        for key in path[1:]:
            found = member(found, key)
        return found

    def filtered(self, value: object, filters: str) -> object:
        """Give what filters, written as in a template, make of a value."""
        call = self.reader.laxly(f"value | {filters}")
        with self.context.scope():
            self.context.set_local("value", value)
            return call.evaluate(self.context)

    def rendered(self, markup: str) -> str:
        """Give a markup with what its `{{ ... }}` stand for."""

        def shown(found: re.Match[str]) -> str:
            return self.text(self.reader.laxly(found[1]).evaluate(self.context))

        return _OUTPUT.sub(shown, markup)

    def text(self, value: object) -> str:
        """Give a value as `{{ value }}` prints it."""
        return printed(value, self.context.budget)


Write = Callable[[TagCall], str]
"""Give the text that a tag writes."""


@dataclass(frozen=True, slots=True)
class WrittenTag:
    """Write what a function gives."""

    call: Write
    markup: str
    reader: MarkupReader
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the text."""
        output.write(self.call(TagCall(self.markup, context, self.reader)), self.line)


def tag_reader(write: Write) -> TagReader:
    """Make a tag without an end out of a function."""

    def read(start: TagStart, parser: TemplateParser) -> WrittenTag:
        return WrittenTag(write, start.markup.strip(), parser.reader, start.line)

    return read


def member(value: object, key: str) -> object:
    """Give a field of a hash or a drop; None where there is none."""
    if isinstance(value, Drop):
        return value.get(key)
    return value.get(key) if isinstance(value, Mapping) else None


def is_true(value: object) -> bool:
    """Take a value as Ruby does."""
    return value is not None and value is not False
