"""Give a finished file its name and its folder, in one step for every reader."""

import errno
from contextlib import suppress
from pathlib import Path

from editor.site.file_system import FileSystem
from editor.site.write_errors import WriteRefused

_HELD_BY_ANOTHER_PROGRAM = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation. A virus scanner soon lets go."""

_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds to wait before each new try."""

_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})

_NO_LINKS_HERE = frozenset(
    {errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
)
"""How disks say that a file has only one name there (FAT, some shares)."""


def place_over(files: FileSystem, temporary: Path, target: Path) -> None:
    """Put a hidden file in the place of an existing one.

    Raises:
        WriteRefused: "in-use" when another program on Windows does not let go of the file within
            about two and a half seconds; "no-folder-right" when the folder does not allow it (the
            file is somebody else's in a folder where only owners replace).
        OSError: any other failure.
    """
    for seconds in _PATIENCE:
        try:
            files.replace(temporary, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_ANOTHER_PROGRAM:
                if error.errno in _NOT_ALLOWED:
                    raise WriteRefused(target, "no-folder-right") from error
                raise
            files.pause(seconds)
        else:
            return
    try:
        files.replace(temporary, target)
    except OSError as error:
        raise WriteRefused(target, "in-use") from error


def place_new(files: FileSystem, temporary: Path, target: Path) -> None:
    """Give a hidden file a name that nothing bears yet.

    Adding a second name and removing the first is one step for a reader, and the system refuses a
    taken name. Where a file can have one name only, the name is taken by an empty file first.

    Raises:
        OSError: EEXIST when somebody else was faster; any other failure.
    """
    try:
        files.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS_HERE:
            raise
        _place_over_empty(files, temporary, target)
    else:
        # The new file is there; a hidden second name is cleared away at the next start.
        with suppress(OSError):
            files.remove(temporary)


def make_folders(files: FileSystem, folder: Path) -> None:
    """Make a folder and those above it that are missing, and flush their names."""
    if files.is_taken(folder):
        return
    make_folders(files, folder.parent)
    with suppress(FileExistsError):
        files.make_folder(folder)
    files.flush_folder(folder.parent)


def _place_over_empty(files: FileSystem, temporary: Path, target: Path) -> None:
    """Take the name with an empty file, then replace that file, unless somebody filled it."""
    files.close(files.create(target, 0o600))
    try:
        _check_empty(files, target)
        place_over(files, temporary, target)
    except BaseException:
        with suppress(OSError):
            _check_empty(files, target)
            files.remove(target)
        raise


def _check_empty(files: FileSystem, path: Path) -> None:
    """Stop before a file that holds something; FileExistsError says so."""
    if files.status(path).st_size:
        raise FileExistsError(errno.EEXIST, path.name)
