"""Says in its place what is lasting: about the file, and about a save that failed."""

from PySide6.QtCore import QObject

from editor.services.save_service import SaveProblem
from editor.site.post_file import OpenedFile
from editor.ui.notice_bar import Notice, NoticeBar
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands

# What comes first where several things are true at once.
_ORDER = (
    "mishap",
    "save",
    "outside",
    "step",
    "journal",
    "history",
    "good",
    "recovery",
    "import",
    "paste",
    "file",
)


class NoticePresenter(QObject):
    """Show what the person should know for as long as it is true, the most pressing alone."""

    def __init__(self, parts: Parts, bar: NoticeBar, commands: PostCommands) -> None:
        super().__init__(bar)
        self._bar = bar
        self._commands = commands
        self._standing: dict[str, Notice] = {}
        self.answered = bar.answered
        commands.opened.connect(self._on_opened)
        parts.saver.saved.connect(self._on_saved)
        parts.saver.not_saved.connect(self._on_not_saved)
        bar.answered.connect(self._on_answered)

    def set_notice(self, about: str, notice: Notice | None) -> None:
        """Say something about one of the things that `_ORDER` names, or nothing more."""
        if notice is None:
            self._standing.pop(about, None)
        else:
            self._standing[about] = notice
        first = next((each for each in _ORDER if each in self._standing), None)
        self._bar.show_notice(self._standing[first] if first is not None else None)

    def _on_opened(self, opened: OpenedFile | None) -> None:
        sentences = [note.message for note in opened.notes] if opened is not None else []
        self.set_notice("save", None)
        self.set_notice("file", Notice(" ".join(sentences)) if sentences else None)

    def _on_saved(self) -> None:
        self.set_notice("save", None)

    def _on_not_saved(self, problem: SaveProblem) -> None:
        buttons = (
            ("save_again", "Save again"),
            ("copy_everything", "Copy everything"),
            ("save_elsewhere", "Save elsewhere…"),
        )
        self.set_notice("save", Notice(problem.sentence, "bad", buttons))

    def _on_answered(self, name: str) -> None:
        if name == "save_again":
            self._commands.save()
        elif name == "save_elsewhere":
            self._commands.save_as()
