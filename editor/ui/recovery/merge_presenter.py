"""Shows what two people did to one post joined, and asks where both changed the same place."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.post.merging.posts import Merge, Taken, merge
from editor.post.merging.three_ways import Part
from editor.site.post_file import OpenedFile, read_post
from editor.ui.dialogs.question import Answer
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.recovery.comparison import comparison
from editor.ui.recovery.part_words import label
from editor.ui.surroundings import Surroundings

_LATER = Answer("later", "Keep writing")
_TAKE = Answer("take_merge", "Take both together", is_default=True)
_SIDES: Mapping[str, Taken] = {
    "take_theirs": "theirs",
    "take_both": "both",
    "take_mine": "mine",
}
_TAKEN = {"theirs": "theirs is taken", "both": "both are taken", "mine": "yours is taken"}
_SAFE = (
    "Taking it is an edit: undo takes it back, nothing is written to disk until you save, and"
    " theirs stays among the versions."
)


class MergePresenter(QObject):
    """Open the window in which the edits of two become one, and put the result into the text."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._session = around.parts.session
        self._dialog: CompareDialog | None = None
        self._there: OpenedFile | None = None
        self._merge: Merge | None = None
        self._taken: dict[int, Taken] = {}
        around.actions["merge"].triggered.connect(self.open)
        around.commands.merge_wanted.connect(self.open)

    def places(self) -> int | None:
        """Count the places that both changed; None where the file cannot be read."""
        there = self._read()
        return None if there is None else len(self._merged(there).conflicts)

    def open(self) -> None:
        """Show the post as it would be with the changes of both; nothing is taken yet."""
        if self._dialog is not None:
            return
        self._around.commands.words_wanted.emit()
        there = self._read()
        if there is None or there.post == self._session.saved:
            self._around.status.set_saved("Nobody else changed this file")
            return
        self._there, self._merge, self._taken = there, self._merged(there), {}
        dialog = self._dialog = comparison(self._around, self._choice(self._merge))
        dialog.answered.connect(self._on_answered)
        dialog.row_chosen.connect(self._show_row)
        dialog.finished.connect(self._on_closed)
        dialog.set_rows(self._rows() if self._merge.conflicts else [])
        if not self._merge.conflicts:
            self._show_whole()
        dialog.open()

    def _read(self) -> OpenedFile | None:
        try:
            return read_post(self._session.path) if self._session.path is not None else None
        except DatelineError:
            return None

    def _merged(self, there: OpenedFile) -> Merge:
        return merge(self._session.saved, self._session.post, there.post)

    def _choice(self, found: Merge) -> Choice:
        name = self._session.path.name if self._session.path is not None else ""
        heading = f"“{name}” was changed by you and by another program."
        if not found.conflicts:
            text = f"The changes fit together. {_SAFE}"
            return Choice(heading, text, "", "", (_LATER, _TAKE))
        number = len(found.conflicts)
        where = "One place was" if number == 1 else f"{number} places were"
        answers = (
            _LATER,
            Answer("take_theirs", "Take theirs here"),
            Answer("take_both", "Take both here"),
            Answer("take_mine", "Take yours here"),
            Answer("take_merge", "Take the whole", is_default=True),
        )
        return Choice(heading, f"{where} changed by both: choose. {_SAFE}", "", "", answers)

    def _rows(self) -> list[str]:
        found = self._merge
        if found is None:
            return []
        return [
            *(
                f"{label(found.parts[number])}\n"
                f"{_TAKEN.get(self._taken.get(number, ''), 'not chosen yet')}"
                for number in found.conflicts
            ),
            "The whole post\nas it would be",
        ]

    def _show_row(self, row: int) -> None:
        found, dialog = self._merge, self._dialog
        if found is None or dialog is None:
            return
        if row >= len(found.conflicts):
            self._show_whole()
            return
        part = found.parts[found.conflicts[row]]
        dialog.name_versions("theirs", "yours")
        dialog.show_versions(_fact(part), part.theirs, part.mine)
        for name in _SIDES:
            dialog.set_enabled(name, is_enabled=name != "take_both" or not part.key)
        dialog.set_enabled("take_merge", is_enabled=self._is_decided())

    def _show_whole(self) -> None:
        found, dialog = self._merge, self._dialog
        if found is None or dialog is None:
            return
        dialog.name_versions("yours as it is now", "the two together")
        fact = "This is what comes in." if self._is_decided() else "Where nothing is chosen yet,"
        fact += "" if self._is_decided() else " yours is shown."
        dialog.show_versions(fact, self._session.post.text, found.post(self._taken).text)
        if found.conflicts:
            for name in _SIDES:
                dialog.set_enabled(name, is_enabled=False)
        dialog.set_enabled("take_merge", is_enabled=self._is_decided())

    def _is_decided(self) -> bool:
        return self._merge is not None and len(self._taken) == len(self._merge.conflicts)

    def _on_answered(self, name: str) -> None:
        dialog, found = self._dialog, self._merge
        if dialog is None or found is None:
            return
        if name == "take_merge":
            dialog.accept()
            self._take()
        elif name in _SIDES:
            row = dialog.row()
            self._taken[found.conflicts[row]] = _SIDES[name]
            for number, words in enumerate(self._rows()):
                dialog.set_row_words(number, words)
            left = [at for at, each in enumerate(found.conflicts) if each not in self._taken]
            dialog.choose_row(left[0] if left else len(found.conflicts))
        else:
            dialog.reject()

    def _take(self) -> None:
        found, there = self._merge, self._there
        if found is None or there is None:
            return
        joined = found.post(self._taken)
        self._session.accept_theirs(there.identity, there.post)
        self._around.commands.take_version(joined)
        if self._session.post.encoding != joined.encoding:
            self._session.convert_to(joined.encoding)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _fact(part: Part) -> str:
    if not part.base.strip():
        return "Both of you wrote something here."
    if not part.mine.strip():
        return "You took this out; they changed it."
    if not part.theirs.strip():
        return "You changed this; they took it out."
    return "Both of you changed this."
