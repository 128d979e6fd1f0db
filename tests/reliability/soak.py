"""Open, edit, save and close posts again and again in the real window, and weigh the program.

    python -m tests.reliability.soak CYCLES SEED [leaking]

Prints one line of JSON: KiB grown for each hundred cycles after a time to warm up, and how many
threads, running timers and child processes there are more than before the first cycle.
"""

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import Program, resources_folder, settings_file
from editor.services.settings import SettingsStore
from tests.reliability.robot import Silent

ROOT = Path(__file__).parents[2]
_POSTS = 20
_MOST_KIB = 1024
# A pool of threads begins its last ones when it first needs them all, which may be late.
_MOST_MORE = {"KiB": _MOST_KIB, "threads": 2, "timers": 0, "processes": 0}
_WARM_UP = 0.4
_PATIENCE_MS = 5_000
_PAGE_KIB = os.sysconf("SC_PAGE_SIZE") // 1024 if hasattr(os, "sysconf") else 4


def cycles(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Run that many cycles in a program of their own; nothing grows and nothing is left."""
    return _run(number, chance, folder)


def leaking_cycles(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a program that keeps 200 kB and a running timer of each post."""
    return _run(number, chance, folder, "leaking")


def _run(number: int, chance: random.Random, folder: Path, *how: str) -> list[str]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "d"), "XDG_STATE_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.soak", str(number), str(chance.random()), *how],
        cwd=ROOT,
        env={**os.environ, **home, "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return [done.stderr[-500:]]
    found = json.loads(done.stdout.splitlines()[-1])
    return [f"{what}: {found[what]}" for what, most in _MOST_MORE.items() if found[what] > most]


def _memory() -> int:
    """Give how much memory the program has, in KiB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_KIB


def _settled() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def _running() -> dict[str, int]:
    timers = [each for each in gc.get_objects() if type(each) is QTimer and each.isActive()]
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return {
        "threads": threading.active_count(),
        "timers": len(timers),
        "processes": len(children.split()),
    }


def _come_to_rest(before: dict[str, int]) -> dict[str, int]:
    """Let what is only on its way out go, and give what runs then."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while any(_running()[what] > before[what] for what in before) and not patience.hasExpired():
        _settled()
    return _running()


def _slope(sizes: list[int]) -> float:
    """Give by how much the sizes grow a cycle, as a straight line through all of them."""
    middle = (len(sizes) - 1) / 2
    average = sum(sizes) / len(sizes)
    above = sum((at - middle) * (size - average) for at, size in enumerate(sizes))
    return above / sum((at - middle) ** 2 for at in range(len(sizes)))


def _cycle(program: Program, path: Path, number: int) -> None:
    window = program.window
    window.commands.open(path)
    window.text.setFocus()
    QTest.keyClicks(window.text, f"word{number} ")
    window.text.flush()
    program.parts.session.set_field("title", f"Title {number}")
    if not window.commands.save():
        raise RuntimeError("a save was refused")
    window.commands.close()


def main() -> None:
    """Run the cycles and print what they cost."""
    number, chance = int(sys.argv[1]), random.Random(sys.argv[2])
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        posts = Path(folder) / "_posts"
        posts.mkdir()
        paths = [posts / f"2025-11-{day + 1:02}-post.md" for day in range(_POSTS)]
        for path in paths:
            path.write_text("---\ntitle: A\n---\n\n" + "A paragraph.\n\n" * 50, encoding="utf-8")
        program = Program(app, resources_folder(), SettingsStore(settings_file()), Silent)
        # The preview takes no part in this: its browser engine keeps memory as it likes.
        program.window.painted.disconnect(program.window._preview.start)  # noqa: SLF001
        program.window.show()
        kept, sizes, before = [], [], {}
        for count in range(number):
            _cycle(program, chance.choice(paths), count)
            _settled()
            if count == int(number * _WARM_UP):
                before = _running()
            sizes.append(_memory())
            if "leaking" in sys.argv:
                kept.append((os.urandom(200_000), QTimer(app)))
                kept[-1][1].start(10**6)
        after = _come_to_rest(before)
        program.close()
    weighed = sizes[int(number * _WARM_UP) :]
    # A few hundred KiB more or less are the allocator's; they look steep in a short run.
    is_growth = weighed[-1] - weighed[0] > _MOST_KIB
    grown = _slope(weighed) * 100 if is_growth else 0
    more = {what: after[what] - before[what] for what in after}
    print(json.dumps({"KiB": round(grown), **more, "memory": sizes[-1], "cycles": number}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
