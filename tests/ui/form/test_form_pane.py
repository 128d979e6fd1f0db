from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from editor.post.front_matter import FrontMatter
from editor.post.post import Post
from editor.ui.theme import DARK, LIGHT

OFFSCREEN = "This plugin does not support"  # raising a menu, where there is no screen
POSTS = sorted((Path(__file__).parents[3] / "resources/sample-site").rglob("_*s/*.md"))
STRANGE = {
    "every type": "a: 1\nb: 1.50\nc: yes\nd: 2025-02-31\ne: [1, two]\nf: {a: b}\ng: ~\nh: 1,000\n",
    "duplicates": "title: One\ntags: a\ntitle: Two\ntag: b\n",
    "dates": "date: 2025-11-17 02:08:21\nupdated: 2025-11-17T02:08Z\nother: '2025-1-7'\n",
    "bad date": "date: TBD\n",
    "empty date": "date:\n",
    "lists": "tags: 2025\ncategories: {a: 1}\nauthor: [A, B]\nimage: {path: /a.png, alt: b}\n",
    "quotes": "title: 'It''s'\nexcerpt: \"a\\u00A0b\\nc\"\nlayout: ! 'post'\n",
    "blocks": "excerpt: |\n  one\n\n  two\ntext: >-\n  a\n  b\n# remark\n",
    "levels": "links:\n  - a: 1\n    b: 2\n",
    "strange keys": "'': a\n\"a&b\": c\n2025: d\n'two words': e\nTitle: f\n港: g\n",
    "anchors": "author: &me Ana\neditor: *me\n",
    "nothing": "",
    "spaces": "title:   Ends in blanks   \ntags:  one  two \n",
}


def visit_all(desk):
    """Go through the whole form with Tab, and once around."""
    first = None
    desk.form.setFocus()
    for _ in range(200):
        here = QApplication.focusWidget()
        if here is first:
            return
        first = first or here
        desk.press(Qt.Key.Key_Tab)
    pytest.fail("Tab never came back to the title")


@pytest.mark.parametrize("lines", STRANGE.values(), ids=STRANGE.keys())
def test_looking_at_a_post_changes_nothing(desk, lines):
    """Open it, visit every field, leave: the form has said nothing."""
    desk.open(lines)
    visit_all(desk)
    desk.form.commit()
    desk.form.set_front_matter(desk.front_matter)
    assert desk.said == []


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.name)
def test_looking_at_a_post_of_the_sample_site_changes_nothing(desk, path):
    """The posts that come with the program are opened and left as they are."""
    desk.form.set_front_matter(Post.from_bytes(path.read_bytes()).front_matter)
    visit_all(desk)
    desk.form.commit()
    assert desk.said == []


def test_every_post_has_the_house_fields(desk):
    """A file without keys shows the usual ones, empty and in their order."""
    desk.open("")
    names = [label for label in order(desk) if label]
    assert names[:9] == [
        "Title",
        "Date",
        "Author",
        "Categories",
        "Tags",
        "Excerpt",
        "Image",
        "Layout",
        "Published",
    ]


def order(desk):
    """Give the names of the fields from top to bottom, the left one of a pair first."""
    fields = desk.form.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    shown = [field for field in fields if hasattr(field, "key") and field.isVisible()]
    shown.sort(key=lambda field: (field.y(), field.x()))
    return [field.shown.spec.name for field in shown]


def test_other_keys_follow_in_the_order_of_the_file(desk):
    """A theme's own keys come after the house's, as the file has them."""
    desk.open("zebra: a\ntitle: T\nmiddle: b\nlayout: post\nalpha: c\n")
    assert order(desk)[9:] == ["Zebra", "Middle", "Alpha"]


def test_a_file_with_one_category_gets_no_second_field_for_it(desk):
    """`category` stands where `categories` would."""
    names = order(desk.open("category: News\n"))
    assert "Category" in names
    assert "Categories" not in names


def test_a_key_that_stands_twice_shows_the_last_and_says_so(desk):
    """The form shows what Jekyll reads."""
    desk.open("title: One\nlayout: post\ntitle: Two\n")
    assert desk.shown("Title") == "Two"
    assert any("title appears twice; Jekyll uses the last" in note for note in desk.notes())


def test_a_tag_that_hides_the_tags_is_told(desk):
    """`tag` beside `tags` makes Jekyll forget the tags."""
    desk.open("tags: [a, b]\ntag: c\n")
    assert any("does not read these tags" in note for note in desk.notes())


def test_front_matter_that_cannot_be_read_gets_a_calm_card(desk, qtbot):
    """The card says what is wrong and where, and offers to put it right."""
    desk.open("layout: post\ntitle: Harbour: the ferry\n")
    assert "Line 3" in " ".join(desk.notes())
    with qtbot.waitSignal(desk.form.quick_fix_asked):
        button(desk, "Quote this value").click()
    with qtbot.waitSignal(desk.form.raw_asked):
        button(desk, "Edit raw front matter").click()
    desk.open("title: Mended\n")
    assert desk.shown("Title") == "Mended"


def button(desk, text):
    """Find a visible button by its text."""
    buttons = desk.form.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text and each.isVisible())


def test_a_file_without_front_matter_is_offered_some(desk, qtbot):
    """Jekyll does not take such a file for a post, and the form says so."""
    desk.form.set_front_matter(None)
    with qtbot.waitSignal(desk.form.fences_asked):
        button(desk, "Add front matter").click()


def test_the_file_and_the_offer_to_rename_it_stand_under_the_title(desk, qtbot):
    """A title that no longer fits its file is a click away from a better name."""
    desk.open("title: Quay\n")
    desk.form.set_file_name("_posts/2025-11-17-old.md", "", "Rename file to 2025-11-17-quay.md")
    assert "_posts/2025-11-17-old.md" in desk.notes()
    with qtbot.waitSignal(desk.form.rename_asked):
        link(desk, "Rename file to 2025-11-17-quay.md").click()
    desk.form.set_file_name("_posts/2025-11-17-quay.md")
    assert not links(desk, "Rename file to 2025-11-17-quay.md")


def links(desk, text):
    """Find the visible links with a text."""
    every = desk.form.findChildren(QWidget)
    return [
        w for w in every if type(w).__name__ == "LinkButton" and w.text() == text and w.isVisible()
    ]


def link(desk, text):
    """Find a visible link by its text."""
    return links(desk, text)[0]


def test_a_new_field_is_written_only_when_it_has_a_value(desk):
    """The name is asked in place; an empty field leaves the file alone."""
    before = desk.open("title: T\n").front_matter.text
    link(desk, "More fields").click()
    desk.type("standfirst")
    desk.press(Qt.Key.Key_Return)
    assert desk.input("Standfirst").hasFocus()
    assert desk.front_matter.text == before
    desk.type("At last")
    assert desk.front_matter.keys == ("title", "standfirst")
    assert desk.front_matter.value("standfirst") == "At last"


def test_a_known_field_can_be_picked_with_the_arrows(desk):
    """What plugins and themes read is offered by name, with the input that suits it."""
    desk.open("title: T\n")
    link(desk, "More fields").click()
    desk.type("perma")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.input("Permalink").hasFocus()


def test_escape_closes_the_question_for_a_name(desk):
    """Nothing is added when one thinks better of it."""
    desk.open("title: T\n")
    link(desk, "More fields").click()
    desk.type("xyz")
    desk.press(Qt.Key.Key_Escape)
    assert link(desk, "More fields").hasFocus()
    assert desk.said == []


def test_fields_that_were_never_filled_are_gone_with_the_next_post(desk):
    """Another post begins with its own keys."""
    desk.open("title: T\n")
    desk.form.focus_field("standfirst")
    desk.open("title: U\n")
    assert "Standfirst" not in order(desk)


@pytest.mark.qt_log_ignore(OFFSCREEN)
def test_a_field_is_removed_by_its_menu(desk):
    """The menu of a field takes the key out of the file."""
    desk.open("title: T\nsubtitle: S\n")
    menu = open_menu(desk, "Subtitle")
    action = next(each for each in menu.actions() if each.text() == "Remove this field")
    action.trigger()
    menu.close()
    assert desk.said == [("subtitle",)]
    assert desk.lines == "title: T\n"


@pytest.mark.qt_log_ignore(OFFSCREEN)
def test_the_menu_copies_a_value_and_leaves_undo_to_the_window(desk):
    """No field has a history of its own."""
    desk.open("subtitle: S\n")
    menu = open_menu(desk, "Subtitle")
    names = [each.text().replace("&", "").split("\t")[0] for each in menu.actions()]
    next(each for each in menu.actions() if each.text() == "Copy value").trigger()
    menu.close()
    assert QApplication.clipboard().text() == "S"
    assert not {"Undo", "Redo"} & set(names)


def open_menu(desk, name):
    """Open the menu of a field with the menu key, and give it."""
    desk.go_to(name)
    desk.form.focus_field("subtitle")
    widget = QApplication.focusWidget()
    event = context_menu_event(widget)
    QApplication.sendEvent(widget, event)
    return QApplication.activePopupWidget()


def context_menu_event(widget):
    """Make the event that the menu key sends."""
    return QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        widget.rect().center(),
        widget.mapToGlobal(widget.rect().center()),
    )


@pytest.mark.parametrize("name", ["Title", "Author", "Tags", "Date", "Excerpt", "Layout"])
def test_undo_is_left_to_the_window(desk, name):
    """A field neither undoes by itself nor keeps the keys from the window's timeline."""
    desk.open("title: T\nauthor: A\ndate: 2025-11-17\nexcerpt: E\nlayout: L\n")
    widget = desk.go_to(name)
    desk.type("9")
    before = desk.shown(name)
    for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert not event.isAccepted()
    assert desk.shown(name) == before


def test_another_post_is_shown_in_the_same_widgets(desk):
    """Going through a list of posts builds no new fields."""
    desk.open("title: One\nsubtitle: a\n")
    title, subtitle = desk.input("Title"), desk.input("Subtitle")
    desk.open("title: Two\nstandfirst: b\n")
    assert desk.input("Title") is title
    assert desk.input("Standfirst") is subtitle
    assert desk.shown("Standfirst") == "b"


def test_tab_goes_from_top_to_bottom(desk):
    """The keys visit the fields in the order in which they are seen."""
    desk.open("header: {a: 1}\nsubtitle: S\n")
    seen = []
    desk.form.setFocus()
    for _ in range(30):
        seen.append(QApplication.focusWidget().accessibleName())
        desk.press(Qt.Key.Key_Tab)
    names = ["Title", "Date", "Time of Date", "Author", "Categories", "Tags", "Excerpt", "Image"]
    names += ["Layout", "Published", "A, Header", "Subtitle"]
    places = [seen.index(name) for name in names]
    assert places == sorted(places)


def test_a_read_only_post_can_be_read_and_copied(desk):
    """Nothing that is typed into it arrives."""
    desk.open("title: T\nauthor: A\ntags: [a]\nweight: 3\ndate: 2025-11-17 10:00\n")
    desk.form.set_read_only(is_read_only=True)
    for name in ("Title", "Author", "Tags", "Weight", "Date"):
        desk.go_to(name)
        desk.type("9")
        desk.press(Qt.Key.Key_Backspace)
        desk.press(Qt.Key.Key_Return)
    assert desk.said == []
    desk.form.set_read_only(is_read_only=False)
    desk.go_to("Title")
    desk.type("9")
    assert desk.said == [("title", "9T")]


def test_the_form_needs_no_more_than_250_pixels(desk):
    """On a narrow screen nothing is cut off at the side."""
    desk.open("title: T\nimage: /a.png\nvery_long_key_that_goes_on_and_on_and_on: a\ntags: [b]\n")
    desk.form.resize(250, 700)
    QApplication.processEvents()
    inside = desk.form.findChild(QWidget, "form_content")
    assert inside.width() <= 250
    assert all(
        widget.mapTo(desk.form, widget.rect().topRight()).x() < 250
        for widget in desk.form.findChildren(QWidget)
        if widget.isVisible()
    )


def test_the_wheel_changes_no_value(desk, qtbot):
    """Scrolling through the form over a list of choices leaves the choice."""
    desk.open("published: true\n")
    box = desk.go_to("Published")
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert (desk.shown("Published"), desk.said) == ("Yes", [])


def test_a_change_of_theme_says_nothing(desk):
    """The form takes on another palette with everything in it."""
    desk.open("title: T\nauthor: A\ntags: [a]\n")
    desk.form.set_theme(DARK)
    assert (desk.shown("Title"), desk.said) == ("T", [])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_input_with_the_keys_has_a_ring(desk, theme):
    """One sees where one types: the border takes the accent, and a soft ring lies around it."""
    desk.form.set_theme(theme)
    desk.open("title: T\nauthor: A\n")
    frame = desk.input("Author").parentWidget()
    at_rest = frame.grab().toImage().pixelColor(frame.width() // 2, 3).name()
    desk.go_to("Author")
    with_keys = frame.grab().toImage().pixelColor(frame.width() // 2, 3).name()
    assert (at_rest, with_keys) == (theme.line.lower(), theme.accent.lower())


def test_a_refusal_stands_under_its_field_until_the_value_changes(desk):
    """The reason is read where one was typing."""
    desk.open("title: T\n")
    desk.form.show_refusal("title", "This cannot be written.")
    assert any("This cannot be written." in note for note in desk.notes())
    desk.form.set_front_matter(FrontMatter.read("---\ntitle: U\n---\n"))
    assert not any("This cannot be written." in note for note in desk.notes())


def test_an_alt_key_leads_to_its_field(desk, qtbot):
    """Alt and the letter of a label bring the keys there."""
    desk.open("title: T\n")
    desk.go_to("Title")
    desk.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert desk.input("Tags").hasFocus()
