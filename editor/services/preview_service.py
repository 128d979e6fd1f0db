"""Keep the preview up with the post: the newest text wins, a late answer is cut off."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from editor.render import worker_command
from editor.render.messages import AnswerReader, Ready, RequestWriter
from editor.render.request import RenderFailure, Rendering, RenderRequest
from editor.render.wire import BrokenWireError
from editor.services.background import Background
from editor.services.restarts import RestartAllowance
from editor.services.worker_process import WorkerProcess

# Characters; above this a preview is made only when it is asked for.
LARGEST_LIVE = 2_000_000
# Characters; a longer text is not rendered anew while nobody types: the next key would wait.
LARGEST_PROVED = 300_000
TOO_LARGE = "This post is so large that its preview is made only when you ask for it."
TOO_SLOW = "This text takes too long to preview, so an earlier version is shown."
STOPPED = "The preview stopped and has been started again."
RESTING = "The preview stopped several times and rests for a minute. Your text is safe."


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Say how many seconds an answer may take: live, on request, and for starting up.

    A post that has been left alone for `calm` seconds is rendered once without anything that was
    kept from key to key, which proves what is shown.
    """

    live: float = 2.0
    asked_for: float = 30.0
    start: float = 30.0
    calm: float = 2.0


class PreviewService(QObject):
    """Have posts rendered in another process, one at a time.

    A request goes out at once when the process is free; while it works only the newest request
    is kept. The process is ended when an answer is late and started again, at most three times a
    minute; the last rendering stands meanwhile, and `status_changed` says so ("" when all is
    well).
    """

    rendered = Signal(object)
    status_changed = Signal(str)

    def __init__(
        self,
        background: Background,
        deadlines: Deadlines | None = None,
        allowance: RestartAllowance | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._deadlines = deadlines or Deadlines()
        self._allowance = allowance or RestartAllowance()
        self._process: WorkerProcess | None = None
        self._is_ready = False
        self._running: RenderRequest | None = None
        self._waiting: RenderRequest | None = None
        self._waiting_deadline = self._deadlines.live
        self._path = ""
        self._site_read: tuple[str | None, int] = (None, 0)
        self._tried_twice = -1
        self._status = ""
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_late)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._start_again)
        self._requests, self._answers = RequestWriter(), AnswerReader()
        self._shown: RenderRequest | None = None
        self._last: Rendering | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(math.ceil(self._deadlines.calm * 1000))
        self._calm.timeout.connect(self._prove)

    def start(self) -> None:
        """Start the render process; called after the window has been painted once."""
        if self._process is not None or self._rest.isActive():
            return
        process = self._background.start_worker(
            worker_command.command(), worker_command.environment()
        )
        process.frame_received.connect(self._on_frame)
        process.ended.connect(self._on_ended)
        self._process = process
        self._requests, self._answers = RequestWriter(), AnswerReader()
        self._is_ready = False
        self._start_clock(self._deadlines.start)

    def stop(self) -> None:
        """End the render process; requests wait until `start`."""
        self._deadline.stop()
        self._rest.stop()
        self._calm.stop()
        self._running = None
        self._let_go()

    def request(self, request: RenderRequest) -> None:
        """Have this state of a post shown as soon as can be."""
        self._meet(request.path)
        if len(request.body) > LARGEST_LIVE:
            self._waiting = None
            self._set_status(TOO_LARGE)
            return
        is_read = (request.site_root, request.site_version) == self._site_read
        # Before its first page a large site has to be read.
        deadline = self._deadlines.live if is_read else self._deadlines.start
        self._waiting, self._waiting_deadline = request, deadline
        self._send_next()

    def request_anyway(self, request: RenderRequest) -> None:
        """Have a post shown that is too large to follow each key, because somebody asked."""
        self._meet(request.path)
        self._waiting, self._waiting_deadline = request, self._deadlines.asked_for
        self._send_next()

    def status(self) -> str:
        """Give the sentence that stands now; empty when all is well."""
        return self._status

    def process_id(self) -> int:
        """Give the number of the render process; 0 while there is none."""
        return self._process.process_id() if self._process else 0

    def _meet(self, path: str) -> None:
        """Give another post a fresh chance, whatever the last one did to the process."""
        if path == self._path:
            return
        self._path = path
        self._set_status("")
        if self._rest.isActive():
            self._rest.stop()
            self._allowance.reset()
            self.start()

    def _send_next(self) -> None:
        if self._process is None or not self._is_ready or self._running or not self._waiting:
            return
        self._running, self._waiting = self._waiting, None
        self._calm.stop()
        self._process.send(self._requests.dump(self._running))
        self._start_clock(self._waiting_deadline)

    def _prove(self) -> None:
        """Have the shown post rendered from its beginning; a difference is shown."""
        if self._shown is not None and self._waiting is None and self._shown.path == self._path:
            self._waiting = replace(self._shown, afresh=True)
            self._waiting_deadline = self._deadlines.live
            self._send_next()

    def _on_frame(self, payload: bytes) -> None:
        try:
            answer = self._answers.load(payload)
        except BrokenWireError:
            self._end_process()
            return
        self._deadline.stop()
        is_proof = self._running is not None and self._running.afresh
        if isinstance(answer, Ready):
            self._is_ready = True
        else:
            self._note_done()
        # The process gets its next work before anybody is shown the last.
        self._send_next()
        if not isinstance(answer, Ready) and answer.path == self._path:
            self._hand_on(answer, is_proof=is_proof)

    def _note_done(self) -> None:
        done, self._running = self._running, None
        if done is None:
            return
        self._site_read = (done.site_root, done.site_version)
        is_proved = done.afresh or len(done.body) > LARGEST_PROVED
        self._shown = None if is_proved else done
        if self._shown is not None:
            self._calm.start()

    def _hand_on(self, answer: Rendering | RenderFailure, *, is_proof: bool) -> None:
        if isinstance(answer, RenderFailure):
            self._set_status(answer.sentence)
            return
        self._set_status("")
        last, self._last = self._last, replace(answer, seconds=0)
        if not is_proof or self._last != last:
            self.rendered.emit(answer)

    def _on_late(self) -> None:
        if self._running is not None:
            self._tried_twice = self._running.revision
            self._set_status(TOO_SLOW)
        self._end_process()

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _on_ended(self) -> None:
        self._deadline.stop()
        self._let_go()
        lost, self._running = self._running, None
        if lost is not None and lost.revision != self._tried_twice:
            # Perhaps the text was not to blame: once more, unless there is a newer one.
            self._tried_twice = lost.revision
            self._waiting = self._waiting or lost
            self._set_status(STOPPED)
        self._start_again()

    def _let_go(self) -> None:
        if self._process is not None:
            self._background.end_worker(self._process)
        self._process = None
        self._is_ready = False
        self._site_read = (None, 0)

    def _start_again(self) -> None:
        if self._allowance.take():
            self.start()
            return
        self._set_status(RESTING)
        self._rest.start(math.ceil(self._allowance.wait() * 1000))

    def _start_clock(self, seconds: float) -> None:
        self._deadline.start(math.ceil(seconds * 1000))

    def _set_status(self, sentence: str) -> None:
        if sentence != self._status:
            self._status = sentence
            self.status_changed.emit(sentence)
