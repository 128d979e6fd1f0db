"""Try the program on this machine: `dateline --self-test`."""

import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from editor import __version__
from editor.command_line.self_test.check import carried_out
from editor.command_line.self_test.library_checks import library_checks
from editor.command_line.self_test.window_checks import WindowTrial
from editor.command_line.speech import hand_over, say


def test_itself() -> int:
    """Print a line for each thing that was tried; give 0 when all of them work, else 1."""
    kind = "packaged" if getattr(sys, "frozen", False) else "from source"
    say(f"Dateline {__version__}, {kind}, {platform.platform()}")
    if sys.platform.startswith("linux") and not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        # Chromium's sandbox refuses to start as root, as whom a package is tried when it is built.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    with TemporaryDirectory(prefix="dateline-trial-", ignore_cleanup_errors=True) as folder:
        failed = carried_out([*library_checks(), *WindowTrial(Path(folder)).checks()])
    say("Everything works." if not failed else f"{failed} of these do not work.")
    hand_over()
    return 1 if failed else 0


def _has_display() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
