r"""The only door to the text of the writing pane's QTextDocument.

`toPlainText()` turns a no-break space into a blank and U+2028 into a line end, and
`setPlainText()` drops a leading U+FEFF (measured with Qt 6.11); everything here goes through
`toRawText()` and a cursor instead. Line ends are plain `\n` on this side: which bytes they
stand for is `editor.post.line_ends`' business.
"""

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from editor.ui.text.line_index import CONTINUES, LineIndex, continues
from editor.ui.text.plain_text import ShownText

# Qt lays a paragraph out as a whole: one of 1 MB costs 0.3 s a key, whatever the wrap mode.
# Longer lines are held as several paragraphs that are one line of the text.
LONGEST_BLOCK = 8_000
_LONE = re.compile("[\ud800-\udfff]")
_TEXT_INDENT = 24
_SPACE_ABOVE = 14
_SPACE_BELOW = 240


class TextBuffer:
    r"""Read and change a document's text without losing a character.

    Texts are code points with `\n` line ends; positions are Qt's own (UTF-16 units).
    """

    def __init__(self, document: QTextDocument, *, line_height: int) -> None:
        """Take charge of `document`; `line_height` is in percent of the font's own."""
        self._document = document
        self._line_height = line_height
        self._has_long_lines = False
        self._kept: ShownText | None = None
        self.index = LineIndex(document)

    def text(self) -> str:
        """Give the whole text."""
        if self._has_long_lines:
            shown = "".join(self._pieces())[1:]
        else:
            shown = self._document.toRawText().replace("\u2029", "\n")
        if self._kept is None:
            return shown
        self._kept = ShownText(self._kept.edited(shown))
        return self._kept.original

    def has_long_lines(self) -> bool:
        """Tell whether a line is shown in several paragraphs, to stay quick to type in."""
        return self._has_long_lines

    def set_text(self, text: str) -> None:
        """Show another text; what could be undone before is forgotten."""
        # Bytes that are not UTF-8 come as lone surrogates, which Qt cannot hold.
        self._kept = ShownText(text) if _LONE.search(text) else None
        text = self._kept.shown if self._kept is not None else text
        document = self._document
        self.index.rest()
        document.setUndoRedoEnabled(False)
        document.clear()
        self._set_frame()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(self._block_format(continues=False))
        self._has_long_lines = has_long_line(text)
        if self._has_long_lines:
            self._insert_long(cursor, text)
        else:
            _put(cursor, text)
        self.index.read(text, has_long_lines=self._has_long_lines)
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put `text` in place of the selection, as one step that can be undone."""
        cursor.beginEditBlock()
        first = cursor.selectionStart()
        goes_on = continues(self._document.findBlock(first))
        _put(cursor, text.replace("\r\n", "\n").replace("\r", "\n"))
        if self._has_long_lines:
            self._keep_line(first, goes_on=goes_on)
            self._start_new_lines(first, cursor.position())
        cursor.endEditBlock()

    def line_of(self, block: QTextBlock) -> int:
        """Give the number of the text line, from 0, that `block` shows."""
        return self.index.line_of(block.blockNumber())

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _pieces(self) -> Iterator[str]:
        for block in self._blocks():
            if not continues(block):
                yield "\n"
            yield block.text()

    def _block_format(self, *, continues: bool) -> QTextBlockFormat:
        block_format = QTextBlockFormat()
        block_format.setLineHeight(
            self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        if continues:
            block_format.setProperty(CONTINUES, True)
        return block_format

    def _set_frame(self) -> None:
        frame = self._document.rootFrame()
        frame_format = frame.frameFormat()
        frame_format.setMargin(0)
        frame_format.setLeftMargin(_TEXT_INDENT)
        frame_format.setTopMargin(_SPACE_ABOVE)
        frame_format.setBottomMargin(_SPACE_BELOW)
        frame.setFrameFormat(frame_format)

    def _insert_long(self, cursor: QTextCursor, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            for start in range(0, max(len(line), 1), LONGEST_BLOCK):
                if number or start:
                    cursor.insertBlock(self._block_format(continues=bool(start)))
                _put(cursor, line[start : start + LONGEST_BLOCK])

    def _keep_line(self, first: int, *, goes_on: bool) -> None:
        """Let a paragraph that was emptied belong to the line it was in.

        Qt gives it the format of the paragraph in which the emptied stretch ended.
        """
        block = self._document.findBlock(first)
        if continues(block) != goes_on:
            QTextCursor(block).setBlockFormat(self._block_format(continues=goes_on))

    def _start_new_lines(self, first: int, last: int) -> None:
        """Make the paragraphs that an insertion began lines of their own.

        A new paragraph copies the format of the one it was split from, so within a long line it
        would count as its continuation and the line end would be lost.
        """
        block = self._document.findBlock(first).next()
        while block.isValid() and block.position() <= last:
            if continues(block):
                QTextCursor(block).setBlockFormat(self._block_format(continues=False))
            block = block.next()


def has_long_line(text: str) -> bool:
    """Tell whether a line is so long that it is shown in several paragraphs."""
    if len(text) <= LONGEST_BLOCK:
        return False
    return any(len(line) > LONGEST_BLOCK for line in text.split("\n"))


def _put(cursor: QTextCursor, text: str) -> None:
    """Insert `text` with its first character.

    WORKAROUND: a U+FEFF or U+FFFE that begins a text is taken for a byte order mark on the way
    into Qt (6.11) and is lost, or swaps all bytes after it. Goes when the door keeps it.
    """
    if text[:1] not in ("\ufeff", "\ufffe"):
        cursor.insertText(text)
        return
    start = cursor.selectionStart()
    cursor.insertText("." + text)
    end = cursor.position()
    cursor.setPosition(start)
    cursor.deleteChar()
    cursor.setPosition(end - 1)
