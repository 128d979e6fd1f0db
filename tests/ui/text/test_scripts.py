import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from editor.post.markdown_edits.emphasis import bold
from editor.post.markdown_edits.places import Place, Selection
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import LIGHT

FAMILY = "👩‍👩‍👧"
Key = Qt.Key


@pytest.fixture
def pane(qtbot):
    """Give a text pane on the screen."""
    pane = TextPane(LIGHT, QFont())
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    return pane


def compose(pane, preedit, commit=""):
    """Send what an input method sends: letters not yet decided, then the decided ones."""
    attribute = QInputMethodEvent.Attribute(
        QInputMethodEvent.AttributeType.TextFormat, 0, len(preedit), QTextCharFormat()
    )
    event = QInputMethodEvent(preedit, [attribute] if preedit else [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(pane, event)


def caret_after(pane, qtbot, key, times=1, modifier=Qt.KeyboardModifier.NoModifier):
    """Give the caret's column after a key was pressed so many times."""
    for _ in range(times):
        qtbot.keyClick(pane, key, modifier)
    return pane.selection().caret.column


def test_each_paragraph_has_the_direction_of_its_letters(pane):
    """Arabic and Hebrew run from the right, the English beside them from the left."""
    pane.set_text("The ferry\nوصلت العبّارة\n- מעבורת\nlast")
    document = pane.document()
    directions = [document.findBlockByNumber(number).textDirection() for number in range(4)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert directions == [left, right, right, left]


def test_a_paragraph_turns_when_its_first_letter_does(pane):
    """An Arabic word typed into an empty paragraph makes it run from the right."""
    pane.set_text("one\n")
    pane.moveCursor(QTextCursor.MoveOperation.End)
    compose(pane, "", "وصلت")
    block = pane.document().lastBlock()
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft
    assert pane.text() == "one\nوصلت"


def test_letters_that_are_not_decided_are_no_part_of_the_post(pane):
    """A Japanese word is composed and decided: the post hears of the decided word alone, once."""
    pane.set_text("港の")
    pane.moveCursor(QTextCursor.MoveOperation.End)
    told, steps = [], []
    pane.text_edited.connect(told.append)
    pane.step_made.connect(lambda: steps.append(1))
    for preedit in ("よ", "よい", "よいち", "夜市"):
        compose(pane, preedit)
        assert pane.text() == "港の"
    compose(pane, "", "夜市")
    assert pane.text() == "港の夜市"
    assert [text for text in told if text != "港の"] == ["港の夜市"]
    assert steps == [1]
    pane.undo_step()
    assert pane.text() == "港の"


def test_a_dead_key_gives_one_letter(pane):
    """An accent waits for its letter; what is selected gives way to both."""
    pane.set_text("caf e")
    pane.select(Selection(Place(0, 3), Place(0, 4)))
    compose(pane, "´")
    compose(pane, "", "é")
    assert pane.text() == "cafée"


def test_the_caret_goes_by_what_a_reader_sees_as_one_letter(pane, qtbot):
    """A family of emoji and a letter with its marks are one step each, both ways."""
    pane.set_text(f"a{FAMILY}e\u0301b")
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    columns = [caret_after(pane, qtbot, Key.Key_Right) for _ in range(4)]
    assert columns == [1, 1 + len(FAMILY), 3 + len(FAMILY), 4 + len(FAMILY)]
    back = [caret_after(pane, qtbot, Key.Key_Left) for _ in range(4)]
    assert back == [3 + len(FAMILY), 1 + len(FAMILY), 1, 0]


def test_delete_takes_a_whole_family(pane, qtbot):
    """What is seen as one letter goes as one."""
    pane.set_text(f"a{FAMILY}b")
    pane.set_caret_position(1)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert pane.text() == "ab"


def test_a_selection_of_arabic_words_is_marked_as_a_whole(pane, qtbot):
    """Selected by keys, made strong: the marks stand at the ends of the word in the source."""
    pane.set_text("وصلت العبّارة اليوم")
    pane.select(Selection(Place(0, 5), Place(0, 5)))
    qtbot.keyClick(
        pane,
        Key.Key_Left,
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
    )
    selected = pane.textCursor().selectedText().strip()
    assert selected == "العبّارة"
    pane.edit(bold)
    assert pane.text() == "وصلت **العبّارة** اليوم"


def test_home_and_end_go_by_the_line_that_is_seen(pane, qtbot):
    """In a paragraph of several lines Home and End stay on the caret's line."""
    pane.set_text("word " * 60)
    pane.set_caret_position(150)
    assert 0 < caret_after(pane, qtbot, Key.Key_Home) <= 150
    assert 150 <= caret_after(pane, qtbot, Key.Key_End) < 299
