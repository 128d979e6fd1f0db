"""Hold what is known of a site's posts in one database, in the person's cache or in memory."""

import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.site.index.folding import for_index
from editor.site.index.query import Part
from editor.site.index.scanning import Stamp
from editor.site.index.summary_text import from_text, to_text
from editor.site.local_file_system import LocalFileSystem
from editor.site.post_list import PostSummary

_APPLICATION: Final = 0x44415445
_PRIVATE_FOLDER: Final = 0o700
_PRIVATE: Final = 0o600
_AT_ONCE: Final = 500
"""Files that are asked for in one question; SQLite allows no more than some thousands."""

_SCHEMA: Final = """
CREATE TABLE mark (words TEXT NOT NULL);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    changed INTEGER NOT NULL,
    size INTEGER NOT NULL,
    summary TEXT
);
CREATE TABLE texts (id INTEGER PRIMARY KEY, raw BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
    text, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So Sc'"
);
"""

_MATCHING: Final = (
    "SELECT path FROM words JOIN posts ON posts.id = words.rowid WHERE words MATCH ?"
)

# What a new database would not help against: somebody has it, or the disk takes nothing.
_NOT_THE_FILE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """Hold what was read of one file; one that is no post has no summary, and no text."""

    path: str
    stamp: Stamp
    summary: PostSummary | None
    raw: bytes


def open_store(path: Path | None, mark: str) -> "Store":
    """Open the database in `path`, or make it anew where it is damaged or of another kind.

    Where the folder cannot be written, or another window has the database, it is in memory.

    Args:
        path: the file; None for memory.
        mark: what its rows depend on; one with another mark is made anew.
    """
    for _ in range(2):
        if path is None:
            break
        try:
            return _opened(path, mark)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _NOT_THE_FILE:
                break
        except (OSError, ValueError):
            break
        remove_store(path)
    return _made(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False), mark)


def remove_store(path: Path) -> None:
    """Remove a database and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


class Store:
    """Hold stamps, summaries and texts by the path of the file.

    Every method may raise `sqlite3.DatabaseError`: the file was damaged since it was opened.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def stamps(self) -> dict[str, Stamp]:
        """Give the stamp of each file as it was read."""
        rows = self._connection.execute("SELECT path, changed, size FROM posts")
        return {os.fsdecode(path): (changed, size) for path, changed, size in rows}

    def summaries(self) -> Iterator[PostSummary]:
        """Give all posts in short."""
        rows = self._connection.execute("SELECT path, summary FROM posts WHERE summary NOT NULL")
        for path, summary in rows:
            try:
                yield from_text(os.fsdecode(path), summary)
            except (ValueError, TypeError) as error:
                raise sqlite3.DatabaseError("a row that was not written here") from error

    def put(self, rows: Iterable[Row], known: Container[str]) -> None:
        """Take over what was read of some files, in one commit.

        Args:
            rows: what was read.
            known: the files that may be there already.
        """
        with self._commit():
            for row in rows:
                if row.path in known:
                    self._drop(row.path)
                self._add(row)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files that are gone, in one commit."""
        with self._commit():
            for path in paths:
                self._drop(path)

    def raw(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Give the bytes of posts, in the order of `paths`; of those that are known."""
        for start in range(0, len(paths), _AT_ONCE):
            some = [os.fsencode(path) for path in paths[start : start + _AT_ONCE]]
            holes = ",".join("?" * len(some))
            found = dict(
                self._connection.execute(
                    f"SELECT path, raw FROM posts JOIN texts USING (id) WHERE path IN ({holes})",  # noqa: S608 - question marks only
                    some,
                )
            )
            for path in some:
                if path in found:
                    yield os.fsdecode(path), found[path]

    def matching(self, wanted: Sequence[Part], *, is_ranked: bool) -> list[str]:
        """Give the paths of posts that hold all of `wanted`, the most fitting first if ranked."""
        match = " AND ".join(part.match for part in wanted)
        order = " ORDER BY rank" if is_ranked else ""
        rows = self._connection.execute(f"{_MATCHING}{order}", (match,))
        return [os.fsdecode(path) for (path,) in rows]

    def holding_any(self, parts: Sequence[Part]) -> frozenset[str]:
        """Give the paths of posts that hold one of `parts`."""
        if not parts:
            return frozenset()
        match = " OR ".join(part.match for part in parts)
        rows = self._connection.execute(_MATCHING, (match,))
        return frozenset(os.fsdecode(path) for (path,) in rows)

    def _drop(self, path: str) -> None:
        execute = self._connection.execute
        found = execute("SELECT id FROM posts WHERE path = ?", (os.fsencode(path),)).fetchone()
        if found is None:
            return
        for (raw,) in execute("SELECT raw FROM texts WHERE id = ?", found).fetchall():
            execute(
                "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
                (*found, _words(raw)),
            )
        execute("DELETE FROM texts WHERE id = ?", found)
        execute("DELETE FROM posts WHERE id = ?", found)

    def _add(self, row: Row) -> None:
        execute = self._connection.execute
        summary = to_text(row.summary) if row.summary is not None else None
        number = execute(
            "INSERT INTO posts (path, changed, size, summary) VALUES (?, ?, ?, ?)",
            (os.fsencode(row.path), *row.stamp, summary),
        ).lastrowid
        if row.summary is not None:
            execute("INSERT INTO texts VALUES (?, ?)", (number, row.raw))
            execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, _words(row.raw)))

    @contextmanager
    def _commit(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise


def _opened(path: Path, mark: str) -> Store:
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        files = LocalFileSystem()
        files.close(files.create(path, _PRIVATE))
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        # It can be made anew at any time: nothing waits for the disk. A write-ahead log keeps it
        # whole all the same when the program is killed.
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-16000")  # kB: a piece of work stays in memory
        connection.execute("PRAGMA trusted_schema=0")
        connection.execute("PRAGMA cell_size_check=1")
        if not _is_ours(connection, mark):
            return _made(connection, mark)
    except BaseException:
        connection.close()
        raise
    return Store(connection)


def _is_ours(connection: sqlite3.Connection, mark: str) -> bool:
    """Tell whether rows can be taken from a database; a new one has none to take.

    Raises:
        sqlite3.DatabaseError: it is damaged, of another kind, or has another mark.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if not application and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        return False
    found = connection.execute("SELECT words FROM mark").fetchall()
    if application != _APPLICATION or found != [(mark,)]:
        raise ForeignStore("made by something else, or for other rows")
    return True


class ForeignStore(sqlite3.DatabaseError):
    """Say that a database is whole and not the one that is wanted."""

    sqlite_errorcode = sqlite3.SQLITE_NOTADB


def _made(connection: sqlite3.Connection, mark: str) -> Store:
    connection.execute(f"PRAGMA application_id={_APPLICATION}")
    connection.executescript(f"BEGIN;{_SCHEMA}")
    connection.execute("INSERT INTO mark VALUES (?)", (mark,))
    connection.execute("COMMIT")
    return Store(connection)


def _words(raw: bytes) -> str:
    return for_index(raw.decode("utf-8", "replace"))
