from datetime import date
from pathlib import Path

import pytest

from editor.site.index.answers import Hits
from editor.site.index.query import read_query
from editor.site.index.shelf import Shelf, rows_of
from editor.site.post_list import PostSummary


def post(name, title, day=None, **more):
    """Make a post in short."""
    made = {"categories": (), "kind": "post"} | more
    return PostSummary(path=Path("/site/_posts") / name, title=title, day=day, **made)


POSTS = [
    post(
        "2025-11-17-ferry.md",
        "The café on the ferry",
        date(2025, 11, 17),
        tags=("harbour", "café"),
        authors=("Ana Lima",),
        categories=("News",),
        modified=30.0,
    ),
    post("2025-10-30-budget.md", "Budget", date(2025, 10, 30), tags=("harbours",), modified=50.0),
    post("2025-11-02-a.md", "année", date(2025, 11, 2), kind="later", modified=10.0),
    post("idea.md", "An idea", kind="draft", authors=("Bo",)),
]


def found(typed, hits=None):
    """Give the titles that a filter lets through, whatever their section."""
    shelf = Shelf()
    shelf.put(POSTS)
    sections = shelf.found(read_query(typed), hits or Hits())
    return sorted(each.post.title for posts in sections.values() for each in posts)


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("", ["An idea", "Budget", "The café on the ferry", "année"]),
        ("CAFE", ["The café on the ferry"]),
        ("ferry cafe", ["The café on the ferry"]),
        ("harbour", ["Budget", "The café on the ferry"]),
        ("tag:harbour", ["Budget", "The café on the ferry"]),
        ('tag:"harbour"', ["The café on the ferry"]),
        ("tag:harbour -tag:harbours", ["The café on the ferry"]),
        ("author:lima", ["The café on the ferry"]),
        ("tag:harbour author:bo", []),
        ("category:news", ["The café on the ferry"]),
        ("title:idea", ["An idea"]),
        ("2025-11", ["The café on the ferry", "année"]),
        ("-ferry", ["An idea", "Budget", "année"]),
        ("nowhere", []),
    ],
)
def test_a_filter_lets_through_what_was_asked_for(typed, titles):
    """Title, tags, author, category, day; in any order, without case and accents."""
    assert found(typed) == titles


def test_what_only_the_text_says_counts_too():
    """The index says which texts hold the words, and which hold unwanted ones."""
    hits = Hits(("/site/_posts/idea.md",), frozenset())
    assert found("quay", hits) == ["An idea"]
    hits = Hits((), frozenset({"/site/_posts/2025-10-30-budget.md"}))
    assert found("harbour -quay", hits) == ["The café on the ferry"]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("newest", ["The café on the ferry", "année", "Budget", "An idea"]),
        ("oldest", ["Budget", "année", "The café on the ferry", "An idea"]),
        ("title", ["An idea", "année", "Budget", "The café on the ferry"]),
        ("changed", ["Budget", "The café on the ferry", "année", "An idea"]),
    ],
)
def test_posts_come_in_the_order_that_was_chosen(order, titles):
    """What has no day comes last; an accent does not send a title to the end."""
    shelf = Shelf()
    shelf.put([PostSummary(**_fields(each, kind="post")) for each in POSTS])
    shelf.sort(order)
    (posts,) = shelf.found(read_query(""), Hits()).values()
    assert [each.post.title for each in posts] == titles


def _fields(summary, **other):
    return {name: getattr(summary, name) for name in PostSummary.__slots__} | other


def test_months_stand_between_the_posts_where_they_are_wanted():
    """One heading for each month, none in an order by title."""
    shelf = Shelf()
    shelf.put(POSTS[:2])
    (posts,) = shelf.found(read_query(""), Hits()).values()
    rows = rows_of(posts, "newest", by_month=True)
    assert [row for row in rows if isinstance(row, str)] == ["November 2025", "October 2025"]
    assert len(rows_of(posts, "newest", by_month=False)) == 2
    assert len(rows_of(posts, "title", by_month=True)) == 2


def test_sections_are_told_apart():
    """Posts, drafts, what waits, and each collection."""
    shelf = Shelf()
    shelf.put([*POSTS, post("soup.md", "Soup", kind="document", collection="recipes")])
    sections = shelf.found(read_query(""), Hits())
    assert {name: len(posts) for name, posts in sections.items()} == {
        "post": 2,
        "later": 1,
        "draft": 1,
        "_recipes": 1,
    }
    assert shelf.section_of("/site/_posts/idea.md") == "draft"
    assert shelf.section_of("/nowhere.md") is None
