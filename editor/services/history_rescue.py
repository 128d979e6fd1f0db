"""Read out of a damaged history whatever is still what it was."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

from editor.services.keeping import NewVersion, VersionKind
from editor.services.private_database import open_database
from editor.site.file_identity import digest_of

_EPOCH = datetime.fromtimestamp(0, UTC)
_ONE = (
    "SELECT path, kind, kept_at, versions.digest, encoding, packed FROM versions"
    " JOIN posts ON posts.id = post JOIN contents ON contents.digest = versions.digest"
    " WHERE number = ?"
)


def rescued_versions(path: Path) -> Iterator[NewVersion]:
    """Give every version in the file whose content hashes to what was kept, in their order."""
    try:
        connection = open_database(path, is_exclusive=True, patience=0)
    except (sqlite3.Error, OSError):
        return
    with closing(connection):
        for number in _numbers(connection):
            version = _version(connection, number)
            if version is not None:
                yield version


def kind_named(name: str) -> VersionKind:
    """Give a kind by its name; one of a later version of the program counts as saved."""
    return cast("VersionKind", name) if name in get_args(VersionKind) else "saved"


def moment_named(text: str) -> datetime:
    """Give a moment as it was written down; what is none is the beginning of time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _EPOCH
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _numbers(connection: sqlite3.Connection) -> Iterator[int]:
    """Give the numbers as far as the file can be walked from either end."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error):
            for (number,) in connection.execute(
                f"SELECT number FROM versions ORDER BY number {order}"  # noqa: S608 - two words
            ):
                seen.add(number)
    yield from sorted(seen)


def _version(connection: sqlite3.Connection, number: int) -> NewVersion | None:
    try:
        row = connection.execute(_ONE, (number,)).fetchone()
        if row is None:
            return None
        path, kind, kept_at, digest, encoding, packed = row
        content = zlib.decompress(packed)
    except (sqlite3.Error, zlib.error, TypeError, UnicodeDecodeError):
        return None
    if digest_of(content) != digest:
        return None
    place = Path(os.fsdecode(path)) if path else None
    return NewVersion(place, content, kind_named(kind), str(encoding), moment_named(str(kept_at)))
