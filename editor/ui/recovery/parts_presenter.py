"""Puts single fields and paragraphs of another version back, one by one."""

from PySide6.QtCore import QObject

from editor.post.merging.posts import Merge, merge
from editor.post.post import Post
from editor.ui.dialogs.question import Answer
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.recovery.comparison import comparison
from editor.ui.recovery.part_words import label
from editor.ui.surroundings import Surroundings

_CHOICE = Choice(
    "What is different in that version",
    "Each part that you put back is an edit of its own: undo takes it back, and nothing is written"
    " to disk until you save.",
    "that version",
    "the text as it is now",
    (Answer("close", "Done"), Answer("put_back", "Put this part back", is_default=True)),
)
_NONE_LEFT = "Nothing is different any more."

_NOT_ALONE = (
    "This part cannot stand among the others: the fields could not be read then. Put the whole"
    " version back instead."
)


class PartsPresenter(QObject):
    """Show where a version differs from the text in the window, and take parts of it over."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._version: Post | None = None
        self._found: Merge | None = None
        self._dialog: CompareDialog | None = None

    def open(self, version: Post) -> None:
        """Show the parts of `version` that are not in the text now."""
        if self._dialog is not None:
            return
        self._version = version
        dialog = self._dialog = comparison(self._around, _CHOICE)
        dialog.row_chosen.connect(self._show_row)
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(self._on_closed)
        dialog.always_list()
        self._compare(0)
        dialog.open()

    def _compare(self, row: int) -> None:
        """Look what is different now, and choose the row that stands where one was."""
        dialog, version = self._dialog, self._version
        if dialog is None or version is None:
            return
        now = self._around.parts.session.post
        found = self._found = merge(now, now, version)
        dialog.set_rows([label(found.parts[number]) for number in found.changes])
        dialog.always_list()
        dialog.set_enabled("put_back", is_enabled=bool(found.changes))
        if found.changes:
            dialog.choose_row(min(row, len(found.changes) - 1))
        else:
            dialog.show_nothing(_NONE_LEFT)

    def _show_row(self, row: int) -> None:
        if self._dialog is not None and self._found is not None:
            part = self._found.parts[self._found.changes[row]]
            self._dialog.show_versions("", part.theirs, part.mine)

    def _on_answered(self, name: str) -> None:
        dialog, found = self._dialog, self._found
        if dialog is None or found is None:
            return
        if name == "put_back":
            self._put_back(dialog, found, dialog.row())
        else:
            dialog.accept()

    def _put_back(self, dialog: CompareDialog, found: Merge, row: int) -> None:
        joined, now = found.with_theirs(found.changes[row]), self._around.parts.session.post
        if _is_readable(now) and not _is_readable(joined):
            dialog.show_nothing(_NOT_ALONE)
            return
        self._around.commands.take_version(joined)
        self._compare(row)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _is_readable(post: Post) -> bool:
    return post.front_matter is None or post.front_matter.problem is None
