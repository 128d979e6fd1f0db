import gc
import threading
import weakref

from PySide6.QtCore import QObject

from editor.services.collector import Collector


class Knot(QObject):
    """Something that only a circle of references keeps."""

    def __init__(self):
        super().__init__()
        self.me = self


def test_circles_are_taken_apart_on_the_thread_of_the_window(qtbot):
    """A thread that makes many things never collects the window's."""
    collector = Collector()
    collector.start()
    try:
        where = []
        knot = Knot()
        gone = weakref.finalize(knot, lambda: where.append(threading.current_thread()))
        del knot
        busy = threading.Thread(target=lambda: [[each] for each in range(100_000)])
        busy.start()
        busy.join()
        assert gone.alive
        qtbot.waitUntil(lambda: not gone.alive, timeout=10_000)
        assert where == [threading.main_thread()]
    finally:
        collector.stop()
    assert gc.isenabled()
