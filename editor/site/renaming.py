"""Give a file another name or folder, never over a file that is there already."""

import errno
from pathlib import Path

from editor.site.file_system import FileSystem
from editor.site.local_file_system import LocalFileSystem
from editor.site.placing import make_folders, place_new
from editor.site.same_name import name_alike
from editor.site.write_errors import ChangedOnDisk, WriteRefused, failures_explained
from editor.site.write_target import resolved_inside


def move_file(path: Path, to: Path, inside: Path | None, files: FileSystem | None = None) -> Path:
    """Give the file `path` the path `to`, make folders that are missing, and give `to`.

    A name that differs in case or composition only is the same file on some disks; it is renamed
    in one step there too.

    Args:
        path: the file.
        to: where it is to lie.
        inside: the site's folder, which the move must not leave; None where there is none.
        files: the calls to use.

    Raises:
        WriteRefused: something bears the name already, or the folder does not allow it.
        ChangedOnDisk: the file is not there any more.
        SaveFailed: any other failure; the file has its old name.
    """
    calls = files or LocalFileSystem()
    if to == path:
        return path
    with failures_explained(path):
        if not calls.is_taken(path):
            raise ChangedOnDisk(path, None)
        resolved_inside(calls, to.parent, inside)
        make_folders(calls, to.parent)
        check_free(calls, path, to)
        if calls.is_taken(to):
            calls.replace(path, to)
        else:
            _place(calls, path, to)
        calls.flush_folder(to.parent)
        if to.parent != path.parent:
            calls.flush_folder(path.parent)
    return to


def check_free(files: FileSystem, path: Path | None, to: Path) -> None:
    """Make sure that a name is nobody's, or that of the file itself in another spelling.

    Raises:
        WriteRefused: "exists".
        OSError: the folder cannot be read.
    """
    if not files.is_taken(to.parent):
        return
    own = path.name if path is not None and path.parent == to.parent else None
    others = [name for name in files.names_in(to.parent) if name != own]
    if own is not None and own in files.names_in(to.parent) and files.is_taken(to):
        if path is not None and _is_same_file(files, path, to):
            return
        raise WriteRefused(to, "exists")
    alike = name_alike(to.name, others)
    if alike is not None:
        raise WriteRefused(to.with_name(alike), "exists")


def _place(files: FileSystem, path: Path, to: Path) -> None:
    try:
        place_new(files, path, to)
    except OSError as error:
        if error.errno == errno.EXDEV:
            raise WriteRefused(to, "other-disk") from error
        raise


def _is_same_file(files: FileSystem, one: Path, other: Path) -> bool:
    first, second = files.status(one), files.status(other)
    is_one = (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
    return is_one and first.st_nlink == 1
