"""Work goes out to threads and comes back to the thread that asked."""

import threading

import pytest

from editor.services.background import Background

PATIENCE = 20_000


@pytest.fixture
def background(qapp):
    """Give a background that is closed in the end."""
    background = Background()
    yield background
    background.close()


def test_a_result_comes_back_on_the_thread_that_asked(qtbot, background):
    """The work runs elsewhere, its result is used here."""
    came = []

    def note(thread):
        came.append((thread, threading.current_thread()))

    background.run(threading.current_thread, note, pytest.fail)
    assert came == []
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE)
    worked_on, used_on = came[0]
    assert worked_on is not used_on
    assert used_on is threading.current_thread()


def test_a_failure_comes_back_as_one(qtbot, background):
    """An error of the work is handed over, never lost in a thread."""
    errors = []

    def fail():
        raise OSError("disk full")

    background.run(fail, pytest.fail, errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE)
    assert str(errors[0]) == "disk full"


def test_closing_waits_for_what_runs_and_drops_what_waits(qtbot):
    """No thread outlives the program, and nobody is told anything any more."""
    background = Background(threads=1)
    begun, may_end = threading.Event(), threading.Event()
    done, told = [], []

    def work():
        begun.set()
        may_end.wait(PATIENCE / 1000)
        done.append(True)

    background.run(work, told.append, told.append)
    for _ in range(5):
        background.run(lambda: done.append(False), told.append, told.append)
    assert begun.wait(PATIENCE / 1000)
    may_end.set()
    background.close()
    qtbot.waitUntil(lambda: True)
    assert done[:1] == [True]
    assert told == []
    assert not [t for t in threading.enumerate() if t.name.startswith("dateline")]


def test_nothing_runs_after_the_end(qtbot):
    """A late request of a window that is being closed is no error."""
    background = Background()
    background.close()
    background.run(lambda: pytest.fail("ran"), pytest.fail, pytest.fail)
