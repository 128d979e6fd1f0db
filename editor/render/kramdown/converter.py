"""Convert a text in one call."""

from markdown import Markdown

from editor.render.kramdown.code_writer import Highlight, no_colours
from editor.render.kramdown.extension import Kramdown
from editor.render.kramdown.options import Options
from editor.render.kramdown.result import Rendered

_DEFAULTS = Options()


class Converter:
    """Converts many texts with the same settings; not for two threads at once."""

    def __init__(self, options: Options = _DEFAULTS, highlight: Highlight = no_colours) -> None:
        self._extension = Kramdown(options, highlight)
        self._markdown = Markdown(extensions=[self._extension])

    def convert(self, text: str) -> Rendered:
        """Return what kramdown makes of ``text``, with blocks and source lines."""
        self._markdown.reset()
        self._markdown.convert(text)
        return self._extension.result
