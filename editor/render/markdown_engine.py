"""The one place that says which Markdown engine shows a post."""

from collections.abc import Mapping
from typing import Protocol

from markdown import Markdown

from editor.render.highlight import Highlighter
from editor.render.kramdown import Kramdown, Options


class MarkdownEngine(Protocol):
    """Turn a whole body into HTML.

    An element may carry `data-line` and `data-last-line`: the lines, counted from 1, of the text
    it was written on.
    """

    def convert(self, text: str) -> str:
        """Give the HTML of `text`; may raise RecursionError and MemoryError."""


class KramdownEngine:
    """Render as Jekyll does: kramdown's rules, hosted in Python-Markdown."""

    def __init__(self, options: Options) -> None:
        """Take the site's own settings of kramdown."""
        self._markdown = Markdown(extensions=[Kramdown(options, Highlighter().highlight)])

    def convert(self, text: str) -> str:
        """Give the HTML of `text`."""
        self._markdown.reset()
        return self._markdown.convert(text)


def engine_for(settings: Mapping[str, object]) -> MarkdownEngine:
    """Give the engine for the `kramdown` settings of a site."""
    return KramdownEngine(Options.from_config(settings, source_lines=True))
