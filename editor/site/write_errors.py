"""Word each way in which a save can fail: what happened, what is safe, what can be done."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor.post.errors import DatelineError
from editor.site.file_identity import Digest, FileIdentity
from editor.site.shown_names import shown_name


class SaveFailed(DatelineError):
    """Report a save that did not happen: the file holds what it held before.

    Attributes:
        path: the file that was to be written.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class ChangedOnDisk(SaveFailed):
    """Report that somebody else wrote the file since it was read; nothing was written.

    Attributes:
        found: digest of the bytes that lie there now; None when the file is gone.
    """

    def __init__(self, path: Path, found: Digest | None) -> None:
        name = shown_name(path)
        super().__init__(
            path,
            f"“{name}” was changed by another program since you opened it. Nothing was"
            " overwritten, and your text is still here. Compare the two versions, then save."
            if found
            else f"“{name}” is no longer in its folder: it was moved, renamed or deleted. Your"
            " text is still here, and saving can put the file back.",
        )
        self.found = found


class DiskFull(SaveFailed):
    """Report that the new text did not fit; the version on the disk is the old one, complete."""


class NotConfirmed(SaveFailed):
    """Report that the file holds the new text, but the disk did not confirm that it is safe.

    Attributes:
        identity: what lies there now; pass its digest as `expected` when saving again.
    """

    def __init__(self, path: Path, identity: FileIdentity) -> None:
        super().__init__(
            path,
            f"“{shown_name(path)}” was written, but the disk did not confirm it, so a power cut"
            " could still bring the old version back. Keep the window open and save again.",
        )
        self.identity = identity


class WriteRefused(SaveFailed):
    """Report that saving here would break something, or is not allowed.

    Attributes:
        kind: which rule said no: hard-link, read-only, no-folder-right, no-permission,
            read-only-disk, symlink-leaves-site, symlink-loop, git-folder, exists, not-a-file,
            folder-gone, name-too-long, other-disk, bad-name, in-use.
    """

    def __init__(self, path: Path, kind: str, sentence: str | None = None) -> None:
        super().__init__(path, sentence or _REFUSALS[kind].format(name=shown_name(path)))
        self.kind = kind


_KEPT = "Nothing was changed on the disk, and your text is still here."

_REFUSALS = {
    "hard-link": "“{name}” has a second name elsewhere on this disk, and the usual way of saving"
    f" would part the two. {_KEPT} You can have it written in place: that keeps both names, but"
    " is not safe against a crash in the middle.",
    "read-only": "“{name}” is marked read-only. "
    f"{_KEPT} Save under another name, or have it saved all the same.",
    "no-folder-right": "The folder of “{name}” takes no new files from you, which a safe save"
    f" needs. {_KEPT} Save somewhere else, or have the file written in place, which is not safe"
    " against a crash in the middle.",
    "no-permission": "You have no right to write “{name}”. "
    f"{_KEPT} Save somewhere else, or ask whoever looks after this folder.",
    "read-only-disk": "The disk of “{name}” can only be read at the moment. "
    f"{_KEPT} Save somewhere else, or make the disk writable and save again.",
    "symlink-leaves-site": "“{name}” lies outside this site, or a link in its path leads out of"
    f" it, and Dateline writes only inside. {_KEPT} Open the file where it really lies.",
    "symlink-loop": "“{name}” is a link that ends in itself. "
    f"{_KEPT} Remove the link, or save under another name.",
    "git-folder": "“{name}” belongs to the site's version history, where Dateline never writes."
    f" {_KEPT} Save somewhere else.",
    "exists": "There is already a file called “{name}” here. It was not touched, and your text"
    " is still here. Choose another name.",
    "not-a-file": "“{name}” is a folder or a device, so no text can be saved there. "
    f"{_KEPT} Choose another name.",
    "in-use": "Another program holds “{name}” open and does not let it be replaced."
    f" {_KEPT} Close the other program, or wait a moment, and save again.",
    "folder-gone": "The folder of “{name}” cannot be reached: it was moved or deleted, or its"
    f" disk is gone. {_KEPT} Save somewhere else, or bring the folder back and save again.",
    "name-too-long": "The name “{name}” is too long for this disk. "
    f"{_KEPT} Choose a shorter name.",
    "other-disk": "“{name}” would come to lie on another disk, where a file cannot be moved to in"
    " one step. Nothing was moved.",
    "bad-name": f"“{{name}}” cannot be the name of a file. {_KEPT} Choose another name.",
}

_FULL = {
    errno.ENOSPC: "The disk is full, so “{name}” was not saved. ",
    errno.EDQUOT: "Your share of this disk is used up, so “{name}” was not saved. ",
    errno.EFBIG: "“{name}” has become larger than this disk allows, so it was not saved. ",
}
_MAKE_ROOM = (
    "The version on the disk is the old one, complete, and your text is still here. Make room and"
    " save again, or save somewhere else."
)

_REFUSED_BY = {
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only-disk",
    errno.ELOOP: "symlink-loop",
    errno.EEXIST: "exists",
    errno.EISDIR: "not-a-file",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ENOENT: "folder-gone",
    errno.ENOTDIR: "folder-gone",
    errno.ENODEV: "folder-gone",
    errno.ENXIO: "folder-gone",
    errno.ESTALE: "folder-gone",
    errno.ENOTCONN: "folder-gone",
    errno.EHOSTDOWN: "folder-gone",
    errno.EHOSTUNREACH: "folder-gone",
    errno.ETIMEDOUT: "folder-gone",
}


def explained(error: OSError, path: Path) -> SaveFailed:
    """Turn what the operating system answered into a sentence for the person."""
    number = error.errno or 0
    if number in _FULL:
        return DiskFull(path, _FULL[number].format(name=shown_name(path)) + _MAKE_ROOM)
    if number in _REFUSED_BY:
        return WriteRefused(path, _REFUSED_BY[number])
    return SaveFailed(
        path,
        f"The disk reported an error while “{shown_name(path)}” was being saved"
        f" ({error.strerror or error}). The old version was left as it was, and your text is still"
        " here. Try again, or save on another disk.",
    )


@contextmanager
def failures_explained(path: Path) -> Iterator[None]:
    """Let no bare OSError out of the block.

    Raises:
        SaveFailed: in place of any OSError.
    """
    try:
        yield
    except OSError as error:
        raise explained(error, path) from error
