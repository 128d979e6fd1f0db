"""The model of a site: what is in it, in what order, and what changes when one post does."""

import os
from datetime import UTC, datetime

import pytest

from editor.site.model import SiteModel

BUILD = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path):
    """Give a function that writes a site and opens it."""

    def write(files):
        for name, text in {"_config.yml": "timezone: UTC\n", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return SiteModel.open(tmp_path, BUILD)

    return write


def titled(title, *more):
    """Write a post with a title."""
    return "\n".join(["---", f"title: {title}", *more, "---", "Text.", ""])


def titles(documents):
    """Give the titles of documents."""
    return [document.data["title"] for document in documents]


def test_posts_come_from_the_newest_to_the_oldest_and_know_their_neighbours(opened):
    """On one day the path decides, as in Jekyll."""
    model = opened(
        {
            "_posts/2025-01-02-b.md": titled("B"),
            "_posts/2025-01-02-a.md": titled("A"),
            "_posts/2025-01-01-c.md": titled("C", "date: 2025-01-03"),
            "news/_posts/2024-01-01-d.md": titled("D"),
        }
    )
    assert titles(model.posts) == ["C", "B", "A", "D"]
    first, *_, last = model.posts
    assert model.next(first) is None
    assert model.previous(last) is None
    assert titles([model.previous(first), model.next(last)]) == ["B", "A"]
    assert titles(model.related_posts(first)) == ["B", "A", "D"]


def test_what_does_not_show_is_not_among_the_posts(opened):
    """Drafts, later ones, those switched off, broken bytes, names without a date."""
    model = opened(
        {
            "_posts/2025-01-01-shown.md": titled("Shown"),
            "_posts/2999-01-01-later.md": titled("Later"),
            "_posts/2025-01-01-off.md": titled("Off", "published: false"),
            "_posts/2025-01-01-latin.md": b"---\ntitle: caf\xe9\n---\n",
            "_posts/notes.md": titled("Notes"),
            "_drafts/idea.md": titled("Idea"),
        }
    )
    assert titles(model.posts) == ["Shown"]
    assert titles(model.drafts) == ["Idea"]
    assert set(titles(model.collections["posts"].hidden)) == {"Off", "Later", "Idea"}


def test_the_config_can_show_what_is_hidden_and_hide_what_is_old(opened):
    """`future`, `unpublished`, `show_drafts` and `limit_posts`."""
    files = {
        "_posts/2025-01-01-old.md": titled("Old"),
        "_posts/2999-01-01-later.md": titled("Later"),
        "_posts/2025-01-02-off.md": titled("Off", "published: false"),
        "_drafts/idea.md": titled("Idea"),
    }
    shown = "timezone: UTC\nfuture: true\nunpublished: true\nshow_drafts: true\nlimit_posts: 3\n"
    assert titles(opened({**files, "_config.yml": shown}).posts) == ["Later", "Idea", "Off"]


def test_a_draft_is_dated_by_its_file(opened, tmp_path):
    """Until it has a date of its own."""
    model = opened({"_drafts/idea.md": titled("Idea")})
    os.utime(tmp_path / "_drafts" / "idea.md", (1_700_000_000, 1_700_000_000))
    (draft,) = model.drafts
    assert draft.date == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert draft.data["draft"] is True


def test_one_bad_date_hides_no_other_post(opened):
    """Jekyll stops there; the model says so and goes on."""
    model = opened({"_posts/2025-01-01-a.md": titled("A"), "_posts/2025-13-01-b.md": titled("B")})
    assert titles(model.posts) == ["A"]
    (problem,) = model.problems
    assert (problem.file, problem.stops_jekyll) == ("_posts/2025-13-01-b.md", True)


def test_bodies_are_read_only_when_they_are_asked_for(opened, tmp_path):
    """A list of ten thousand posts does not need them."""
    model = opened({"_posts/2025-01-01-a.md": "---\ntitle: A\n---\n\n\nText.\n"})
    (post,) = model.posts
    (tmp_path / "_posts" / "2025-01-01-a.md").write_text("---\n---\nChanged.\n")
    assert post.body == "Changed.\n"
    (tmp_path / "_posts" / "2025-01-01-a.md").unlink()
    assert model.posts[0].post_text.first_line == 3


def test_a_post_from_memory_takes_its_place_and_the_old_model_stays(opened, tmp_path):
    """With a new date it moves; drafts and new files are in it too."""
    model = opened({f"_posts/2025-01-0{day}-p.md": titled(f"P{day}") for day in (1, 2, 3)})
    path = tmp_path / "_posts" / "2025-01-01-p.md"
    edited = model.with_source(path, titled("Moved", "date: 2025-01-09", "tags: [new]"))
    assert titles(edited.posts) == ["Moved", "P3", "P2"]
    assert titles(model.posts) == ["P3", "P2", "P1"]
    assert titles(edited.tags["new"]) == ["Moved"]
    assert edited.find(path).body == "Text.\n"
    twice = edited.with_source(path, titled("Again", "date: 2025-01-02 10:00"))
    assert titles(twice.posts) == ["P3", "Again", "P2"]
    new = model.with_source(tmp_path / "_drafts" / "new.md", titled("New"))
    assert titles(new.posts)[0] == "New"
    assert model.with_source(tmp_path / "_layouts" / "x.html", "x") is model


def test_a_page_from_memory_takes_its_place(opened, tmp_path):
    """By name among the pages."""
    model = opened({"b.md": titled("B"), "c.html": titled("C"), "plain.md": "no front matter"})
    edited = model.with_source(tmp_path / "a.md", titled("A"))
    assert [page.data["title"] for page in edited.pages] == ["A", "B", "C"]
    assert [page.url for page in model.pages] == ["/b.html", "/c.html"]
    assert [file.url for file in model.static_files] == ["/plain.md"]


def test_collections_have_the_order_that_the_config_wants(opened):
    """By date and path, by a key, or by a list of names."""
    documents = {
        f"_{label}/{name}.md": titled(name, f"rank: {rank}")
        for label in ("plain", "sorted", "listed")
        for name, rank in (("a", 2), ("b", 1), ("c", 3))
    }
    config = (
        "collections:\n  plain: {}\n  sorted: {sort_by: rank, output: true}\n"
        "  listed: {order: [c.md, a.md]}\n"
    )
    model = opened({**documents, "_listed/x.txt": "x", "_config.yml": config})
    found = {label: titles(each.docs) for label, each in model.collections.items()}
    assert found == {
        "posts": [],
        "plain": ["a", "b", "c"],
        "sorted": ["b", "a", "c"],
        "listed": ["c", "a", "b"],
    }
    assert [file.relative_path for file in model.collections["listed"].files] == ["_listed/x.txt"]
    assert model.collections["sorted"].output


def test_the_theme_s_files_stand_behind_the_site_s_own(opened, tmp_path, monkeypatch):
    """Layouts, data and assets of a gem that the site brings along."""
    monkeypatch.delenv("GEM_HOME", raising=False)
    theme = tmp_path / "vendor" / "tides-1.2.0"
    older = tmp_path / "vendor" / "tides-1.1.0"
    model = opened(
        {
            "_config.yml": "theme: tides\nexclude: [vendor]\n",
            "_layouts/post.html": "own",
            "_data/a.yml": "x: own\n",
            "assets/own.txt": "own",
        }
    )
    for root in (theme, older):
        for name, text in {
            "_layouts/post.html": "theirs",
            "_layouts/page.html": "theirs",
            "_data/a.yml": "x: theirs\ny: theirs\n",
            "assets/own.txt": "theirs",
            "assets/main.scss": "---\n---\n",
            "assets/logo.txt": "theirs",
        }.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
    model = SiteModel.open(tmp_path, BUILD)
    assert model.theme.root == theme
    assert model.layouts.find("post").text.body == "own"
    assert model.layouts.find("page").shown_path == "tides/_layouts/page.html"
    assert model.data["a"] == {"x": "own", "y": "theirs"}
    assert {page.url for page in model.pages} == {"/assets/main.css"}
    static = {file.url: file.path for file in model.static_files}
    assert static["/assets/own.txt"] == tmp_path / "assets" / "own.txt"
    assert static["/assets/logo.txt"] == theme / "assets" / "logo.txt"


def test_an_empty_folder_is_a_site_without_anything(tmp_path):
    """Nothing is missing that a template could stumble over."""
    model = SiteModel.open(tmp_path)
    assert (model.posts, model.drafts, list(model.pages), list(model.static_files)) == (
        (),
        (),
        [],
        [],
    )
    assert dict(model.data) == {}
    assert model.find(tmp_path / "x.md") is None
