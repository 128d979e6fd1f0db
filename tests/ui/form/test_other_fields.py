from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

_Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


# Author and layout


def test_an_author_is_said_letter_by_letter(desk):
    """The byline in the preview follows."""
    desk.open("author: News\n")
    desk.go_to("Author").end(False)
    desk.type(" desk")
    assert desk.said[-1] == ("author", "News desk")
    assert len(desk.said) == 5


def test_an_author_is_found_without_accents(desk):
    """Typing zoe offers Zoë, and Enter takes her."""
    desk.open("author: ''\n")
    desk.go_to("Author")
    desk.type("zoe u")
    desk.press(_Key.Key_Down)
    desk.press(_Key.Key_Return)
    assert desk.front_matter.value("author") == "Zoë Ülker"
    assert desk.shown("Author") == "Zoë Ülker"


def test_an_author_of_several_parts_is_edited_part_by_part(desk):
    """A mapping is no text, and each of its parts is a field."""
    desk.open("author:\n  name: Ana # one\n  email: a@example.org\n")
    assert desk.shown("Name, Author") == "Ana"
    desk.empty("Email, Author")
    desk.type("b@example.org")
    assert desk.front_matter.value("author") == {"name": "Ana", "email": "b@example.org"}
    assert "name: Ana # one" in desk.lines


def test_a_layout_is_picked_from_those_of_the_site(desk):
    """The arrow down opens the list, a typed name need not be in it."""
    desk.open("layout: post\n")
    desk.go_to("Layout")
    desk.press(_Key.Key_Down)
    (offers,) = desk.form.findChildren(QListWidget)
    assert [offers.item(i).text() for i in range(offers.count())] == ["post", "page"]
    desk.press(_Key.Key_Down)
    desk.press(_Key.Key_Down)
    desk.press(_Key.Key_Return)
    assert desk.lines == "layout: page\n"
    desk.empty("Layout")
    desk.type("gallery")
    assert desk.front_matter.value("layout") == "gallery"


def test_no_break_spaces_and_odd_ends_of_an_author_survive(desk):
    """An edit at the end of the line leaves what Qt cannot hold."""
    desk.open('author: "\\uFEFFA\\u00A0B\\r\\nC"\n')
    desk.go_to("Author").end(False)
    desk.type("x")
    assert desk.front_matter.value("author") == "\ufeffA\u00a0B\r\nCx"


# Yes and no


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("published: true\n", "Yes"),
        ("published: no\n", "No"),
        ("layout: post\n", "As default"),
        ("published:\n", "As default"),
    ],
)
def test_published_is_yes_no_or_as_the_site_has_it(desk, lines, shown):
    """A key that is not there is neither."""
    assert desk.open(lines).shown("Published") == shown


def test_a_choice_keeps_the_words_of_the_file(desk):
    """A file that says yes and no goes on to do so."""
    desk.open("published: yes\n")
    desk.go_to("Published")
    desk.press(_Key.Key_Down)
    assert desk.lines == "published: no\n"
    desk.open("layout: post\n")
    desk.go_to("Published")
    desk.press(_Key.Key_Up)
    assert desk.lines == "layout: post\npublished: false\n"


def test_as_default_takes_the_key_away(desk):
    """No value stands for the absence of one."""
    desk.open("title: T\npublished: false\n")
    desk.go_to("Published")
    desk.press(_Key.Key_Down)
    assert desk.lines == "title: T\n"


def test_any_yes_or_no_of_a_theme_is_a_choice(desk):
    """Other keys with a truth value get the same input."""
    desk.open("comments: false\n")
    assert desk.shown("Comments") == "No"


# Numbers


def test_a_number_is_taken_as_soon_as_it_is_one(desk):
    """Digits of any script are digits; what is no number is not written."""
    desk.open("weight: 12\n")
    desk.go_to("Weight").end(False)
    desk.type("5")
    assert desk.lines == "weight: 125\n"
    desk.empty("Weight")
    desk.type("-")
    assert desk.said == [("weight", "125")]
    assert any(note.startswith("Write a number") for note in desk.notes())
    desk.type("٣")
    assert desk.lines == "weight: -3\n"


@pytest.mark.parametrize("typed", ["012", "1,000", "1e3", "1_0", "0x1F", ".5", "12:30", "abc"])
def test_a_number_that_readers_of_yaml_disagree_on_is_not_written(desk, typed):
    """012 is ten to Ruby, and 12:30 is 750."""
    desk.open("weight: 7\n")
    desk.empty("Weight")
    desk.type(typed)
    assert desk.front_matter.value("weight") not in {10, 1000, 31, 0.5, 750.0, typed}


def test_an_emptied_number_is_no_value(desk):
    """The key stays without a value once one leaves the field."""
    desk.open("weight: 7\nlayout: post\n")
    desk.empty("Weight")
    assert desk.said == []
    desk.press(_Key.Key_Return)
    assert desk.front_matter.value("weight") is None
    assert desk.front_matter.keys == ("weight", "layout")


def test_escape_brings_a_number_back(desk):
    """What was typed and is none is given up."""
    desk.open("weight: 7\n")
    desk.empty("Weight")
    desk.type("x")
    desk.press(_Key.Key_Escape)
    assert (desk.shown("Weight"), desk.said) == ("7", [])


# Images


@pytest.fixture
def picture(tmp_path):
    """Give a picture of 1600 by 900 in a folder."""
    path = tmp_path / "quay.png"
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(path))
    return path


def find_in(folder):
    """Give a resolver that looks for files in a folder."""

    def resolve(path):
        file = folder / path.lstrip("/")
        return file if file.is_file() else None

    return resolve


def test_an_image_is_shown_with_its_size(desk, qtbot, picture):
    """One sees which picture it is, and whether it is large enough."""
    desk.form.set_image_resolver(find_in(picture.parent))
    desk.open("image: /quay.png\n")
    kilobytes = max(1, round(picture.stat().st_size / 1000))
    qtbot.waitUntil(lambda: f"1600 × 900 · {kilobytes} kB" in desk.notes())


def test_an_image_that_the_site_does_not_have_is_told(desk, qtbot, tmp_path):
    """A slip in the path shows at once, not on the published page."""
    desk.form.set_image_resolver(find_in(tmp_path))
    desk.open("image: /quay.png\n")
    qtbot.waitUntil(lambda: any("not in the site" in note for note in desk.notes()))


def test_an_image_on_the_web_is_no_reason_to_warn(desk, tmp_path):
    """Nothing is fetched, and nothing is said against it."""
    desk.form.set_image_resolver(find_in(tmp_path))
    desk.open("image: https://example.org/quay.png\n")
    QTest.qWait(5)
    assert not any("not in the site" in note for note in desk.notes())


def test_a_file_that_is_no_picture_is_told(desk, qtbot, tmp_path):
    """A file with the name of a picture may be anything."""
    Path(tmp_path / "quay.png").write_bytes(b"no picture")
    desk.form.set_image_resolver(find_in(tmp_path))
    desk.open("image: /quay.png\n")
    qtbot.waitUntil(lambda: any("no picture" in note for note in desk.notes()))


def test_a_picture_in_memory_is_shown_too(desk, qtbot):
    """The window may have the picture already."""
    desk.form.set_image_resolver(lambda _path: QPixmap(40, 30))
    desk.open("image: a.png\n")
    qtbot.waitUntil(lambda: "40 × 30" in desk.notes())


def test_another_image_is_asked_of_the_window(desk, qtbot):
    """The window picks and places it; the rest of the file stays."""
    desk.open("title: T\nimage: /a.png\n")
    with qtbot.waitSignal(desk.form.image_pick_asked) as asked:
        desk.input("Image: choose another").click()
    assert asked.args == ["image"]
    desk.form.place_image("image", "/assets/b.png")
    assert desk.lines == "title: T\nimage: /assets/b.png\n"


def test_an_image_with_an_alternative_text_keeps_it(desk):
    """A mapping gets another path and nothing else."""
    desk.open("image:\n  path: /a.png\n  alt: The quay\n")
    desk.form.place_image("image", "/b.png")
    assert desk.lines == "image:\n  path: /b.png\n  alt: The quay\n"


def test_a_path_is_typed_and_an_emptied_one_is_no_value(desk):
    """An empty text would be an image to the plugins of Jekyll."""
    desk.open("image: /a.png\ntitle: T\n")
    desk.go_to("Image").end(False)
    desk.type("x")
    assert desk.front_matter.value("image") == "/a.pngx"
    desk.empty("Image")
    assert desk.front_matter.value("image") is None
    assert desk.front_matter.keys == ("image", "title")


def test_an_image_is_removed_with_its_key(desk, qtbot, picture):
    """The link under the picture takes it out of the file."""
    desk.form.set_image_resolver(find_in(picture.parent))
    desk.open("title: T\nimage: /quay.png\n")
    qtbot.waitUntil(lambda: any(w.isVisible() for w in named(desk, "Image: remove")))
    desk.input("Image: remove").click()
    assert desk.lines == "title: T\n"


def named(desk, name):
    """Find widgets by the name that a screen reader says."""
    every = desk.form.findChildren(QWidget)
    return [widget for widget in every if widget.accessibleName() == name]


# YAML


def test_yaml_is_taken_when_one_leaves_it(desk):
    """What no field can show is edited as it stands, and only its own bytes change."""
    desk.open("title: T\nheader:\n  1: /a.png # the hall\nlayout: post\n")
    box = desk.go_to("Header")
    assert desk.shown("Header") == "1: /a.png"
    box.selectAll()
    desk.type("1: /b.png")
    assert desk.said == []
    desk.press(_Key.Key_Tab)
    assert desk.front_matter.value("header") == {1: "/b.png"}
    assert desk.lines.startswith("title: T\n")
    assert desk.lines.endswith("layout: post\n")


def test_yaml_that_cannot_be_read_is_not_taken(desk):
    """The reason stands under the field, and what was typed stays."""
    desk.open("header: {1: a}\n")
    desk.go_to("Header").selectAll()
    desk.type("{1: a")
    desk.press(_Key.Key_Return, CONTROL)
    assert desk.said == []
    assert any("not YAML" in note for note in desk.notes())
    assert desk.shown("Header") == "{1: a"
    desk.type("}")
    desk.press(_Key.Key_Return, CONTROL)
    assert not any("not YAML" in note for note in desk.notes())
    assert desk.said == []


def test_yaml_of_several_levels_comes_back_with_its_shape(desk):
    """Lists of mappings and their types survive an edit."""
    desk.open("links:\n  - name: a\n    since: 2020-01-02\n  - name: b\n    yes: true\n")
    box = desk.go_to("Links")
    text = desk.shown("Links")
    box.selectAll()
    QApplication.clipboard().setText(text.replace("name: b", "name: c"))
    desk.press(_Key.Key_V, CONTROL)
    desk.form.commit()
    value = desk.front_matter.value("links")
    assert [link["name"] for link in value] == ["a", "c"]
    assert str(value[0]["since"]) == "2020-01-02"


def test_yaml_half_typed_does_not_go_over_to_the_next_post(desk):
    """The next post shows its own value, even one with the same spelling."""
    desk.open("header: {1: a}\ntitle: One\n")
    desk.go_to("Header").selectAll()
    desk.type("{b: 2}")
    desk.open("header: {1: a}\ntitle: Two\n")
    assert desk.shown("Header") == "{1: a}"
    desk.form.commit()
    assert desk.said == []
