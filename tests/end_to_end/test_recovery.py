import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from editor.app import Program, resources_folder, settings_file
from editor.post.post import Post
from editor.services.safe_keeping import SafeKeeping
from editor.services.settings import SettingsStore
from editor.services.unsaved import PostState
from editor.site.post_file import read_post
from editor.ui.recovery.compare_dialog import CompareDialog

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
PATIENCE = 20_000


def data_folder():
    """Give the folder in which the program keeps text safe."""
    return Path(os.environ["XDG_DATA_HOME"]) / "dateline"


def left_unsaved(path, words):
    """Leave a post unsaved, as a crash does; give its text."""
    opened = read_post(path)
    post = opened.post.with_body(opened.post.body + words)
    keeping = SafeKeeping(data_folder())
    keeping.keep(
        PostState(1, post, path, path.name, opened.identity.digest, 7).unsaved(),
    )
    keeping.close()
    return post.text


def waiting():
    """Give the texts that the next start would offer."""
    keeping = SafeKeeping(data_folder())
    texts = [each.post().text for each in keeping.find().unsaved]
    keeping.close()
    return texts


def versions(path):
    """Give the kinds and texts of what the history has of a post."""
    keeping = SafeKeeping(data_folder())
    found = [(each.kind, keeping.content(each)) for each in keeping.versions(path)]
    keeping.close()
    return found


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
    # Where no window manager is, the window below has to be woken.
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is not None, timeout=PATIENCE)


def shown_comparison(desk):
    """Give what the comparison says."""
    return dialog(desk).compared_text()


def start_again(desk):
    """Let the program look again for what former runs left, as its start does."""
    desk.program.parts.journal.start()


def test_after_a_crash_the_next_start_offers_what_was_unsaved(desk):
    """Shown beside the file; opened on request; the file is untouched until Ctrl+S."""
    path = desk.path()
    before = path.read_bytes()
    text = left_unsaved(path, "\nNobody had saved this.\n")
    start_again(desk)
    assert "Nobody had saved this." in shown_comparison(desk)
    assert desk.session.path is None
    press(desk, "open_unsaved")
    assert desk.session.path == path
    assert desk.session.post.text == text
    assert desk.session.is_modified()
    assert path.read_bytes() == before
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == text.encode()
    desk.program.close()
    assert waiting() == []


def test_the_keys_are_the_texts_again_as_soon_as_an_answer_is_given(desk):
    """Nobody has to click into the window first, even where no desktop hands the keys back."""
    path = desk.path()
    text = left_unsaved(path, "\nNobody had saved this.\n")
    start_again(desk)
    button = dialog(desk).findChild(QPushButton, "open_unsaved")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.read_bytes() == text.encode()


def test_an_opened_version_can_be_undone_as_one_step(desk):
    """Ctrl+Z gives the file as it is, form and text, and nothing counts as changed."""
    path = desk.path()
    left_unsaved(path, "\nMore.\n")
    start_again(desk)
    press(desk, "open_unsaved")
    desk.window.text.setFocus()
    desk.ctrl(Key.Key_Z)
    assert not desk.session.is_modified()
    assert desk.session.post.to_bytes() == path.read_bytes()


def test_deciding_later_changes_nothing_and_is_asked_again(desk):
    """A notice stands as long as the text waits; the window can be opened from there."""
    text = left_unsaved(desk.path(), "\nLater.\n")
    start_again(desk)
    press(desk, "later")
    assert "unsaved text" in desk.window.notices.notice().sentence
    desk.window.notices.answered.emit("show_unsaved")
    press(desk, "later")
    desk.program.close()
    assert waiting() == [text]


def test_keeping_the_file_moves_the_unsaved_version_into_the_history(desk):
    """The answer destroys nothing: Versions… still has it."""
    path = desk.path()
    text = left_unsaved(path, "\nNot wanted.\n")
    start_again(desk)
    press(desk, "keep_file")
    assert desk.window.notices.notice() is None
    desk.program.close()
    assert waiting() == []
    assert versions(path) == [("unsaved", text.encode())]


def test_a_new_post_that_was_never_saved_is_offered_too(desk):
    """It has no file; it opens as a new post, and counts as unsaved."""
    keeping = SafeKeeping(data_folder())
    post = Post.from_text("---\ntitle: Fresh\n---\n\nNew words.\n")
    keeping.keep(PostState(1, post, None, "2025-11-17-fresh.md", None, 7).unsaved())
    keeping.close()
    start_again(desk)
    press(desk, "open_unsaved")
    assert desk.session.path is None
    assert desk.session.post.text == post.text
    assert desk.session.is_modified()
    assert desk.window.text.text() == "New words.\n"


def test_a_post_whose_file_is_gone_can_be_saved_where_it_was(desk):
    """The folder lost the file, the journal did not."""
    path = desk.path()
    text = left_unsaved(path, "\nStill here.\n")
    path.unlink()
    start_again(desk)
    press(desk, "open_unsaved")
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == text.encode()


def test_two_posts_are_listed_and_answered_one_by_one(desk):
    """Each has its row and its comparison."""
    keeping = SafeKeeping(data_folder())
    for number, name in enumerate(("one.md", "two.md")):
        post = Post.from_text(f"Text of {name}.\n")
        keeping.keep(PostState(number, post, None, name, None, 1).unsaved())
    keeping.close()
    start_again(desk)
    rows = dialog(desk).findChild(QListWidget)
    assert [rows.item(row).text().split("\n")[0] for row in range(2)] == ["one.md", "two.md"]
    rows.setCurrentRow(1)
    assert "Text of two.md." in shown_comparison(desk)
    press(desk, "keep_file")
    assert "Text of one.md." in shown_comparison(desk)
    press(desk, "open_unsaved")
    assert desk.session.post.text == "Text of one.md.\n"


def test_what_is_typed_is_in_the_journal_within_a_second(desk):
    """Text and form field, with no save and no setting."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!!!")
    desk.window.form.focus_title()
    desk.type("New title")
    journals = data_folder() / "journal"

    def is_kept():
        raw = b"".join(path.read_bytes() for path in journals.glob("*.journal"))
        assert b"boat!!! that" in raw
        assert b"New title" in raw

    desk.qtbot.waitUntil(is_kept, timeout=PATIENCE)


def test_a_clean_end_leaves_nothing_to_ask(desk):
    """Saved and closed: the next start is silent."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.ctrl(Key.Key_S)
    desk.window.close()
    desk.program.close()
    assert waiting() == []
    assert list(data_folder().glob("journal/*")) == []


def test_closing_without_saving_keeps_the_words_among_the_versions(desk):
    """Nothing is asked at the next start, and nothing is gone either."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("discard")
    desk.window.close()
    desk.program.close()
    assert waiting() == []
    ((kind, content),) = versions(path)
    assert kind == "left"
    assert b"boat! that" in content


def test_opening_another_post_without_saving_keeps_the_words_too(desk):
    """The same for a post that another one takes the place of."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.person.answers.append("discard")
    desk.open("_posts/2025-11-12-bridge-opens.md")
    desk.program.close()
    assert [kind for kind, _ in versions(path)] == ["left"]


def test_an_end_without_an_answer_is_no_clean_end(desk):
    """Logged out by the system with words unsaved: the next start offers them."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.program.close()
    (text,) = waiting()
    assert "boat! that" in text


def test_a_journal_that_cannot_be_written_says_so_as_long_as_it_lasts(desk):
    """A red line stands above the text, and goes when the folder takes files again."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    journals = folder / "journal"
    aside = folder / "aside"
    if journals.exists():
        journals.rename(aside)
    journals.write_text("no folder", encoding="utf-8")
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")

    def is_said():
        notice = desk.window.notices.notice()
        assert notice is not None
        assert "not kept safe" in notice.sentence

    desk.qtbot.waitUntil(is_said, timeout=PATIENCE)
    journals.unlink()
    desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is None, timeout=PATIENCE)


def test_a_second_program_takes_nothing_from_the_first(desk, qtbot):
    """Two windows at once: what is unsaved in one is not offered by the other."""
    desk.open()
    desk.go_to_text("carry the name of the boat")
    desk.type("!")
    desk.qtbot.waitUntil(lambda: any(data_folder().glob("journal/*")), timeout=PATIENCE)
    store = SettingsStore(settings_file())
    other = Program(QApplication.instance(), resources_folder(), store)
    qtbot.addWidget(other.window)
    found = []
    other.parts.journal.found.connect(found.append)
    other.parts.journal.start()
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    assert list(found[0].unsaved) == []
    other.close()
