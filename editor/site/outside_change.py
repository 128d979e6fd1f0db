"""Look whether a file is still what was read, and where it went if it is gone."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from editor.site.file_identity import Digest, FileIdentity, digest_of

_POST_FOLDERS = ("_posts", "_drafts")
_CANDIDATES = 5_000


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what was seen of a file.

    Attributes:
        path: the file that was looked at.
        digest: of the bytes there; None where there is no file.
        moved_to: the file that has its bytes and its place on the disk now, where one was found.
        is_readable: whether the look says anything: a disk that does not answer says nothing.
    """

    path: Path
    digest: Digest | None
    moved_to: Path | None = None
    is_readable: bool = True


def look_at(path: Path, known: FileIdentity | None, *, is_thorough: bool) -> Sight:
    """Look at a file; its bytes decide, and its date alone never does.

    Args:
        path: the file.
        known: what was read or written last; None for a file that was not there.
        is_thorough: whether to read it even if size, date and number are the known ones.
    """
    try:
        status = path.stat()
        if known is not None and not is_thorough and _seems_same(known, status):
            return Sight(path, known.digest)
        if not stat.S_ISREG(status.st_mode):
            return Sight(path, None)
        return Sight(path, digest_of(path.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return Sight(path, None, _moved_to(path, known) if known is not None else None)
    except (OSError, ValueError):
        return Sight(path, None, is_readable=False)


def _seems_same(known: FileIdentity, status: os.stat_result) -> bool:
    return known.looks_like(status.st_size, status.st_mtime_ns, status.st_ino)


def _moved_to(path: Path, known: FileIdentity) -> Path | None:
    """Find the same file under another name: in its folder, among the posts, in a new folder."""
    for number, other in enumerate(_near(path)):
        if number >= _CANDIDATES:
            break
        with suppress(OSError):
            status = other.stat()
            is_it = known.inode and status.st_ino == known.inode and status.st_size == known.size
            if is_it and digest_of(other.read_bytes()) == known.digest:
                return other
    return None


def _near(path: Path) -> Iterator[Path]:
    folders = [path.parent, *(path.parent.parent / name for name in _POST_FOLDERS)]
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            yield from folder.iterdir()
    yield from _in_renamed_folder(path)


def _in_renamed_folder(path: Path) -> Iterator[Path]:
    """Give where a file lies if one of the folders above it got another name."""
    missing = next((each for each in path.parents if each.parent.is_dir()), None)
    if missing is None or missing.is_dir():
        return
    with suppress(OSError):
        for folder in missing.parent.iterdir():
            yield folder / path.relative_to(missing)
