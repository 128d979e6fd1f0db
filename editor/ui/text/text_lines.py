"""The lines of the writing pane's document, as the edits of Markdown read them."""

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextDocument

from editor.post.markdown_edits.places import Place
from editor.post.markdown_edits.verbatim import Inside
from editor.ui.text.line_index import LineIndex, continues


class TextLines:
    """Give lines by number, and places in Qt's units; places count code points."""

    def __init__(self, document: QTextDocument, index: LineIndex) -> None:
        self._document = document
        self._index = index

    def line(self, number: int) -> str | None:
        """Give a line, or None where there is none."""
        if not 0 <= number < self.count():
            return None
        block = self._first_block(number)
        if not self._index.has_continued():
            return block.text()
        texts = [block.text()]
        while (block := block.next()).isValid() and continues(block):
            texts.append(block.text())
        return "".join(texts)

    def count(self) -> int:
        """Give how many lines there are."""
        return self._index.count()

    def inside(self, number: int) -> Inside:
        """Give what the lines before leave open for this one."""
        return self._index.inside(number)

    def marked(self) -> Sequence[int]:
        """Give the lines that may open or close something or hold a footnote."""
        return self._index.marked()

    def position(self, place: Place) -> int:
        """Give a place in Qt's units, from the start of the document."""
        block = self._first_block(place.line)
        column = place.column
        text = block.text()
        while (
            column > len(text) and (following := block.next()).isValid() and continues(following)
        ):
            column -= len(text)
            block, text = following, following.text()
        return block.position() + _units(text[:column])

    def place(self, position: int) -> Place:
        """Give the line and column of a position in Qt's units."""
        block = self._document.findBlock(position)
        column = _points(block.text(), position - block.position())
        line = self._index.line_of(block.blockNumber())
        while continues(block):
            block = block.previous()
            column += len(block.text())
        return Place(line, column)

    def _first_block(self, line: int) -> QTextBlock:
        return self._document.findBlockByNumber(self._index.block_of(line))


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text) if not text.isascii() else len(text)


def _points(text: str, units: int) -> int:
    """Give how many characters the first `units` UTF-16 units of a text are."""
    if text.isascii():
        return units
    raw = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(raw.decode("utf-16-le", "surrogatepass"))
