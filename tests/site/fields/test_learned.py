import pytest

from editor.post.field_specs import FieldKind
from editor.site.fields.learned import Learner
from editor.site.fields.shapes import Shape, kind_of


def learned(*posts):
    """Learn from posts, each a front matter."""
    learner = Learner()
    for post in posts:
        learner.add(post)
    return learner.learned()


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["Text", "More"], FieldKind.TEXT),
        (["a" * 200, "Short", "b" * 200], FieldKind.LONG_TEXT),
        (["one\ntwo", "a"], FieldKind.LONG_TEXT),
        ([["a", "b"], ["c"]], FieldKind.CHIPS),
        (["a", ["c"], ["d"], "e"], FieldKind.CHIPS),
        ([True, False, None], FieldKind.YES_NO),
        ([1, 2.5], FieldKind.NUMBER),
        (["2025-11-17", "2025-1-2"], FieldKind.DATE),
        (["2025-11-17", "2025-11-17 06:00"], FieldKind.MOMENT),
        (["/a/b.jpg", "c.png"], FieldKind.IMAGE),
        (["2025-11-17-a-post", "news/2025-11-17-b"], FieldKind.TEXT),
        ([{"a": 1}, {"b": 2}], FieldKind.MAP),
        ([[{"a": 1}], [{"a": 2}, {"a": 3}]], FieldKind.MAPS),
        ([[1, [2]], [{"a": 1}, "b"]], FieldKind.TEXT),
        ([None, ""], FieldKind.TEXT),
        (["x", 1, True, ["y"], {"z": 1}], FieldKind.TEXT),
        (["de", "en", "fr", "de", "en", "fr", "de", "en", "fr"], FieldKind.WORD),
    ],
)
def test_a_field_is_what_most_of_its_values_are(values, kind):
    """One odd post changes nothing; a field whose values are all different things is a text."""
    assert learned(*({"x": value} for value in values)).all.fields[0].kind is kind


def test_a_field_has_a_place_a_layout_and_words():
    """The order is that of the files, counted for each layout."""
    posts = [{"layout": "post", "title": "A", "kind": "news", "tags": ["a", "b"]}] * 6
    posts += [{"layout": "review", "title": "B", "stars": 3, "tags": "a"}] * 2
    found = learned(*posts)
    assert [each.key for each in found.layouts["post"].fields] == [
        "layout",
        "title",
        "kind",
        "tags",
    ]
    assert found.layouts["review"].count("stars") == 2
    assert found.words()["tags"] == {"a": 8, "b": 6}
    assert found.words()["kind"] == {"news": 6}


def test_what_stands_in_a_mapping_is_learned_too():
    """A list of sources has names and years; a list under names of its own has no fixed keys."""
    sources = [{"sources": [{"name": "A", "year": 2020}, {"name": "B"}]}] * 3
    assert [(part.key, part.kind) for part in learned(*sources).all.fields[0].parts] == [
        ("name", FieldKind.TEXT),
        ("year", FieldKind.NUMBER),
    ]
    people = [{"people": [{f"name-{number}": {"x": 1}}]} for number in range(9)]
    assert learned(*people).all.fields[0].parts == ()


def test_pictures_teach_where_pictures_go():
    """The deepest folder that holds most of them."""
    posts = [{"image": f"/assets/blog/{number}/a.jpg"} for number in range(9)]
    assert learned(*posts).images.folder == "assets/blog"


def test_values_that_are_the_half_of_everything_make_a_text():
    """No kind is guessed where there is none."""
    assert kind_of({Shape.NUMBER: 5, Shape.YES_NO: 5}) is FieldKind.TEXT
    assert kind_of({}) is FieldKind.TEXT


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2025-11-1{}-other", FieldKind.TEXT),
        ("2025-11-1{}-a", FieldKind.TEXT),
        ("news/2025-11-11-a", FieldKind.POST),
    ],
)
def test_a_field_names_posts_only_where_they_are_there(value, kind):
    """Not where the names lead nowhere, and not where each post names itself."""
    learner = Learner()
    for number in range(9):
        learner.add({"next": value.format(number)}, f"2025-11-1{number}-a")
    assert learner.learned().all.fields[0].kind is kind
