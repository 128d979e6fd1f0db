"""The one thread on which text is put into safe keeping, in the order in which it was asked."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from editor.services.background import Background
from editor.services.keeping import Keeping

Result = TypeVar("Result")


class Keeper(QObject):
    """Run work with the `Keeping`, one piece after the other, and hand back what it gives.

    The keeping is opened by the first piece of work, on the thread itself: what it needs is
    loaded there, behind the window.
    """

    def __init__(self, open_keeping: Callable[[], Keeping], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_keeping = open_keeping
        self._keeping: Keeping | None = None
        self._waiting: list[Callable[[], None]] | None = []
        self._background = Background(threads=1, parent=self)

    def run(
        self,
        work: Callable[[Keeping], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Have `work` done; then one of `done` and `failed` is called on this thread."""
        if self._waiting is not None:
            self._waiting.append(lambda: self.run(work, done, failed))
            return
        self._background.run(lambda: work(self._opened()), done, failed)

    def start(self) -> None:
        """Begin with the work, which waits until then; called after the window was painted."""
        waiting, self._waiting = self._waiting or (), None
        for run in waiting:
            run()

    def wait_for(self, work: Callable[[Keeping], object]) -> bool:
        """Have `work` done before going on, as a step of a save; tell whether it was."""
        self.start()
        return self._background.wait_for(lambda: work(self._opened()))

    def close(self) -> None:
        """Finish what was asked for, and let go of the files."""
        self.start()
        self._background.run(self._closed, _ignore, _ignore)
        self._background.close(is_finishing=True)

    def _opened(self) -> Keeping:
        if self._keeping is None:
            self._keeping = self._open_keeping()
        return self._keeping

    def _closed(self) -> None:
        if self._keeping is not None:
            self._keeping.close()
            self._keeping = None


def _ignore(_: object) -> None:
    """Hear an answer after which nothing follows."""
