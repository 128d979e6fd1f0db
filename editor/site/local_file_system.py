"""Make the calls of a save on the machine's own disks: Linux, macOS, Windows."""

import contextlib
import errno
import os
import stat
import sys
import time
from pathlib import Path

if sys.platform == "darwin":  # pragma: no cover - only macOS has the call that needs it
    import fcntl

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_SUCH_SERVICE = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_KEPT_ATTRIBUTES = ("user.", "system.")
"""Attributes whose loss a person would notice; labels of the kernel ("security.") are its own."""


class LocalFileSystem:
    """Pass each call of a save on to the operating system."""

    def resolve(self, path: Path) -> Path:
        """Follow every link in the path; Python 3.11 reports a loop as RuntimeError."""
        try:
            return path.resolve()
        except RuntimeError as error:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error

    def status(self, path: Path) -> os.stat_result:
        """Look at the file that the path leads to."""
        return path.stat()

    def is_taken(self, path: Path) -> bool:
        """Tell whether anything bears this name, be it a link to nowhere."""
        return os.path.lexists(path)

    def may_write(self, path: Path) -> bool:
        """Respect a read-only mark even for an administrator, who is allowed everything."""
        marked = not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        return not marked and os.access(path, os.W_OK)

    def names_in(self, folder: Path) -> list[str]:
        """List the names in a folder, without order."""
        return [entry.name for entry in folder.iterdir()]

    def make_folder(self, folder: Path) -> None:
        """Make one folder; one that exists already is OSError(EEXIST)."""
        folder.mkdir()

    def read(self, path: Path) -> bytes:
        """Read a whole file."""
        return path.read_bytes()

    def create(self, path: Path, mode: int) -> int:
        """Open a file that did not exist until now, with these rights; give its handle."""
        return os.open(path, _NEW | _PLAIN, mode)

    def open_existing(self, path: Path) -> int:
        """Open a file for writing without emptying it; give its handle."""
        return os.open(path, os.O_WRONLY | _PLAIN)

    def write(self, handle: int, data: memoryview) -> int:
        """Write as much as the system takes at once; give the number of bytes it took."""
        return os.write(handle, data)

    def set_length(self, handle: int, length: int) -> None:
        """Cut an open file off at a length in bytes."""
        os.ftruncate(handle, length)

    def copy_owner(self, like: os.stat_result, handle: int) -> tuple[str, ...]:
        """Keep owner and group; only an administrator may give a file away, so one may fail."""
        lost: list[str] = []
        if sys.platform != "win32":
            for what, owner, group in (("owner", like.st_uid, -1), ("group", -1, like.st_gid)):
                try:
                    os.chown(handle, owner, group)
                except OSError:
                    lost.append(what)
        return tuple(lost)

    def copy_mode(self, like: os.stat_result, handle: int) -> tuple[str, ...]:
        """Keep the mode bits; Windows has none, and its rights come from the folder."""
        if sys.platform != "win32":
            try:
                os.fchmod(handle, stat.S_IMODE(like.st_mode))
            except OSError:
                return ("mode",)
        return ()

    def copy_attributes(self, source: Path, handle: int) -> tuple[str, ...]:
        """Keep extended attributes and access lists where Python can reach them: on Linux."""
        lost: tuple[str, ...] = ()
        if sys.platform == "linux":
            try:
                names = os.listxattr(source)
            except OSError:
                names = []
            for name in names:
                try:
                    os.setxattr(handle, name, os.getxattr(source, name))
                except OSError:
                    if name.startswith(_KEPT_ATTRIBUTES):
                        lost = ("attributes",)
        return lost

    def flush(self, handle: int) -> None:
        """Wait until the disk has everything that was written through the handle.

        On macOS `fsync` stops at the drive's own memory; F_FULLFSYNC goes through it, and is
        refused by some network disks, where `fsync` is all there is.
        """
        if sys.platform == "darwin":  # pragma: no cover - only macOS has this call
            with contextlib.suppress(OSError):
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Give the handle back; a network disk may report only now that it was full."""
        os.close(handle)

    def replace(self, temporary: Path, target: Path) -> None:
        """Put one file in the place of another, at once for every reader."""
        temporary.replace(target)

    def link(self, existing: Path, name: Path) -> None:
        """Give a file one more name; a name that is taken is OSError(EEXIST)."""
        name.hardlink_to(existing)

    def remove(self, path: Path) -> None:
        """Remove one file."""
        path.unlink()

    def flush_folder(self, folder: Path) -> None:
        """Wait until the disk knows the names in a folder; Windows cannot be asked to.

        A file system without this service answers "invalid" or "not supported": that, and nothing
        else, is no failure.
        """
        if sys.platform == "win32":  # pragma: no cover - a folder cannot be opened there
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_SUCH_SERVICE:
                raise
        finally:
            os.close(handle)

    def pause(self, seconds: float) -> None:
        """Wait before a call is tried again."""
        time.sleep(seconds)
