import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from editor.app import Program, resources_folder, settings_file
from editor.services.handing_over import address_in
from editor.services.settings import SettingsStore

pytestmark = pytest.mark.end_to_end

PATIENCE = 30_000
SECOND = "_posts/2025-11-12-bridge-opens.md"


def data_folder():
    """Give the folder in which the program keeps text safe."""
    return Path(os.environ["XDG_DATA_HOME"]) / "dateline"


def test_a_second_start_hands_its_file_to_the_first(desk):
    """It ends at once, with no window of its own; the post is open here."""
    desk.open()
    address = address_in(data_folder())
    data_folder().mkdir(parents=True, exist_ok=True)
    desk.program.receive(address)
    second = subprocess.Popen([sys.executable, "-m", "editor", str(desk.path(SECOND))])
    desk.qtbot.waitUntil(lambda: desk.session.path == desk.path(SECOND), timeout=PATIENCE)
    assert second.wait(PATIENCE / 1000) == 0


def test_two_windows_on_one_post_show_each_other(desk, qtbot):
    """In the status line, quietly; and no more when one of them is gone."""
    desk.open()
    button = desk.window.status.findChild(QPushButton, "others")
    assert not button.isVisible()
    other = Program(QApplication.instance(), resources_folder(), SettingsStore(settings_file()))
    qtbot.addWidget(other.window)
    other.window.commands.open(desk.path())
    other.parts.presence.start()

    def is_seen():
        if not button.isVisible():
            desk.program.parts.presence.look()
        return button.isVisible()

    qtbot.waitUntil(is_seen, timeout=PATIENCE)
    assert button.text() == "Also open in another window"
    other.close()
    desk.program.parts.presence.look()
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=PATIENCE)


def test_nothing_is_left_in_the_site_when_the_window_closes(desk):
    """A folder is as clean as it was."""
    desk.open()
    desk.qtbot.waitUntil(lambda: any(desk.site.glob(".dateline-*")), timeout=PATIENCE)
    desk.program.close()
    assert not any(desk.site.glob(".dateline-*"))


def test_an_error_nobody_expected_costs_no_word(desk):
    """The text is on the disk before a sentence says so; one goes on writing."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    hook, mishaps = sys.excepthook, desk.program.parts.mishaps

    def fail():
        raise RuntimeError("boat! is what somebody wrote")

    mishaps.watch()
    try:
        QTimer.singleShot(0, fail)
        desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is not None, timeout=PATIENCE)
    finally:
        sys.excepthook = hook
    journals = b"".join(path.read_bytes() for path in data_folder().glob("journal/*"))
    assert b"boat! that" in journals
    assert "went wrong" in desk.window.notices.notice().sentence
    desk.person.answers.append("close")
    desk.window.notices.answered.emit("mishap_copy")
    assert desk.window.notices.notice() is None
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError" in copied
    for secret in ("boat", str(desk.site), desk.path().stem, "Ferry"):
        assert secret not in copied
    desk.type("?")
    assert "boat!? that" in desk.session.post.body
