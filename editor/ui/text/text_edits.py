"""Make edits of Markdown in the writing pane: one step each, caret and selection included."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.post.markdown_edits.places import Edit, EditFunction, Selection, Splice
from editor.ui.text.text_buffer import TextBuffer
from editor.ui.text.text_lines import TextLines

# Qt lays out all between the first and the last change of a step, so far ones are made apart.
_FAR = 100


@dataclass(frozen=True, slots=True)
class _Ends:
    """A selection in Qt's units."""

    anchor: int
    caret: int


class TextEdits:
    """Make edits and remember, for undo and redo, what was selected before and after each."""

    def __init__(self, pane: QTextEdit, buffer: TextBuffer) -> None:
        self._pane = pane
        self._document = pane.document()
        self._buffer = buffer
        self._lines = TextLines(self._document, buffer.index)
        # By the number of steps that can be undone once the edit is made.
        self._made: dict[int, tuple[_Ends, _Ends]] = {}
        self.is_making = False

    def selection(self) -> Selection:
        """Give what is selected, by lines and code points."""
        cursor = self._pane.textCursor()
        caret = self._lines.place(cursor.position())
        has_selection = cursor.hasSelection()
        return Selection(self._lines.place(cursor.anchor()) if has_selection else caret, caret)

    def select(self, selection: Selection) -> None:
        """Select what lies between two places."""
        self._select(self._placed(selection))

    def make(self, function: EditFunction) -> bool:
        """Do what an edit says; False where it says that there is nothing to do."""
        edit = function(self._lines, self.selection())
        if edit is None or self._pane.isReadOnly():
            return False
        before = self._ends()
        self.forget(self._document.availableUndoSteps() + 1)
        self.is_making = True
        self._make(edit)
        self.is_making = False
        after = self._placed(edit.selection)
        if edit.splices:
            self._made[self._document.availableUndoSteps()] = (before, after)
        self._select(after)
        self._pane.ensureCursorVisible()
        return True

    def forget(self, steps: int) -> None:
        """Forget the edits from step number `steps` on: something else was done in their place."""
        if self._made and max(self._made) >= steps:
            self._made = {made: ends for made, ends in self._made.items() if made < steps}

    def undo(self) -> None:
        """Take the last step back, and select what was selected before it."""
        made = self._made.get(self._document.availableUndoSteps())
        self._document.undo()
        if made is not None:
            self._select(made[0])

    def redo(self) -> None:
        """Make the last step that was taken back once more, and select what was after it."""
        self._document.redo()
        made = self._made.get(self._document.availableUndoSteps())
        if made is not None:
            self._select(made[1])

    def _make(self, edit: Edit) -> None:
        cursor = QTextCursor(self._document)
        splices = [(self._cut(splice), splice.text) for splice in edit.splices]
        is_far = bool(edit.splices) and _reach(edit.splices) > _FAR
        if not is_far:
            cursor.beginEditBlock()
        for number, (ends, text) in enumerate(reversed(splices)):
            if is_far and number:
                cursor.joinPreviousEditBlock()
            cursor.setPosition(ends.anchor)
            cursor.setPosition(ends.caret, QTextCursor.MoveMode.KeepAnchor)
            self._buffer.insert(cursor, text)
            if is_far and number:
                cursor.endEditBlock()
        if not is_far:
            cursor.endEditBlock()

    def _cut(self, splice: Splice) -> _Ends:
        return _Ends(self._lines.position(splice.start), self._lines.position(splice.end))

    def _placed(self, selection: Selection) -> _Ends:
        position = self._lines.position
        return _Ends(position(selection.anchor), position(selection.caret))

    def _ends(self) -> _Ends:
        cursor = self._pane.textCursor()
        return _Ends(cursor.anchor(), cursor.position())

    def _select(self, ends: _Ends) -> None:
        cursor = self._pane.textCursor()
        cursor.setPosition(ends.anchor)
        cursor.setPosition(ends.caret, QTextCursor.MoveMode.KeepAnchor)
        self._pane.setTextCursor(cursor)


def _reach(splices: tuple[Splice, ...]) -> int:
    return splices[-1].start.line - splices[0].start.line
