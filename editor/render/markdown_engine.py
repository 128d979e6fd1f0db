"""The one place that says which Markdown engine shows a post."""

from collections.abc import Mapping
from typing import Protocol

from markdown import Markdown
from markdown.extensions.codehilite import CodeHiliteExtension
from markdown.extensions.extra import ExtraExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.toc import TocExtension


class MarkdownEngine(Protocol):
    """Turn a whole body into HTML.

    A top-level element may carry `data-line`, its first line in the text given, from 0;
    where it does not, the line is found by its words.
    """

    def convert(self, text: str) -> str:
        """Give the HTML of `text`; may raise RecursionError and MemoryError."""


class PythonMarkdownEngine:
    """Render with Python-Markdown's own extensions."""

    def __init__(self) -> None:
        # Objects, not names: looking names up reads every installed package's entry points.
        self._markdown = Markdown(
            extensions=[
                ExtraExtension(),
                SaneListExtension(),
                SmartyExtension(),
                TocExtension(),
                CodeHiliteExtension(guess_lang=False, css_class="highlight"),
            ]
        )

    def convert(self, text: str) -> str:
        """Give the HTML of `text`."""
        self._markdown.reset()
        return self._markdown.convert(text)


def engine_for(settings: Mapping[str, object]) -> MarkdownEngine:
    """Give the engine for a site's `kramdown` settings."""
    del settings  # Python-Markdown has no such settings
    return PythonMarkdownEngine()
