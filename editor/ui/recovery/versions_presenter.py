"""Shows the versions of the open post on a time line, and puts one back when asked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from editor.post.errors import DatelineError
from editor.post.post import Post
from editor.services.keeping import Version
from editor.ui.dialogs.question import Answer
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.recovery.comparison import comparison
from editor.ui.recovery.moment_words import moment_in_words
from editor.ui.recovery.parts_presenter import PartsPresenter
from editor.ui.surroundings import Surroundings

_KINDS = {
    "saved": "Saved",
    "before": "As it was before",
    "theirs": "Another program’s, replaced",
    "left": "Closed without saving",
    "unsaved": "Unsaved at a crash",
}
_ANSWERS = (
    Answer("close", "Close"),
    Answer("restore_parts", "Put parts of it back…"),
    Answer("restore", "Put this version back", is_default=True),
)
_RESTORING = ("restore", "restore_parts")
_NONE_YET = "Nothing is kept yet. Every save of this post is kept from now on."


class VersionsPresenter(QObject):
    """Open the window of versions, fill it from the history, restore as an edit."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._history = around.parts.history
        self._versions: Sequence[Version] = ()
        self._shown: Post | None = None
        self._dialog: CompareDialog | None = None
        self._parts = PartsPresenter(around)
        around.actions["versions"].triggered.connect(self.open)

    def open(self) -> None:
        """Show the versions of the post that is open; for a new post, those never saved."""
        if self._dialog is not None:
            return
        self._around.commands.words_wanted.emit()
        self._versions, self._shown = (), None
        dialog = self._dialog = comparison(self._around, self._choice())
        dialog.row_chosen.connect(self._on_row_chosen)
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(self._on_closed)
        dialog.always_list()
        for name in _RESTORING:
            dialog.set_enabled(name, is_enabled=False)
        dialog.open()
        self._history.versions(self._around.parts.session.path, self._on_versions)

    def _choice(self) -> Choice:
        path = self._around.parts.session.path
        if path is None:
            heading = "Posts that were closed before they were ever saved"
            text = "Putting one back fills the post that is open. Nothing is written to disk."
        else:
            heading = f"Versions of “{path.name}”"
            text = "Putting one back is an edit: undo takes it back, and nothing is written to"
            text += " disk until you save."
        return Choice(heading, text, "this version", "the text as it is now", _ANSWERS)

    def _on_versions(self, versions: Sequence[Version]) -> None:
        if self._dialog is None:
            return
        self._versions = versions
        now = self._around.now()
        self._dialog.set_rows(
            [
                f"{moment_in_words(each.kept_at, now)}\n{_KINDS.get(each.kind, 'Saved')}"
                for each in versions
            ]
        )
        self._dialog.always_list()
        if not versions:
            self._dialog.show_nothing(_NONE_YET)

    def _on_row_chosen(self, row: int) -> None:
        version = self._versions[row]

        def show(content: bytes | None) -> None:
            self._show(row, version, content)

        self._history.content(version, show)

    def _show(self, row: int, version: Version, content: bytes | None) -> None:
        dialog = self._dialog
        if dialog is None or dialog.row() != row:
            return
        self._shown = read_version(content, version) if content is not None else None
        now = self._around.parts.session.post
        is_same = self._shown is not None and self._shown.text == now.text
        for name in _RESTORING:
            dialog.set_enabled(name, is_enabled=self._shown is not None and not is_same)
        if self._shown is None:
            dialog.show_nothing("The disk damaged this version, so it cannot be put back.")
            return
        when = moment_in_words(version.kept_at, self._around.now())
        fact = f"{when}: {_KINDS.get(version.kind, 'Saved').lower()}."
        if is_same:
            fact += " The text in the window is the same."
        dialog.show_versions(fact, self._shown.text, now.text)

    def _on_answered(self, name: str) -> None:
        if self._dialog is None:
            return
        version = self._shown
        self._dialog.accept()
        if name == "restore" and version is not None:
            self._around.commands.take_version(version)
        elif name == "restore_parts" and version is not None:
            self._parts.open(version)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def read_version(content: bytes, version: Version) -> Post:
    """Read the bytes of a version; an encoding that does not fit gives way to UTF-8."""
    try:
        return Post.from_bytes(content, version.encoding)
    except DatelineError:
        return Post.from_bytes(content)
