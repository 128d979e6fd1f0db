"""Kill the program, or one save, and look at what lies on the disk afterwards."""

import os
import random
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

from editor.site.atomic_write import AtomicWriter
from editor.site.file_identity import digest_of
from editor.site.leftovers import sweep_leftovers
from editor.site.write_policy import CAREFUL
from tests.reliability import kill_app, kill_saves
from tests.site.watched_files import NEW, OLD, WatchedFiles


def whole_program(number: int, chance: random.Random, _: Path) -> list[str]:
    """Kill the whole program while a robot types and saves."""
    return kill_app.trials(number, chance.randrange(10**6)).failures


def without_journal(number: int, chance: random.Random, _: Path) -> list[str]:
    """The same without the journal."""
    return kill_app.trials(number, chance.randrange(10**6), without_journal=True).failures


def one_save(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Kill a save at a random moment."""
    return _torn(kill_saves.safe_save, number, chance, folder)


def careless_save(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a program that empties the file and then writes."""
    return _torn(kill_saves.cut_and_write, number, chance, folder)


def _torn(
    writer: Callable[[Path], None], number: int, chance: random.Random, folder: Path
) -> list[str]:
    tally = kill_saves.trials(folder, writer, number, chance.randrange(10**6))
    found = [f"{tally.torn} torn"] if tally.torn else []
    return [*found, f"{tally.left_after_start} left"] if tally.left_after_start else found


def at_every_call(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Kill a save before each of its calls to the disk; `number` is how many sizes are tried."""
    failures = []
    for _ in range(number):
        new = NEW * chance.randrange(1, 400)
        for kind in ("existing", "link", "new"):
            failures += _killed_at_each(kind, new, folder, AtomicWriter)
    return failures


def careless_at_every_call(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a writer that writes into the file itself."""
    return _killed_at_each("existing", NEW * 9, folder, _InPlace)


def _killed_at_each(
    kind: str, new: bytes, folder: Path, writer: Callable[[WatchedFiles], AtomicWriter]
) -> list[str]:
    failures = []
    for wanted in count():
        target = folder / f"2025-11-17-{kind}.md"
        before = None if kind == "new" else OLD
        real = folder / "2025-11-17-real.md" if kind == "link" else target
        if before is not None:
            real.write_bytes(before)
        if kind == "link" and not target.is_symlink():
            target.symlink_to(real.name)
        if not _is_killed(target, new, before, wanted, writer):
            real.unlink()
            return failures
        found = real.read_bytes() if real.exists() else None
        if found not in (before, new):
            failures.append(f"{kind}, killed at call {wanted}: neither old nor new")
        sweep_leftovers(folder)
        if list(folder.glob(".~*")):
            failures.append(f"{kind}, killed at call {wanted}: a hidden file is left")
        real.unlink(missing_ok=True)
    return failures


def _is_killed(
    target: Path,
    new: bytes,
    before: bytes | None,
    wanted: int,
    writer: Callable[[WatchedFiles], AtomicWriter],
) -> bool:
    """Save in a child that kills itself before call `wanted`; tell whether it came to that."""

    def kill(number: int) -> None:
        if number == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    pid = os.fork()
    if pid == 0:
        expected = digest_of(before) if before is not None else None
        try:
            writer(WatchedFiles(at=kill)).write(
                target, new, expected=expected, inside=None, policy=CAREFUL
            )
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


class _InPlace:
    """Write as careless programs do, through the same calls."""

    def __init__(self, files: WatchedFiles) -> None:
        self.files = files

    def write(self, path: Path, data: bytes, **_: object) -> None:
        """Empty the file, then write in pieces."""
        handle = self.files.open_existing(path)
        self.files.set_length(handle, 0)
        for start in range(0, len(data), 2000):
            self.files.write(handle, memoryview(data[start : start + 2000]))
        self.files.close(handle)
