"""Keep a short record of what the program did, with no word of what a person wrote."""

import os
import traceback
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Final

from editor.site.local_file_system import LocalFileSystem

NAME: Final = "dateline.log"
_LONGEST = 256_000
_KEPT = 3
_PRIVATE = 0o600
_PRIVATE_FOLDER = 0o700


class LogFile:
    """Write lines to a file that starts anew when it is long; the last three are kept.

    What is written is worded here, by the program: never a title, a path or a text. Where the
    folder takes no file, the lines of this run are held for `last_lines` all the same.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._lines: list[str] = []

    def note(self, event: str) -> None:
        """Write down that something happened, with the time."""
        line = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {event}"
        self._lines = [*self._lines, line][-_KEPT * 100 :]
        with suppress(OSError):
            self._write(line)

    def note_error(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write down where the program failed; what the error says may be a person's text."""
        places = [
            f"    {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        self.note("\n".join([f"error {kind.__module__}.{kind.__qualname__}", *places]))

    def last_lines(self, number: int) -> list[str]:
        """Give the newest entries of this run, the oldest first."""
        return self._lines[-number:]

    def _write(self, line: str) -> None:
        files = LocalFileSystem()
        self._path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            if self._path.stat().st_size > _LONGEST:
                self._turn(files)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _PRIVATE)
        try:
            files.write(handle, memoryview(f"{line}\n".encode("utf-8", "replace")))
        finally:
            files.close(handle)

    def _turn(self, files: LocalFileSystem) -> None:
        """Give each log the name of the one before it; the oldest goes."""
        names = [self._path, *(self._path.with_suffix(f".{age}.log") for age in range(1, _KEPT))]
        for newer, older in reversed(list(pairwise(names))):
            with suppress(FileNotFoundError):
                files.replace(newer, older)


def _short(path: str) -> str:
    """Give a source file without the folders above the program: they may bear a person's name."""
    parts = Path(path).parts
    for top in ("editor", "site-packages"):
        if top in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(top) - 1 :])
    return parts[-1] if parts else ""
