"""Offers the last good version of a file that comes back empty, full of zeros, or cut short."""

from pathlib import Path

from PySide6.QtCore import QObject

from editor.services.keeping import Version
from editor.site.file_identity import digest_of
from editor.site.post_file import OpenedFile
from editor.ui.dialogs.question import Answer
from editor.ui.notice_bar import Notice
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.recovery.comparison import comparison
from editor.ui.recovery.moment_words import moment_in_words
from editor.ui.recovery.versions_presenter import read_version
from editor.ui.surroundings import Surroundings

_ANSWERS = (
    Answer("leave", "Leave it as it is"),
    Answer("restore", "Put the good version back", is_default=True),
)
_NUL_RUN = b"\0" * 16
# Less than this much missing at the end may well be somebody's edit.
_CUT_SHARE = 0.25


def what_happened(raw: bytes, good: bytes) -> str:
    """Say what became of a file whose last version was `good`; empty where nothing is odd."""
    if not raw.strip():
        return "is empty now"
    if not raw.strip(b"\0"):
        return "holds nothing but zeros now"
    if _NUL_RUN in raw and _NUL_RUN not in good:
        return "has zeros in it where there was text"
    missing = len(good) - len(raw)
    is_cut = good.startswith(raw) and (
        missing > len(good) * _CUT_SHARE or not raw.endswith((b"\n", b"\r"))
    )
    return "ends in the middle now" if missing > 0 and is_cut else ""


class GoodVersionPresenter(QObject):
    """Compare each file that is opened with what was kept of it last."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._good: tuple[Version, bytes] | None = None
        self._dialog: CompareDialog | None = None
        around.commands.opened.connect(self._on_opened)
        around.parts.saver.saved.connect(self._let_be)
        around.notices.answered.connect(self._on_notice_answered)

    def _on_opened(self, opened: OpenedFile | None) -> None:
        self._let_be()
        if opened is None:
            return
        raw, path = opened.post.to_bytes(), opened.path

        def compare(version: Version | None, content: bytes) -> None:
            if version is not None and self._around.parts.session.path == path:
                self._weigh(path, raw, version, content)

        self._around.parts.history.last_good(path, digest_of(raw), compare)

    def _weigh(self, path: Path, raw: bytes, version: Version, content: bytes) -> None:
        what = what_happened(raw, content)
        if not what:
            return
        self._good = (version, content)
        when = moment_in_words(version.kept_at, self._around.now())
        sentence = f"“{path.name}” {what}. The version kept here ({when}) is whole."
        self._around.notices.set_notice(
            "good", Notice(sentence, "warn", (("show_good", "Look at it…"),))
        )

    def _let_be(self) -> None:
        self._good = None
        self._around.notices.set_notice("good", None)

    def _on_notice_answered(self, name: str) -> None:
        if name != "show_good" or self._good is None or self._dialog is not None:
            return
        version, content = self._good
        choice = Choice(
            "This file has lost text.",
            "Putting the good version back is an edit: nothing is written to disk until you save.",
            "the good version",
            "the file as it is now",
            _ANSWERS,
        )
        dialog = self._dialog = comparison(self._around, choice)
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(self._on_closed)
        dialog.set_rows([])
        when = moment_in_words(version.kept_at, self._around.now())
        good = read_version(content, version)
        dialog.show_versions(
            f"Kept {when}.", good.text, self._around.parts.session.post.text.replace("\0", "␀")
        )
        dialog.open()

    def _on_answered(self, name: str) -> None:
        good = self._good
        if self._dialog is not None:
            self._dialog.accept()
        self._let_be()
        if name == "restore" and good is not None:
            self._around.commands.take_version(read_version(good[1], good[0]))

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
