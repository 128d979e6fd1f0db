"""Open, type into and save a post of ten megabytes in the real window, and print the times.

QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench.large_post [MEGABYTES]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import Program, resources_folder
from editor.services.settings import SettingsStore
from tests.reliability.robot import Silent

_KEYS = 60


def main() -> None:
    """Print how long opening, a key and a save take."""
    size = int(float(sys.argv[1] if len(sys.argv) > 1 else 10) * 1_000_000)
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        path = Path(home) / "2025-11-17-book.md"
        paragraph = "The tide came in, and went out again, as it has for as long as we write.\n\n"
        path.write_text("---\ntitle: Book\n---\n\n" + paragraph * (size // len(paragraph)))
        app = QApplication(sys.argv[:1])
        program = Program(app, resources_folder(), SettingsStore(Path(home) / "s"), Silent)
        program.window.show()
        QCoreApplication.processEvents()
        started = time.perf_counter()
        program.window.commands.open(path)
        QCoreApplication.processEvents()
        opened = time.perf_counter() - started
        pane = program.window.text
        pane.moveCursor(QTextCursor.MoveOperation.End)
        keys = sorted(_key(pane) for _ in range(_KEYS))
        started = time.perf_counter()
        is_saved = program.window.commands.save()
        saved = time.perf_counter() - started
        print(
            f"{size / 1e6:.0f} MB: open {opened:.2f} s; key {keys[_KEYS // 2] * 1000:.0f} ms, 95 %"
            f" {keys[_KEYS * 95 // 100] * 1000:.0f} ms; save {saved:.2f} s, done: {is_saved}"
        )
        program.close()
        sys.stdout.flush()
        os._exit(0)


def _key(pane: object) -> float:
    started = time.perf_counter()
    QTest.keyClicks(pane, "x")
    QCoreApplication.processEvents()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
