"""What a conversion gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A block at the top level: its HTML, and the lines of the body it was written on.

    Lines count from 1, both ends included; 0 means that it stands on no line (the footnotes at
    the end). Blank lines belong to the block before them. All ``html`` joined are the whole.
    """

    html: str
    line: int
    last_line: int
    kind: str


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where a block stands, at any depth: a paragraph, an item, a row, a cell...

    ``depth`` is 0 at the top level. Spans come in the order of the text.
    """

    kind: str
    line: int
    last_line: int
    depth: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a text, exactly as kramdown writes it, with its blocks."""

    html: str
    blocks: tuple[RenderedBlock, ...]


BLANK = Rendered("\n", ())
"""What a text without a word gives."""
