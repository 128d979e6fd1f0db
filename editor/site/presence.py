"""Tell others who have the same site open, through a small file that Jekyll never reads."""

import errno
import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.site.local_file_system import LocalFileSystem
from editor.site.shown_names import visible
from editor.site.temporary_names import this_machine

STALE_S: Final = 180
"""Seconds after which a file that nobody renewed is a leftover."""

# A dot before and a tilde behind: Jekyll passes over either, `jekyll serve` does not build again
# for it, and many a .gitignore has `*~`.
_NAME = re.compile(r"\.dateline-(?P<machine>[0-9a-f]{8})-(?P<process>\d{1,10})-\d{1,3}~")
_READABLE = 0o644
_LONGEST = 4_000
_MOST_WINDOWS = 100
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Present:
    """Hold who has the site open, and with which post.

    Attributes:
        person: a name.
        machine: the computer's name.
        post: path of the post in the site, with `/` between its parts; empty for a new one.
        is_here: whether that is another window on this computer.
    """

    person: str
    machine: str
    post: str
    is_here: bool


class PresenceFile:
    """Say in a site's folder that this window has it open; every method waits for the disk.

    A folder that takes no file takes none: then this window sees others, and they not it.
    """

    def __init__(self, root: Path, person: str, machine: str) -> None:
        """Prepare to be seen in `root` under these names."""
        self._root = root
        self._who = (person, machine)
        self._path: Path | None = None
        self._content = b""

    def meet(self, post: str) -> tuple[Present, ...]:
        """Renew this window's file, and give who else is there."""
        with suppress(OSError):
            self._renew(post)
        return tuple(self._others())

    def remove(self) -> None:
        """Take the file away: the window has another site, or ends."""
        if self._path is not None:
            with suppress(OSError):
                LocalFileSystem().remove(self._path)
        self._path = None

    def _renew(self, post: str) -> None:
        person, machine = self._who
        facts = {"person": person, "machine": machine, "post": post}
        content = json.dumps(facts, ensure_ascii=True).encode()
        if content == self._content and self._path is not None and self._path.exists():
            os.utime(self._path)
            return
        self.remove()
        files = LocalFileSystem()
        handle = self._created(files)
        try:
            files.write(handle, memoryview(content))
        finally:
            files.close(handle)
        self._content = content

    def _created(self, files: LocalFileSystem) -> int:
        """Make this window's file; another window of this process has another number."""
        for number in range(_MOST_WINDOWS):
            path = self._root / f".dateline-{this_machine()}-{os.getpid()}-{number}~"
            with suppress(FileExistsError):
                handle = files.create(path, _READABLE)
                self._path = path
                return handle
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _others(self) -> Iterator[Present]:
        with suppress(OSError):
            now = self._now()
            for path in sorted(self._root.glob(".dateline-*~")):
                name = _NAME.fullmatch(path.name)
                if name is None or path == self._path:
                    continue
                is_here = name["machine"] == this_machine()
                with suppress(OSError):
                    age = now - path.stat().st_mtime
                    if is_here and not _runs(int(name["process"])):
                        LocalFileSystem().remove(path)
                    elif age < STALE_S:
                        yield from _read(path, is_here=is_here)

    def _now(self) -> float:
        """Give the time by the clock of the disk, which may be another computer's."""
        try:
            return self._path.stat().st_mtime if self._path is not None else time.time()
        except OSError:
            return time.time()


def _read(path: Path, *, is_here: bool) -> Iterator[Present]:
    """Read what somebody says of themselves; it is shown to a person, so it is cut and cleaned."""
    with path.open("rb") as stream:
        raw = stream.read(_LONGEST)
    try:
        facts = json.loads(raw)
        texts = [facts[name] for name in ("person", "machine", "post")]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    if all(isinstance(text, str) for text in texts):
        person, machine = (visible(text[:_SHOWN]) for text in texts[:2])
        yield Present(person, machine, texts[2], is_here)


def _runs(process: int) -> bool:
    """Tell whether a process of this computer runs; Windows has no harmless way to ask."""
    if os.name == "nt" or process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
