import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from editor.ui.recovery.compare_dialog import CompareDialog

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
PATIENCE = 20_000


def dialog(desk):
    """Give the window of versions."""
    return next(each for each in desk.window.findChildren(CompareDialog) if each.isVisible())


def rows(desk, number):
    """Wait for that many versions and give the list of them."""
    found = dialog(desk).findChild(QListWidget)
    desk.qtbot.waitUntil(lambda: found.count() == number, timeout=PATIENCE)
    return found


def press(desk, name):
    """Press a button of it."""
    button = dialog(desk).findChild(QPushButton, name)
    desk.qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is not None, timeout=PATIENCE)


def open_versions(desk):
    """Open it as the menu does."""
    desk.window.actions_table["versions"].trigger()


def two_saves(desk):
    """Save the showcase post twice, with another word and another title each time."""
    path = desk.open()
    for number in ("1", "2"):
        desk.go_to_text("carry the name of the boat")
        desk.type(number)
        desk.window.form.focus_title()
        desk.press(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        desk.type(number)
        desk.ctrl(Key.Key_S)
    return path


def test_every_save_and_what_was_before_stands_on_the_time_line(desk):
    """Two saves: three versions, the newest first."""
    two_saves(desk)
    open_versions(desk)
    kinds = [rows(desk, 3).item(row).text().split("\n")[1] for row in range(3)]
    assert kinds == ["Saved", "Saved", "As it was before"]
    press(desk, "close")


def test_a_version_is_put_back_as_an_edit_that_can_be_undone(desk):
    """Form and text are the old ones, byte for byte; the disk is not touched; Ctrl+Z undoes it."""
    path = two_saves(desk)
    saved = path.read_bytes()
    open_versions(desk)
    rows(desk, 3).setCurrentRow(2)
    press(desk, "restore")
    assert desk.session.post.to_bytes() == desk.before[path]
    assert desk.session.is_modified()
    assert path.read_bytes() == saved
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.to_bytes() == saved
    assert not desk.session.is_modified()
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.session.post.to_bytes() == desk.before[path]
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == desk.before[path]


def test_single_fields_and_paragraphs_of_a_version_can_be_put_back(desk):
    """The title alone, then a paragraph alone: each is one step, the other stays as it is."""
    path = two_saves(desk)
    saved, before = path.read_bytes(), desk.before[path]
    open_versions(desk)
    rows(desk, 3).setCurrentRow(2)
    press(desk, "restore_parts")
    found = rows(desk, 2)
    assert found.item(0).text() == "Field “title”"
    found.setCurrentRow(0)
    press(desk, "put_back")
    half = desk.session.post.to_bytes()
    assert half.split(b"\n---\n")[0] == before.split(b"\n---\n")[0]
    assert half.split(b"\n---\n")[1] == saved.split(b"\n---\n")[1]
    rows(desk, 1)
    press(desk, "put_back")
    assert desk.session.post.to_bytes() == before
    assert not dialog(desk).findChild(QPushButton, "put_back").isEnabled()
    press(desk, "close")
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.to_bytes() == half
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.to_bytes() == saved


def test_line_ends_and_signs_of_a_version_come_back_exactly(desk):
    """Mixed line ends, no-break spaces, a BOM in the middle: not a byte differs."""
    path = desk.site / "_posts" / "2025-11-18-signs.md"
    raw = "---\r\ntitle: A\n---\r\n\n\nPrix\u00a0: 3\u202f€\r\nb\u2028c\nd\ufeff\r\n".encode()
    path.write_bytes(raw)
    desk.open(path)
    desk.ctrl(Key.Key_A)
    desk.type("All new.")
    desk.ctrl(Key.Key_S)
    open_versions(desk)
    rows(desk, 2).setCurrentRow(1)
    press(desk, "restore")
    assert desk.session.post.to_bytes() == raw
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.body.endswith("All new.")
    assert not desk.session.is_modified()


def test_a_post_that_was_never_saved_here_says_so(desk):
    """An empty line is explained, and nothing can be put back."""
    desk.open()
    open_versions(desk)
    assert not dialog(desk).findChild(QPushButton, "restore").isEnabled()
    press(desk, "close")


def test_a_renamed_post_keeps_its_versions(desk):
    """F2 takes them along."""
    path = two_saves(desk)
    desk.rename()
    assert desk.session.path != path
    open_versions(desk)
    rows(desk, 3)
    press(desk, "close")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda raw: b"", "is empty now"),
        (lambda raw: bytes(len(raw)), "nothing but zeros"),
        (lambda raw: raw[: len(raw) // 2], "ends in the middle"),
        (lambda raw: raw[:300] + bytes(512) + raw[812:], "zeros in it"),
    ],
    ids=["empty", "zeros", "cut", "a zero sector"],
)
def test_a_file_that_lost_its_text_is_offered_the_last_good_version(desk, damage, words):
    """Opened again after a power cut: the notice shows the way, Ctrl+S mends the file."""
    path = two_saves(desk)
    good = path.read_bytes()
    desk.open("_posts/2025-11-12-bridge-opens.md")
    path.write_bytes(damage(good))
    desk.open(path)

    def is_offered():
        notice = desk.window.notices.notice()
        assert notice is not None
        assert words in notice.sentence
        assert "is whole" in notice.sentence

    desk.qtbot.waitUntil(is_offered, timeout=PATIENCE)
    desk.window.notices.answered.emit("show_good")
    press(desk, "restore")
    assert desk.session.post.to_bytes() == good
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == good


def test_a_file_that_was_emptied_here_is_no_loss(desk):
    """What was saved here last is what the file holds: nothing is offered."""
    path = two_saves(desk)
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_A)
    desk.press(Key.Key_Delete)
    desk.ctrl(Key.Key_S)
    desk.open("_posts/2025-11-12-bridge-opens.md")
    desk.open(path)
    found = []
    desk.program.parts.history.versions(path, found.append)
    desk.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    assert desk.window.notices.notice() is None
