"""Take apart what only circles of references keep, on the window's thread and no other."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1_000
_MIDDLE: Final = 10
_ALL: Final = 60


class Collector(QObject):
    """Collect at steady times in the place of Python, which collects on whatever thread runs.

    A widget or timer that is taken apart on another thread than its own ends the program
    (PySide 6.11: objects in a circle are deleted where the collection runs).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Collect here from now on, and nowhere else."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        self._count += 1
        generation = 2 if self._count % _ALL == 0 else 1 if self._count % _MIDDLE == 0 else 0
        gc.collect(generation)
