"""Setting, adding, removing, renaming and moving fields, as a form does."""

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from editor.post.errors import EditRefused
from editor.post.field_values import JekyllTime, Literal, as_read, same
from editor.post.front_matter import FrontMatter

WHEN = datetime(2031, 11, 28, 21, 43, 56, tzinfo=timezone(timedelta(hours=1)))


def read(yaml):
    """Read front matter with this between the fences."""
    return FrontMatter.read(f"---\n{yaml}---\n")


def yaml_of(fields):
    """Give what stands between the fences."""
    return fields.text.removeprefix("---\n").removesuffix("---\n")


def refusal(edit):
    """Give the reason why an edit is refused."""
    with pytest.raises(EditRefused) as refused:
        edit()
    return refused.value.reason


def test_fields_are_shown_in_file_order_and_the_last_of_equal_keys_counts():
    """The form shows one field for each key."""
    fields = read("title: First\nlayout: post\ntitle: Second\n")
    assert fields.keys == ("title", "layout")
    assert [entry.value for entry in fields.entries] == ["First", "post", "Second"]
    assert fields.values == {"title": "Second", "layout": "post"}
    assert fields.has("title")
    assert not fields.has("tags")
    assert fields.value("tags") is None


@pytest.mark.parametrize(
    ("yaml", "values"),
    [
        ("<<: {a: 1}\nb: 2\n", {"b": 2}),
        ("x: &x {a: 1, b: 1}\nb: 2\n<<: *x\n", {"x": {"a": 1, "b": 1}, "b": 1, "a": 1}),
        ("null: a\nb: 2\n", {"a": "b"}),
        ("1: a\nyes: b\n2016-01-01: c\n", {"1": "a", "yes": "b", "2016-01-01": "c"}),
        ("<<: x\n2: a\n", {"2": "a"}),
        ("a: &x y\n*x : z\n", {"a": "y", "*x": "z"}),
        ("? [1]\n: b\n", {"[1]": "b"}),
        ("a: !!binary aGk=\nb: !!binary aGk\nc: !!binary a\n", {"a": "hi", "b": "hi", "c": ""}),
    ],
)
def test_odd_keys_are_read_as_jekyll_reads_them(yaml, values):
    """Nobody writes them on purpose, and nothing falls over."""
    assert read(yaml).values == values


@pytest.mark.parametrize(
    ("yaml", "text", "manner"),
    [
        ("a: x # c\n", "x", "plain"),
        ("a: 'x'\n", "'x'", "single-quoted"),
        ('a: "x"\n', '"x"', "double-quoted"),
        ("a: |-\n  x\n", "|-\n  x\n", "literal-block"),
        ("a: >\n  x\n", ">\n  x\n", "folded-block"),
        ("a:\n", "", "empty"),
        ("a: [x]\n", "[x]", "flow-list"),
        ("a:\n  - x\n\n", "- x", "block-list"),
        ("a: {x: y}\n", "{x: y}", "flow-map"),
        ("a:\n  x: y\n", "x: y", "block-map"),
        ("b: &b x\na: *b\n", "*b", "alias"),
    ],
)
def test_how_a_value_is_written_can_be_asked(yaml, text, manner):
    """A form chooses its widget by it."""
    spelling = read(yaml).spelling("a")
    assert (spelling.text, spelling.manner) == (text, manner)
    assert spelling.date is None


def test_the_spelling_of_a_date_tells_whether_it_has_a_time():
    """A form shows a clock or none."""
    assert read("date: 2016-01-05\n").spelling("date").date.shows_time is False
    assert refusal(lambda: read("a: b\n").spelling("date")) == "missing-key"


@pytest.mark.parametrize(
    ("new", "written"),
    [
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (1.5, "1.5"),
        ("12", '"12"'),
        (Literal("12"), "12"),
        (date(2016, 1, 5), "2016-01-05"),
        (WHEN, "2031-11-28 21:43:56 +0100"),
        (JekyllTime(WHEN.astimezone(UTC)), "2031-11-28 20:43:56 +0000"),
        ([], "[]"),
        (["a", "b c", 1, "1", None], '[a, b c, 1, "1", null]'),
        ({}, "{}"),
    ],
)
def test_each_kind_of_value_can_be_written_and_is_read_back(new, written):
    """Text stays text, a number a number, an instant an instant."""
    for fields in (read("a: old # c\n").set("a", new), read("b: x\na:   # c\n").put("a", new)):
        assert f" {written} " in fields.text
        assert same(fields.value("a"), 12 if isinstance(new, Literal) else as_read(new))


def test_a_value_can_be_taken_away():
    """The key stays, with nothing after it, or `null` inside braces."""
    assert yaml_of(read("a: old # c\nb: x\n").set("a", None)) == "a:  # c\nb: x\n"
    assert yaml_of(read("a: old\nb: x\n").set("a", None)) == "a:\nb: x\n"
    assert yaml_of(read("a: >\n  old\n\nb: x\n").set("a", None)) == "a: \n\nb: x\n"
    assert yaml_of(read("{a: old, b: x}\n").set("a", None)) == "{a: null, b: x}\n"
    assert yaml_of(read("a: old\n").insert("b", None)) == "a: old\nb:\n"


def test_a_field_given_the_value_it_has_is_left_alone():
    """Not one byte is written, however odd the spelling."""
    fields = read("a: 'x'  # c\nb: 012\nc: [ a,b ]\nd: 2016-01-05 1:02:03 +2\ne: ~\ntags: a  b\n")
    for key in fields.keys:
        assert fields.set(key, fields.value(key)).text == fields.text
    assert fields.set("b", Literal("012")).splices == ()
    assert fields.set_list("c", ["a", "b"]).text == fields.text
    assert fields.set_list("tags", ["a", "b"]).text == fields.text
    assert fields.rename("a", "a").text == fields.text
    assert fields.move("a", -5).text == fields.text


def test_the_splices_of_an_edit_are_as_small_as_they_can_be():
    """An editor with its own undo makes the same change in its text."""
    fields = read('title: "Old name"\n')
    edited = fields.set("title", "New name")
    assert edited.splices == ((12, 15, "New"),)
    start, end, text = edited.splices[0]
    assert fields.text[:start] + text + fields.text[end:] == edited.text


def test_a_literal_that_would_be_more_than_a_value_is_refused():
    """It could add a key, close the front matter, or be no YAML at all."""
    for bad in ("x\nb: y", "a: b", "[", "x # c", "x\n---", "'x'", "&a x", "!t x", "*a"):
        assert refusal(lambda bad=bad: read("a: old\n").set("a", Literal(bad))) == "not-verified"
        assert refusal(lambda bad=bad: read("a: x\n").insert("b", Literal(bad))) == "not-verified"


def test_a_field_is_added_where_it_was_asked_for():
    """Beside another, its remarks respected; else after the last one."""
    fields = read("a: 1\n\n# about b\nb: 2\n\n# the end\n")
    assert yaml_of(fields.insert("new", "x")) == "a: 1\n\n# about b\nb: 2\nnew: x\n\n# the end\n"
    before = fields.insert("new", "x", before="b")
    assert yaml_of(before) == "a: 1\n\nnew: x\n# about b\nb: 2\n\n# the end\n"
    after = fields.insert("new", "x", after="a")
    assert yaml_of(after) == "a: 1\nnew: x\n\n# about b\nb: 2\n\n# the end\n"
    assert yaml_of(read("# c\n").put("new", "x")) == "# c\nnew: x\n"
    assert yaml_of(read("  a: 1\n").insert("new", "x")) == "  a: 1\n  new: x\n"
    keeping = read("a: |+\n  x\n\nb: 2\n").insert("new", "z", after="a")
    assert yaml_of(keeping) == "a: |+\n  x\n\nnew: z\nb: 2\n"
    assert refusal(lambda: fields.insert("a", "x")) == "key-exists"
    assert refusal(lambda: fields.insert("new", "x", before="q")) == "missing-key"
    assert refusal(lambda: fields.insert("new", "x", after="q")) == "missing-key"


def test_a_key_can_be_any_text():
    """It gets quotes where it needs them."""
    for key in ("no", "a: b", "1", "#", "x y", "é", " ", "- a", "?"):
        assert read("a: b\n").insert(key, "x").value(key) == "x"


def test_a_text_of_several_lines_is_added_as_lines():
    """A description is easier to read that way than with signs for line breaks."""
    fields = read("a: b\n").insert("about", "One.\n\nTwo.\n")
    assert yaml_of(fields) == "a: b\nabout: |\n  One.\n\n  Two.\n"
    assert yaml_of(read("a:\n").set("a", "x\ny")) == "a: |-\n  x\n  y\n"
    assert yaml_of(read("a: b\n").insert("x", "bell\x07\nline")) == 'a: b\nx: "bell\\a\\nline"\n'


def test_a_moved_field_takes_its_remarks_along():
    """Those right above it, and nothing else."""
    fields = read("# top\na: 1 # one\n\n# about b\nb: |\n  x\n\n# about c\nc: 3\n")
    assert yaml_of(fields.move("b", 0)) == (
        "# about b\nb: |\n  x\n# top\na: 1 # one\n\n\n# about c\nc: 3\n"
    )
    assert fields.move("a", 9).keys == ("b", "c", "a")
    assert fields.move("c", 1).keys == ("a", "c", "b")


def test_the_remarks_above_a_field_can_go_with_it():
    """The form asks; by itself nothing that a writer noted is thrown away."""
    fields = read("# top\n\n# one\n  # two\na: 1\nb: 2\n")
    assert fields.comments_above("a") == ("# one", "# two")
    assert fields.comments_above("b") == ()
    assert yaml_of(fields.delete("a")) == "# top\n\n# one\n  # two\nb: 2\n"
    assert yaml_of(fields.delete("a", with_comments=True)) == "# top\n\nb: 2\n"


def test_a_block_that_keeps_its_blank_lines_moves_with_them():
    """Its blank lines are a part of the text."""
    fields = read("a: |+\n  x\n\nb: 2\n\n")
    moved = fields.move("a", 1)
    assert moved.values == fields.values
    assert moved.keys == ("b", "a")


def test_a_field_below_such_a_block_can_go():
    """The blank lines after it would become the block's, so they go along."""
    fields = read("a: |+\n  x\nb: 2\n\nc: 3\n")
    assert yaml_of(fields.delete("b")) == "a: |+\n  x\nc: 3\n"
    assert yaml_of(fields.move("b", 2)) == "a: |+\n  x\nc: 3\nb: 2\n\n"
    assert yaml_of(fields.delete("c")) == "a: |+\n  x\nb: 2\n\n"


def test_a_move_that_would_spoil_the_fence_is_refused():
    """U+0085 ends a line for YAML, and none for the fence of Jekyll."""
    assert refusal(lambda: read("a: 1\x85b: 2\n").move("a", 1)) == "not-verified"


def test_edits_that_would_touch_another_field_are_refused():
    """Each with a reason that the form can act on."""
    anchored = read("a: &x one\nb: *x\nc: 3\n")
    assert refusal(lambda: anchored.set("a", "two")) == "anchor-in-use"
    assert refusal(lambda: anchored.delete("a")) == "anchor-in-use"
    assert refusal(lambda: anchored.move("b", 0)) == "alias-order"
    assert anchored.move("c", 0).keys == ("c", "a", "b")
    assert anchored.set("c", "4").values == {"a": "one", "b": "one", "c": "4"}
    assert yaml_of(anchored.set("b", "two")) == "a: &x one\nb: two\nc: 3\n"
    doubled = read("a: 1\nb: 2\na: 3\n")
    assert refusal(lambda: doubled.rename("a", "c")) == "duplicate-key"
    assert refusal(lambda: doubled.move("a", 1)) == "duplicate-key"
    assert refusal(lambda: doubled.rename("b", "a")) == "key-exists"
    flow = read("{a: 1, b: 2}\n")
    for edit in (
        lambda: flow.insert("c", "x"),
        lambda: flow.delete("a"),
        lambda: flow.rename("a", "c"),
        lambda: flow.move("a", 1),
    ):
        assert refusal(edit) == "flow-root"
    for edit in (
        lambda: flow.set("q", "x"),
        lambda: flow.set_list("q", []),
        lambda: flow.set_date("q", WHEN),
        lambda: read("a: 1\n").delete("q"),
        lambda: read("a: 1\n").rename("q", "r"),
        lambda: read("a: 1\n").move("q", 0),
    ):
        assert refusal(edit) == "missing-key"


def test_an_anchor_that_nobody_uses_does_not_stand_in_the_way():
    """It stays where it does no harm."""
    assert yaml_of(read("a: &x one\nb: 2\n").set("a", "two")) == "a: &x two\nb: 2\n"
    assert yaml_of(read("a: &x one\nb: &x two\nc: *x\n").set("c", "z")).endswith("c: z\n")


def test_a_value_without_a_colon_before_it_cannot_be_set():
    """A key alone inside braces has no place for one."""
    assert refusal(lambda: read("{a, b: 1}\n").set("a", "x")) == "not-verified"
    assert refusal(lambda: read("? a\nb: 1\n").set("a", "x")) == "not-verified"


@pytest.mark.parametrize(
    ("yaml", "written"),
    [
        ("date: 2016-01-05\n", "date: 2031-11-28\n"),
        ("date: 2016-01-05 10:00:00\n", "date: 2031-11-28 20:43:56\n"),
        ('date: "2016-01-05 10:00:00"\n', 'date: "2031-11-28 21:43:56"\n'),
        ("date: 2016-01-05 10:00 # c\n", "date: 2031-11-28 21:43 # c\n"),
        ("date: 2016-01-05 10:00:00 -0500\n", "date: 2031-11-28 15:43:56 -0500\n"),
        ("date:\n", "date: 2031-11-28 21:43:56 +0100\n"),
        ("date: ~\n", "date: 2031-11-28 21:43:56 +0100\n"),
        ("title: x\n", "title: x\ndate: 2031-11-28 21:43:56 +0100\n"),
    ],
)
def test_a_picked_date_is_the_same_instant_to_jekyll(yaml, written):
    """A plain clock without a zone is UTC to Jekyll, a quoted one is the site's."""
    assert yaml_of(read(yaml).put_date("date", WHEN)) == written


def test_a_date_without_a_way_to_write_it_is_asked_for():
    """The caller then writes a spelling of its choice."""
    for yaml in ("date: soon\n", "date: [2016-01-05]\n", "date: |\n  2016-01-05\n"):
        fields = read(yaml)
        assert refusal(lambda fields=fields: fields.set_date("date", WHEN)) == "date-spelling"
        assert fields.set("date", Literal("2031-11-28 21:43:56 +0100")).value("date") == (
            JekyllTime(WHEN)
        )
    clock = WHEN.replace(tzinfo=None)
    assert refusal(lambda: read("date:\n").set_date("date", clock)) == "date-spelling"


def test_front_matter_without_fields_can_be_made():
    """A new post begins with it."""
    assert FrontMatter.empty("\r\n").put("title", "x").text == "---\r\ntitle: x\r\n---\r\n"


def test_values_travel_to_another_process():
    """The preview is made in one."""
    fields = read("date: 2016-01-05 10:00:00 +0100\ntags: [a, {b: 2016-01-05}]\n")
    assert pickle.loads(pickle.dumps(fields.values)) == fields.values


def test_front_matter_is_the_same_when_its_text_is():
    """That is how a post knows whether it was changed."""
    assert read("a: 1\n") == read("a: 1\n").set("a", 2).set("a", 1)
    assert read("a: 1\n") != read("a: 2\n")
