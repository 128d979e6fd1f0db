from datetime import UTC, datetime

import pytest

from editor.post.post import Post
from editor.site.post_head import facts_of, facts_of_post

NOW = datetime(2025, 11, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "raw",
    [
        b"---\ntitle: T\ntags: [a]\n---\nText\n",
        b"\xef\xbb\xbf---\ntitle: T\n---\n",
        b"no front matter",
        b"---\ntitle: T\n---\nText \xe9\n",
        b"---\n---\n",
    ],
)
def test_an_open_post_and_its_file_say_the_same(raw):
    """The verdict on a post does not depend on whether it is open."""
    assert facts_of_post(Post.from_bytes(raw)) == facts_of(raw)


def test_the_spelling_of_a_date_is_known_of_an_open_post():
    """It tells a forgotten zone from UTC."""
    facts = facts_of_post(Post.from_bytes(b"---\ndate: 2025-11-17 02:08:21\n---\n"), NOW)
    assert facts.date_spelling == "2025-11-17 02:08:21"
    assert facts.modified == NOW


def test_a_post_in_another_encoding_is_not_utf8():
    """Jekyll will drop it."""
    assert not facts_of_post(Post.from_bytes(b"caf\xe9", "cp1252")).is_utf8


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [("a: b: c", True), ("text", True), ("a: 1\n--- \nb: 2", False), ("a: 1\nb: *c", False)],
)
def test_what_jekyll_reads_all_the_same_is_no_problem(text, is_broken):
    """A second document, a reference to nothing: fields cannot be edited, and Jekyll reads on."""
    facts = facts_of_post(Post.from_bytes(f"---\n{text}\n...\n".encode()))
    assert (facts.problem is not None) == is_broken
    assert is_broken or facts.values["a"] == 1


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("---\ntitle: T\n\nbody\n", True),
        ("--- \r\nbody\n", True),
        ("---", False),
        ("--- a\n---\n", False),
        ("body\n---\n", False),
    ],
)
def test_a_file_is_a_page_as_soon_as_its_front_matter_begins(text, is_page):
    """Jekyll looks at the first line alone; what is never closed is published as text."""
    facts = facts_of(text.encode())
    assert (facts.has_front_matter, facts.values) == (is_page, {})
    assert facts_of_post(Post.from_bytes(text.encode())) == facts
