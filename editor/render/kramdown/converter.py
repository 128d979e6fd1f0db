"""Convert a text in one call."""

from markdown import Markdown

from editor.render.kramdown.code_writer import Highlight, no_colours
from editor.render.kramdown.extension import Kramdown
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import Rendered, SourceSpan

_DEFAULTS = Options()


class Converter:
    """Converts many texts with the same settings; not for two threads at once."""

    def __init__(self, options: Options = _DEFAULTS, highlight: Highlight = no_colours) -> None:
        self._extension = Kramdown(options, highlight)
        self._markdown = Markdown(extensions=[self._extension])

    def convert(self, text: str, first_line: int = 1) -> Rendered:
        """Return what kramdown makes of ``text``, with the lines of its blocks.

        Lines count from ``first_line``.
        """
        self.forget()
        return self.follow(text, first_line)

    def forget(self) -> None:
        """Let the next text be read from its beginning."""
        self._markdown.reset()

    def follow(self, text: str, first_line: int = 1) -> Rendered:
        """Return the same as ``convert``, reading only what changed since the last text."""
        self._extension.first_line = first_line
        if not text.strip():
            self.forget()
        self._markdown.convert(text)
        return self._extension.result

    def source_spans(self) -> tuple[SourceSpan, ...]:
        """Return where each block of the last text stands, items, rows and cells included."""
        return self._extension.source_spans()
