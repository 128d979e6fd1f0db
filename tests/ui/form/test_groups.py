"""Mappings and lists of mappings, part by part."""

import pytest
from PySide6.QtCore import Qt

from editor.post.field_specs import FieldKind, FieldSpec
from editor.post.form_plan import FormPlan

HEADER = "header:\n  overlay: /a.png # kept\n  filter: 0.5\n  wide: true\n  'caption':   'Old'\n"
SOURCES = "sources:\n  - name: A # one\n    year: 2020\n  - {name: B, tags: [x, 2025]}\n"


def test_a_part_is_edited_and_nothing_else_of_the_mapping_is_touched(desk):
    """Comments, quotes and blanks stay."""
    desk.open(HEADER)
    desk.empty("Caption, Header")
    desk.type("New: one")
    assert desk.lines == HEADER.replace("'Old'", "'New: one'")


def test_each_part_has_the_input_that_suits_it(desk):
    """A number is a number, a truth a choice, a list chips."""
    desk.open(HEADER + SOURCES)
    desk.empty("Filter, Header")
    desk.type("0.75")
    desk.go_to("Wide, Header")
    desk.press(Qt.Key.Key_Down)
    desk.go_to("Tags, Sources 2")
    desk.type("z,")
    assert "filter: 0.75\n  wide: false" in desk.lines
    assert "{name: B, tags: [x, 2025, z]}" in desk.lines


def test_a_mapping_in_a_mapping_is_edited_in_place(desk):
    """As deep as three levels; what is deeper stays YAML."""
    lines = "seo:\n  og:\n    type: article\n    image: /a.png\n  index: yes\n"
    desk.open(lines)
    desk.empty("Type, Og")
    desk.type("website")
    assert desk.lines == lines.replace("article", '"website"')


def test_a_list_of_mappings_grows_shrinks_and_is_reordered(desk):
    """With the keys alone, and what stays keeps its bytes."""
    desk.open(SOURCES)
    desk.go_to("Sources: add another").click()
    assert desk.shown("Name, Sources 3") == ""
    desk.type("C")
    assert desk.front_matter.value("sources")[2]["name"] == "C"
    desk.go_to("Sources 2 of 3: move up").click()
    assert [each["name"] for each in desk.front_matter.value("sources")] == ["B", "A", "C"]
    desk.go_to("Sources 1 of 3: remove").click()
    desk.go_to("Sources 2 of 2: remove").click()
    assert desk.front_matter.value("sources") == [{"name": "A", "year": 2020}]
    desk.go_to("Sources 1 of 1: remove").click()
    assert desk.lines == ""


def test_what_the_site_taught_of_a_group_is_offered_where_there_is_none(desk):
    """The first part that is filled makes the mapping."""
    parts = (
        FieldSpec("name", "Name", FieldKind.TEXT),
        FieldSpec("year", "Year", FieldKind.NUMBER),
    )
    book = FieldSpec("book", "Book", FieldKind.MAP, parts=parts)
    refs = FieldSpec("refs", "Refs", FieldKind.MAPS, parts=parts)
    desk.form.set_plan(FormPlan(("title", "book", "refs"), {"book": book, "refs": refs}))
    desk.open("title: A\n")
    desk.go_to("Year, Book")
    desk.type("1999")
    assert desk.lines == "title: A\nbook:\n  year: 1999\n"
    desk.go_to("Refs: add another").click()
    desk.type("X")
    assert desk.front_matter.value("refs") == [{"name": "X", "year": None}]


def test_an_emptied_part_stays_and_a_part_that_came_goes_again(desk):
    """As in the post itself."""
    desk.open("book:\n  name: A\n  year: 1\n")
    desk.empty("Name, Book")
    assert desk.lines == 'book:\n  name: ""\n  year: 1\n'


@pytest.mark.parametrize("lines", ["x: {a: &n 1, b: *n}\n", "x: {1: a}\n", "x: [{a: 1}, 2]\n"])
def test_what_is_no_plain_group_stays_yaml(desk, lines):
    """Anchors, keys that are no text, mixed lists."""
    desk.open(lines)
    assert desk.shown("X")
    assert desk.said == []


def test_a_picture_in_a_group_is_replaced_where_it_stands(desk):
    """`image: {path: …}` keeps its other parts."""
    desk.open("image:\n  path: /a.png\n  alt: A # said\n")
    desk.form.place_image("image", "/b.png")
    assert desk.lines == "image:\n  path: /b.png\n  alt: A # said\n"


def test_a_date_in_a_group_is_not_the_date_of_the_post(desk):
    """The file's name says nothing about it; a zone that is missing is mended there too."""
    desk.form.set_file_name("_posts/2025-11-18-a.md")
    desk.open("event:\n  date: 2025-12-24 18:00:00\n")
    assert not any("the file name says" in note for note in desk.notes())
    desk.input("It is 18:00 in New York").click()
    assert (
        desk.front_matter.value("event")["date"].instant.isoformat() == "2025-12-24T18:00:00-05:00"
    )
