"""Give every test a machine of its own: no display, none of the person's own folders, no leaks."""

import gc
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import coverage
import pytest
from hypothesis import settings
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QProcess,
    QThread,
    QTimer,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if sys.platform.startswith("linux"):
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.geteuid() == 0:
        # Chromium's sandbox refuses to start as root.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

# A surprise belongs on a developer's screen, not in the way of somebody else's change.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

# What is on its way out may still be there for a moment; a leak stays.
_PATIENCE_MS = 3_000
_result: list[int] = []
_HOMES = Path(tempfile.mkdtemp(prefix="dateline-tests-"))
_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def _folders_in(home):
    return {name: str(home / folder) for name, folder in _FOLDERS.items()}


# Qt and Chromium read some folders once a process and keep them: they never see the real ones.
os.environ.update(_folders_in(_HOMES))


def pytest_sessionfinish(exitstatus):
    """Keep the result for the end of the process."""
    _result.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure():
    """Remove the folders that stood in for the person's own, and end the process here.

    After thousands of windows in one process Qt and Chromium are taken apart in no fixed order
    at its end, which now and then crashes after the last test has passed.
    """
    shutil.rmtree(_HOMES, ignore_errors=True)
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.stop()
        measured.save()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_result[-1] if _result else 1)


@pytest.fixture(autouse=True)
def home(monkeypatch):
    """Give each test an empty home folder, so that none meets settings that another one left."""
    folder = Path(tempfile.mkdtemp(dir=_HOMES))
    for name, path in _folders_in(folder).items():
        monkeypatch.setenv(name, path)
    return folder


@pytest.fixture(scope="session")
def _quiet_past():
    """Set aside what lives before the first window, so that looking for leaks stays cheap."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _nothing_left_behind(request):
    """Fail a test of the window that leaves a window, a timer, a thread or a process behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("_quiet_past")
    before = _alive()
    # Python collects on whatever thread runs, and a window taken apart elsewhere is a crash.
    gc.disable()
    yield
    gc.enable()
    if not _left(before):
        return
    patience = QDeadlineTimer(_PATIENCE_MS)
    while _left(before) and not patience.hasExpired():
        # What only a cycle keeps is no leak; a deleted parent frees its own.
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    left = _left(before)
    assert not left, f"left behind: {', '.join(sorted(map(_told, left)))}"


def _told(thing):
    """Name a thing, and whose it is."""
    if not isinstance(thing, QTimer):
        return str(thing)
    return f"a timer of {thing.interval()} ms of {thing.parent()}"


def _left(before):
    return [thing for thing in _alive() if thing not in before]


def _alive():
    """List the top-level widgets and everything that runs: timers, threads, processes."""
    found = [*threading.enumerate(), *multiprocessing.active_children()]
    found += [widget for widget in QApplication.topLevelWidgets() if isValid(widget)]
    for thing in gc.get_objects():
        if issubclass(type(thing), QObject) and isValid(thing) and _runs(thing):
            found.append(thing)
    return found


def _runs(thing):
    match thing:
        case QTimer():
            return thing.isActive()
        case QThread():
            return thing.isRunning() and thing is not QThread.currentThread()
        case QProcess():
            return thing.state() != QProcess.ProcessState.NotRunning
    return False
