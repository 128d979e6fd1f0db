import os
import signal
import sys

import pytest

from editor.ui.preview import switches

# The engine reads these when the first application is made, whichever test that is for.
switches.prepare(os.environ)

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by signal"),
]
PATIENCE = 30_000


def another(desk, process, before):
    """Wait until another process stands in for one that died, and give it."""
    desk.qtbot.waitUntil(lambda: process() not in {0, before}, timeout=PATIENCE)
    return process()


def test_whatever_dies_behind_the_preview_the_text_stays(desk):
    """Render process and browser engine are killed as somebody types: no letter is missing."""
    previews, pane = desk.program.parts.previews, desk.window.preview

    def engine():
        page = getattr(pane.view(), "page", None)
        return page().renderProcessPid() if page is not None else 0

    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    for process in (previews.process_id, engine):
        before = another(desk, process, 0)
        desk.type("a")
        os.kill(before, signal.SIGKILL)
        desk.type("b")
        another(desk, process, before)
        desk.type("c")
    assert "name of the boatabcabc that" in desk.session.post.body
    assert desk.window.text.hasFocus()
    assert desk.session.path == path
