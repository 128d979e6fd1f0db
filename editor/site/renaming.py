"""Give a file another name in its folder, never over a file that is there already."""

from pathlib import Path

from editor.post.file_names import unsafe_reason
from editor.site.file_system import FileSystem
from editor.site.folders import UnsafeName
from editor.site.local_file_system import LocalFileSystem
from editor.site.placing import place_new
from editor.site.write_errors import ChangedOnDisk, WriteRefused, failures_explained


def rename_post(path: Path, name: str, files: FileSystem | None = None) -> Path:
    """Rename the file `path` to `name`, in the same folder, and give its new path.

    A name that differs in case or composition only is the same file on some disks; it is renamed
    in one step there too.

    Raises:
        UnsafeName: the name would not survive on some system.
        WriteRefused: something bears the name already, or the folder does not allow it.
        ChangedOnDisk: the file is not there any more.
        SaveFailed: any other failure; the file has its old name.
    """
    reason = unsafe_reason(name)
    if reason is not None:
        raise UnsafeName(reason)
    calls = files or LocalFileSystem()
    target = path.with_name(name)
    if target == path:
        return path
    with failures_explained(path):
        if not calls.is_taken(path):
            raise ChangedOnDisk(path, None)
        if not calls.is_taken(target):
            place_new(calls, path, target)
        elif _is_same_file(calls, path, target):
            calls.replace(path, target)
        else:
            raise WriteRefused(target, "exists")
        calls.flush_folder(path.parent)
    return target


def _is_same_file(files: FileSystem, one: Path, other: Path) -> bool:
    first, second = files.status(one), files.status(other)
    is_one = (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
    return is_one and first.st_nlink == 1
