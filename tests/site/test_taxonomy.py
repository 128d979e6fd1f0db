import pytest

from editor.site.post_head import facts_of
from editor.site.taxonomy import NoCategories, categories_of, split_words, tags_of


def values(text):
    """Read front matter as Jekyll does."""
    return facts_of(f"---\n{text}\n---\n".encode()).values


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("tags: one two", ("one", "two")),
        ("tags: [a, a]", ("a", "a")),
        ("tags: [2025, 1.5, true, ~, [x, [y]]]", ("2025", "1.5", "true", "x", "y")),
        ("tag: one two", ("one two",)),
        ("tag: a\ntags: b", ("a",)),
        ("tag:\ntags: b", ("b",)),
        ("tag: false\ntags: b", ("b",)),
        ("tags: 2025", ()),
        ("title: T", ()),
    ],
)
def test_tags_are_read_as_jekyll_reads_them(text, tags):
    """A text is split, a list is taken as it is, and `tag` wins."""
    assert tags_of({}, values(text)) == tags


def test_a_default_tag_hides_the_tags_of_a_post():
    """So does Jekyll."""
    assert tags_of({"tag": "house"}, {"tags": ["a"]}) == ("house",)
    assert tags_of({"tags": "x y"}, {}) == ("x", "y")


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("categories: news tech", ("folder", "news", "tech")),
        ("category: a\ncategories: b", ("folder", "b", "a")),
        ("categories: [A, a, A]", ("folder", "A", "a")),
        ("categories: [1, true, 1.0]", ("folder", "1", "true", "1.0")),
        ("categories: [folder]", ("folder",)),
        ("categories:", ("folder",)),
    ],
)
def test_categories_come_from_folders_and_front_matter(text, categories):
    """United, each once."""
    assert categories_of(["folder"], {}, values(text)) == categories


def test_categories_of_the_defaults_are_united_with_a_post_s_own():
    """Lists elsewhere are replaced; these are not."""
    assert categories_of([], {"categories": "house"}, {"categories": ["own"]}) == ("house", "own")


@pytest.mark.parametrize("given", [5, True, {"a": 1}])
def test_categories_that_are_no_list_cost_the_front_matter(given):
    """The caller hears of it."""
    with pytest.raises(NoCategories):
        categories_of([], {}, {"categories": given})


def test_a_no_break_space_does_not_part_words():
    """Ruby splits at ASCII white space only."""
    assert split_words(" a\u00a0b\tc\n") == ["a\u00a0b", "c"]
