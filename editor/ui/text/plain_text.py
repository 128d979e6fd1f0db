r"""Carry a short text to a small QTextDocument and back without losing a character.

Qt cannot hold a few characters (a leading byte order mark, lone surrogates of a file that is not
UTF-8) and has one kind of line end. What it cannot hold is shown by a stand-in, and an edit is
carried over to the original text, so that the characters around it stay what they were.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

_LINE_ENDS = ("\r\n", "\r", "\u2029")
_NOT_SHOWN = re.compile("\r\n|[\r\u2029]|\\A[\ufeff\ufffe]|[\ufdd0\ufdd1\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ShownText:
    r"""A text, and what a field shows of it: `\n` for each line end, U+FFFD for the unshowable."""

    original: str

    @property
    def shown(self) -> str:
        """Give the text as Qt can hold it."""
        return _NOT_SHOWN.sub(_stand_in, self.original)

    def edited(self, shown: str) -> str:
        """Give the original text with the change that leads from its shown form to `shown`."""
        before = self.shown
        if before == self.original:
            return shown
        start, end = difference(before, shown)
        kept = len(before) - end
        source_start, source_end = self._source(start), self._source(kept)
        new = shown[start : len(shown) - end]
        left, right = self.original[:source_start], new + self.original[source_end:]
        if right.startswith("\n"):
            # A `\r` and a `\n` that came to stand together would become one line end.
            whole = left.rstrip("\r")
            left = whole + "\n" * (len(left) - len(whole))
        return left + right

    def _source(self, index: int) -> int:
        pairs = [found.start() for found in re.finditer("\r\n", self.original)]
        shown_places = [place - number for number, place in enumerate(pairs)]
        # A pair before `index` takes one place more in the original.
        return index + bisect_right(shown_places, index - 1)


def difference(before: str, after: str) -> tuple[int, int]:
    """Give how many characters two texts share at the start, and of the rest at the end."""
    start = _shared(before, after)
    return start, _shared(before[start:][::-1], after[start:][::-1])


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    differing = (place for place, (left, right) in pairs if left != right)
    return next(differing, min(len(one), len(other)))


def read(document: QTextDocument) -> str:
    r"""Give the whole text of `document`, its paragraphs joined by `\n`.

    `toPlainText` would turn a no-break space into a blank and U+2028 into a line end.
    """
    return document.toRawText().replace("\u2029", "\n")


def selected(cursor: QTextCursor) -> str:
    r"""Give the selected text, its paragraphs joined by `\n`."""
    return cursor.selectedText().replace("\u2029", "\n")


def write(cursor: QTextCursor, shown: str) -> None:
    """Make the cursor's document say `shown` (a `ShownText.shown`), touching only what differs.

    The caret and the selection of a widget stay where they are in the parts that stay.
    """
    before = read(cursor.document())
    if before == shown:
        return
    start, end = difference(before, shown)
    cursor.setPosition(_units(before[:start]))
    cursor.setPosition(_units(before[: len(before) - end]), QTextCursor.MoveMode.KeepAnchor)
    _insert(cursor, shown[start : len(shown) - end])


def _insert(cursor: QTextCursor, text: str) -> None:
    """Put `text` in place of the selection.

    WORKAROUND: a U+FEFF or U+FFFE that begins a text is taken for a byte order mark on the way
    into Qt (6.11) and is lost. Goes when the door keeps it.
    """
    if text[:1] not in ("\ufeff", "\ufffe"):
        cursor.insertText(text)
        return
    place = cursor.selectionStart()
    cursor.insertText("." + text)
    cursor.setPosition(place)
    cursor.deleteChar()


def _units(text: str) -> int:
    """Count as Qt does, in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def _stand_in(found: re.Match[str]) -> str:
    return "\n" if found[0] in _LINE_ENDS else "\ufffd"
