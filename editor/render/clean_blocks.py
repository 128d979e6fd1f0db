"""Make the blocks of a body safe one by one, so that a key costs only the blocks it changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.render import blocks
from editor.render.blocks import Piece
from editor.render.sanitize import Sanitizer

_UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a block of the body as it was rendered, and its first line, from 1.

    One that stands on no line of the body has 0, or `HEAD_LINE` where it stands above it.
    """

    html: str
    line: int


@dataclass(frozen=True, slots=True)
class _Cleaned:
    """Hold what became of a part, and whether all that it opens is closed in it."""

    html: str
    pieces: tuple[Piece, ...]
    is_whole: bool


class BlockCleaner:
    """Clean one body after another, keeping what was made of the parts of the last one."""

    def __init__(self, sanitizer: Sanitizer) -> None:
        self._sanitizer = sanitizer
        self._known: dict[str, _Cleaned] = {}

    def pieces(self, parts: Sequence[Part], above: int) -> list[tuple[Piece, int]]:
        """Give the top-level elements, and how many lines further down each of them stands.

        The lines of `parts` count from a line that is `above` lines before the body. A part that
        opens what another one closes is cleaned together with all the others.
        """
        kept: dict[str, _Cleaned] = {}
        cleaned = [self._cleaned(part, above, kept) for part in parts]
        self._known = kept
        if not all(one.is_whole for one in cleaned):
            html = blocks.moved("".join(part.html for part in parts), -above)
            return [(piece, 0) for piece in self._split(html)]
        return [
            (piece, part.line - 1 - above)
            for one, part in zip(cleaned, parts, strict=True)
            for piece in one.pieces
        ]

    def _cleaned(self, part: Part, above: int, kept: dict[str, _Cleaned]) -> _Cleaned:
        """Clean a part, unless it is known as it stands or as it stood on other lines."""
        known = self._known.get(part.html)
        if known is None:
            html = blocks.moved(part.html, 1 - part.line if part.line > 0 else -above)
            known = self._known.get(html)
            if known is None:
                asked = self._sanitizer.files_asked
                known = _Cleaned(html, self._split(html), _is_whole(html))
                if self._sanitizer.files_asked != asked:
                    # Next time the file that it shows may be there, or gone.
                    return known
        kept[part.html] = kept[known.html] = known
        return known

    def _split(self, html: str) -> tuple[Piece, ...]:
        cleaned = self._sanitizer.clean(html)
        return tuple([blocks.placed(each) for each in blocks.top_level(cleaned)])


def _is_whole(html: str) -> bool:
    """Tell whether tags open and close in pairs; a page that is not sure of it says no."""
    return blocks.is_balanced(_UNSEEN.sub("", html))
