"""Parse templates once, and keep the trees for the next rendering."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from editor.render.liquid.errors import LiquidError, LiquidSyntaxError
from editor.render.liquid.filter_table import FilterTable
from editor.render.liquid.filtered_value import MarkupReader
from editor.render.liquid.nodes import Body
from editor.render.liquid.parser import TagReader, TemplateParser
from editor.render.liquid.setup import ErrorMode

# Characters of source: the includes of a site fit, a hundred states of a long post do not.
_MOST_KEPT: Final = 1_000_000

TagsOf: TypeAlias = "Callable[[Templates], Mapping[str, TagReader]]"
"""Give the tags; those that include other templates parse them with the one they are given."""


@dataclass(frozen=True, slots=True)
class Template:
    """Hold a parsed template and what is wrong with how it is written."""

    body: Body
    warnings: tuple[LiquidSyntaxError, ...]
    errors: tuple[LiquidError, ...]


class Templates:
    """Parse a template when it is first needed, and remember it by its text."""

    def __init__(self, filters: FilterTable, tags_of: TagsOf) -> None:
        self._reader = MarkupReader(filters)
        self._tags = tags_of(self)
        self._parsed: dict[tuple[str, ErrorMode], Template] = {}
        self._kept = 0

    def parse(self, source: str, mode: ErrorMode) -> Template:
        """Return the tree of `source`; mistakes are in it, never raised."""
        known = self._parsed.pop((source, mode), None)
        if known is None:
            known = self._read(source, mode)
            self._kept += len(source)
        self._parsed[source, mode] = known
        while self._kept > _MOST_KEPT and len(self._parsed) > 1:
            oldest = next(iter(self._parsed))
            self._kept -= len(oldest[0])
            del self._parsed[oldest]
        return known

    def _read(self, source: str, mode: ErrorMode) -> Template:
        parser = TemplateParser(source, self._tags, self._reader, mode)
        body = parser.document()
        return Template(body, tuple(parser.warnings), tuple(parser.errors))
