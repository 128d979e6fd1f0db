"""The tags `include` and `include_relative` (Jekyll 4.3: `IncludeTag`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from editor.render.liquid.context import Context
from editor.render.liquid.errors import JekyllError, Reason
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagReader, TagStart, TemplateParser
from editor.render.liquid.syntax.expressions import parse
from editor.render.liquid.templates import Template, Templates
from editor.render.liquid.values.strings import strip

_PARAMETER = (
    r"([\w-]+)\s*=\s*"
    r"""(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))"""
)
_ONE_PARAMETER = re.compile(_PARAMETER, re.ASCII)
_PARAMETERS = re.compile(rf"\s*(?:{_PARAMETER}(?=\s|\Z)\s*)*", re.ASCII)
_VARIABLE_NAME = re.compile(
    r"([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+)(.*)", re.ASCII | re.DOTALL
)
_FILE_NAME = re.compile(r"^[\w/.\-()+~#@]+$", re.ASCII | re.MULTILINE)
_OUTSIDE = re.compile(r"[./]{2,}")
_BLANKS = re.compile(r"\s+", re.ASCII)
_LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class IncludeNode:
    """Write another file of the site in this place."""

    tag: str
    file: str
    parameters: str | None
    has_variable: bool
    templates: Templates
    line: int
    is_blank: bool = False
    is_silent: bool = False

    def render(self, context: Context, output: Output) -> None:
        """Write the file, which sees the parameters as `include`.

        Raises JekyllError for a name that is not allowed, or names nothing.
        """
        name = self._name(context)
        if _OUTSIDE.search(name) or not _FILE_NAME.search(name):
            sentence = (
                "Invalid syntax for include tag. File contains invalid characters or sequences:"
            )
            raise _invalid(
                f"{sentence}\n\n  {name}\n\nValid syntax:\n\n  {_example(self.tag)}\n\n"
            )
        setup, texts = context.setup, context.registers.texts
        if (self.tag, name) not in texts:
            read = setup.read_include if self.tag == "include" else setup.read_relative
            texts[self.tag, name] = read(name)
        text = texts[self.tag, name]
        if text is None:
            sentence = f"Could not locate the included file '{name}'."
            raise JekyllError(Reason.INCLUDE_MISSING, sentence)
        caught = Output(context.budget)
        self._write(self.templates.parse(text, setup.strictness.error_mode), name, context, caught)
        output.write(caught.text(), self.line)

    def _name(self, context: Context) -> str:
        if not self.has_variable:
            return self.file
        caught = Output(context.budget)
        template = self.templates.parse(self.file, context.setup.strictness.error_mode)
        template.body.render(context, caught)
        return caught.text()

    def _write(self, template: Template, name: str, context: Context, output: Output) -> None:
        registers = context.registers
        outermost = not registers.includes
        with context.scope():
            if self.parameters is not None:
                context.set_local("include", dict(self._values(context)))
            registers.includes.append(name)
            if outermost:
                registers.include_line = self.line
            try:
                for error in template.errors:
                    context.report(error)
                template.body.render(context, output)
            finally:
                registers.includes.pop()
                if outermost:
                    registers.include_line = None

    def _values(self, context: Context) -> Iterator[tuple[str, object]]:
        for found in _ONE_PARAMETER.finditer(self.parameters or ""):
            key, double, single, variable = found.groups()
            if double is not None:
                yield key, double.replace('\\"', '"')
            elif single is not None:
                yield key, single.replace("\\'", "'")
            else:
                yield key, parse(variable).evaluate(context)


def include_reader(templates: Templates) -> TagReader:
    """Return the reader of both tags; `templates` parses the files."""

    def read(start: TagStart, parser: TemplateParser) -> IncludeNode:
        del parser
        markup = strip(start.markup)
        if len(markup) > _LONGEST:
            raise _invalid(f"Invalid syntax for include tag: longer than {_LONGEST} characters")
        variable = _VARIABLE_NAME.match(markup)
        parts = variable.groups() if variable else tuple(_BLANKS.split(markup, maxsplit=1))
        parameters = strip(parts[1]) if len(parts) > 1 else None
        if parameters is not None and not _PARAMETERS.fullmatch(parameters):
            sentence = f"Invalid syntax for include tag:\n\n{parameters}\n\nValid syntax:\n\n"
            raise _invalid(f"{sentence}{_example(start.name)}\n\n")
        file = strip(parts[0])
        return IncludeNode(
            start.name, file, parameters, variable is not None, templates, start.line
        )

    return read


def _invalid(sentence: str) -> JekyllError:
    return JekyllError(Reason.INCLUDE_SYNTAX, sentence)


def _example(tag: str) -> str:
    return f"{{% {tag} file.ext param='value' param2='value' %}}"
