from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from editor.ui.dialogs.question import Answer, Question
from editor.ui.notice_bar import Notice, NoticeBar
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.theme import LIGHT

HOSTILE = "<b>x</b><img src='file:///etc/passwd'>"


def labels(widget):
    """Give the labels that show a hostile name."""
    return [each for each in widget.findChildren(QLabel) if HOSTILE in each.text()]


def test_questions_and_notices_show_letters_not_html(qtbot):
    """A file may be called anything; its name is shown as it is written."""
    window = QWidget()
    qtbot.addWidget(window)
    question = Question(HOSTILE, HOSTILE, [Answer("close", "Close")], window)
    choice = Choice(HOSTILE, HOSTILE, "the file", "yours", [Answer("close", "Close")])
    dialog = CompareDialog(choice, LIGHT, QFont(), window)
    dialog.show_nothing(HOSTILE)
    bar = NoticeBar(window)
    bar.show_notice(Notice(HOSTILE))
    for widget, number in ((question, 2), (dialog, 3), (bar, 1)):
        assert len(labels(widget)) == number
        for label in labels(widget):
            assert label.textFormat() is Qt.TextFormat.PlainText
