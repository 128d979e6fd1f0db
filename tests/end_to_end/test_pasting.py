"""Copied elsewhere, pasted here: Markdown, in one step, with a way back to the plain words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
PATIENCE = 30_000
DOCUMENT = Path(__file__).parents[1] / "data" / "convert" / "ferry.docx"
WORD = (
    "<p class=MsoNormal>The <b>tide</b> is <i>low</i>.</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Ropes</p>"
    "<p><img src='file:///C:/a.png'></p>"
)


@pytest.fixture
def clipboard(qapp):
    """Put something into the clipboard; it is empty again afterwards."""

    def put(html, plain):
        data = QMimeData()
        data.setHtml(html)
        data.setText(plain)
        QApplication.clipboard().setMimeData(data)

    yield put
    QApplication.clipboard().clear()


def test_a_paste_from_word_is_markdown_and_one_step(desk, clipboard):
    """Ctrl+V, then Ctrl+Z: as if nothing had been."""
    clipboard(WORD, "The tide is low.\nRopes")
    desk.open()
    before = desk.session.post
    desk.go_to_text("that it replaces.")
    desk.ctrl(Key.Key_V)
    expected = "that it replaces.\n\nThe **tide** is *low*.\n\n- Ropes\n\nThe council voted"
    assert expected in desk.session.post.body
    assert desk.window.notices.notice().sentence.startswith("Left out: a picture")
    desk.ctrl(Key.Key_Z)
    assert desk.session.post == before


def test_the_plain_words_are_one_click_away(desk, clipboard):
    """The notice offers them, and goes."""
    clipboard(WORD, "The tide is low. Ropes.")
    desk.open()
    desk.go_to_text("that it replaces.")
    desk.ctrl(Key.Key_V)
    desk.window.notices.answered.emit("paste_plain_instead")
    assert "that it replaces.The tide is low. Ropes.\n\nThe council" in desk.session.post.body
    assert desk.window.notices.notice() is None


def test_plain_is_a_key_too(desk, clipboard):
    """Ctrl+Shift+V never asks what was formatted."""
    clipboard(WORD, "The tide is low.")
    desk.open()
    desk.go_to_text("that it replaces.")
    desk.press(Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "that it replaces.The tide is low.\n\n" in desk.session.post.body
    assert desk.window.notices.notice() is None


def test_the_notice_goes_with_the_next_letter(desk, clipboard):
    """Undoing would take back another step by then."""
    clipboard(WORD, "The tide is low.")
    desk.open()
    desk.go_to_text("that it replaces.")
    desk.ctrl(Key.Key_V)
    assert desk.window.notices.notice() is not None
    desk.type("x")
    assert desk.window.notices.notice() is None


def test_a_word_document_becomes_a_new_post(desk):
    """Its title goes to the form, its picture into the site, its file stays as it is."""
    desk.person.paths.append(DOCUMENT)
    desk.window.actions_table["import_document"].trigger()
    desk.qtbot.waitUntil(lambda: "no applause" in desk.session.post.body, timeout=PATIENCE)
    assert desk.session.path is None
    assert desk.session.post.front_matter.value("title") == "The ferry is back"
    assert "![A white ferry](/assets/images/" in desk.session.post.body
    name = desk.session.post.body.split("](/assets/images/")[1].split(")")[0]
    assert (desk.site / "assets/images" / name).read_bytes().startswith(b"\x89PNG")
    desk.ctrl(Key.Key_S)
    assert desk.session.path.name.endswith("-the-ferry-is-back.md")


def test_a_document_can_be_dropped_on_the_window(desk):
    """From a file manager, onto any place of it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DOCUMENT))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_MODIFIER)
    enter, drop = QDragEnterEvent(QPoint(700, 400), *how), QDropEvent(QPointF(700, 400), *how)
    for event in (enter, drop):
        QApplication.sendEvent(desk.window, event)
    desk.qtbot.waitUntil(lambda: "no applause" in desk.session.post.body, timeout=PATIENCE)
    assert drop.isAccepted()


def test_a_document_that_is_none_is_named_and_nothing_changes(desk, tmp_path):
    """The post stays open as it was."""
    broken = tmp_path / "letter.docx"
    broken.write_bytes(b"no archive")
    desk.open()
    before = desk.session.post
    desk.person.paths.append(broken)
    desk.window.actions_table["import_document"].trigger()

    def said():
        notice = desk.window.notices.notice()
        assert notice is not None
        assert "is not a Word document" in notice.sentence

    desk.qtbot.waitUntil(said, timeout=PATIENCE)
    assert desk.session.post == before
