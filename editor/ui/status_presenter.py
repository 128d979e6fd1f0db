"""Keeps the status line true."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from editor.post.word_count import count_words
from editor.services.session import Change, Origin, Session
from editor.ui.status_line import StatusLine

# Counting a long text takes longer than a frame, so it waits for a pause.
_COUNT_AFTER_MS = 250


class StatusPresenter(QObject):
    """Tell the status line what the session holds."""

    def __init__(self, session: Session, line: StatusLine) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._saved_at: datetime | None = None
        self._failure = ""
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_AFTER_MS)
        self._count.timeout.connect(self._show_words)
        session.post_changed.connect(self._on_post_changed)
        session.modified_changed.connect(self._show_saved)
        session.file_changed.connect(self._show_saved)

    def note_saved(self) -> None:
        """Remember the time of a save."""
        self._saved_at = datetime.now().astimezone()
        self._failure = ""
        self._show_saved()

    def note_failure(self, sentence: str) -> None:
        """Show that the last save failed, for as long as that is true."""
        self._failure = sentence
        self._show_saved()

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is Origin.LOAD:
            self._saved_at = None
            self._failure = ""
            self._show_saved()
            self._show_words()
        else:
            self._count.start()
        self._line.set_encoding(change.post.encoding, change.post.newline)

    def _show_words(self) -> None:
        self._line.set_words(count_words(self._session.post.body))

    def _show_saved(self) -> None:
        if self._failure:
            self._line.set_saved("NOT SAVED", "bad")
        elif self._session.path is None:
            self._line.set_saved("Not saved yet", "warn" if self._session.is_modified() else "")
        elif self._session.is_modified():
            self._line.set_saved("Changed since the last save", "warn")
        elif self._saved_at is not None:
            self._line.set_saved(f"Saved {self._saved_at:%H:%M}")
        else:
            self._line.set_saved("As on disk")
