"""The first version of a post."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from editor.post.front_matter import FrontMatter
from editor.post.new_post import NewPost

WHEN = datetime(2025, 11, 17, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def test_a_new_post_has_all_its_keys_in_order():
    """The date is the form that means the same moment at every site."""
    assert NewPost("First light", WHEN).text == (
        "---\n"
        "layout: post\n"
        'title: "First light"\n'
        "date: 2025-11-17 09:30:00 +0100\n"
        'author: ""\n'
        "categories: []\n"
        "tags: []\n"
        'excerpt: ""\n'
        "image:\n"
        "---\n"
        "\n"
    )


def test_a_new_post_holds_what_is_known_of_it():
    """What YAML would read as something else gets quotes."""
    post = NewPost(
        'The "Gull": a story',
        WHEN,
        layout="story: long",
        author="Mara Quay",
        categories=("news", "no"),
        tags=("low tide", "a, b"),
        excerpt="One\ntwo",
        image="/assets/gull.jpg",
        body="It was early.\n",
    )
    assert post.text == (
        "---\n"
        'layout: "story: long"\n'
        'title: "The \\"Gull\\": a story"\n'
        "date: 2025-11-17 09:30:00 +0100\n"
        'author: "Mara Quay"\n'
        'categories: [news, "no"]\n'
        'tags: [low tide, "a, b"]\n'
        'excerpt: "One\\ntwo"\n'
        "image: /assets/gull.jpg\n"
        "---\n"
        "\n"
        "It was early.\n"
    )


def test_a_new_draft_has_no_date_yet():
    """It gets one on the day it is published."""
    assert "date" not in NewPost("Later", None).text


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_whatever_the_words_they_are_read_back_as_they_were_typed(title, author, tags):
    """No quote, colon or line break changes the title."""
    text = NewPost(title, WHEN, author=author, tags=tuple(tags)).text
    values = FrontMatter.read(text.removesuffix("\n")).values
    assert values["title"] == title
    assert values["author"] == author
    assert values["tags"] == tags
    assert values["image"] is None
