"""The versions of all posts in one file: hashed, flushed, each content kept once."""

import os
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar

from editor.services.history_rescue import kind_named, moment_named, rescued_versions
from editor.services.keeping import NewVersion, Version
from editor.services.private_database import (
    commit,
    make_private_folder,
    open_database,
    set_aside,
)
from editor.site.file_identity import Digest, digest_of

NAME: Final = "history.sqlite"
VERSION: Final = 1
NEWEST: Final = 50
"""Versions of a post that stay however old they are."""
AGE: Final = timedelta(days=30)
"""All versions younger than this stay however many there are."""

Result = TypeVar("Result")
_PATIENCE_S = 5.0
_NEVER = datetime.fromtimestamp(0, UTC)
_ALL = (
    "SELECT number, kind, kept_at, digest, size, encoding FROM versions"
    " WHERE post = (SELECT id FROM posts WHERE path = ?) ORDER BY number DESC"
)
_TABLES = """
CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS contents (
    digest TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS versions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    post INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    encoding TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS versions_by_post ON versions (post, number)
"""
_OLD = (
    "DELETE FROM versions WHERE post = :post AND kept_at < :limit AND number NOT IN"
    " (SELECT number FROM versions WHERE post = :post ORDER BY number DESC LIMIT :newest)"
)
_ORPHANS = "DELETE FROM contents WHERE digest NOT IN (SELECT digest FROM versions)"


class HistoryFile:
    """Keep versions of posts and give them back; several runs of the program may share it."""

    def __init__(self, folder: Path) -> None:
        """Open the history in `folder`, or make it; a damaged one is set aside and read out.

        Raises:
            sqlite3.Error, OSError: it cannot be opened now.
        """
        make_private_folder(folder)
        self._path = folder / NAME
        try:
            self._connection = self._opened()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._connection = self._begun_anew()

    def is_there(self) -> bool:
        """Tell whether the file still bears its name: another run may have set it aside."""
        try:
            return self._path.stat().st_ino == self._file_number
        except OSError:
            return False

    def keep(self, new: NewVersion) -> None:
        """Keep a version, unless it is what was kept last; it is on the disk when this returns.

        Raises:
            sqlite3.Error, OSError: it was not kept.
        """
        self._repairing(lambda: self._keep(new))

    def versions(self, path: Path | None) -> Sequence[Version]:
        """Give a post's versions, the newest first."""
        return self._repairing(
            lambda: [_version(row) for row in self._connection.execute(_ALL, (_key(path),))]
        )

    def content(self, version: Version) -> bytes | None:
        """Give the bytes of a version; None where they are not what was kept."""
        try:
            row = self._connection.execute(
                "SELECT packed FROM contents WHERE digest = ?", (version.digest,)
            ).fetchone()
            content = zlib.decompress(row[0]) if row is not None else None
        except (sqlite3.DatabaseError, zlib.error, TypeError):
            return None
        return content if content is not None and digest_of(content) == version.digest else None

    def renamed(self, old: Path, new: Path) -> None:
        """Let the versions of a file go on under its new name, with those that are there."""

        def move() -> None:
            with commit(self._connection) as connection:
                source, target = self._post(old), self._post(new)
                connection.execute("UPDATE versions SET post = ? WHERE post = ?", (target, source))

        self._repairing(move)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _opened(self) -> sqlite3.Connection:
        connection = open_database(self._path, is_exclusive=False, patience=_PATIENCE_S)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                with commit(connection):
                    for statement in _TABLES.split(";"):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version={VERSION}")
            connection.execute("SELECT count(*) FROM posts").fetchone()
            self._file_number = self._path.stat().st_ino
        except BaseException:
            connection.close()
            raise
        return connection

    def _keep(self, new: NewVersion) -> None:
        digest = digest_of(new.content)
        with commit(self._connection) as connection:
            post = self._post(new.path)
            known = Version(0, new.kind, _NEVER, digest, len(new.content), new.encoding)
            if self.content(known) is None:
                packed = zlib.compress(new.content)
                row = (digest, len(new.content), packed)
                connection.execute("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", row)
            if self._last_digest(post) == digest:
                return
            now = datetime.now(UTC)
            kept_at = new.kept_at or now
            connection.execute(
                "INSERT INTO versions (post, kind, kept_at, digest, size, encoding)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (post, new.kind, kept_at.isoformat(), digest, len(new.content), new.encoding),
            )
            if self._last_digest(post) != digest or self.content(known) is None:
                raise sqlite3.DatabaseError("what was written cannot be found")
            limit = (now - AGE).isoformat()
            gone = connection.execute(_OLD, {"post": post, "limit": limit, "newest": NEWEST})
            if gone.rowcount > 0:
                connection.execute(_ORPHANS)

    def _last_digest(self, post: int) -> str | None:
        row = self._connection.execute(
            "SELECT digest FROM versions WHERE post = ? ORDER BY number DESC LIMIT 1", (post,)
        ).fetchone()
        return row[0] if row is not None else None

    def _post(self, path: Path | None) -> int:
        self._connection.execute("INSERT OR IGNORE INTO posts (path) VALUES (?)", (_key(path),))
        row = self._connection.execute("SELECT id FROM posts WHERE path = ?", (_key(path),))
        return int(row.fetchone()[0])

    def _repairing(self, work: Callable[[], Result]) -> Result:
        """Do `work`; where the file turns out to be damaged, begin anew and do it again."""
        try:
            return work()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._connection.close()
            self._connection = self._begun_anew()
            return work()

    def _begun_anew(self) -> sqlite3.Connection:
        """Set the damaged file aside and carry over every version that can still be read."""
        aside = set_aside(self._path)
        connection = self._opened()
        self._connection = connection
        for version in rescued_versions(aside):
            with suppress(sqlite3.Error):
                self._keep(version)
        return connection


def _key(path: Path | None) -> bytes:
    """Give what a post is found by: its file, links followed; empty for no file."""
    return b"" if path is None else os.fsencode(os.path.realpath(path))


def _version(row: tuple[int, str, str, str, int, str]) -> Version:
    number, kind, kept_at, digest, size, encoding = row
    return Version(number, kind_named(kind), moment_named(kept_at), Digest(digest), size, encoding)
