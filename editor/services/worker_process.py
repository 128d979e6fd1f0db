"""Hold one child process that is spoken to in frames over its standard input and output."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from editor.render.wire import BrokenWireError, FrameBuffer, frame

_LAST_SECONDS_MS = 2000


class WorkerProcess(QObject):
    """Start a program, send it frames, hand on the frames it sends, and end it.

    Everything happens on the thread of this object, without blocking: the operating system
    tells Qt when there is something to read.
    """

    frame_received = Signal(bytes)
    ended = Signal()

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frames = FrameBuffer()
        self._has_ended = False
        self._process = QProcess(self)
        variables = QProcessEnvironment.systemEnvironment()
        for name, value in environment.items():
            variables.insert(name, value)
        self._process.setProcessEnvironment(variables)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_ready_read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Start the program; it is up when its first frame comes."""
        self._process.start()

    def send(self, payload: bytes) -> None:
        """Queue one frame for the program."""
        self._process.write(frame(payload))

    def process_id(self) -> int:
        """Give the operating system's number of the process; 0 when it does not run."""
        return self._process.processId()

    def kill(self) -> None:
        """End the program now; `ended` follows."""
        self._process.kill()

    def close(self) -> None:
        """End the program and wait until it is gone, without telling anybody."""
        self._has_ended = True
        self._process.kill()
        self._process.waitForFinished(_LAST_SECONDS_MS)

    def _on_ready_read(self) -> None:
        data = self._process.readAllStandardOutput().data()
        if self._has_ended:
            # While `close` waits, the last words of the program still arrive.
            return
        try:
            complete = self._frames.feed(bytes(data))
        except BrokenWireError:
            self.kill()
            return
        for payload in complete:
            self.frame_received.emit(payload)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _on_finished(self) -> None:
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit()
