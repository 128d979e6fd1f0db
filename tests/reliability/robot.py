"""Type, edit the form and save in the real window until somebody pulls the plug.

    python -m tests.reliability.robot LOG POST SEED [without-journal]

Every numbered word is written to LOG the moment after it was typed, with the machine's own clock;
so is the hash of what a save is about to write. POST is a file, or `new` for one never saved.
"""

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import Program, resources_folder, settings_file
from editor.services.settings import SettingsStore
from editor.site.file_identity import digest_of
from editor.ui.dialogs.ask import Ask

_CTRL = Qt.KeyboardModifier.ControlModifier


class Silent(Ask):
    """Answer no question: nobody is there."""

    def _asked(self, heading, text, *answers):
        return ""


class Robot(QObject):
    """Write words with real keys, in bursts and without rest, and save now and then."""

    def __init__(self, program, log, post, seed):
        super().__init__(program.window)
        self._program = program
        self._chance = random.Random(seed)
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._number = 0
        self._is_new = post == "new"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)

    def begin(self):
        """Say that the typing begins."""
        self._program.window.text.setFocus()
        self._program.window.text.moveCursor(
            self._program.window.text.textCursor().MoveOperation.End
        )
        self._note("ready", "")
        self._timer.start(10)

    def _act(self):
        luck = self._chance.random()
        if luck < 0.03 and not self._is_new:
            self._save()
        elif luck < 0.12:
            self._type_title()
        else:
            self._type_word()
        pause = self._chance.random() < 0.03
        self._timer.start(self._chance.randrange(400, 900) if pause else 15)

    def _type_word(self):
        self._number += 1
        text = self._program.window.text
        QTest.keyClicks(text, f"w{self._number}w ")
        self._note("word", f"w{self._number}w")

    def _type_title(self):
        self._number += 1
        window = self._program.window
        window.form.focus_title()
        box = window.form.pane.focusWidget()
        QTest.keyClick(box, Qt.Key.Key_End, _CTRL)
        QTest.keyClicks(box, f" t{self._number}t")
        self._note("word", f"t{self._number}t")
        window.text.setFocus()

    def _save(self):
        self._note("save", digest_of(self._program.parts.session.post.to_bytes()))
        QTest.keyClick(self._program.window.text, Qt.Key.Key_S, _CTRL)

    def _note(self, what, value):
        os.write(self._log, f"{time.monotonic()} {what} {value}\n".encode())


def main() -> None:
    """Run the window until it is killed."""
    log, post, seed, *rest = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    program = Program(app, resources_folder(), SettingsStore(settings_file()), make_ask=Silent)
    window = program.window
    # The preview takes no part in this, and its browser engine takes a second to start.
    window.painted.disconnect(window._preview.start)  # noqa: SLF001 - no other way to leave it out
    if post == "new":
        window.commands.begin()
    else:
        window.commands.open(Path(post))
    if rest:
        program.parts.journal.finish()
    robot = Robot(program, log, post, int(seed))
    window.painted.connect(robot.begin)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
