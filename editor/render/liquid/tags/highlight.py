"""The tag `highlight`: code in colours (Jekyll 4.3: `HighlightBlock`)."""

import re
from dataclasses import dataclass

from editor.post.file_names import lowercase
from editor.render.liquid.context import Context
from editor.render.liquid.errors import JekyllError, Reason
from editor.render.liquid.filters.markup import html_escaped
from editor.render.liquid.nodes import Body
from editor.render.liquid.output import Output
from editor.render.liquid.parser import TagStart, TemplateParser
from editor.render.liquid.values.strings import strip
from editor.render.liquid.values.text import printed

_HEAD = re.compile(
    r'^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)$',
    re.ASCII | re.MULTILINE,
)
_OPTION = re.compile(r'(?:\w="[^"]*"|\w=\w|\w)+', re.ASCII)


@dataclass(frozen=True, slots=True)
class HighlightNode:
    """Write code between the tags that Jekyll puts around it."""

    language: str
    numbered: bool
    body: Body
    line: int

    @property
    def is_blank(self) -> bool:
        """Say whether there is no code."""
        return self.body.is_blank

    @property
    def is_silent(self) -> bool:
        """Say whether nothing is written at all."""
        return self.is_blank

    def render(self, context: Context, output: Output) -> None:
        """Write the code, coloured by the highlighter that was handed in."""
        caught = Output(context.budget)
        self.body.render(context, caught)
        code = caught.text().strip("\n\r")
        coloured = self._coloured(code, context)
        around = [
            printed(context.find(f"highlighter_{part}"), context.budget)
            for part in ("prefix", "suffix")
        ]
        shown = self.language.replace("+", "-")
        output.write(
            f'{around[0]}<figure class="highlight"><pre><code class="language-{shown}" '
            f'data-lang="{self.language}">{_chomped(coloured)}</code></pre></figure>{around[1]}',
            self.line,
        )

    def _coloured(self, code: str, context: Context) -> str:
        if context.setup.site.config.get("highlighter", "rouge") in {"rouge", "pygments"}:
            highlight = context.setup.converters.highlight
            return highlight(code, self.language, numbered=self.numbered)
        # A script in the page is to colour it: Jekyll only makes HTML of the code.
        return strip(html_escaped(code))


def _chomped(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")


def read_highlight(start: TagStart, parser: TemplateParser) -> HighlightNode:
    """Read a `highlight` to its end; a language has to be named."""
    found = _HEAD.search(strip(start.markup))
    if found is None:
        raise JekyllError(
            Reason.SYNTAX,
            "Syntax Error in tag 'highlight' while parsing the following markup:\n\n"
            f"{start.markup}\n\nValid syntax: highlight <lang> [linenos]\n",
        )
    options = {option.partition("=")[0] for option in _OPTION.findall(found[2])}
    body = Body()
    parser.block(start, body)
    return HighlightNode(lowercase(found[1]), "linenos" in options, body, start.line)
