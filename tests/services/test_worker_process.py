"""A child process is heard while it is wanted, and not a word longer."""

import sys

from editor.services.worker_process import WorkerProcess

PATIENCE = 20_000
CHATTERBOX = (
    "import sys\n"
    "from editor.render.wire import frame\n"
    "while True:\n"
    "    sys.stdout.buffer.write(frame(b'a word'))\n"
    "    sys.stdout.buffer.flush()\n"
)


def test_a_process_that_is_being_closed_is_not_heard_any_more(qtbot):
    """What it says in its last moment would set work going in a program that is ending."""
    worker = WorkerProcess([sys.executable, "-c", CHATTERBOX], {})
    heard = []
    worker.frame_received.connect(heard.append)
    worker.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    before = len(heard)
    worker.close()
    assert worker.process_id() == 0
    assert len(heard) == before
    worker.deleteLater()
