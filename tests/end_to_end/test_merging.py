import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor.ui.recovery.compare_dialog import CompareDialog

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
PATIENCE = 20_000
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
MINE = b"the boat! that"


def dialog(desk):
    """Wait for the window of two versions, and give it."""

    def shown():
        assert [each for each in desk.window.findChildren(CompareDialog) if each.isVisible()]

    desk.qtbot.waitUntil(shown, timeout=PATIENCE)
    return next(each for each in desk.window.findChildren(CompareDialog) if each.isVisible())


def press(desk, name):
    """Press a button of the window of two versions."""
    button = dialog(desk).findChild(QPushButton, name)
    desk.qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def both_write(desk, old, new):
    """Let a colleague change `old` into `new` on the disk, and somebody else type here."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    raw = desk.before[path]
    assert raw.count(old) == 1
    path.write_bytes(raw.replace(old, new))
    desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is not None, timeout=PATIENCE)
    return path


def test_changes_that_fit_together_are_shown_and_taken_with_enter(desk):
    """Ctrl+Alt+M, Enter, Ctrl+S: both are in the file, and one undo takes theirs out again."""
    path = both_write(desk, b"\ntitle: ", b"\neditor: Ines\ntitle: ")
    assert "fit together" in desk.window.notices.notice().sentence
    assert "editor" not in desk.session.post.text
    desk.press(Key.Key_M, BOTH)
    shown = dialog(desk)
    assert "editor: Ines" in shown.compared_text()
    desk.qtbot.keyClick(shown, Key.Key_Return)
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    assert desk.window.notices.notice() is None
    assert desk.session.post.front_matter.value("editor") == "Ines"
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_S)
    mine = desk.before[path].replace(b"the boat that", MINE)
    assert path.read_bytes() == mine.replace(b"\ntitle: ", b"\neditor: Ines\ntitle: ")
    desk.ctrl(Key.Key_Z)
    assert desk.session.post.to_bytes() == mine


@pytest.mark.parametrize(
    ("answer", "has_mine", "has_theirs"),
    [("take_mine", True, False), ("take_theirs", False, True), ("take_both", True, True)],
)
def test_a_paragraph_that_both_changed_is_asked_about(desk, answer, has_mine, has_theirs):
    """Side by side; nothing can be taken before it is decided; then the whole is shown."""
    path = both_write(desk, b"carry the name of the boat", b"bear the name of the ship")
    assert "changed by both" in desk.window.notices.notice().sentence
    desk.window.notices.answered.emit("merge")
    shown = dialog(desk)
    assert "bear" in shown.compared_text()
    assert not shown.findChild(QPushButton, "take_merge").isEnabled()
    press(desk, answer)
    press(desk, "take_merge")
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_S)
    raw = path.read_bytes()
    assert (MINE in raw) is has_mine
    assert (b"bear the name of the ship" in raw) is has_theirs


def test_two_values_of_one_field_cannot_both_be_had(desk):
    """A field has one value; the button for both is off."""
    path = desk.open()
    desk.window.form.focus_title()
    desk.press(Key.Key_End)
    desk.type(" again")
    desk.window.form.pane.commit()
    raw = desk.before[path]
    title = raw.split(b"\ntitle: ")[1].split(b"\n")[0]
    path.write_bytes(raw.replace(title, b'"Another title"', 1))
    desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is not None, timeout=PATIENCE)
    desk.window.notices.answered.emit("merge")
    shown = dialog(desk)
    assert not shown.findChild(QPushButton, "take_both").isEnabled()
    assert "Both of you changed this" in shown.findChild(QLabel, "compare_fact").text()
    press(desk, "take_theirs")
    press(desk, "take_merge")
    assert desk.session.post.front_matter.value("title") == "Another title"
    assert not desk.session.is_modified()


def test_keeping_on_writing_changes_nothing(desk):
    """Escape: both are what they were, and the notice stands."""
    path = both_write(desk, b"\ntitle: ", b"\neditor: Ines\ntitle: ")
    theirs, mine = path.read_bytes(), desk.session.post.to_bytes()
    desk.press(Key.Key_M, BOTH)
    desk.qtbot.keyClick(dialog(desk), Key.Key_Escape)
    assert path.read_bytes() == theirs
    assert desk.session.post.to_bytes() == mine
    assert desk.window.notices.notice() is not None


def test_a_save_over_theirs_offers_to_put_both_together(desk):
    """The question of the save leads to the same window."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    path.write_bytes(desk.before[path].replace(b"\ntitle: ", b"\neditor: Ines\ntitle: "))
    desk.person.answers.append("merge")
    desk.ctrl(Key.Key_S)
    press(desk, "take_merge")
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_S)
    assert MINE in path.read_bytes()
    assert b"editor: Ines" in path.read_bytes()


def test_asking_for_changes_that_nobody_made_says_so(desk):
    """No empty window."""
    desk.open()
    desk.window.text.setFocus()
    desk.press(Key.Key_M, BOTH)
    assert not [each for each in desk.window.findChildren(CompareDialog) if each.isVisible()]
