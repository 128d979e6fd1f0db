"""Kill a save at random moments and count what lies on the disk afterwards.

    .venv/bin/python -m tests.reliability.kill_saves 1000

A second, careless writer (empty the file, then write) runs through the same kills: if it is not
found torn, the measurement sees nothing and the other figure is worth nothing.
"""

import os
import random
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.site.atomic_write import write_atomically
from editor.site.file_identity import digest_of
from editor.site.leftovers import sweep_leftovers
from editor.site.write_policy import CAREFUL

OLD = b"---\ntitle: Old\n---\n" + b"A line of the old version.\n" * 8_000
NEW = b"---\ntitle: New\n---\n" + b"One line of the new version!\n" * 8_500

Writer = Callable[[Path], None]


@dataclass
class Tally:
    """Count what was found after each kill."""

    old: int = 0
    new: int = 0
    torn: int = 0
    left: int = 0
    left_after_start: int = 0

    def __str__(self):
        return (
            f"old {self.old}, new {self.new}, torn {self.torn}, hidden files {self.left},"
            f" of these left after the next start {self.left_after_start}"
        )


def safe_save(path: Path) -> None:
    """Save as Dateline does."""
    write_atomically(path, NEW, expected=digest_of(OLD), inside=path.parent, policy=CAREFUL)


def cut_and_write(path: Path) -> None:
    """Save as careless programs do: the control."""
    with path.open("wb") as stream:
        for start in range(0, len(NEW), 8192):
            stream.write(NEW[start : start + 8192])
            stream.flush()
        os.fsync(stream.fileno())


def _seconds_of_a_save(path: Path, writer: Writer) -> float:
    times = []
    for _ in range(5):
        path.write_bytes(OLD)
        start = time.perf_counter()
        writer(path)
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


def _killed_save(path: Path, writer: Writer, seconds: float) -> None:
    """Start a save in a child, and kill it that many seconds after its first step."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writing, b".")
        writer(path)
        os._exit(0)
    os.read(reading, 1)
    end = time.perf_counter() + seconds
    # select() is a wait of the operating system's own; the last part is counted exactly.
    select.select([], [], [], max(0.0, seconds - 0.002))
    while time.perf_counter() < end:
        pass
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(reading)
    os.close(writing)


def trials(folder: Path, writer: Writer, number: int, seed: int) -> Tally:
    """Kill that many saves at moments spread over twice the time that one takes undisturbed."""
    chance = random.Random(seed)
    path = folder / "2025-11-17-slug.md"
    span = _seconds_of_a_save(path, writer) * 2
    tally = Tally()
    for _ in range(number):
        path.write_bytes(OLD)
        _killed_save(path, writer, chance.uniform(0, span))
        found = path.read_bytes() if path.exists() else None
        tally.old += found == OLD
        tally.new += found == NEW
        tally.torn += found not in (OLD, NEW)
        tally.left += len(list(folder.glob(".~*")))
        sweep_leftovers(folder)
        tally.left_after_start += len(list(folder.glob(".~*")))
    return tally


def main() -> None:
    """Run both writers and print the figures."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    print(f"{number} kills each, {len(NEW):,} bytes, seed {seed}")
    for writer in (safe_save, cut_and_write):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            tally = trials(Path(folder), writer, number, seed)
            each = (time.perf_counter() - start) / number * 1000
            print(f"{writer.__name__:14} {tally}; {each:.0f} ms a trial")


if __name__ == "__main__":
    main()
