"""Keeps the status line true."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from editor.post.word_count import count_words
from editor.render.request import Rendering
from editor.services.session import Change, Origin, Session
from editor.ui.dialogs.ask import Ask
from editor.ui.status_line import StatusLine

# Counting a long text takes longer than a frame, so it waits for a pause.
_COUNT_AFTER_MS = 250
_COUNTED_AT_ONCE = 200_000


_NEWLINES = {"\n": "line feeds (LF)", "\r\n": "CR LF, as on Windows", "\r": "CR, as on old Macs"}


class StatusPresenter(QObject):
    """Tell the status line what the session holds, and more about it where it is clicked."""

    def __init__(self, session: Session, line: StatusLine, ask: Ask) -> None:
        super().__init__(line)
        self._ask = ask
        self._problems: tuple[str, ...] = ()
        self._session = session
        self._line = line
        self._saved_at: datetime | None = None
        self._failure = ""
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_AFTER_MS)
        self._count.timeout.connect(self._show_words)
        line.words_clicked.connect(self._on_words_clicked)
        line.problems_clicked.connect(self._on_problems_clicked)
        line.encoding_clicked.connect(self._on_encoding_clicked)
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

    def note_rendering(self, rendering: Rendering) -> None:
        """Count what the site's Jekyll would complain about."""
        self._problems = rendering.problems
        self._line.set_problems(len(self._problems), "\n".join(self._problems))

    def _on_words_clicked(self) -> None:
        body = self._session.post.body
        letters = sum(not char.isspace() for char in body)
        self._ask.tell(
            f"{count_words(body):,} words".replace(",", " "),
            f"{len(body)} characters, {letters} without blanks, as they stand in the text.",
        )

    def _on_problems_clicked(self) -> None:
        self._ask.tell("What Jekyll would say of this post", "\n\n".join(self._problems))

    def _on_encoding_clicked(self) -> None:
        post = self._session.post
        mark = " It begins with a byte order mark." if post.bom else ""
        self._ask.tell(
            f"This file is {post.encoding.upper()}.",
            f"Its lines end with {_NEWLINES.get(post.newline, post.newline)}.{mark} Saving keeps "
            "all of that.",
        )

    def _on_post_changed(self, change: Change) -> None:
        if change.origin is Origin.LOAD:
            self._saved_at = None
            self._failure = ""
            self._show_saved()
        if change.origin is Origin.LOAD and len(change.post.body) < _COUNTED_AT_ONCE:
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
