"""Open a database that only this person can read, and set one aside that is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from editor.site.local_file_system import LocalFileSystem

_PRIVATE = 0o600
_PRIVATE_FOLDER = 0o700


def make_private_folder(folder: Path) -> None:
    """Make a folder that nobody else can look into, unless it is there."""
    folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)


def open_database(path: Path, *, is_exclusive: bool, patience: float) -> sqlite3.Connection:
    """Open or make a database whose commits are on the disk when they return.

    A journal beside it (`TRUNCATE`, not a write-ahead log) keeps all that was committed in the one
    file, so that a file cut short is noticed and not taken for an empty one.

    Args:
        path: the file; one that is missing is made, with rights for this person alone.
        is_exclusive: whether to keep everybody else out until it is closed.
        patience: seconds to wait for somebody else who writes.

    Raises:
        sqlite3.Error: the file is no database, or another program has it (OperationalError).
        OSError: the file cannot be made.
    """
    with suppress(FileExistsError):
        files = LocalFileSystem()
        files.close(files.create(path, _PRIVATE))
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        if is_exclusive:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=TRUNCATE").fetchall()
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA fullfsync=1")  # macOS: through the drive's own memory
        connection.execute("PRAGMA trusted_schema=0")
        connection.execute("PRAGMA cell_size_check=1")
    except UnicodeDecodeError as error:
        # SQLite quotes the bytes of a damaged file in its sentence, and Python cannot read those.
        connection.close()
        raise sqlite3.DatabaseError(f"{path.name} is damaged") from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def commit(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Make of the block one commit, on the disk when it ends, or nothing where it fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def set_aside(path: Path) -> Path:
    """Give a damaged file a name under which nobody looks for it, and give that name.

    Raises:
        OSError: the folder does not allow it.
    """
    files = LocalFileSystem()
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not files.is_taken(name))
    files.replace(path, aside)
    # What was about to be written belongs to the damaged file, not to the next of this name.
    with suppress(OSError):
        files.replace(journal_beside(path), journal_beside(aside))
    return aside


def remove(path: Path) -> None:
    """Remove a database that holds nothing any more."""
    for each in (path, journal_beside(path)):
        with suppress(OSError):
            LocalFileSystem().remove(each)


def journal_beside(path: Path) -> Path:
    """Give the file in which SQLite writes down how to undo a commit that was cut off."""
    return path.with_name(f"{path.name}-journal")
