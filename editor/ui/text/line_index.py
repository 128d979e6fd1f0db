"""Know a document's lines while it changes: which blocks continue one, what is open where.

Nothing here walks through the document: a change says which blocks it touched, and only those
are looked at. Of a line that is held in several blocks only the first can open or close something.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat

from editor.post.markdown_edits.line_numbers import LineNumbers
from editor.post.markdown_edits.verbatim import Inside, Marks, is_marked, marked_lines

# A block with this property goes on with the line of the block before it.
CONTINUES = QTextFormat.Property.UserProperty.value + 1


def continues(block: QTextBlock) -> bool:
    """Tell whether a block goes on with the line of the one before it; the first one cannot."""
    return block.blockFormat().hasProperty(CONTINUES) and block.position() > 0


class LineIndex:
    """Follow the changes of a document; lines and blocks are counted from 0."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._blocks = document.blockCount()
        self._marks = Marks()
        self._continuing = LineNumbers()
        self._is_resting = False
        document.contentsChange.connect(self._on_contents_change)

    def rest(self) -> None:
        """Look at no change until the whole text is read with `read`."""
        self._is_resting = True

    def read(self, text: str, *, has_long_lines: bool) -> None:
        """Take the document as it is now; `text` is all it shows."""
        self._is_resting = False
        self._blocks = self._document.blockCount()
        self._continuing, self._marks = LineNumbers(), Marks()
        if has_long_lines:
            self._look(0, self._blocks - 1, 0, 0)
        else:
            self._marks = Marks(marked_lines(text))

    def has_continued(self) -> bool:
        """Tell whether a line is held in more than one block."""
        return bool(self._continuing.numbers)

    def count(self) -> int:
        """Give how many lines there are."""
        return self._document.blockCount() - len(self._continuing.numbers)

    def line_of(self, block: int) -> int:
        """Give the line that a block shows."""
        return block - bisect_right(self._continuing.numbers, block)

    def block_of(self, line: int) -> int:
        """Give the first block of a line."""
        numbers = self._continuing.numbers
        places = range(len(numbers))
        # The block at place p among those that continue belongs to the line `numbers[p] - p - 1`.
        return line + bisect_left(places, line, key=lambda place: numbers[place] - place - 1)

    def inside(self, line: int) -> Inside:
        """Give what the lines before a line leave open for it."""
        return self._marks.inside(self.block_of(line), self._text)

    def marked(self) -> Sequence[int]:
        """Give the lines that may open or close something or speak of a footnote."""
        if not self.has_continued():
            return self._marks.numbers
        return [self.line_of(block) for block in self._marks.numbers]

    def _text(self, block: int) -> str:
        return self._document.findBlockByNumber(block).text()

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        document = self._document
        shift = document.blockCount() - self._blocks
        self._blocks += shift
        if self._is_resting:
            return
        first = document.findBlock(position).blockNumber()
        end = min(position + added, document.characterCount() - 1)
        last = document.findBlock(end).blockNumber()
        self._look(first, last, max(0, last - first + 1 - shift), shift)

    def _look(self, first: int, last: int, before: int, shift: int) -> None:
        """Look at the blocks `first` to `last`, which were `before` blocks until now."""
        marked: list[int] = []
        continuing: list[int] = []
        block = self._document.findBlockByNumber(first)
        for number in range(first, last + 1):
            if continues(block):
                continuing.append(number)
            elif is_marked(block.text()):
                marked.append(number)
            block = block.next()
        self._marks.replace(first, before, shift, marked)
        self._continuing.replace(first, before, shift, continuing)
