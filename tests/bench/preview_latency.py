"""Print how long a change takes from the request to the changed page, through process and pane.

Run with: xvfb-run -a python tests/bench/preview_latency.py [changes]
"""

import os
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from editor.render.request import Rendering, RenderRequest
from editor.services.background import Background
from editor.services.preview_service import PreviewService
from editor.ui.preview import switches
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.theme import LIGHT

RESOURCES = Path(__file__).parents[2] / "resources"
PARAGRAPH = (
    "The council voted **nine to four** on Sunday, after a debate that the [harbour office]"
    "(https://harbour.example/) had asked for in *July*; the boat leaves from the north quay,"
    " and the walk there from the tram takes nine minutes if you “know the way”.\n\n"
)
SECTION = "## What changes on the quay\n\n- Tickets stay\n- The night boat\n- Bicycles[^1]\n\n"
NOTE = "[^1]: With a trailer.\n"


def post_of(characters: int) -> str:
    """Give a post of about this many characters, with headings and lists."""
    part = PARAGRAPH * 4 + SECTION
    return part * max(1, characters // len(part)) + NOTE


class Measurement:
    """Change a post again and again and note how long each change takes to be seen."""

    def __init__(self, name: str, body: str, changes: int) -> None:
        self.name = name
        self.body = body
        self.changes = changes
        self.rendered: list[float] = []
        self.returned: list[float] = []
        self.shown: list[float] = []
        self._sent = 0.0

    def run(self, service: PreviewService, pane: PreviewPane) -> None:
        """Measure until there are enough changes."""
        # Not the application's own loop: quitting that closes the window.
        loop = QEventLoop()

        def send() -> None:
            revision = len(self.shown)
            # A letter more in the middle, as a writer types it.
            middle = self.body.index("council", len(self.body) // 2)
            body = self.body[:middle] + "x" * revision + self.body[middle:]
            self._sent = time.perf_counter()
            service.request(RenderRequest(revision, self.name, "A title", body))

        def on_rendered(rendering: Rendering) -> None:
            self.rendered.append(rendering.seconds)
            self.returned.append(time.perf_counter() - self._sent)

        def on_shown(_revision: int) -> None:
            self.shown.append(time.perf_counter() - self._sent)
            if len(self.shown) > self.changes:
                loop.quit()
            else:
                QTimer.singleShot(40, send)

        service.rendered.connect(on_rendered)
        pane.shown.connect(on_shown)
        QTimer.singleShot(0, send)
        loop.exec()
        service.rendered.disconnect(on_rendered)
        pane.shown.disconnect(on_shown)

    def report(self) -> None:
        """Print milliseconds; the first showing, of the whole post, stands alone."""
        print(f"{self.name:>18}  ({len(self.body):,} characters)")
        print(f"{'first showing':>20}: {1000 * self.shown[0]:6.1f} ms")
        for name, times in (
            ("rendering alone", self.rendered),
            ("back in the editor", self.returned),
            ("on the page", self.shown),
        ):
            ms = sorted(1000 * seconds for seconds in times[1:])
            p95 = ms[min(len(ms) - 1, int(0.95 * len(ms)))]
            print(f"{name:>20}: {statistics.median(ms):6.1f} ms median {p95:6.1f} ms p95")


def main() -> None:
    """Measure an ordinary post and a long one."""
    changes = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    switches.prepare(os.environ)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    # Loaded only now: the engine's switches must be set first.
    from editor.ui.preview.web_view import WebView  # noqa: PLC0415

    pane = PreviewPane(lambda theme, parent: WebView(RESOURCES, theme, parent=parent), LIGHT)
    pane.resize(560, 840)
    pane.show()
    pane.start()
    pane.mark_block(0)
    background = Background()
    service = PreviewService(background)
    service.rendered.connect(pane.show_rendering)
    service.status_changed.connect(pane.show_status)
    service.start()
    for name, characters in (("600 words", 3600), ("100 kB", 100_000)):
        measurement = Measurement(name, post_of(characters), changes)
        measurement.run(service, pane)
        measurement.report()
    service.stop()
    background.close()
    pane.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    main()
