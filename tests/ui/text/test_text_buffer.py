from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui.text.text_buffer import LONGEST_BLOCK, TextBuffer

# What stands for a line end on disk is made a plain one before a text comes here.
LINE_ENDS = "\r\u2029\ufdd0\ufdd1"


def buffer_of(qtbot, text=""):
    """Give a buffer and the pane it belongs to."""
    pane = QTextEdit()
    qtbot.addWidget(pane)
    buffer = TextBuffer(pane.document(), line_height=150)
    buffer.set_text(text)
    return buffer, pane


def test_every_character_that_a_newsroom_types_comes_back(qtbot):
    """No-break spaces, narrow ones, U+2028, marks of order, tabs and emoji survive."""
    buffer, _ = buffer_of(qtbot)
    for code in [*range(0x3000), 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF]:
        char = chr(code)
        if char in LINE_ENDS:
            continue
        for text in (f"{char}ab", f"a{char}b", f"ab{char}"):
            buffer.set_text(text)
            assert buffer.text() == text, hex(code)


def test_any_text_comes_back(qtbot):
    """A text of any characters is the same after it was shown."""
    buffer, _ = buffer_of(qtbot)

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=LINE_ENDS)))
    def shown_and_read(text):
        buffer.set_text(text)
        assert buffer.text() == text

    shown_and_read()


def test_a_line_of_a_megabyte_stays_one_line(qtbot):
    """A pasted picture in text form is held in pieces, and is still one line of the file."""
    text = "before\n" + "é x " * 250_000 + "\nafter\n\n"
    buffer, pane = buffer_of(qtbot, text)
    assert buffer.has_long_lines()
    assert buffer.text() == text
    longest = max(len(block) for block in pane.document().toRawText().split("\u2029"))
    assert longest == LONGEST_BLOCK


def test_enter_within_a_long_line_is_a_line_end(qtbot):
    """A line end typed into a piece of a long line is kept, and can be undone."""
    text = "a" * (3 * LONGEST_BLOCK)
    buffer, pane = buffer_of(qtbot, text)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(LONGEST_BLOCK + 500)
    buffer.insert(cursor, "1\r\n2\r3")
    at = LONGEST_BLOCK + 499
    assert buffer.text() == f"{text[:at]}1\n2\n3{text[at:]}"
    pane.document().undo()
    assert buffer.text() == text


def test_the_line_of_the_caret_counts_lines_of_the_file(qtbot):
    """Pieces of a long line have its number."""
    buffer, pane = buffer_of(qtbot, "one\n" + "b" * (2 * LONGEST_BLOCK) + "\nthree")
    document = pane.document()
    assert buffer.line_of(document.firstBlock()) == 0
    assert buffer.line_of(document.firstBlock().next().next()) == 1
    assert buffer.line_of(document.lastBlock()) == 2


def test_another_post_forgets_what_could_be_undone(qtbot):
    """Undo never brings back a text that belongs to another file."""
    buffer, pane = buffer_of(qtbot, "first post")
    buffer.insert(QTextCursor(pane.document()), "more ")
    buffer.set_text("second post")
    pane.document().undo()
    assert buffer.text() == "second post"


def test_bytes_that_are_not_utf_8_survive_typing_beside_them(qtbot):
    """A damaged file shows stand-ins; what was not touched keeps its very bytes."""
    raw = b"caf\xe9 one\ntwo \xff three\n"
    buffer, pane = buffer_of(qtbot, raw.decode("utf-8", "surrogateescape"))
    cursor = QTextCursor(pane.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    buffer.insert(cursor, "end")
    buffer.text()
    cursor.setPosition(0)
    buffer.insert(cursor, "start ")
    assert buffer.text().encode("utf-8", "surrogateescape") == b"start " + raw + b"end"
