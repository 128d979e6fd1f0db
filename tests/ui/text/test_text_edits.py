import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor

from editor.post.markdown_edits.lines import WholeText
from editor.post.markdown_edits.places import Place, Selection
from editor.ui.text import text_buffer
from editor.ui.text.text_pane import TextPane
from editor.ui.theme import LIGHT
from tests.post.markdown_edits.keys import FUNCTIONS
from tests.post.markdown_edits.marked import applied, read, rows

ROWS = [row for name in ("words", "blocks", "lines", "tables") for row in rows(name)]
OPENING = ("<!--", "{%", "```", "~~~", "[^")


@pytest.fixture
def pane(qtbot):
    """Give a text pane that is not shown."""
    pane = TextPane(LIGHT, QFont())
    qtbot.addWidget(pane)
    return pane


def state(pane):
    """Give the text and what is selected in it."""
    return pane.text(), pane.selection()


@pytest.mark.parametrize("longest", [8_000, 5])
def test_every_row_is_one_step_and_undo_restores_text_and_caret(pane, monkeypatch, longest):
    """In the pane as in the table, with whole lines and with lines held in pieces."""
    monkeypatch.setattr(text_buffer, "LONGEST_BLOCK", longest)
    for row in ROWS:
        if longest == 5 and any(mark in row.before for mark in OPENING):
            continue  # what opens is looked for where a line begins
        key = row.keys[0]
        text, selection = read(row.before)
        pane.set_text(text)
        pane.select(selection)
        assert state(pane) == (text, selection), row.where
        edit = FUNCTIONS[key](WholeText(text), selection)
        assert pane.edit(FUNCTIONS[key]) == (edit is not None), row.where
        if edit is None:
            assert state(pane) == (text, selection), row.where
            continue
        after = (applied(text, edit), edit.selection)
        assert state(pane) == after, row.where
        if edit.splices:
            pane.undo_step()
            assert state(pane) == (text, selection), row.where
            assert not pane.document().isUndoAvailable(), row.where
            pane.redo_step()
            assert state(pane) == after, row.where


def test_an_edit_is_told_once(pane, qtbot):
    """However many pieces it changes, near or far, the window hears of one step and one text."""
    text = "note\n" + "line\n" * 500
    pane.set_text(text)
    pane.set_caret_position(4)
    told, steps = [], []
    pane.text_edited.connect(told.append)
    pane.step_made.connect(lambda: steps.append(1))
    assert pane.edit(FUNCTIONS["footnote"])
    assert told == [text.replace("note", "note[^1]", 1) + "\n[^1]: "]
    assert steps == [1]
    pane.undo_step()
    assert pane.text() == text
    assert pane.caret_position() == 4


def test_a_caret_is_not_put_back_where_something_else_was_written(pane, qtbot):
    """Bold, undo, three letters, undo: the caret is where the letters were."""
    pane.set_text("one two three")
    pane.select(Selection(Place(0, 0), Place(0, 3)))
    pane.edit(FUNCTIONS["bold"])
    pane.undo_step()
    pane.moveCursor(QTextCursor.MoveOperation.End)
    for letter in "abc":
        pane.close_step()
        qtbot.keyClicks(pane, letter)
    for _ in range(3):
        pane.undo_step()
    assert pane.caret_position() == len("one two three")


def test_a_pane_that_is_only_for_reading_is_not_edited(pane):
    """A file that cannot be kept as it is stays untouched."""
    pane.set_text("one")
    pane.setReadOnly(True)
    assert not pane.edit(FUNCTIONS["bold"])
    assert pane.text() == "one"


def test_a_selection_over_pieces_of_a_long_line_gives_way_to_a_letter(pane, qtbot, monkeypatch):
    """The line before keeps its end, whatever Qt makes of the pieces."""
    monkeypatch.setattr(text_buffer, "LONGEST_BLOCK", 5)
    for keys, wanted in (("x", "one\nxve\n"), ("\b", "one\nve\n")):
        pane.set_text("one\ntwo three five\n")
        pane.select(Selection(Place(1, 0), Place(1, 12)))
        qtbot.keyClicks(pane, keys) if keys != "\b" else qtbot.keyClick(pane, Qt.Key.Key_Backspace)
        assert pane.text() == wanted
        pane.selectAll()
        qtbot.keyClicks(pane, "y")
        assert pane.text() == "y"
