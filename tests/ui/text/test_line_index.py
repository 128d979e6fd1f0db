import random

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.post.markdown_edits.lines import WholeText
from editor.post.markdown_edits.places import Place
from editor.ui.text import text_buffer
from editor.ui.text.text_lines import TextLines

PIECES = [
    *("\n", "\n\n", "```\n", "\n~~~\n", "<!-- ", " -->", "{% raw %}", "{% endraw %}", "[^1]", "a"),
    *("quay 😀", "العبّارة", "<pre>", "</pre>", "- one\n", "long " * 12),
]


@pytest.fixture
def document(qapp):
    """Give an empty document."""
    empty = QTextDocument()
    empty.documentLayout()  # a document without a layout does not tell what changes
    return empty


def lines_of(document, text):
    """Give a buffer that shows a text, and its lines."""
    buffer = text_buffer.TextBuffer(document, line_height=150)
    buffer.set_text(text)
    return buffer, TextLines(document, buffer.index)


def assert_same(buffer, lines):
    """Compare what the index says with what a fresh look at the whole text says."""
    text = buffer.text()
    fresh = WholeText(text)
    numbers = range(-1, fresh.count() + 1)
    assert lines.count() == fresh.count()
    assert [lines.line(number) for number in numbers] == [fresh.line(number) for number in numbers]
    inside = [fresh.inside(number) for number in range(fresh.count())]
    assert [lines.inside(number) for number in range(fresh.count())] == inside
    assert list(lines.marked()) == list(fresh.marked())


@pytest.mark.parametrize("seed", range(12))
def test_lines_are_known_after_any_change(document, seed):
    """Pieces put in, taken out, undone and done again: the index is what a fresh look says."""
    chance = random.Random(seed)
    buffer, lines = lines_of(document, "".join(chance.choices(PIECES, k=30)))
    assert_same(buffer, lines)
    for _ in range(40):
        cursor = QTextCursor(document)
        cursor.setPosition(chance.randrange(document.characterCount()))
        match chance.randrange(4):
            case 0:
                document.undo()
            case 1:
                document.redo()
            case 2:
                end = min(cursor.position() + chance.randrange(30), document.characterCount() - 1)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                buffer.insert(cursor, "")
            case 3:
                buffer.insert(cursor, "".join(chance.choices(PIECES, k=3)))
        assert_same(buffer, lines)


def test_lines_held_in_pieces_are_lines_all_the_same(document, monkeypatch):
    """A line of many blocks has one number, and what follows it the next."""
    monkeypatch.setattr(text_buffer, "LONGEST_BLOCK", 10)
    buffer, lines = lines_of(document, "one\n" + "0123456789" * 5 + "\nthree\n\nfive")
    assert buffer.has_long_lines()
    assert_same(buffer, lines)
    cursor = QTextCursor(document)
    cursor.setPosition(30)
    buffer.insert(cursor, "a\nb")
    assert_same(buffer, lines)
    document.undo()
    assert_same(buffer, lines)


def test_places_count_letters_and_qt_counts_units(document, monkeypatch):
    """Every place of a text with emoji and long lines goes to Qt's position and back."""
    monkeypatch.setattr(text_buffer, "LONGEST_BLOCK", 8)
    text = "😀a😀\n" + "abc😀" * 9 + "\n\nend"
    _, lines = lines_of(document, text)
    for number, line in enumerate(text.split("\n")):
        for column in range(len(line) + 1):
            place = Place(number, column)
            assert lines.place(lines.position(place)) == place
