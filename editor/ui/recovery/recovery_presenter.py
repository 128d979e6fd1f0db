"""Offers after a crash what was in no file, beside the file as it is now; does nothing unasked."""

from pathlib import Path

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.services.keeping import Found
from editor.services.unsaved import Unsaved
from editor.site.post_file import OpenedFile, read_post
from editor.ui.dialogs.question import Answer
from editor.ui.notice_bar import Notice
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.recovery.comparison import comparison
from editor.ui.recovery.moment_words import moment_in_words
from editor.ui.surroundings import Surroundings

_CHOICE = Choice(
    heading="Dateline ended before everything was saved.",
    text="What you had written is here. Your files are as they were, and nothing changes until"
    " you choose.",
    old="the file",
    new="the unsaved version",
    answers=(
        Answer("later", "Decide later"),
        Answer("keep_file", "Keep the file as it is"),
        Answer("open_unsaved", "Open the unsaved version", is_default=True),
    ),
)


class RecoveryPresenter(QObject):
    """Hold what former runs left unsaved until each piece was answered."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._journal = around.parts.journal
        self._waiting: list[Unsaved] = []
        self._damaged: list[Path] = []
        self._dialog: CompareDialog | None = None
        self._journal.found.connect(self._on_found)
        around.notices.answered.connect(self._on_notice_answered)

    def _on_found(self, found: Found) -> None:
        self._waiting = list(found.unsaved)
        self._damaged = list(found.damaged)
        self._show_notice()
        if self._waiting:
            self._open_dialog()

    def _show_notice(self) -> None:
        """Say what waits for an answer, for as long as it does."""
        sentences, buttons = [], []
        if self._waiting:
            number = len(self._waiting)
            posts = "a post that was" if number == 1 else f"{number} posts that were"
            sentences.append(f"There is unsaved text of {posts} open when Dateline ended.")
            buttons.append(("show_unsaved", "Look at it…"))
        if self._damaged:
            sentences.append(
                "A record of unsaved text was damaged. What could be read of it is here; the rest"
                f" was set aside as {self._damaged[0]}."
            )
            buttons.append(("damage_seen", "All right"))
        notice = Notice(" ".join(sentences), "warn", tuple(buttons)) if sentences else None
        self._around.notices.set_notice("recovery", notice)

    def _on_notice_answered(self, name: str) -> None:
        if name == "show_unsaved" and self._waiting:
            self._open_dialog()
        elif name == "damage_seen":
            self._damaged.clear()
            self._show_notice()

    def _open_dialog(self) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = comparison(self._around, _CHOICE)
        dialog.row_chosen.connect(self._show_row)
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(self._on_closed)
        dialog.set_rows([self._row_words(each) for each in self._waiting])
        dialog.open()

    def _row_words(self, unsaved: Unsaved) -> str:
        return f"{unsaved.name}\n{moment_in_words(unsaved.kept_at, self._around.now())}"

    def _show_row(self, row: int) -> None:
        dialog, unsaved = self._dialog, self._waiting[row]
        if dialog is None:
            return
        there = _read(unsaved)
        is_new = unsaved.path is None
        dialog.set_words("keep_file", "Put it away" if is_new else "Keep the file as it is")
        fact = f"{unsaved.name}: {self._state_words(unsaved, there)}"
        dialog.show_versions(fact, there.post.text if there else "", unsaved.post().text)

    def _state_words(self, unsaved: Unsaved, there: OpenedFile | None) -> str:
        when = moment_in_words(unsaved.kept_at, self._around.now())
        if unsaved.path is None:
            words = f"a new post that was never saved, last kept {when}."
        elif there is None:
            words = f"last kept {when}. The file is not there any more."
        elif there.identity.digest != unsaved.base:
            words = f"last kept {when}. The file was changed by another program since then."
        else:
            words = f"last kept {when}. The file is as it was."
        return f"{words} The disk damaged some of it." if unsaved.is_damaged else words

    def _on_answered(self, name: str) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        if name == "later":
            dialog.reject()
            return
        unsaved = self._waiting[dialog.row()]
        if name == "open_unsaved":
            dialog.accept()
            if not self._opened(unsaved):
                return
        self._waiting.remove(unsaved)
        self._journal.settle(unsaved, keeps=name == "keep_file")
        self._show_notice()
        if name == "keep_file" and self._waiting:
            dialog.set_rows([self._row_words(each) for each in self._waiting])
        elif name == "keep_file":
            dialog.accept()

    def _opened(self, unsaved: Unsaved) -> bool:
        """Open the file and put the unsaved version over it, to be undone or saved."""
        commands, session = self._around.commands, self._around.parts.session
        if unsaved.path is not None and unsaved.path.exists():
            commands.open(unsaved.path)
            if session.path is None or not _is_same_file(session.path, unsaved.path):
                return False
        elif not commands.begin_at(unsaved.path):
            return False
        commands.take_version(unsaved.post())
        return True

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _read(unsaved: Unsaved) -> OpenedFile | None:
    if unsaved.path is None:
        return None
    try:
        return read_post(unsaved.path)
    except DatelineError:
        return None
