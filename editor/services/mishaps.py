"""Keep the program and the text alive when something in the program fails."""

import sys
from collections import Counter
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from editor.services.log_file import LogFile

# The same failure again and again (in what is painted, say) is not written down without end.
_MOST_NOTED = 5


class Mishaps(QObject):
    """Take in each error that nobody expected: first the text is put down, then it is told.

    `happened` comes after that, once for each place that fails.
    """

    happened = Signal()

    def __init__(
        self, log: LogFile, secure: Callable[[], object], parent: QObject | None = None
    ) -> None:
        """`secure` puts what is in the window on the disk before it returns."""
        super().__init__(parent)
        self._log = log
        self._secure = secure
        self._seen: Counter[tuple[type[BaseException], int]] = Counter()
        self._is_busy = False

    def watch(self) -> None:
        """Hear of every error from now on."""
        sys.excepthook = self.take

    def forget(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Put the text down, write down where it failed, and tell; nothing is ended by it."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if self._is_busy:
            return
        self._is_busy = True
        try:
            self._secure()
            self._tell(kind, trace)
        finally:
            self._is_busy = False
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)

    def _tell(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        last = trace
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        where = (kind, last.tb_lineno if last is not None else 0)
        self._seen[where] += 1
        if self._seen[where] <= _MOST_NOTED:
            self._log.note_error(kind, trace)
        if self._seen[where] == 1:
            self.happened.emit()
