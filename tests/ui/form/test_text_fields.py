import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_each_letter_of_a_title_is_said_at_once(desk):
    """The preview can follow in the frame after the key."""
    desk.open("title: Quay\n")
    desk.go_to("Title").moveCursor(QTextCursor.MoveOperation.End)
    desk.type("s!")
    assert desk.said == [("title", "Quays"), ("title", "Quays!")]
    assert desk.lines == "title: Quays!\n"


@pytest.mark.parametrize(
    "text",
    [
        "مهرجان الميناء",
        "港の夜市、今年も",
        "Déjà vu\u00a0: «\u202fici\u202f»",
        "a\tb",
        "👩‍👩‍👧 at the quay",
        "one\u2028two",
        "word\ufeffword",
    ],
)
def test_a_title_of_any_script_is_written_as_typed(desk, text):
    """Right-to-left text, no-break spaces, tabs, families of emoji and U+2028 arrive whole."""
    desk.open('title: ""\n')
    desk.go_to("Title")
    if set(text) & {"\t", "\ufeff"}:  # no key writes these, so they come by pasting
        QApplication.clipboard().setText(text)
        desk.press(Qt.Key.Key_V, CONTROL)
    else:
        desk.type(text)
    assert desk.front_matter.value("title") == text
    assert desk.shown("Title") == text


@pytest.mark.parametrize(
    "spelled",
    [
        '"a\\u00A0b\\u2028c\\td"',
        '"one\\r\\ntwo\\rthree"',
        '"\\uFEFFmarked"',
        '"one\\u2029two"',
        "|\n  one\n  two\n",
    ],
)
def test_what_qt_cannot_hold_survives_an_edit_beside_it(desk, spelled):
    """One more letter at the end changes nothing that stood before it."""
    desk.open(f"title: {spelled.rstrip()}\nlayout: post\n")
    before = desk.front_matter.value("title")
    desk.go_to("Title").moveCursor(QTextCursor.MoveOperation.End)
    desk.type("x")
    after = desk.front_matter.value("title")
    assert after.rstrip("\n") == before.rstrip("\n") + "x" or after == before + "x"


def test_bytes_that_are_not_utf_8_survive_an_edit_beside_them(desk):
    """A letter is added to a title from an old archive; its strange byte stays."""
    desk.open("title: caf\udce9\n")
    desk.go_to("Title").moveCursor(QTextCursor.MoveOperation.End)
    desk.type("s")
    assert desk.front_matter.value("title") == "caf\udce9s"


def test_an_arabic_title_begins_at_the_right(desk):
    """Text is aligned by what it says, not by the language of the window."""
    desk.open("title: مهرجان\n")
    box = desk.input("Title")
    caret_at_start = box.cursorRect(QTextCursor(box.document()))
    assert caret_at_start.center().x() > box.width() / 2


def test_enter_leaves_a_title_and_tab_too(desk):
    """A title has no line breaks, so Enter goes on to what comes next."""
    desk.open("title: Quay\n")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        title = desk.go_to("Title")
        desk.press(key)
        assert not title.hasFocus()
    assert desk.said == []


def test_lines_that_are_pasted_into_a_title_become_one(desk):
    """A headline copied from a page comes with line breaks that no one meant."""
    desk.open("title: Old\n")
    desk.empty("Title")
    desk.said.clear()
    QApplication.clipboard().setText("Harbour\r\nopens\n")
    desk.press(Qt.Key.Key_V, CONTROL)
    assert desk.said == [("title", "Harbour opens")]


def test_a_copied_title_keeps_its_no_break_spaces(desk):
    """What goes to the clipboard is what stands in the field."""
    desk.open('title: "Ici\\u00A0: non"\n')
    desk.go_to("Title").selectAll()
    desk.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Ici\u00a0: non"


def test_pictures_and_files_on_the_clipboard_are_no_text(desk):
    """Only words can be pasted into a field."""
    data = QMimeData()
    data.setImageData(QApplication.clipboard().image())
    assert not desk.open("title: a\n").input("Title").canInsertFromMimeData(data)


def test_enter_begins_a_line_in_an_excerpt(desk):
    """A long text may have lines, and they are plain ones."""
    desk.open("excerpt: One\n")
    desk.go_to("Excerpt").moveCursor(QTextCursor.MoveOperation.End)
    desk.press(Qt.Key.Key_Return)
    desk.type("Two")
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.type("Three")
    assert desk.front_matter.value("excerpt") == "One\nTwo\nThree"


def test_an_emptied_text_keeps_its_key(desk):
    """The key stays with an empty text, in the file's own order."""
    desk.open("subtitle: Gone soon\nlayout: post\n")
    desk.empty("Subtitle")
    assert desk.said == [("subtitle", "")]
    assert desk.front_matter.keys == ("subtitle", "layout")


def test_a_key_without_a_value_is_left_without_one(desk):
    """What is typed and taken back leaves the file byte for byte as it was."""
    before = desk.open("subtitle:\nlayout: post\n").front_matter.text
    desk.go_to("Subtitle")
    desk.type("ab")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.front_matter.text.replace("subtitle: \n", "subtitle:\n") == before


def test_a_key_that_was_not_there_is_gone_again_when_emptied(desk):
    """What is typed into a field that the file does not have, and taken back, leaves no trace."""
    before = desk.open("layout: post\n").front_matter.text
    desk.go_to("Excerpt")
    desk.type("ab")
    assert desk.front_matter.has("excerpt")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.front_matter.text == before


def test_the_caret_stays_when_the_session_answers(desk):
    """Typing in the middle of a title goes on in the middle."""
    desk.open("title: Quay opens\n")
    box = desk.go_to("Title")
    cursor = box.textCursor()
    cursor.setPosition(4)
    box.setTextCursor(cursor)
    desk.type("side")
    assert desk.shown("Title") == "Quayside opens"
    assert box.textCursor().position() == 8


def test_a_field_with_the_keys_in_it_shows_what_undo_brings_back(desk):
    """Undo belongs to the window; the field follows, and the caret stays near."""
    desk.open("title: Quay opens\n")
    earlier = desk.front_matter
    box = desk.go_to("Title")
    box.moveCursor(QTextCursor.MoveOperation.End)
    desk.type("!!")
    desk.said.clear()
    desk.form.set_front_matter(earlier)
    assert (desk.shown("Title"), box.textCursor().position()) == ("Quay opens", 10)
    assert desk.said == []


def test_a_title_counts_what_readers_call_characters(desk):
    """A family of emoji is one character, an accent none of its own."""
    desk.open('title: "👩‍👩‍👧 e\u0301"\n')
    assert "3" in desk.notes()
    desk.go_to("Title").moveCursor(QTextCursor.MoveOperation.End)
    desk.type("!")
    assert "4" in desk.notes()


def test_an_excerpt_says_how_much_of_it_will_be_seen(desk):
    """The count stands beside the limit of search results."""
    desk.open("excerpt: Short.\n")
    assert "6 / 160" in desk.notes()


def test_a_long_title_grows_and_a_huge_one_scrolls(desk):
    """A title is seen whole, but does not push everything else out of the window."""
    desk.open("title: a\n")
    one_line = desk.input("Title").height()
    desk.open(f"title: {'word ' * 20}\n")
    some_lines = desk.input("Title").height()
    desk.open(f"title: {'word ' * 2000}\n")
    assert one_line < some_lines < desk.input("Title").height() < 200


def test_a_text_stays_in_its_field_when_it_grows_long(desk):
    """A short text becomes a long one while it is typed, and the keys stay where they are."""
    desk.open(f"subtitle: {'word ' * 23}end\n")
    box = desk.go_to("Subtitle")
    box.moveCursor(QTextCursor.MoveOperation.End)
    desk.type(" and more of it")
    assert box.hasFocus()
    assert desk.front_matter.value("subtitle").endswith("end and more of it")
