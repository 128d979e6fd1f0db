"""Read the journals that former runs of the program left, of any version and in any state."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from editor.services.journal_file import SUFFIX
from editor.services.private_database import open_database, remove
from editor.services.unsaved import Unsaved
from editor.site.file_identity import Digest, digest_of

_PRIMARY = 0xFF  # SQLite's codes have a finer part above these bits
_OUT_OF_REACH = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
    }
)
_EPOCH = datetime.fromtimestamp(0, UTC)
# What a row lacks because an older version did not write it.
_DEFAULTS: Mapping[str, object] = {
    "path": None,
    "name": "",
    "base": None,
    "revision": 0,
    "kept_at": "",
    "encoding": "utf-8",
    "bom": 0,
    "stored_as": "utf-8",
    "digest": None,
}


@dataclass(frozen=True, slots=True)
class JournalReading:
    """Hold what one journal gave, and whether there may have been more in it."""

    path: Path
    unsaved: tuple[Unsaved, ...]
    is_damaged: bool


def abandoned_journals(folder: Path) -> list[Path]:
    """List the journals in a folder, the oldest first; some may belong to programs that run."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    return []


def read_journal(path: Path) -> JournalReading | None:
    """Read a journal, and remove it if it is whole and empty.

    Returns:
        None for one that a running program holds, or that cannot be reached now.
    """
    try:
        with closing(open_database(path, is_exclusive=True, patience=0)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            reading = _read(path, connection)
    except OSError:
        return None
    except sqlite3.Error as error:
        return None if _is_out_of_reach(error) else JournalReading(path, (), is_damaged=True)
    if not reading.unsaved and not reading.is_damaged:
        remove(path)
    return reading


def forget(path: Path, key: int) -> None:
    """Take an answered post out of a journal that was left, and remove the journal when empty.

    Raises:
        sqlite3.Error, OSError: it is still in.
    """
    if not path.exists():
        return
    with closing(open_database(path, is_exclusive=True, patience=1)) as connection:
        connection.execute("DELETE FROM unsaved WHERE key = ?", (key,))
        is_empty = not connection.execute("SELECT count(*) FROM unsaved").fetchone()[0]
    if is_empty:
        remove(path)


def _is_out_of_reach(error: sqlite3.Error) -> bool:
    """Tell a file that is held or cannot be opened now from one that is damaged."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _OUT_OF_REACH


def _read(path: Path, connection: sqlite3.Connection) -> JournalReading:
    is_whole = _is_whole(connection)
    unsaved: list[Unsaved] = []
    for key in _keys(connection):
        row = _row(connection, key)
        entry = _entry(path, row) if row is not None else None
        if entry is None:
            is_whole = False
        else:
            unsaved.append(entry)
    return JournalReading(path, tuple(unsaved), is_damaged=not is_whole)


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether the file is sound; one without the table was cut, for it is made with it."""
    try:
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()
        connection.execute("SELECT key, content FROM unsaved LIMIT 0")
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return False
    return bool(answer and answer[0] == "ok")


def _keys(connection: sqlite3.Connection) -> Iterator[int]:
    """Give the keys as far as the file can be walked."""
    try:
        for (key,) in connection.execute("SELECT key FROM unsaved ORDER BY key"):
            yield key
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, ValueError):
        return


def _row(connection: sqlite3.Connection, key: int) -> dict[str, object] | None:
    try:
        cursor = connection.execute("SELECT * FROM unsaved WHERE key = ?", (key,))
        names = [str(each[0]) for each in cursor.description]
        values = cursor.fetchone()
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return None
    return None if values is None else {**_DEFAULTS, **dict(zip(names, values, strict=True))}


def _entry(path: Path, row: Mapping[str, object]) -> Unsaved | None:
    """Make a post of a row in which anything may stand; None where there is no text in it."""
    content, key = row.get("content"), row.get("key")
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    if not isinstance(content, bytes) or not isinstance(key, int):
        return None
    stored = row["path"]
    base, revision = row["base"], row["revision"]
    return Unsaved(
        key=key,
        path=Path(os.fsdecode(stored)) if isinstance(stored, bytes) and stored else None,
        name=str(row["name"]),
        base=Digest(base) if isinstance(base, str) else None,
        revision=revision if isinstance(revision, int) else 0,
        kept_at=_moment(row["kept_at"]),
        encoding=str(row["encoding"]),
        bom=bool(row["bom"]),
        content=content,
        stored_as=str(row["stored_as"]),
        is_damaged=row["digest"] is not None and row["digest"] != digest_of(content),
        journal=path,
    )


def _moment(text: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return _EPOCH
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
