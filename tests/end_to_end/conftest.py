"""The whole program on a copy of the sample site, with a person who answers at once."""

import shutil
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import Program, resources_folder, settings_file
from editor.services.settings import SettingsStore
from editor.ui.dialogs.ask import Ask
from editor.ui.life.plan_dialog import PlanDialog

# As long as a machine under load may take; nothing waits for it that has come.
PATIENCE = 30_000
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
FERRY = "_posts/2025-11-17-ferry-named-after-the-soleil.md"


class Person(Ask):
    """Answer each question with what the test prepared; an unexpected one fails the test."""

    def prepare(self):
        """Begin with no answers and nothing asked."""
        self.answers = deque()
        self.asked = []
        self.paths = deque()
        self.is_leaving = False

    def _asked(self, heading, text, *answers):
        self.asked.append(f"{heading} {text}")
        if self.is_leaving:
            return "discard"
        assert self.answers, f"nobody expected: {heading} {text}"
        answer = self.answers.popleft()
        assert answer in {"", *(each.name for each in answers)}
        return answer

    def _path(self):
        assert self.paths, "nobody expected to be asked for a path"
        return self.paths.popleft()

    def post_to_open(self, folder):
        return self._path()

    def document_to_import(self, folder):
        return self._path()

    def site_to_open(self, folder):
        return self._path()

    def path_to_save(self, proposed):
        self.asked.append(str(proposed))
        return self._path()


@dataclass
class Desk:
    """The running program, its site, and hands for the keyboard."""

    program: Program
    site: Path
    qtbot: object
    before: dict = field(default_factory=dict)

    @property
    def window(self):
        return self.program.window

    @property
    def session(self):
        return self.program.parts.session

    @property
    def person(self):
        return self.window.ask

    def path(self, name=FERRY):
        return self.site / name

    def open(self, name=FERRY):
        """Open a post of the site and remember its bytes."""
        path = self.site / name if isinstance(name, str) else name
        self.before[path] = path.read_bytes()
        self.window.commands.open(path)
        return path

    def press(self, key, modifier=NO_MODIFIER):
        """Press a key in whatever has the focus, once a window that closes has given it back."""
        if QApplication.activeModalWidget() is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def ctrl(self, key):
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text):
        """Type letters in whatever has the focus; those beyond ASCII as a keyboard sends them."""
        target = QApplication.focusWidget() or self.window
        for char in text:
            if char.isascii():
                QTest.keyClick(target, char)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, NO_MODIFIER, char))

    def rename(self):
        """Take the name that the changed title asks for: F2, and Enter once its plan is there."""
        self.press(Qt.Key.Key_F2)

        def asking():
            found = [each for each in self.window.findChildren(PlanDialog) if each.can_agree()]
            return found[0] if found else None

        self.qtbot.waitUntil(lambda: asking() is not None, timeout=PATIENCE)
        with self.qtbot.waitSignal(self.program.parts.life.done, timeout=PATIENCE):
            self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: asking() is None, timeout=PATIENCE)

    def go_to_text(self, needle):
        """Put the caret right behind `needle` in the text pane."""
        pane = self.window.text
        pane.setFocus()
        assert pane.find(needle) or self._found_from_start(pane, needle)
        cursor = pane.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        pane.setTextCursor(cursor)

    def _found_from_start(self, pane, needle):
        pane.set_caret_position(0)
        return pane.find(needle)


def _leave(window):
    """Let the window go at the end of a test, whatever was written in it."""
    window.ask.is_leaving = True


@pytest.fixture
def desk(qtbot, tmp_path):
    """Give the program with the sample site's copy open in a window that is on the screen."""
    site = tmp_path / "paper"
    shutil.copytree(resources_folder() / "sample-site", site)
    app = QApplication.instance()
    program = Program(app, resources_folder(), SettingsStore(settings_file()), make_ask=Person)
    qtbot.addWidget(program.window, before_close_func=_leave)
    program.window.ask.prepare()
    program.window.resize(1366, 768)
    # The window was painted and what a former run left was looked for: from here on a person acts.
    with qtbot.waitSignal(program.parts.journal.found, timeout=PATIENCE):
        program.window.show()
        program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    program.window.commands.open_site(site)
    yield Desk(program, site, qtbot)
    program.close()
