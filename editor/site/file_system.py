"""Name the calls that a save makes to the operating system, one method each.

A save is written against this list and not against `os`, so that a test can make any single call
fail, stop the process there, or write down the order of them.
"""

import os
from pathlib import Path
from typing import Protocol


class FileSystem(Protocol):
    """List every call of a save; each raises OSError as the operating system does."""

    def resolve(self, path: Path) -> Path:
        """Follow every link in the path; a loop is OSError(ELOOP), a missing end is no error."""

    def status(self, path: Path) -> os.stat_result:
        """Look at the file that the path leads to."""

    def is_taken(self, path: Path) -> bool:
        """Tell whether anything bears this name, be it a link to nowhere."""

    def may_write(self, path: Path) -> bool:
        """Tell whether the file's own rights and marks let this person write it."""

    def names_in(self, folder: Path) -> list[str]:
        """List the names in a folder, without order."""

    def make_folder(self, folder: Path) -> None:
        """Make one folder; one that exists already is OSError(EEXIST)."""

    def read(self, path: Path) -> bytes:
        """Read a whole file."""

    def create(self, path: Path, mode: int) -> int:
        """Open a file that did not exist until now, with these rights; give its handle."""

    def open_existing(self, path: Path) -> int:
        """Open a file for writing without emptying it; give its handle."""

    def write(self, handle: int, data: memoryview) -> int:
        """Write as much as the system takes at once; give the number of bytes it took."""

    def set_length(self, handle: int, length: int) -> None:
        """Cut an open file off at a length in bytes."""

    def copy_owner(self, like: os.stat_result, handle: int) -> tuple[str, ...]:
        """Give an open file the owner and group of another; return what could not be kept."""

    def copy_mode(self, like: os.stat_result, handle: int) -> tuple[str, ...]:
        """Give an open file the mode bits of another; return what could not be kept."""

    def copy_attributes(self, source: Path, handle: int) -> tuple[str, ...]:
        """Give an open file the extended attributes of another; return what was not kept."""

    def flush(self, handle: int) -> None:
        """Wait until the disk has everything that was written through the handle."""

    def close(self, handle: int) -> None:
        """Give the handle back; a network disk may report only now that it was full."""

    def replace(self, temporary: Path, target: Path) -> None:
        """Put one file in the place of another, at once for every reader."""

    def link(self, existing: Path, name: Path) -> None:
        """Give a file one more name; a name that is taken is OSError(EEXIST)."""

    def remove(self, path: Path) -> None:
        """Remove one file."""

    def flush_folder(self, folder: Path) -> None:
        """Wait until the disk knows the names in a folder."""

    def pause(self, seconds: float) -> None:
        """Wait before a call is tried again."""
