"""The only door to threads and processes: work goes out here, results come back on this thread."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from editor.services.worker_process import WorkerProcess

Result = TypeVar("Result")


class Background(QObject):
    """Run functions on a few threads, and own every child process.

    Functions run elsewhere must touch no widget and no QObject; what they give back is handed to
    `done` on the thread of this object. `close` ends everything before the program does.
    """

    _job_ended = Signal(object)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="dateline")
        self._jobs: set[object] = set()
        self._workers: list[WorkerProcess] = []
        self._is_closed = False
        # Queued, so that `done` never comes before `run` has returned.
        self._job_ended.connect(self._on_job_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` on another thread; then one of `done` and `failed` on this one."""
        if self._is_closed:
            return
        job = _Job(work, done, failed)
        self._jobs.add(job)
        job.future = self._pool.submit(job.work)
        job.future.add_done_callback(lambda _: self._job_ended.emit(job))

    def wait_for(self, work: Callable[[], object], seconds: float = 5.0) -> bool:
        """Run `work` on another thread and wait until it is done; tell whether it was.

        For the rare step that must come before the next one; not for anything that may hang.
        """
        if self._is_closed:
            return False
        try:
            self._pool.submit(work).result(seconds)
        except Exception:  # noqa: BLE001 - whatever went wrong, the answer is that it was not done
            return False
        return True

    def start_worker(
        self, command: Sequence[str], environment: Mapping[str, str]
    ) -> WorkerProcess:
        """Start a child process that speaks in frames; it ends with `end_worker` or `close`."""
        worker = WorkerProcess(command, environment, self)
        self._workers.append(worker)
        worker.start()
        return worker

    def end_worker(self, worker: WorkerProcess) -> None:
        """End a child process without a word from it, and forget it."""
        if worker in self._workers:
            self._workers.remove(worker)
            worker.close()
            worker.deleteLater()

    def close(self, *, is_finishing: bool = False) -> None:
        """Wait for the functions that run, drop those that wait, end the processes.

        With `is_finishing` those that wait are run too. Nothing is handed to `done` or `failed`
        any more.
        """
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=not is_finishing)
        self._jobs.clear()
        for worker in tuple(self._workers):
            self.end_worker(worker)

    def _on_job_ended(self, job: object) -> None:
        if self._is_closed or job not in self._jobs or not isinstance(job, _Job):
            return
        self._jobs.discard(job)
        job.deliver()


class _Job(Generic[Result]):
    """Keep one function and those who wait for it, alive on this side until it is handed over."""

    def __init__(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.work = work
        self.future: Future[Result] | None = None
        self._done = done
        self._failed = failed

    def deliver(self) -> None:
        # Let go of the future: with it, the job and its listeners would be a cycle.
        future, self.future = self.future, None
        if future is None or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._done(future.result())
        elif isinstance(error, Exception):
            self._failed(error)
        else:
            raise error
