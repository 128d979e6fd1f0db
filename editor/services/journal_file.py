"""The journal of one run of the program: one file, held locked as long as the program runs."""

import os
import secrets
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.services.private_database import commit, make_private_folder, open_database, remove
from editor.services.unsaved import Unsaved
from editor.site.file_identity import digest_of

SUFFIX: Final = ".journal"
VERSION: Final = 1
"""Of the tables. A file is written by one run only, so older ones are read, never changed over."""

_TABLE = """
CREATE TABLE unsaved (
    key INTEGER PRIMARY KEY,
    path BLOB,
    name TEXT NOT NULL,
    base TEXT,
    revision INTEGER NOT NULL,
    kept_at TEXT NOT NULL,
    encoding TEXT NOT NULL,
    bom INTEGER NOT NULL,
    stored_as TEXT NOT NULL,
    digest TEXT NOT NULL,
    content BLOB NOT NULL
)
"""
_PUT = "INSERT OR REPLACE INTO unsaved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class JournalFile:
    """Keep the newest state of each open post in a file of one's own.

    The lock on the file tells other runs that this one lives; the system takes it back when the
    program dies, however it dies.
    """

    def __init__(self, folder: Path) -> None:
        """Make a new journal in `folder`.

        Raises:
            sqlite3.Error, OSError: it cannot be written there.
        """
        make_private_folder(folder)
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        self.path = folder / f"{moment}-{secrets.token_hex(4)}{SUFFIX}"
        self._connection = open_database(self.path, is_exclusive=True, patience=0)
        try:
            self._file_number = self.path.stat().st_ino
            with commit(self._connection):
                self._connection.execute(_TABLE)
                self._connection.execute(f"PRAGMA user_version={VERSION}")
        except BaseException:
            self._connection.close()
            remove(self.path)
            raise

    def is_there(self) -> bool:
        """Tell whether the file still bears its name: what is written to a removed one is lost."""
        try:
            return self.path.stat().st_ino == self._file_number
        except OSError:
            return False

    def keep(self, unsaved: Unsaved) -> None:
        """Put down a post's newest state; it is on the disk when this returns.

        Raises:
            sqlite3.Error: it could not be written; what was kept before still is.
        """
        values = (
            unsaved.key,
            None if unsaved.path is None else os.fsencode(unsaved.path),
            unsaved.name,
            unsaved.base,
            unsaved.revision,
            unsaved.kept_at.isoformat(),
            unsaved.encoding,
            unsaved.bom,
            unsaved.stored_as,
            "" if unsaved.is_damaged else digest_of(unsaved.content),
            unsaved.content,
        )
        with commit(self._connection):
            self._connection.execute(_PUT, values)

    def drop(self, key: int) -> None:
        """Take a post out.

        Raises:
            sqlite3.Error: it is still in.
        """
        with commit(self._connection):
            self._connection.execute("DELETE FROM unsaved WHERE key = ?", (key,))

    def close(self) -> None:
        """Unlock the file, and remove it if it holds nothing."""
        is_empty = False
        with suppress(sqlite3.Error):
            is_empty = not self._connection.execute("SELECT count(*) FROM unsaved").fetchone()[0]
        with suppress(sqlite3.Error):
            self._connection.close()
        if is_empty:
            remove(self.path)
