"""Take in what later starts of the program are to open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from editor.services.handing_over import ANSWER, LONGEST, understood

_SLOWEST_MS = 5_000
_PROBE_MS = 200
_REFUSAL = b"busy\n"


class Reception(QObject):
    """Hand what later starts are to open to `take`, which tells whether it takes it."""

    def __init__(
        self, take: Callable[[Sequence[Path]], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def open(self, address: str) -> bool:
        """Begin to listen; tell whether this is the window that later starts find.

        A socket that a crash left behind is put out of the way; one that somebody answers is not.
        """
        if not address:
            return False
        # Qt would put a new socket over one that lives, so it is asked first.
        probe = QLocalSocket(self)
        probe.connectToServer(address)
        lives = probe.waitForConnected(_PROBE_MS)
        probe.abort()
        probe.deleteLater()
        if lives:
            return False
        QLocalServer.removeServer(address)
        return self._server.listen(address)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.disconnected.connect(guest.deleteLater)
            guest.readyRead.connect(self._on_message)
            patience = QTimer(guest)
            patience.setSingleShot(True)
            patience.timeout.connect(guest.deleteLater)
            patience.start(_SLOWEST_MS)
            self._read(guest)

    def _on_message(self) -> None:
        guest = self.sender()
        if isinstance(guest, QLocalSocket):
            self._read(guest)

    def _read(self, guest: QLocalSocket) -> None:
        if guest.bytesAvailable() > LONGEST:
            guest.abort()
        elif guest.canReadLine():
            paths = understood(bytes(guest.readLine().data()))
            is_taken = paths is not None and self._take(paths)
            guest.write(ANSWER if is_taken else _REFUSAL)
            guest.flush()
            guest.disconnectFromServer()
