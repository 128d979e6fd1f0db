"""Open, edit, preview and save a post in the real window, on a copy of the sample site."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QStandardPaths, qVersion
from PySide6.QtWebEngineCore import QWebEngineScript
from PySide6.QtWidgets import QApplication

from editor.app import Program, resources_folder
from editor.command_line.self_test.check import Check, NotAsExpected, expect
from editor.services.settings import SettingsStore
from editor.ui.preview import switches
from editor.ui.preview.web_view import WebView

_PATIENCE_MS = 60_000
_ROOM = (1366, 768)
# A world apart from the page, as the preview itself uses: scripts of the page are off.
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_POST = Path("_posts/2025-11-17-ferry-named-after-the-soleil.md")
_TITLE = "A ferry for the trial"
_WORDS = "These words were written by the trial."


class WindowTrial:
    """Hold the program for as long as it is tried; nothing of the person's own is touched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._post = folder / "site" / _POST
        self._before = ""
        self._is_painted = False

    def checks(self) -> list[Check]:
        """Give the checks in the order in which they have to be done."""
        return [
            Check("window", self._open),
            Check("preview", self._preview),
            Check("form and text", self._edit),
            Check("preview of what was written", self._preview_follows),
            Check("save", self._save),
            Check("end", self._end),
        ]

    def _open(self) -> str:
        # The person's own settings, journals and versions are another folder from here on.
        QStandardPaths.setTestModeEnabled(True)
        switches.prepare(os.environ, use_gpu=False)
        self._app = QApplication(["dateline"])
        resources = resources_folder()
        shutil.copytree(resources / "sample-site", self._folder / "site")
        self._before = self._post.read_text(encoding="utf-8")
        store = SettingsStore(self._folder / "settings.json")
        self._program = Program(self._app, resources, store)
        self._program.open([self._post])
        self._program.window.painted.connect(self._on_painted)
        # On a narrow screen the preview would wait behind the text.
        self._program.window.resize(*_ROOM)
        self._program.window.show()
        self._wait(lambda: self._is_painted, "the window was not painted")
        expect(self._program.parts.session.path, self._post)
        return f"Qt {qVersion()}, {QApplication.platformName()}"

    def _on_painted(self) -> None:
        self._is_painted = True

    def _preview(self) -> str:
        pane = self._program.window.preview
        self._wait(lambda: pane.view() is not None, "there is no preview")
        if not isinstance(pane.view(), WebView):
            raise NotAsExpected(f"the browser engine did not start: {pane.notice()}")
        self._wait(lambda: "Harbour" in self._shown(), "the page was not shown")
        return "page as published, in the browser engine"

    def _edit(self) -> str:
        session, text = self._program.parts.session, self._program.window.text
        session.set_field("title", _TITLE)
        text.set_caret_position(0)
        text.textCursor().insertText(f"{_WORDS}\n\n")
        text.flush()
        self._wait(lambda: _WORDS in session.post.body, "the text did not arrive")
        return "edited"

    def _preview_follows(self) -> str:
        self._wait(lambda: _WORDS in self._shown(), "the preview did not follow")
        self._wait(lambda: _TITLE in self._shown(), "the preview has the old title")
        return "title and text"

    def _save(self) -> str:
        expect(self._program.window.commands.save(), wanted=True)
        now = self._post.read_text(encoding="utf-8").splitlines()
        before = self._before.splitlines()
        added = [line for line in now if line not in before]
        gone = [line for line in before if line not in now]
        expect(len(gone), 1)
        expect(len(added), 2)
        return f"{len(added)} lines are new, 1 is gone, and all others are as they were"

    def _end(self) -> str:
        self._program.window.close()
        self._program.close()
        return "nothing asked, nothing left"

    def _shown(self) -> str:
        """Give the words that the browser engine shows."""
        view = self._program.window.preview.view()
        if not isinstance(view, WebView):
            return ""
        shown: list[str] = []
        view.page().runJavaScript("document.body.innerText", _WORLD, shown.append)
        self._wait(lambda: bool(shown), "the browser engine does not answer")
        return str(shown[0])

    def _wait(self, is_so: Callable[[], bool], otherwise: str) -> None:
        patience = QDeadlineTimer(_PATIENCE_MS)
        while not is_so():
            if patience.hasExpired():
                raise NotAsExpected(otherwise)
            self._app.processEvents()
