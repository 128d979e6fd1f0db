"""Keep the new bytes of a save in a hidden file beside the old ones until they are safe."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from editor.site.file_identity import FileIdentity, digest_of
from editor.site.file_system import FileSystem
from editor.site.temporary_names import temporary_name
from editor.site.write_errors import WriteRefused
from editor.site.write_target import WriteTarget

_ATTEMPTS = 100

_NO_NEW_FILES = frozenset(
    {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
)
"""How folders, and some network shares, say that they take no new file."""


@dataclass(frozen=True, slots=True)
class TemporaryFile:
    """Hold a complete copy of the new bytes, on the disk and read back.

    Attributes:
        path: the hidden file; it bears the target's owner, mode and attributes already.
        identity: what it will be known by once it bears the target's name.
    """

    path: Path
    identity: FileIdentity


@contextmanager
def temporary_file(
    files: FileSystem, target: Path, data: bytes, like: WriteTarget | int
) -> Iterator[TemporaryFile]:
    """Write bytes beside a target, flush them, read them back; remove them if the block fails.

    Args:
        files: the calls to use.
        target: resolved path of the file that the bytes are meant for.
        data: all bytes of the new version.
        like: the file whose owner, mode and attributes are kept, or the mode of a new one.

    Raises:
        OSError: from any call.
        WriteRefused: "no-folder-right" (the target could be written in place), "no-permission".
    """
    handle, path = _created(files, target, like)
    try:
        not_kept = _filled(files, handle, data, like)
        read_back(files, path, data)
        status = files.status(path)
        identity = FileIdentity(
            digest_of(data), status.st_size, status.st_mtime_ns, status.st_ino, not_kept
        )
        yield TemporaryFile(path, identity)
    except BaseException:
        with suppress(OSError):
            files.remove(path)
        raise


def _created(files: FileSystem, target: Path, like: WriteTarget | int) -> tuple[int, Path]:
    """Open a hidden file beside the target under a name that is free."""
    replacing = isinstance(like, WriteTarget)
    mode = 0o600 if isinstance(like, WriteTarget) else like
    for attempt in range(_ATTEMPTS):
        path = target.with_name(temporary_name(target.name, os.getpid(), attempt))
        try:
            return files.create(path, mode), path
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno in _NO_NEW_FILES:
                kind = "no-folder-right" if replacing else "no-permission"
                raise WriteRefused(target, kind) from error
            raise
    raise WriteRefused(target, "exists")


def _filled(
    files: FileSystem, handle: int, data: bytes, like: WriteTarget | int
) -> tuple[str, ...]:
    """Write, dress and flush an open file and close it; return what could not be kept."""
    not_kept: tuple[str, ...] = ()
    try:
        write_all(files, handle, data)
        if isinstance(like, WriteTarget):
            # Owner first: giving a file away clears mode bits. Mode last: it may forbid writing.
            not_kept += files.copy_owner(like.status, handle)
            not_kept += files.copy_attributes(like.path, handle)
            not_kept += files.copy_mode(like.status, handle)
        files.flush(handle)
    except BaseException:
        with suppress(OSError):
            files.close(handle)
        raise
    files.close(handle)
    return not_kept


def read_back(files: FileSystem, path: Path, data: bytes) -> None:
    """Make sure that a file holds what was written.

    Raises:
        OSError: EIO, it holds something else.
    """
    if files.read(path) != data:
        raise OSError(errno.EIO, "it gave back other text than was written")


def write_all(files: FileSystem, handle: int, data: bytes) -> None:
    """Write every byte, however few the system takes at a time, and count them.

    Raises:
        OSError: the disk takes no more (the call that was cut short reports nothing itself).
    """
    rest = memoryview(data)
    while rest:
        taken = files.write(handle, rest)
        if taken <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]
