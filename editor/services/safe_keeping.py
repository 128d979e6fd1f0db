"""Keep journal and history on the disk: everything here runs on the keeper's own thread."""

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from editor.services.history_file import HistoryFile
from editor.services.journal_file import JournalFile
from editor.services.journal_reading import (
    JournalReading,
    abandoned_journals,
    forget,
    read_journal,
)
from editor.services.journal_salvage import salvaged
from editor.services.keeping import Found, NewVersion, NotKept, Version, VersionKind
from editor.services.private_database import remove, set_aside
from editor.services.unsaved import Unsaved
from editor.site.file_identity import digest_of

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class SafeKeeping:
    """Do what `Keeping` lists, in a folder of the person's own."""

    def __init__(self, folder: Path) -> None:
        self._journals = folder / "journal"
        self._folder = folder
        self._own: JournalFile | None = None
        self._given_up: list[Path] = []
        self._history_file: HistoryFile | None = None

    # The journal

    def keep(self, unsaved: Unsaved) -> None:
        """Put down a post's newest state in this run's journal, flushed."""
        with self._explained():
            journal = self._journal()
            try:
                journal.keep(unsaved)
            except (sqlite3.Error, OSError) as error:
                if not _is_full(error):
                    self._give_up(journal)
                raise
            # What the newest text is safe in is the only journal of this run.
            while self._given_up:
                remove(self._given_up.pop())

    def drop(self, key: int) -> None:
        """Take a post out of this run's journal: a file holds it now."""
        with self._explained():
            if self._own is not None:
                self._own.drop(key)

    def put_aside(self, unsaved: Unsaved) -> None:
        """Move what is closed without saving into the history, and only then drop it."""
        try:
            self.keep_version(_as_version(unsaved, is_recovered=False))
        except NotKept:
            self.keep(unsaved)
            raise
        self.drop(unsaved.key)

    def find(self) -> Found:
        """Read what former runs left; what a file holds by now is left out."""
        unsaved: list[Unsaved] = []
        damaged: list[Path] = []
        own = self._own.path if self._own is not None else None
        for path in abandoned_journals(self._journals):
            reading = read_journal(path) if path != own else None
            if reading is not None and reading.is_damaged:
                reading = self._rescued(reading)
                with suppress(OSError):
                    damaged.append(set_aside(path))
            unsaved += reading.unsaved if reading is not None else ()
        return Found([each for each in unsaved if not self._is_saved(each)], damaged)

    def settle(self, unsaved: Unsaved, *, keeps: bool) -> None:
        """Take an answered post out of its journal, into the history if `keeps`."""
        if keeps:
            self.keep_version(_as_version(unsaved, is_recovered=True))
        with self._explained():
            if unsaved.journal is not None:
                forget(unsaved.journal, unsaved.key)

    # The history

    def keep_version(self, new: NewVersion) -> None:
        """Keep a version of a post, flushed; the content that was kept last is not kept twice."""
        with self._explained():
            self._history().keep(new)

    def versions(self, path: Path | None) -> Sequence[Version]:
        """Give a post's versions, the newest first."""
        with self._explained():
            return self._history().versions(path)

    def content(self, version: Version) -> bytes | None:
        """Give the bytes of a version; None where they are not what was kept."""
        with self._explained():
            return self._history().content(version)

    def renamed(self, old: Path, new: Path) -> None:
        """Let the versions of a file go on under its new name."""
        with self._explained():
            self._history().renamed(old, new)

    def close(self) -> None:
        """Let go of all files."""
        if self._own is not None:
            self._own.close()
            self._own = None
        if self._history_file is not None:
            self._history_file.close()
            self._history_file = None

    # Inside

    def _journal(self) -> JournalFile:
        """Give this run's journal; one that somebody removed, or that failed, is made anew."""
        if self._own is not None and not self._own.is_there():
            self._own.close()
            self._own = None
        if self._own is None:
            self._own = JournalFile(self._journals)
        return self._own

    def _give_up(self, journal: JournalFile) -> None:
        """Leave a journal that does not take more where it is; the next try is in a new one."""
        journal.close()
        self._given_up.append(journal.path)
        self._own = None

    def _history(self) -> HistoryFile:
        if self._history_file is not None and not self._history_file.is_there():
            self._history_file.close()
            self._history_file = None
        if self._history_file is None:
            self._history_file = HistoryFile(self._folder)
        return self._history_file

    def _rescued(self, damaged: JournalReading) -> JournalReading:
        """Put what could be read of a damaged journal into a sound one, and read that."""
        left = damaged.unsaved or tuple(filter(None, [salvaged(damaged.path)]))
        if not left:
            return damaged
        try:
            sound = JournalFile(self._journals)
            try:
                for unsaved in left:
                    sound.keep(unsaved)
            finally:
                sound.close()
        except (sqlite3.Error, OSError):
            return damaged
        return read_journal(sound.path) or damaged

    def _is_saved(self, unsaved: Unsaved) -> bool:
        """Tell whether the file holds the text already, and forget the entry then."""
        if unsaved.path is None or unsaved.is_damaged or unsaved.journal is None:
            return False
        try:
            lies_there = digest_of(unsaved.path.read_bytes())
        except (OSError, ValueError):
            return False
        if lies_there != digest_of(unsaved.content):
            return False
        with suppress(sqlite3.Error, OSError):
            forget(unsaved.journal, unsaved.key)
        return True

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise NotKept(_sentence(error)) from error


def _as_version(unsaved: Unsaved, *, is_recovered: bool) -> NewVersion:
    kind: VersionKind = "unsaved" if is_recovered else "left"
    return NewVersion(unsaved.path, unsaved.content, kind, unsaved.post().encoding)


def _is_full(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return code == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) in _NO_ROOM


def _sentence(error: Exception) -> str:
    if _is_full(error):
        return "the disk of your own folder is full"
    return f"your own folder cannot be written to ({error})"
