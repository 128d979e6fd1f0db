import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from editor.ui.theme import DARK, LIGHT

CONTROL = Qt.KeyboardModifier.ControlModifier
_Key = Qt.Key


def offers(desk):
    """Give the words that are offered now."""
    (found,) = desk.form.findChildren(QListWidget)
    return [found.item(i).text() for i in range(found.count())] if found.isVisible() else []


def items(desk):
    """Give the tags as Jekyll reads them now."""
    value = desk.front_matter.value("tags")
    return value.split() if isinstance(value, str) else value


@pytest.mark.parametrize("end", ["\r", ",", "،"])
def test_enter_or_a_comma_makes_a_chip(desk, end):
    """What was typed becomes a tag of its own."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.type("quay")
    if end == "\r":
        desk.press(_Key.Key_Return)
    else:
        desk.type(end)
    assert desk.said == [("tags", ["ferry", "quay"])]
    assert desk.lines == "tags: [ferry, quay]\n"
    assert desk.shown("Tags") == ""


def test_a_word_that_was_left_standing_becomes_a_chip(desk):
    """Leaving the field loses nothing."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.type("quay")
    desk.press(_Key.Key_Tab)
    assert items(desk) == ["ferry", "quay"]


def test_a_save_takes_a_word_that_was_not_finished(desk):
    """`commit` comes before a save and before another post."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.type("quay")
    desk.form.commit()
    assert items(desk) == ["ferry", "quay"]


def test_backspace_takes_the_last_chip_away(desk):
    """In an empty entry it goes to the chip before it."""
    desk.open("tags: [a, b, c]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Backspace)
    assert items(desk) == ["a", "b"]


def test_arrows_walk_and_with_control_move_a_chip(desk):
    """The order of a list is changed with the keys alone."""
    desk.open("tags: [a, b, c]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Left, CONTROL)
    assert items(desk) == ["a", "c", "b"]
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Delete)
    assert items(desk) == ["c", "b"]


def test_a_chip_is_opened_to_be_changed(desk):
    """Enter on a chip brings its text back into the entry."""
    desk.open("tags: [ferry, quay]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Return)
    assert desk.shown("Tags") == "quay"
    desk.type("s")
    desk.press(_Key.Key_Return)
    assert items(desk) == ["ferry", "quays"]


def test_a_changed_chip_keeps_its_place(desk):
    """The list changes once, when the new text is there; Escape leaves the old one."""
    desk.open("tags: [ferry, quay, lamp]\n")
    desk.go_to("Tags")
    for _ in range(3):
        desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Return)
    desk.type("boat")
    assert desk.said == []
    desk.press(_Key.Key_Escape)
    assert (desk.shown("Tags"), desk.said) == ("", [])
    for _ in range(3):
        desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Return)
    desk.type("boat, ship")
    desk.press(_Key.Key_Return)
    assert items(desk) == ["ferryboat", "ship", "quay", "lamp"]
    assert len(desk.said) == 1


def test_a_chip_that_is_opened_and_emptied_is_gone(desk):
    """Backspace takes away its letters and then itself."""
    desk.open("tags: [a, b, c]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Return)
    desk.press(_Key.Key_Backspace)
    desk.press(_Key.Key_Backspace)
    assert items(desk) == ["a", "c"]


def test_a_list_without_a_value_gets_its_first_item(desk):
    """`tags:` alone is an empty list."""
    desk.open("tags:\nlayout: post\n")
    desk.go_to("Tags")
    desk.type("quay,")
    assert items(desk) == ["quay"]
    assert desk.front_matter.keys == ("tags", "layout")


def test_escape_goes_from_the_chips_back_to_the_entry(desk):
    """Nothing is changed by looking around."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Escape)
    desk.press(_Key.Key_Delete)
    assert desk.said == []


def test_a_list_with_commas_is_pasted_as_chips(desk):
    """A list from a mail or a sheet becomes tags at once, without doubles."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    QApplication.clipboard().setText("quay, ferry,  night market\nlamp")
    desk.press(_Key.Key_V, CONTROL)
    assert items(desk) == ["ferry", "quay", "night market", "lamp"]


def test_a_tag_with_a_comma_of_its_own(desk):
    """New York, NY is one place, typed within quotes, and stays one when it is changed."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.type('"New York, NY"')
    desk.press(_Key.Key_Return)
    assert items(desk) == ["ferry", "New York, NY"]
    desk.press(_Key.Key_Left)
    desk.press(_Key.Key_Return)
    desk.press(_Key.Key_Return)
    assert items(desk) == ["ferry", "New York, NY"]


def test_tags_written_as_words_stay_words(desk):
    """`tags: one two` remains a text as long as every tag is one word."""
    desk.open("tags: one two\n")
    desk.go_to("Tags")
    desk.type("three,")
    assert desk.lines == "tags: one two three\n"
    desk.type("night market,")
    assert items(desk) == ["one", "two", "three", "night market"]
    assert isinstance(desk.front_matter.value("tags"), list)


def test_one_category_stays_one_text(desk):
    """`category: Night life` is one category, and a second one makes a list of it."""
    desk.open("category: Night life\n")
    desk.go_to("Category")
    desk.press(_Key.Key_Backspace)
    assert desk.front_matter.value("category") == []
    desk.open("category: Night life\n")
    desk.go_to("Category")
    desk.type("Food,")
    assert desk.front_matter.value("category") == ["Night life", "Food"]


def test_a_list_that_was_not_there_is_gone_again_when_emptied(desk):
    """One tag is added and taken back: the file is as it was."""
    before = desk.open("layout: post\n").front_matter.text
    desk.go_to("Tags")
    desk.type("quay,")
    assert items(desk) == ["quay"]
    desk.press(_Key.Key_Backspace)
    assert desk.front_matter.text == before


def test_numbers_among_tags_keep_their_spelling(desk):
    """A year as a tag is shown as it is written and stays a number."""
    desk.open("tags: [2025, 1.50, yes]\n")
    desk.go_to("Tags")
    desk.type("quay,")
    assert desk.lines == "tags: [2025, 1.50, yes, quay]\n"


def test_the_words_in_use_are_offered_the_most_used_first(desk):
    """Accents and capitals need not be typed; a tag that is there already is left out."""
    desk.open("tags: [history]\n")
    desk.go_to("Tags")
    desk.type("h")
    assert offers(desk) == ["harbour"]
    desk.press(_Key.Key_Backspace)
    desk.type("FETE")
    assert offers(desk) == ["Fête"]
    desk.press(_Key.Key_Down)
    desk.press(_Key.Key_Return)
    assert items(desk) == ["history", "Fête"]
    assert offers(desk) == []


def test_the_down_arrow_offers_all_and_escape_closes(desk):
    """One can look at the words in use without typing."""
    desk.open("")
    desk.go_to("Tags")
    desk.press(_Key.Key_Down)
    assert offers(desk) == ["harbour", "Fête", "night market", "history"]
    desk.press(_Key.Key_Escape)
    assert (offers(desk), desk.said) == ([], [])


def test_an_offered_word_is_taken_with_a_click(desk):
    """The pointer works as the keys do."""
    desk.open("")
    desk.go_to("Tags")
    desk.type("harb")
    (found,) = desk.form.findChildren(QListWidget)
    place = found.visualItemRect(found.item(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert items(desk) == ["harbour"]


def test_the_cross_of_a_chip_takes_it_away(desk):
    """A click on the cross is enough; one beside it only marks the chip."""
    desk.open("tags: [ferry, quay]\n")
    box = desk.input("Tags").parentWidget()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert desk.said == []
    desk.press(_Key.Key_Delete)
    assert items(desk) == ["quay"]
    width = box.width()
    for x in range(width):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    assert items(desk) == []


def test_a_double_click_opens_a_chip(desk):
    """The pointer can change a chip too."""
    desk.open("tags: [ferry, quay]\n")
    box = desk.input("Tags").parentWidget()
    QTest.mouseMove(box, QPoint(10, 12))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    QTest.mouseDClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    assert desk.shown("Tags") == "ferry"
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 2, 12))
    assert desk.said == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_offers_stand_out_in_both_palettes(desk, theme):
    """The marked row has the accent's soft ground, the count is quieter than the word."""
    desk.form.set_theme(theme)
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.press(_Key.Key_Down)
    desk.press(_Key.Key_Down)
    (found,) = desk.form.findChildren(QListWidget)
    row = found.visualItemRect(found.item(0))
    image = found.viewport().grab().toImage()
    assert image.pixelColor(row.left() + 8, row.center().y()).name() == theme.accent_soft.lower()
    below = found.visualItemRect(found.item(1))
    assert image.pixelColor(below.left() + 8, below.center().y()).name() == theme.pane.lower()


def test_a_screen_reader_hears_the_chips(desk):
    """The entry says what is in the list, and which chip the keys are on."""
    desk.open("tags: [ferry, quay]\n")
    entry = desk.go_to("Tags")
    assert entry.accessibleDescription() == "ferry, quay"
    desk.press(_Key.Key_Left)
    assert entry.accessibleDescription() == "quay, 2 of 2"


def test_a_tag_wider_than_the_form_is_cut_in_the_middle(desk):
    """The form gets no wider, and rows of chips make it higher."""
    desk.open(f"tags: [{'long ' * 40}, a, b]\n")
    box = desk.input("Tags").parentWidget()
    assert box.width() < 320
    assert box.height() > 24


def test_tags_that_jekyll_does_not_take_are_shown_as_they_are(desk):
    """A number is no list of tags; it is shown as YAML, with the reason."""
    desk.open("tags: 2025\n")
    assert desk.shown("Tags") == "2025"
    assert any("Jekyll drops these tags" in note for note in desk.notes())


def test_what_is_half_typed_does_not_go_over_to_the_next_post(desk):
    """A word that was left in the entry belongs to the post it was typed in."""
    desk.open("tags: [ferry]\n")
    desk.go_to("Tags")
    desk.type("qu")
    desk.open("tags: [lamp]\n")
    desk.press(_Key.Key_Tab)
    desk.form.commit()
    assert (desk.said, desk.lines) == ([], "tags: [lamp]\n")


def test_a_look_at_another_window_makes_no_chip(desk, qtbot):
    """Who comes back goes on typing the same word."""
    desk.open("tags: [ferry]\n")
    entry = desk.go_to("Tags")
    desk.type("qu")
    away = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(entry, away)
    assert (desk.shown("Tags"), desk.said) == ("qu", [])


def box_of(desk):
    """Give the list of chips that holds the tags."""
    return desk.input("Tags").parentWidget()


def drag(box, number, to):
    """Drag a chip to the left edge of another one."""
    chips = box.places.chips
    start, end = chips[number].center(), chips[to].topLeft() + QPoint(2, 8)
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(20, 0), end):
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(box.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(box, moved)
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=end)


def test_a_chip_is_dragged_to_another_place(desk):
    """The file keeps the way in which it wrote the list."""
    desk.open("tags:\n- a\n- b # noted\n- c\n")
    drag(box_of(desk), 2, 0)
    assert desk.lines == "tags:\n- c\n- a\n- b # noted\n"
    drag(box_of(desk), 0, 2)
    assert items(desk) == ["a", "c", "b"]


def test_a_click_on_a_chip_moves_nothing(desk):
    """Only a real drag does."""
    desk.open("tags: [a, b]\n")
    box = box_of(desk)
    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, pos=box.places.chips[1].center() - QPoint(9, 0)
    )
    assert desk.said == []


@pytest.mark.parametrize(
    ("copied", "pasted_items"),
    [
        ("a\nb c\n", ["a", "b c"]),
        ("- a\n* b\n3. c", ["a", "b", "c"]),
        ('["New York, NY", b]', ["New York, NY", "b"]),
        ("it's, John's", ["it's", "John's"]),
        ("a، b、c", ["a", "b", "c"]),
        ("'x: y', \"q\"", ["x: y", "q"]),
    ],
)
def test_lists_of_any_make_are_pasted(desk, copied, pasted_items):
    """From a mail, a sheet, Markdown or YAML; quotes hold what has a comma of its own."""
    desk.open("tags: []\n")
    desk.go_to("Tags")
    QApplication.clipboard().setText(copied)
    desk.press(_Key.Key_V, CONTROL)
    assert items(desk) == pasted_items
