"""Copied elsewhere, pasted here: Markdown, in one step, with a way back to the plain words."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
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
