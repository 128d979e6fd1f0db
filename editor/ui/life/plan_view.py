"""Show what a step will do: each file, where it goes, each line that changes."""

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.site.folders import Site
from editor.site.publishing.plan import FileChange, Plan
from editor.site.shown_names import visible
from editor.ui.theme import SPACE_L, SPACE_S, Theme

_AROUND = 36
_SOFT = 38
_MOST_FILES = 200


class PlanView(QTextEdit):
    """Show a plan, to read and to copy from."""

    def __init__(self, theme: Theme, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_view")
        self.setAccessibleName("What will change")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFont(font)
        self._ink, self._muted = _colour(theme.ink), _colour(theme.muted)
        self._old, self._new = _colour(theme.bad), _colour(theme.ok)
        self._old.setFontStrikeOut(True)
        self._old.setBackground(QColor(theme.bad_soft))
        self._place = _colour(theme.ok)
        soft = QColor(theme.ok)
        soft.setAlpha(_SOFT)
        self._new.setBackground(soft)
        self._new.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)

    def show_plan(self, plan: Plan, site: Site) -> None:
        """Show every file of a plan, the post first."""
        self.clear()
        cursor = self.textCursor()
        for number, change in enumerate(plan.changes[:_MOST_FILES]):
            self._begin(cursor, is_first=number == 0)
            self._put_place(cursor, change, site)
            for old, new in change.lines():
                self._put_line(cursor, old, new)
        more = len(plan.changes) - _MOST_FILES
        if more > 0:
            self._begin(cursor, is_first=False)
            cursor.insertText(f"And {more} files more, in the same way.", self._muted)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def shown_text(self) -> str:
        """Give what is shown, old and new alike."""
        return self.document().toRawText().replace("\u2029", "\n")

    def _begin(self, cursor: QTextCursor, *, is_first: bool) -> None:
        block = QTextBlockFormat()
        if is_first:
            cursor.setBlockFormat(block)
            return
        block.setTopMargin(SPACE_S)
        cursor.insertBlock(block)

    def _put_place(self, cursor: QTextCursor, change: FileChange, site: Site) -> None:
        if change.path is None:
            cursor.insertText("New: ", self._muted)
        cursor.insertText(_shown(change.place, site), self._ink)
        if change.to is None or change.is_moved:
            cursor.insertBlock(_indented())
            cursor.insertText("→ ", self._muted)
            to = "the trash" if change.to is None else _shown(change.to, site)
            cursor.insertText(to, self._place)

    def _put_line(self, cursor: QTextCursor, old: str, new: str) -> None:
        """Show a line with what goes and what comes; what both share is cut short."""
        cursor.insertBlock(_indented())
        head, before, after, tail = parted(old, new)
        cursor.insertText(_end_of(head), self._muted)
        cursor.insertText(visible(before), self._old)
        cursor.insertText(visible(after), self._new)
        cursor.insertText(_start_of(tail), self._muted)


def _indented() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLeftMargin(SPACE_L)
    return block


def parted(old: str, new: str) -> tuple[str, str, str, str]:
    """Part two lines: what both begin with, what goes, what comes, what both end with."""
    head = _length_in_common(old, new)
    tail = _length_in_common(old[head:][::-1], new[head:][::-1])
    end = len(old) - tail
    return old[:head], old[head:end], new[head : len(new) - tail], old[end:]


def _length_in_common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _end_of(text: str) -> str:
    return visible(text) if len(text) <= _AROUND else f"…{visible(text[-_AROUND:])}"


def _start_of(text: str) -> str:
    return visible(text) if len(text) <= _AROUND else f"{visible(text[:_AROUND])}…"


def _shown(path: Path, site: Site) -> str:
    return site.display_path(path)


def _colour(colour: str) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setForeground(QColor(colour))
    return format_
