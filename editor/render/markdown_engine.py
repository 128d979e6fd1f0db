"""The one place that says which Markdown engine shows a post without a site."""

from collections.abc import Mapping
from typing import Protocol

from editor.render.highlight import Highlighter
from editor.render.kramdown import Converter, Options, Rendered


class MarkdownEngine(Protocol):
    """Turn a whole body into HTML.

    An element may carry `data-line` and `data-last-line`: the lines, counted from 1, of the text
    it was written on.
    """

    def follow(self, text: str) -> Rendered:
        """Give the HTML of `text`, most likely the last one with a change in it.

        May raise RecursionError and MemoryError.
        """


def engine_for(settings: Mapping[str, object]) -> MarkdownEngine:
    """Give the engine for the `kramdown` settings of a site: Jekyll's."""
    options = Options.from_config(settings, source_lines=True)
    return Converter(options, Highlighter().highlight)
