import errno
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from editor.site.local_file_system import LocalFileSystem
from editor.ui.recovery.failed_save_presenter import FailedSavePresenter

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
PATIENCE = 20_000


class Disk:
    """Be full as long as a test wants it."""

    is_full = True

    def write(self, handle, data):
        """Take nothing more, or everything."""
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return os.write(handle, data)


@pytest.fixture
def disk(monkeypatch):
    """Give a disk that is full."""
    found = Disk()

    def write(_files, handle, data):
        return found.write(handle, data)

    monkeypatch.setattr(LocalFileSystem, "write", write)
    return found


def fails_to_save(desk):
    """Write a word and try to save it."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("cancel")
    desk.ctrl(Key.Key_S)
    assert desk.window.status.findChild(QPushButton, "saved").text() == "NOT SAVED"
    assert path.read_bytes() == desk.before[path]
    return path


def test_a_save_that_failed_is_made_when_the_cause_is_gone(desk, disk):
    """Somebody frees the disk: nobody has to press Ctrl+S again, and the sign goes."""
    path = fails_to_save(desk)
    presenter = desk.window.findChild(FailedSavePresenter)
    presenter.try_again()
    assert path.read_bytes() == desk.before[path]
    assert "disk is full" in desk.window.notices.notice().sentence
    desk.type("?")
    disk.is_full = False
    presenter.try_again()
    assert b"boat!? that" in path.read_bytes()
    assert desk.window.notices.notice() is None
    assert not desk.session.is_modified()


def test_everything_can_be_copied_or_saved_elsewhere_meanwhile(desk, disk):
    """Fields and text on the clipboard, and in another file as soon as there is room."""
    path = fails_to_save(desk)
    desk.window.notices.answered.emit("copy_everything")
    assert QGuiApplication.clipboard().text() == desk.session.post.text
    disk.is_full = False
    elsewhere = path.with_name("2025-11-17-elsewhere.md")
    desk.person.paths.append(elsewhere)
    desk.window.notices.answered.emit("save_elsewhere")
    assert b"boat! that" in elsewhere.read_bytes()
    assert desk.window.notices.notice() is None


def test_another_post_is_not_saved_in_its_place(desk, disk):
    """Who leaves the post gives up the save; nothing is written for it later."""
    path = fails_to_save(desk)
    desk.person.answers.append("discard")
    desk.open("_posts/2025-11-12-bridge-opens.md")
    disk.is_full = False
    desk.window.findChild(FailedSavePresenter).try_again()
    assert path.read_bytes() == desk.before[path]
