"""Lists and mappings in front matter: an author with a name and a link, a list of cards."""

import pytest

from editor.post.errors import EditRefused
from editor.post.field_values import Literal
from editor.post.front_matter import FrontMatter


def read(yaml):
    """Read front matter with this between the fences."""
    return FrontMatter.read(f"---\n{yaml}---\n")


def yaml_of(fields):
    """Give what stands between the fences."""
    return fields.text.removeprefix("---\n").removesuffix("---\n")


AUTHOR = "author:\n    name: Ann   # always\n    # her page\n    url: 'a.example'\ntags: x\n"


@pytest.mark.parametrize(
    ("new", "written"),
    [
        ({"name": "Ann", "url": "b.example"}, AUTHOR.replace("a.ex", "b.ex")),
        ({"name": "Ann: B", "url": "a.example"}, AUTHOR.replace("Ann ", "'Ann: B' ")),
        ({"name": "Ann"}, AUTHOR.replace("    url: 'a.example'\n", "")),
        ({"url": "a.example"}, AUTHOR.replace("    name: Ann   # always\n", "")),
        (
            {"name": "Ann", "url": "a.example", "age": 40},
            AUTHOR.replace("tags", "    age: 40\ntags"),
        ),
        ({"name": ["Ann", "Bob"], "url": None}, None),
        ({"nick": "A"}, "author:\n    nick: A\ntags: x\n"),
        ({}, "author: {}\ntags: x\n"),
        ("Ann", "author: Ann\ntags: x\n"),
        (["Ann"], "author: [Ann]\ntags: x\n"),
    ],
)
def test_a_mapping_is_changed_key_by_key(new, written):
    """What stays keeps its quotes, its blanks and its remarks."""
    fields = read(AUTHOR).set("author", new)
    assert fields.value("author") == new
    assert fields.value("tags") == "x"
    if written is not None:
        assert yaml_of(fields) == written


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("a: {x: 1, y: 'b'}\n", {"x": 1, "y": "c"}, "a: {x: 1, y: 'c'}\n"),
        ("a: {x: 1,  y: 2}\n", {"x": 1}, "a: {x: 1}\n"),
        ("a: {x: 1}\n", {"x": 1, "z": "a, b"}, 'a: {x: 1, z: "a, b"}\n'),
        ("a: {x: [1,2], y: }\n", {"x": [1, 2, 3], "y": "z"}, "a: {x: [1,2,3], y: z}\n"),
        ("a: {x: 1, 'z':}\n", {"x": 1, "z": "w"}, "a: {x: 1, 'z': w}\n"),
        ("a:\n  b:\n    c: 1 # d\n", {"b": {"c": 2}}, "a:\n  b:\n    c: 2 # d\n"),
        ("a:\n  x: 1\n  x: 2\n", {"x": 3}, "a:\n  x: 3\n"),
        ("a:\n  2: one\n  yes: two\n", {2: "one", True: "2"}, 'a:\n  2: one\n  yes: "2"\n'),
        ("a:\n  x: |\n    t\n  y: 1\n", {"x": "u\n", "y": 1}, "a:\n  x: |\n    u\n  y: 1\n"),
        ("a: 5 # c\n", {"x": {"w": "z"}}, "a:  # c\n  x:\n    w: z\n"),
        ("a:\n  ? [x]\n  : 1\n", {"x": 1}, "a:\n  x: 1\n"),
        ("a:\n  - 1\n", None, "a:\n"),
        ("a:\n", {"x": ["w", "z"]}, "a:\n  x: [w, z]\n"),
        ("a:\n  - 1\n  - 2\n", {"x": 1}, "a:\n  x: 1\n"),
        ("a: !t\n  x: 1\n", {"y": 1}, None),
        ("a: &n\n  x: 1\n", "text", None),
        ("a: *x\n", {"y": 1}, None),
    ],
)
def test_a_mapping_is_written_as_suits_what_was_there(old, new, written):
    """In its braces, or on lines of its own with the file's indentation."""
    if "*x" in old:
        old = f"b: &x 1\n{old}"
    fields = read(old).set("a", new)
    assert fields.value("a") == new
    if written is not None:
        assert yaml_of(fields) == written


CARDS = (
    "cards:\n  - name: Ann # first\n    url: a.example\n\n  # the other\n"
    "  - name: Bob\n    url: b.example\nlayout: post\n"
)


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (lambda cards: cards[:1], CARDS.replace("  - name: Bob\n    url: b.example\n", "")),
        (
            lambda cards: [*cards, {"name": "Cy", "tags": ["a"]}],
            CARDS.replace("layout", "  - name: Cy\n    tags: [a]\nlayout"),
        ),
        (
            lambda cards: [cards[0], {"name": "Bob", "url": "c.example"}],
            CARDS.replace("b.example", "c.example"),
        ),
        (
            lambda cards: [{"name": "Ann"}, cards[1]],
            CARDS.replace("    url: a.example\n", ""),
        ),
        (lambda cards: [cards[0], "plain"], None),
        (lambda cards: [{"url": "z.example"}, cards[1]], None),
        (lambda _cards: [], None),
        (lambda cards: ["plain", {"about": "x\ny\n"}, cards[1]], None),
        (lambda _cards: [["a", "b"], None, 5, {}], None),
        (lambda cards: cards[::-1], None),
    ],
)
def test_a_list_of_mappings_is_changed_item_by_item(change, written):
    """Two authors, and one of them moves."""
    fields = read(CARDS)
    new = change(fields.value("cards"))
    edited = fields.set("cards", new)
    assert edited.value("cards") == new
    if written is not None:
        assert yaml_of(edited) == written


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("t:\n    - a\n    - 'b'\n", ["a", "b", "c"], "t:\n    - a\n    - 'b'\n    - 'c'\n"),
        ("t:\n-   a # x\n-   b\n", ["new", "a", "b"], "t:\n-   new\n-   a # x\n-   b\n"),
        ("t:\n- a\n# x\n- b\n\n- c\n", ["a", "c"], "t:\n- a\n# x\n\n- c\n"),
        ("t:\n- a\n# x\n- b\n", [], "t: []\n# x\n"),
        ("t: # y\n- a\n- b\n", "c", "t: c # y\n"),
        ("t:\n-\n  a\n- b\n", ["a", "c"], "t:\n-\n  a\n- c\n"),
        ("t:\n-\n- b\n", [None, "c"], "t:\n-\n- c\n"),
        ("t:\n-\n- b\n", ["x", "b", "c"], "t:\n- x\n- b\n- c\n"),
        ("t:\n- |\n  x\n\n- b\n", ["x\n", "n", "b"], None),
        ("t:\n- - a\n  - b\n- c\n", [["a"], "c"], None),
        ("t:\n- [a, b]\n- c\n", [["a", "x"], "c"], "t:\n- [a, x]\n- c\n"),
        ("t: [a, # x\n  b, c]\n", ["a", "b", "new"], "t: [a, # x\n  b, new]\n"),
        ("t: [a, # x\n  b]\n", ["a", "b", "new"], "t: [a, # x\n  b, new]\n"),
        ("t: [\n  a\n]\n", ["a", "b"], "t: [\n  a,\n  b\n]\n"),
        ("t: [ ]\n", ["a"], "t: [a]\n"),
        ("t: [a, b]\n", [], "t: []\n"),
        ("t: [a, {x: 1}]\n", ["a", {"x": 2}, ["z"]], "t: [a, {x: 2}, [z]]\n"),
        ("t: &n [a]\n", ["a", "b"], "t: &n [a, b]\n"),
        ("t: a\n", ["a", "b"], "t: [a, b]\n"),
        ("x: [1,2]\nt:\n", ["a", "b"], "x: [1,2]\nt: [a,b]\n"),
        ("t:\n- a: |\n    x\n- b\n", ["c", "b"], "t:\n- c\n- b\n"),
        ("t: 5\n", [{"x": 1, "z": [1]}, {}], "t:\n  - x: 1\n    z: [1]\n  - {}\n"),
        ("x:\n- 1\nt:\n", [{"a": 1}], "x:\n- 1\nt:\n- a: 1\n"),
    ],
)
def test_a_list_keeps_its_looks(old, new, written):
    """Dashes, blanks, remarks and quotes are copied from the items that stand there."""
    fields = read(old).set("t", new)
    assert (
        fields.value("t") == [10 if item == Literal("012") else item for item in new]
        if isinstance(new, list)
        else new
    )
    if written is not None:
        assert yaml_of(fields) == written


@pytest.mark.parametrize(
    ("old", "items", "written"),
    [
        ("tags: [2016, on, a]\n", ["2016", "on", "b"], "tags: [2016, on, b]\n"),
        ("tags:\n- 2016\n- a\n", ["2016", "a", "2017"], 'tags:\n- 2016\n- a\n- "2017"\n'),
        ("tags: a b\n", ["a", "c"], "tags: a c\n"),
        ("tags: 'a  b' # x\n", ["a", "b", "c"], "tags: 'a b c' # x\n"),
        ("tags: a b\n", ["a", "two words"], "tags: [a, two words]\n"),
        ("tags: a b\n", ["2016"], 'tags: "2016"\n'),
        ("tags: a b\n", [], "tags: []\n"),
        ("tags: 2016\n", ["2016", "b"], 'tags: ["2016", b]\n'),
        ("categories: >\n  a b\n", ["a"], "categories: >-\n  a\n"),
        ("category: a b\n", ["a", "c"], "category: [a, c]\n"),
        ("tags: ''\n", ["a"], "tags: ['a']\n"),
        ("tags: [a]\n", [Literal("2016"), "a"], "tags: [2016, a]\n"),
    ],
)
def test_tags_stay_what_they_are_as_a_list_of_texts(old, items, written):
    """A number among the tags, and tags that stand in one text, are not made something else."""
    fields = read(old)
    assert yaml_of(fields.set_list(old.split(":")[0], items)) == written


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("a: |\n  x\n\nb: 1\n", "y\n", "a: |\n  y\n\nb: 1\n"),
        ("a: |+\n  x\n\nb: 1\n", "y\n", "a: |+\n  y\nb: 1\n"),
        ("a: |+\n  x\n\nb: 1\n", "y\n\n\n", "a: |+\n  y\n\n\nb: 1\n"),
        ("a: |\n  x\n\nb: 1\n", "y\n\n", "a: |+\n  y\n\nb: 1\n"),
        ("a: | # c\n  x\nb: 1\n", "y", "a: |- # c\n  y\nb: 1\n"),
        ("a: |\n  x\nb: 1\n", "  indented\nnot\n", "a: |2\n    indented\n  not\nb: 1\n"),
        ("a: |\n  x\nb: 1\n", "a\x07", 'a: "a\\a"\nb: 1\n'),
        ("a: |\n  x\nb: 1\n", "", 'a: ""\nb: 1\n'),
        ("a: | # c\n  x\n  y\nb: 1\n", True, "a: true # c\nb: 1\n"),
        ("a: >\n  x\nb: 1\n", "one\ntwo\n", "a: >\n  one\n\n  two\nb: 1\n"),
        ("a: >\n  x\nb: 1\n", "\none\n", "a: |\n\n  one\nb: 1\n"),
        ("a: >\n  x\nb: 1\n", "one\n  code\n", "a: |\n  one\n    code\nb: 1\n"),
        ("a: ! |\n  x\nb: 1\n", "y\n", "a: ! |\n  y\nb: 1\n"),
        ("a: |\nb: 1\n", "y\n", "a: |\n  y\nb: 1\n"),
        ("x:\n  a: |\n    t\nb: 1\n", "u", "x: u\nb: 1\n"),
        ("a: |\n            x\nb: 1\n", " y\n", 'a: " y\\n"\nb: 1\n'),
    ],
)
def test_a_text_on_lines_of_its_own_stays_there(old, new, written):
    """With its header, its remark and its indentation, as long as YAML allows it."""
    fields = read(old).set(old.split(":")[0], new)
    assert yaml_of(fields) == written
    assert fields.value(old.split(":")[0]) == new


def test_a_folded_text_is_broken_where_the_old_one_was():
    """A text set in narrow lines is not turned into one long line."""
    old = "a: >\n  The tide was low and the rocks\n  were green with weed.\nb: 1\n"
    new = "The tide was high, and the harbour wall was wet; the boats lay still all morning.\n"
    fields = read(old).set("a", new)
    assert fields.value("a") == new
    assert yaml_of(fields) == (
        "a: >\n  The tide was high, and the harbour\n  wall was wet; the boats lay still all\n"
        "  morning.\nb: 1\n"
    )


def test_a_literal_item_is_the_item_that_is_spelled_so():
    """The octal number keeps its spelling, the new item gets the caller's."""
    fields = read("t: [012, b]\n").set("t", [Literal("012"), Literal("1_0")])
    assert yaml_of(fields) == "t: [012, 1_0]\n"


def test_a_windows_file_stays_one():
    """New lines end as the file's own do."""
    text = CARDS.replace("\n", "\r\n")
    fields = FrontMatter.read(f"---\r\n{text}about: |\r\n  x\r\n---\r\n")
    fields = fields.set("cards", [*fields.value("cards"), {"name": "Cy"}])
    fields = fields.set("about", "one\ntwo\n").insert("more", {"a": ["b", {"c": 1}]})
    assert fields.text.count("\n") == fields.text.count("\r\n")
    assert fields.value("about") == "one\ntwo\n"
    assert fields.value("more") == {"a": ["b", {"c": 1}]}


def test_what_cannot_be_written_into_a_mapping_is_refused():
    """A key alone inside braces has no place for a value, but the whole can be written anew."""
    assert read("m: {a, b: 1}\n").set("m", {"a": "x", "b": 1}).value("m") == {"a": "x", "b": 1}
    with pytest.raises(EditRefused):
        read("m: {a: 1}\n").set("m", {"a": Literal("1, b: 2")})
