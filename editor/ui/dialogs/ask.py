"""The only door for questions and messages to the person."""

import platform
from pathlib import Path

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QFileDialog, QWidget

from editor import __version__
from editor.ui.dialogs.question import Answer, Question

_POSTS = "Posts (*.md *.markdown *.mkd *.mkdn *.mkdown *.html *.txt);;All files (*)"


class Ask(QObject):
    """Ask in windows above the main one; every method waits for the answer.

    A closed window is no answer: an empty string, or None for a path.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def about_unsaved(self, name: str) -> str:
        """Ask what becomes of unsaved changes: `save`, `discard` or nothing."""
        return self._asked(
            f"Save the changes to “{name}”?",
            "What you wrote since the last save would be lost.",
            Answer("discard", "Close without saving"),
            Answer("keep", "Keep writing"),
            Answer("save", "Save", is_default=True),
        )

    def about_encoding(self, seems: str, where: str) -> str:
        """Ask how to write a file that is not UTF-8: `keep`, `convert` or nothing."""
        return self._asked(
            f"This file is not UTF-8. It seems to be {seems}.",
            f"{where} Jekyll reads files as UTF-8 and drops a post that is not. Converting "
            "rewrites every accented letter in the file; keeping leaves all other bytes as they "
            "are.",
            Answer("cancel", "Do not save"),
            Answer("keep", f"Save as {seems}"),
            Answer("convert", "Convert to UTF-8", is_default=True),
        )

    def about_conflict(self, name: str, *, is_gone: bool) -> str:
        """Ask about a file that others changed: an answer's name or nothing."""
        if is_gone:
            return self._asked(
                f"“{name}” is no longer in its folder.",
                "It was moved, renamed or deleted. Your text is safe here; saving puts the file "
                "back.",
                Answer("elsewhere", "Save elsewhere…"),
                Answer("overwrite", "Put it back", is_default=True),
            )
        return self._asked(
            f"“{name}” was changed by something else since it was opened.",
            "Your text is safe here, theirs is safe on disk. Put together, the post has the "
            "changes of both.",
            Answer("reload", "Open theirs"),
            Answer("overwrite", "Replace theirs"),
            Answer("elsewhere", "Save mine elsewhere…"),
            Answer("merge", "Put both together…", is_default=True),
        )

    def about_refusal(self, sentence: str, allow: str, words: str) -> str:
        """Ask about a write that needs permission: `allow` as named, `elsewhere` or nothing."""
        answers = [Answer("cancel", "Do not save")]
        if allow:
            answers.append(Answer(allow, words))
        answers.append(Answer("elsewhere", "Save elsewhere…", is_default=True))
        return self._asked("This file was not saved.", sentence, *answers)

    def about_taken(self, sentence: str, free: str) -> str:
        """Ask about a name that is taken: `beside` takes the free one, `elsewhere`, or nothing."""
        return self._asked(
            "This file was not saved.",
            sentence,
            Answer("cancel", "Do not save"),
            Answer("elsewhere", "Save elsewhere…"),
            Answer("beside", f"Save as “{free}”", is_default=True),
        )

    def about_verdict(self, heading: str, reason: str, cure: str) -> str:
        """Say why a post shows or not, and offer what can be done about it: `cure` or nothing."""
        answers = [Answer("close", "Close", is_default=not cure)]
        if cure:
            answers.append(Answer("cure", cure, is_default=True))
        return self._asked(heading, reason, *answers)

    def about_dateline(self) -> None:
        """Say which version this is and what it stands on."""
        self._asked(
            f"Dateline {__version__}",
            f"Writes for Jekyll sites. Qt {qVersion()}, Python {platform.python_version()}. "
            "Free software under the MIT licence.",
            Answer("close", "Close", is_default=True),
        )

    def tell(self, heading: str, sentence: str) -> None:
        """Tell something that has to be read before going on."""
        self._asked(heading, sentence, Answer("close", "Close", is_default=True))

    def post_to_open(self, folder: Path) -> Path | None:
        """Ask for a post to open."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open Post", str(folder), _POSTS)
        return Path(name) if name else None

    def site_to_open(self, folder: Path) -> Path | None:
        """Ask for the folder of a site."""
        name = QFileDialog.getExistingDirectory(self._window, "Open Site", str(folder))
        return Path(name) if name else None

    def path_to_save(self, proposed: Path) -> Path | None:
        """Ask where to save; the system's own window asks before a file is replaced."""
        name, _ = QFileDialog.getSaveFileName(self._window, "Save As", str(proposed), _POSTS)
        return Path(name) if name else None

    def document_to_import(self, folder: Path) -> Path | None:
        """Ask for a Word document."""
        kinds = "Word documents (*.docx *.docm)"
        name, _ = QFileDialog.getOpenFileName(self._window, "Import Document", str(folder), kinds)
        return Path(name) if name else None

    def image_to_use(self, folder: Path) -> Path | None:
        """Ask for a picture."""
        pictures = "Pictures (*.jpg *.jpeg *.png *.gif *.webp *.avif *.svg);;All files (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, "Use Picture", str(folder), pictures)
        return Path(name) if name else None

    def _asked(self, heading: str, text: str, *answers: Answer) -> str:
        question = Question(heading, text, answers, self._window)
        question.exec()
        question.deleteLater()
        return question.answer
