"""Write into an existing file where no new file can take its place."""

from contextlib import suppress
from pathlib import Path

from editor.site.file_identity import FileIdentity, digest_of
from editor.site.file_system import FileSystem
from editor.site.shown_names import shown_name
from editor.site.temporary_file import read_back, write_all
from editor.site.write_errors import SaveFailed, explained
from editor.site.write_target import WriteTarget


class InPlaceFailed(SaveFailed):
    """Report that writing in place broke off and that the old text could not be put back."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(
            path,
            f"“{shown_name(path)}” was being written in place when the disk reported an error"
            f" ({cause.strerror or cause}), and it may now hold a mixture of old and new. Your"
            " text is still here: save it on another disk before you close the window.",
        )


def write_in_place(files: FileSystem, target: WriteTarget, data: bytes) -> FileIdentity:
    """Replace the bytes of a file and keep the file itself: its second name, its owner.

    Not safe against a crash: the caller has asked the person and has filled the journal.

    Args:
        files: the calls to use.
        target: the checked file.
        data: all bytes of the new version.

    Raises:
        OSError: the file could not be opened, and is unchanged.
        SaveFailed: writing broke off, and the old bytes were put back.
        InPlaceFailed: writing broke off, and the old bytes could not be put back either.
    """
    path = target.path
    handle = files.open_existing(path)
    try:
        _overwrite(files, handle, data)
        read_back(files, path, data)
        status = files.status(path)
    except OSError as error:
        if _put_back(files, target):
            raise explained(error, path) from error
        raise InPlaceFailed(path, error) from error
    return FileIdentity(digest_of(data), status.st_size, status.st_mtime_ns, status.st_ino)


def _overwrite(files: FileSystem, handle: int, data: bytes) -> None:
    """Fill an open file from its beginning, cut it to length, flush and close it."""
    try:
        write_all(files, handle, data)
        files.set_length(handle, len(data))
        files.flush(handle)
    except BaseException:
        with suppress(OSError):
            files.close(handle)
        raise
    files.close(handle)


def _put_back(files: FileSystem, target: WriteTarget) -> bool:
    """Write the old bytes again; tell whether they lie there now."""
    try:
        _overwrite(files, files.open_existing(target.path), target.old)
        read_back(files, target.path, target.old)
    except OSError:
        return False
    return True
