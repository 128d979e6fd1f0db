import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Starts the real program and ends it in the moment its window is first painted.
UP_TO_THE_FIRST_FRAME = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
from editor.app import run_window

class FirstFrame(QObject):
    def eventFilter(self, watched, event):
        if isinstance(watched, QMainWindow) and event.type() == QEvent.Type.Paint:
            print(*sys.modules)
            sys.stdout.flush()
            os._exit(0)
        return False

run = QApplication.exec

def watched_run(*arguments):
    first_frame = FirstFrame()
    QApplication.instance().installEventFilter(first_frame)
    return run()

QApplication.exec = watched_run
run_window([])
"""

# What only a preview, a bulk change or another format needs: 30 to 150 ms each.
LATER = {
    "PySide6.QtPrintSupport",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtQml",
    "anyascii",
    "asyncio",
    "charset_normalizer",
    "frontmatter",
    "html5lib",
    "markdown",
    "multiprocessing",
    "nh3",
    "pygments",
    "sqlite3",
    "urllib.request",
    "editor.render.kramdown.block_scanner",
    "editor.render.liquid.parser",
    "editor.render.preview",
}


def test_the_first_frame_waits_for_nothing_that_only_the_preview_needs():
    """The writer sees the window first; the browser engine and Markdown load behind it."""
    done = subprocess.run(
        [sys.executable, "-c", UP_TO_THE_FIRST_FRAME],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=100,
        env=_environment(),
    )
    loaded = set(done.stdout.split())
    assert "editor.ui.main_window" in loaded, done.stderr
    assert loaded & LATER == set()


def _environment():
    # Whoever counts the lines that ran loads modules of their own.
    counted = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    return counted | {"QT_QPA_PLATFORM": "offscreen"}
