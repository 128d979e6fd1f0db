"""Show two versions of a text as one: what went is struck out, what came is underlined."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.post.comparison import Passage, Side, compare
from editor.ui.theme import Theme

_AROUND = 3
_LONGEST_PASSAGE = 20_000
_SOFT = 38


class ComparisonView(QTextEdit):
    """Show a comparison, to read and to copy from."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAccessibleName("Comparison")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFont(font)
        self._formats = _formats(theme)
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(QColor(theme.muted))

    def show_comparison(self, old: str, new: str) -> None:
        """Show how `new` came of `old`; long passages that both share are cut short."""
        self.clear()
        cursor = self.textCursor()
        passages = compare(_shown(old), _shown(new))
        for number, passage in enumerate(passages):
            self._put(cursor, passage, is_first=number == 0, is_last=passage is passages[-1])
        self._go_to_first_change(passages)

    def shown_text(self) -> str:
        """Give what is shown, struck out and underlined words alike."""
        return self.document().toRawText().replace("\u2029", "\n")

    def _put(
        self, cursor: QTextCursor, passage: Passage, *, is_first: bool, is_last: bool
    ) -> None:
        lines = passage.text.splitlines(keepends=True)
        before, after = (0 if is_first else _AROUND), (0 if is_last else _AROUND)
        left_out = len(lines) - before - after
        if passage.side is not Side.BOTH or left_out <= _AROUND:
            self._put_text(cursor, passage.side, passage.text)
            return
        self._put_text(cursor, Side.BOTH, "".join(lines[:before]))
        cursor.insertText(f"⋯ {left_out} lines are the same ⋯\n", self._quiet)
        self._put_text(cursor, Side.BOTH, "".join(lines[len(lines) - after :]))

    def _put_text(self, cursor: QTextCursor, side: Side, text: str) -> None:
        cursor.insertText(text[:_LONGEST_PASSAGE], self._formats[side])
        more = len(text) - _LONGEST_PASSAGE
        if more > 0:
            cursor.insertText(f"\n⋯ and {more} characters more ⋯\n", self._quiet)

    def _go_to_first_change(self, passages: list[Passage]) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        changed = next((each for each in passages if each.side is not Side.BOTH), None)
        if changed is not None and self.find(changed.text.strip()[:60].split("\n")[0]):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)


def _shown(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _formats(theme: Theme) -> dict[Side, QTextCharFormat]:
    both, old, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    both.setForeground(QColor(theme.ink))
    old.setForeground(QColor(theme.bad))
    old.setBackground(QColor(theme.bad_soft))
    old.setFontStrikeOut(True)
    soft = QColor(theme.ok)
    soft.setAlpha(_SOFT)
    new.setForeground(QColor(theme.ok))
    new.setBackground(soft)
    new.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return {Side.BOTH: both, Side.OLD: old, Side.NEW: new}
