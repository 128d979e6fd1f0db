"""A preview pane on a small site, a server that counts who calls, and a file nobody may read."""

import ctypes
import json
import os
import socket
import struct
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage

from editor.render.request import Block, Rendering
from editor.ui.preview import switches
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.theme import LIGHT

# The engine reads these when the first application is made, whichever test that is for.
switches.prepare(os.environ)

RESOURCES = Path(__file__).parents[3] / "resources"
IN_ACCESS, IN_OPEN = 0x1, 0x20
PATIENCE = 30_000


class CountingServer:
    """Listen, answer nobody, and count the connections that were made."""

    def __init__(self):
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._socket.setblocking(False)
        self._connections = []

    @property
    def address(self):
        host, port = self._socket.getsockname()
        return f"{host}:{port}"

    def count(self):
        """Give the number of connections so far; the system has made them without us."""
        while True:
            try:
                self._connections.append(self._socket.accept()[0])
            except BlockingIOError:
                return len(self._connections)

    def close(self):
        for connection in [*self._connections, self._socket]:
            connection.close()


class Watch:
    """Notice when any program opens or reads a file (Linux: inotify)."""

    def __init__(self, path):
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._fd = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._fd, bytes(path), IN_ACCESS | IN_OPEN) >= 0

    def events(self):
        try:
            data = os.read(self._fd, 4096)
        except BlockingIOError:
            return 0
        return len(data) // struct.calcsize("iIII")

    def close(self):
        os.close(self._fd)


class Shown:
    """Hold a pane that has started, and ask the page itself what it holds."""

    def __init__(self, qtbot, pane):
        self._qtbot = qtbot
        self.pane = pane
        self._revision = 0
        self._path = 0

    def show(self, *html, path=None, lines=None):
        """Show these blocks (of another post, unless `path` says which) and wait for them."""
        self._revision += 1
        self._path += 1
        lines = range(len(html)) if lines is None else lines
        blocks = tuple(
            Block(text, text, line, line) for text, line in zip(html, lines, strict=True)
        )
        self.show_rendering(Rendering(self._revision, path or f"post {self._path}", blocks))

    def show_rendering(self, rendering):
        """Show a rendering and wait until the page holds it."""
        revision = rendering.revision
        with self._qtbot.waitSignal(
            self.pane.shown, timeout=PATIENCE, check_params_cb=lambda seen: seen == revision
        ):
            self.pane.show_rendering(rendering)

    def ask(self, code):
        """Give what JavaScript of the pane's own world answers."""
        answers = []
        # As text: PySide hands a list of JavaScript over as nothing.
        told = f"JSON.stringify(eval({json.dumps(code)}) ?? null)"
        self.pane.view().page().runJavaScript(told, 1, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return json.loads(answers[0])

    def wait_for(self, code):
        """Wait until JavaScript of the pane's own world says yes."""
        self._qtbot.waitUntil(lambda: self.ask(code) is True, timeout=PATIENCE)


@pytest.fixture
def server():
    """Give a server that counts."""
    server = CountingServer()
    yield server
    server.close()


@pytest.fixture
def site(tmp_path):
    """Give a site with a picture and a style of its own, and a secret beside it."""
    picture = QImage(12, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    assets = tmp_path / "site" / "assets"
    assets.mkdir(parents=True)
    assert picture.save(str(assets / "own.png"))
    (assets / "site.css").write_text("#canary { color: rgb(1, 2, 3); }")
    assert picture.save(str(tmp_path / "secret.png"))
    (tmp_path / "secret.css").write_text("#canary { color: rgb(7, 7, 7); }")
    if hasattr(os, "symlink") and sys.platform != "win32":
        (assets / "link.png").symlink_to(tmp_path / "secret.png")
        (assets / "folder").symlink_to(tmp_path)
    return tmp_path / "site"


@pytest.fixture
def secret(site):
    """Give the picture outside the site that no post may have read."""
    return site.parent / "secret.png"


@pytest.fixture
def reads_of_secret(secret):
    """Give what counts how often anybody opened or read the secret."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells who opens a file")
    watch = Watch(secret)
    yield watch.events
    watch.close()


@pytest.fixture
def make_pane(qtbot):
    """Give what makes a pane that has started, and delete it as the program does."""
    # Loads the engine: only tests that need it pay for that.
    from editor.ui.preview.web_view import WebView  # noqa: PLC0415

    made = []

    def make(site_root=None, *, starts=True, **settings):
        pane = PreviewPane(
            lambda theme, parent: WebView(RESOURCES, theme, parent=parent, **settings), LIGHT
        )
        made.append(pane)
        pane.resize(560, 700)
        pane.set_site_root(site_root)
        pane.show()
        qtbot.waitExposed(pane)
        if starts:
            pane.start()
        return pane

    yield make
    for pane in made:
        pane.close()
        pane.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(qtbot, make_pane, site):
    """Give a started pane on the small site."""
    return Shown(qtbot, make_pane(site))
