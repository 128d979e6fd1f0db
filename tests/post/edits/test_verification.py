"""An edit holds only when nothing but what was wanted changed: each other change is found."""

import pytest

from editor.post.edits.block import read_block
from editor.post.edits.verification import Expected, Written, untouched, verified
from editor.post.errors import EditRefused
from editor.post.field_values import Literal
from editor.post.front_matter import FrontMatter

OLD = "---\ntitle: Old # c\ntags: [a, b]\nauthor: &x {name: Ann, age: 40}\neditor: *x\n---\n"
GOOD = OLD.replace("Old", "New")


def proven(new, value, *, index=0, old=OLD):
    """Check a text against an old one in which one field was to get a value."""
    block = read_block(old)
    expected = [untouched(entry) for entry in block.entries]
    entry = block.entries[index]
    expected[index] = Expected(entry.key_node, Written(value, entry.value_node))
    return verified(block, new, expected) is not None


@pytest.mark.parametrize("spelling", ["New", "'New'", '"N\\x65w"', "|-\n  New"])
def test_the_wanted_text_holds_however_it_is_written(spelling):
    """How to write it was decided before."""
    assert proven(OLD.replace("Old # c", spelling), "New")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("New", "Now"),
        ("New", "[New]"),
        ("New", "[New"),
        ("New", "New\n  more"),
        ("title", "Title"),
        ("title", "'title'"),
        ("[a, b]", "[a, 'b']"),
        ("[a, b]", "[b, a]"),
        ("[a, b]", "[a]"),
        ("[a, b]", "\n- a\n- b"),
        ("&x", "&y"),
        ("*x", "Ann"),
        ("*x", "*y"),
        ("Ann", "Bob"),
        ("40", "'40'"),
        ("tags", "tags: c\ntag"),
        ("tags: [a, b]\n", ""),
        ("---\ntitle", "--- \ntitle"),
        ("\n---\n", "\n...\n"),
        ("\n---\n", "\n--- \n"),
        ("\n---\n", "\n---\nmore: x\n---\n"),
        ("\n---\n", "\n"),
        ("tags", "---\ntags"),
        ("tags", "--- # second\ntags"),
    ],
)
def test_any_other_change_is_found(right, wrong):
    """However small, and wherever it stands."""
    assert proven(GOOD, "New")
    assert not proven(GOOD.replace(right, wrong, 1), "New")


def test_what_an_alias_stands_for_is_another_fields_value():
    """The words of the alias are the same, and yet its value is not."""
    old = "---\na: &x one\nb: *x\n---\n"
    assert not proven(old.replace("one", "two"), "two", old=old)


@pytest.mark.parametrize(
    "spelling", ["yes", "12", "! '12'", "!!str 12", "2016-01-01", "1e3", ":x"]
)
def test_a_text_that_some_reader_takes_for_something_else_is_not_proven(spelling):
    """Jekyll is not the only one who reads it."""
    wanted = spelling.split(" ")[-1].strip("'")
    assert not proven(OLD.replace("Old", spelling), wanted)


@pytest.mark.parametrize(
    ("spelling", "value", "holds"),
    [
        ("[a, c]", ["a", "c"], True),
        ("[a, c]", ["a"], False),
        ("[a, c]", ["a", ["c"]], False),
        ("[a, '1']", ["a", 1], False),
        ("[a, 1]", ["a", "1"], False),
        ("[a, 1]", ["a", 1], True),
        ("{a: b}", {"a": "b"}, True),
        ("{a: b}", {"a": "c"}, False),
        ("{a: b}", {"c": "b"}, False),
        ("{a: b, a: b}", {"a": "b"}, False),
        ("{a: {b: yes}}", {"a": {"b": "yes"}}, False),
        ("{a: {b: yes}}", {"a": {"b": True}}, True),
        ("c", ["c"], False),
        ("c", {"c": "d"}, False),
        ("[c]", {"c": "d"}, False),
        ("{c: d}", ["c"], False),
        ("12", Literal("12"), True),
        ("'12'", Literal("12"), False),
        ("!t 12", Literal("12"), False),
        ("[12]", Literal("12"), False),
        ("12", 12, True),
        ("[12]", 12, False),
    ],
)
def test_a_value_of_any_kind_is_compared_through_and_through(spelling, value, holds):
    """A number is no text, and a list of one is not the one."""
    assert proven(OLD.replace("[a, b]", spelling), value, index=1) is holds


@pytest.mark.parametrize(
    ("key", "holds"),
    [("'no'", True), ("no", False), ("'yes'", False), ("[no]", False), ("12", False)],
)
def test_a_new_key_must_be_the_wanted_text(key, holds):
    """`no` would be false to Jekyll."""
    block = read_block("---\na: 1\n---\n")
    expected = [untouched(block.entries[0]), Expected("no", Written("x"))]
    assert (verified(block, f"---\na: 1\n? {key}\n: x\n---\n", expected) is not None) is holds


def test_the_kind_of_the_whole_must_stay():
    """Fields on lines do not become fields in braces, and nothing does not become a list."""
    assert not proven("---\n{a: 2}\n---\n", 2, old="---\na: 1\n---\n")
    block = read_block("---\n---\n")
    assert verified(block, "---\n- a\n---\n", []) is None
    assert verified(block, "---\n# remark\n---\n", []) is not None


def test_no_field_is_added_where_jekyll_would_take_it_for_something_else():
    """Below a key that is nothing, SafeYAML takes keys for values: the edit is refused."""
    block = FrontMatter.read("---\n1:\n~: [a]\n2: b\n---\n")
    with pytest.raises(EditRefused):
        block.put("title", "x")
