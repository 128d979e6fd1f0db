import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.text.plain_text import ShownText, read, selected, write

NOT_IN_QT = "\r\u2029\ufdd0\ufdd1"


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        ("a\r\nb\rc\u2029d", "a\nb\nc\nd"),
        ("\ufeffa\ufeff", "\ufffda\ufeff"),
        ("caf\udce9", "caf\ufffd"),
        ("a\u00a0b\u2028c", "a\u00a0b\u2028c"),
    ],
)
def test_what_qt_cannot_hold_is_shown_by_a_stand_in(original, shown):
    """Everything else is shown as it is."""
    assert ShownText(original).shown == shown


@given(st.text("ab\r\n\ufeff\udce9"), st.text("ab\r\n"), st.integers(0, 30), st.integers(0, 30))
def test_an_edit_leaves_all_around_it_as_it_was(original, typed, start, length):
    """What was typed replaces what was selected, and nothing else is touched."""
    text = ShownText(original)
    shown = text.shown
    start = min(start, len(shown))
    end = min(start + length, len(shown))
    typed = typed.replace("\r", "")
    edited = text.edited(shown[:start] + typed + shown[end:])
    wanted = shown[:start] + typed + shown[end:]
    assert _showable(ShownText(edited).shown) == _showable(wanted)


def _showable(text):
    """Leave out stand-ins, and the mark that needs one only where a text begins with it."""
    return text.replace("\ufffd", "").replace("\ufeff", "")


def test_line_ends_of_a_windows_text_survive_a_letter():
    """A letter in the second line leaves both line ends."""
    assert ShownText("one\r\ntwo\r\nthree").edited("one\ntwos\nthree") == "one\r\ntwos\r\nthree"


def test_line_ends_that_come_to_stand_together_stay_two():
    """A new line between ends of old Macs is one line more, not one end for two."""
    assert ShownText(ShownText("\r\r").edited("\n\n\n")).shown == "\n\n\n"


def test_the_same_text_is_the_original():
    """Looking at a text changes nothing."""
    assert ShownText("a\r\n\udce9").edited("a\n\ufffd") == "a\r\n\udce9"


def test_a_document_gives_back_what_was_written(qapp):
    """No-break spaces, U+2028, marks in the middle and emoji come back."""
    document = QTextDocument()
    for text in ("", "a\u00a0b", "x\n\ny", "👩‍👩‍👧\u2028z", "a\ufeffb", "a\ufeff", "\x00\ufffc"):
        write(QTextCursor(document), text)
        assert read(document) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NOT_IN_QT))))
def test_any_text_after_any_other_comes_back(texts):
    """Only what differs is written, and the result is the whole text."""
    document = QTextDocument()
    for text in texts:
        shown = ShownText(text).shown
        write(QTextCursor(document), shown)
        assert read(document) == shown


def test_a_mark_of_order_is_written_where_it_is_new(qapp):
    """U+FEFF inside of a text is kept, even where it is the first character that differs."""
    document = QTextDocument()
    write(QTextCursor(document), "ab")
    write(QTextCursor(document), "a\ufeffcb")
    assert read(document) == "a\ufeffcb"


def test_a_caret_stays_where_the_text_stays(qapp):
    """An answer that changes the end of a text leaves the caret at its start."""
    document = QTextDocument()
    write(QTextCursor(document), "😀 quay opens")
    caret = QTextCursor(document)
    caret.setPosition(4)
    write(QTextCursor(document), "😀 quay opens today")
    assert caret.position() == 4


def test_a_selection_over_two_lines_has_a_plain_line_end(qapp):
    """What is copied can be pasted anywhere."""
    document = QTextDocument()
    write(QTextCursor(document), "one\ntwo\u00a0")
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    assert selected(cursor) == "one\ntwo\u00a0"
