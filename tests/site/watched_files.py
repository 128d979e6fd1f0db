"""Stand between a save and the disk: note each call, make any of them fail, or stop there."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from editor.site.local_file_system import LocalFileSystem

OLD = "---\ntitle: Old\n---\n\nBefore the edit, naïve – and complete.\n".encode()
NEW = b"---\ntitle: New\n---\n\n" + b"After the edit: every line of it.\n" * 40

FAULTS = [
    errno.ENOSPC,
    errno.EIO,
    errno.EDQUOT,
    errno.EACCES,
    errno.EROFS,
    errno.EINTR,
    errno.ENOENT,
    errno.EPERM,
]


class WatchedFiles:
    """Pass each call on to the real disk, unless what was asked to happen before it objects.

    `on` maps the name of a call to something that happens right before it (and stands in for it
    when it returns something); `at` is told the number of each call.
    """

    def __init__(
        self,
        on: Mapping[str, Callable[[], object]] | None = None,
        at: Callable[[int], object] | None = None,
    ):
        self.real = LocalFileSystem()
        self.on = on or {}
        self.at = at
        self.calls: list[tuple[str, tuple]] = []
        self.pauses: list[float] = []

    def __getattr__(self, name):
        def call(*arguments):
            self.calls.append((name, arguments))
            if self.at:
                self.at(len(self.calls) - 1)
            answer = self.on[name]() if name in self.on else None
            if name == "pause":
                self.pauses.append(*arguments)
                return None
            return getattr(self.real, name)(*arguments) if answer is None else answer

        return call

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


def failing(number: int, windows: int | None = None, times: int = 10**6) -> Callable[[], None]:
    """Give something that fails with an error number, that many times."""
    left = [times]

    def fail() -> None:
        if left[0] > 0:
            left[0] -= 1
            error = OSError(number, os.strerror(number))
            if windows is not None:
                error.winerror = windows
            raise error

    return fail


def failing_at(wanted: int, number: int, *, for_good: bool = False) -> WatchedFiles:
    """Give a disk whose call `wanted` fails, and all later ones where it broke for good."""

    def fail(count: int) -> None:
        if count == wanted or (for_good and count > wanted):
            raise OSError(number, os.strerror(number))

    return WatchedFiles(at=fail)


def temporary_files(folder: Path) -> list[str]:
    """List the hidden files of unfinished saves below a folder."""
    return sorted(path.name for path in folder.rglob(".~*"))
