"""Says what others did to the open file, reads it again where nothing is lost by that, or asks."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from editor.post.errors import DatelineError
from editor.site.file_identity import Digest, digest_of
from editor.site.outside_change import Sight
from editor.site.post_file import OpenedFile, read_post
from editor.ui.notice_bar import Notice
from editor.ui.recovery.merge_presenter import MergePresenter
from editor.ui.recovery.whole_text import KeptPlace
from editor.ui.surroundings import Surroundings

_CHOICES = (("keep_mine", "Keep mine"), ("open_theirs", "Open theirs"))
_READ_AGAIN = "Read again: another program changed it"


class OutsidePresenter(QObject):
    """Act on what the watcher sees; text that was written here is never replaced unasked."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._session = around.parts.session
        self._moved_to: Path | None = None
        self._merges = MergePresenter(around)
        around.parts.watcher.sighted.connect(self._on_sighted)
        self._session.file_changed.connect(self._let_be)
        around.notices.answered.connect(self._on_answered)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._around.parts.watcher.look()

    def _on_sighted(self, sight: Sight) -> None:
        if sight.path != self._session.path:
            return
        self._let_be()
        identity = self._session.identity
        if sight.digest is None:
            self._say_gone(sight)
        elif identity is None or sight.digest != identity.digest:
            self._on_changed(sight.path, sight.digest)

    def _on_changed(self, path: Path, digest: Digest) -> None:
        self._around.commands.words_wanted.emit()
        if not self._session.is_modified():
            self._read_again()
        elif self._is_mine(digest):
            there = _read(path)
            if there is not None and there.identity.digest == digest:
                self._session.mark_saved(self._session.post, path, there.identity)
        else:
            self._say_both_changed(path)

    def _say_both_changed(self, path: Path) -> None:
        places = self._merges.places()
        how = {
            None: "Both versions are safe.",
            0: "Your changes and theirs fit together.",
            1: "One place was changed by both; nothing is lost.",
        }.get(places, f"{places} places were changed by both; nothing is lost.")
        words = "Look at both together…" if places == 0 else "Put both together…"
        self._around.notices.set_notice(
            "outside",
            Notice(
                f"“{path.name}” was changed by another program while you were writing. {how}",
                "warn",
                (("merge", f"{words} {self._key()}".rstrip()), *_CHOICES),
            ),
        )

    def _key(self) -> str:
        shortcut = self._around.actions["merge"].shortcut()
        native = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        return f"({native})" if native else ""

    def _is_mine(self, digest: Digest) -> bool:
        try:
            return digest_of(self._session.post.to_bytes()) == digest
        except DatelineError:
            return False

    def _read_again(self) -> None:
        """Take what lies there now for what was read; caret, view and keys stay where they are."""
        place, focus = KeptPlace(self._around.text), QApplication.focusWidget()
        self._around.commands.reload()
        place.go_back()
        if focus is not None and focus.isVisible():
            focus.setFocus()
        self._around.status.set_saved(_READ_AGAIN)

    def _say_gone(self, sight: Sight) -> None:
        name = sight.path.name
        self._moved_to = sight.moved_to
        if sight.moved_to is not None:
            sentence = f"“{name}” {_where_to(sight.path, sight.moved_to)} by another program."
            buttons = (("follow", "Go on with it there"), ("elsewhere", "Save elsewhere…"))
        else:
            sentence = f"“{name}” is no longer in its folder. Your text is safe here."
            buttons = (("put_back", "Put it back"), ("elsewhere", "Save elsewhere…"))
        self._around.notices.set_notice("outside", Notice(sentence, "warn", buttons))

    def _on_answered(self, name: str) -> None:
        commands = self._around.commands
        if name == "follow" and self._moved_to is not None:
            self._around.parts.sites.open_for(self._moved_to)
            commands.follow_to(self._moved_to)
        elif name == "put_back":
            self._session.accept_theirs(None)
            commands.save()
        elif name == "elsewhere":
            commands.save_as()
        elif name == "merge":
            self._merges.open()
        elif name == "keep_mine":
            self._keep_mine()
        elif name == "open_theirs":
            # What is in the window goes into the history first: the journal sees to that.
            self._read_again()

    def _keep_mine(self) -> None:
        """Let the next save replace theirs, which the history has by then."""
        path = self._session.path
        there = _read(path) if path is not None else None
        if path is not None and there is not None:
            self._around.parts.history.keep_theirs(path, there.post.to_bytes())
            self._session.accept_theirs(there.identity, there.post)

    def _let_be(self) -> None:
        self._moved_to = None
        self._around.notices.set_notice("outside", None)


def _where_to(was: Path, now: Path) -> str:
    """Say where a file went, by what is new about its path."""
    if now.parent == was.parent:
        return f"was renamed to “{now.name}”"
    shared = os.path.commonpath((was, now))
    to = os.path.relpath(now.parent if now.name == was.name else now, shared)
    return f"was moved to “{to}”"


def _read(path: Path) -> OpenedFile | None:
    try:
        return read_post(path)
    except DatelineError:
        return None
