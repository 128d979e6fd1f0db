from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from editor.ui.finder import Findable, FindField, Sought
from editor.ui.finder import matching as matching_sought

THINGS = [
    Findable("post", "a", "The café on the quay", "2025-11-17"),
    Findable("post", "b", "Budget for the quay", "2025-10-30"),
    Findable("action", "save", "Save", "Ctrl+S"),
    Findable("action", "save_as", "Save As…", "Ctrl+Shift+S"),
]


def matching(query, things):
    """Find among things as they are handed to the field."""
    return matching_sought(query, [Sought(thing) for thing in things])


def test_words_are_found_in_any_order_without_case_and_accents():
    """A writer types `CAFE` and finds the café."""
    assert [thing.key for thing in matching("quay CAFE", THINGS)] == ["a"]


def test_what_begins_with_the_word_comes_first():
    """`bud` offers the budget before anything that merely holds it."""
    things = [Findable("post", "x", "No budget"), Findable("post", "y", "Budget")]
    assert [thing.key for thing in matching("bud", things)] == ["y", "x"]


def test_the_start_of_a_word_comes_before_its_middle():
    """And what comes first wins among equals."""
    things = [
        Findable("post", "a", "Showboat"),
        Findable("post", "b", "A boat"),
        Findable("post", "c", "The boat"),
        Findable("post", "d", "Boat"),
    ]
    assert [thing.key for thing in matching("boat", things)] == ["d", "b", "c", "a"]


def test_a_post_is_found_by_its_day():
    """The day is as good as the title."""
    assert [thing.key for thing in matching("2025-10", THINGS)] == ["b"]


def test_nothing_typed_finds_nothing():
    """An empty field offers nothing."""
    assert matching("  ", THINGS) == []


def test_the_keys_alone_choose(qtbot):
    """Type, arrow down, Enter: the second find is done, and the field is empty again."""
    window = QWidget()
    qtbot.addWidget(window)
    field = FindField(window)
    field.set_things(THINGS)
    window.resize(600, 400)
    window.show()
    field.setFocus()
    qtbot.keyClicks(field, "save")
    shown = window.findChild(QListWidget, "find_list")
    assert shown.isVisible()
    assert shown.count() == 2
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args[0].key == "save_as"
    assert field.text() == ""
    assert not shown.isVisible()


def test_escape_leaves_without_doing_anything(qtbot):
    """Escape closes the list and gives the keys back."""
    window = QWidget()
    qtbot.addWidget(window)
    field = FindField(window)
    field.set_things(THINGS)
    window.show()
    qtbot.keyClicks(field, "quay")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_an_action_is_found_by_its_menu():
    """`format` offers what the Format menu has, though no name says so."""
    bold = Findable("action", "bold", "Bold", "Ctrl+B", "Format")
    assert matching("format", [*THINGS, bold]) == [bold]


def test_asked_for_actions_it_lists_them_all_and_no_post(qtbot):
    """The palette is open before a letter is typed; the next time posts are found again."""
    window = QWidget()
    qtbot.addWidget(window)
    field = FindField(window)
    field.set_things(THINGS)
    window.resize(600, 400)
    window.show()
    field.ask_for("action")
    shown = window.findChild(QListWidget, "find_list")
    assert [shown.item(row).text().split("  ")[0] for row in range(2)] == ["Save", "Save As…"]
    qtbot.keyClicks(field, "quay")
    assert not shown.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    field.ask_for()
    qtbot.keyClicks(field, "quay")
    assert shown.count() == 2


def test_what_only_the_text_says_is_offered_below(qtbot):
    """Once, and not where something else is typed by now."""
    window = QWidget()
    qtbot.addWidget(window)
    field = FindField(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.set_things(THINGS)
    qtbot.keyClicks(field, "quay")
    text = Findable("post", "z", "Found by its text")
    field.add_finds("quays", [text])
    shown = window.findChild(QListWidget, "find_list")
    assert shown.count() == 2
    QTest.keyClick(field, Qt.Key.Key_Down)
    field.add_finds("quay", [THINGS[0], text])
    assert shown.count() == 3
    assert shown.currentRow() == 1
