import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from editor.site.folders import Site
from editor.site.index.answers import IndexLost
from editor.site.index.query import read_query
from editor.site.index.site_index import SiteIndex
from editor.site.index.store import Store
from tests.site.index.growing_site import filled, write

POST = "_posts/2025-11-17-ferry.md"
FERRY = "---\ntitle: The ferry\ntags: [harbour]\nauthor: Ana\n---\nThe café on the quay.\n"


def names(index, typed):
    """Give the names of the files that a search finds."""
    hits = index.hits(read_query(typed))
    return [Path(path).name for path in hits.paths if path not in hits.unwanted]


def test_posts_drafts_and_documents_are_known_in_short(site, open_index):
    """Each with its kind; a picture and a document without front matter are none."""
    write(site, POST, FERRY)
    write(site, "_posts/2099-01-01-later.md", "---\ntitle: Later\n---\n")
    write(site, "_posts/picture.png", b"\x89PNG")
    write(site, "_drafts/idea.md", "---\ntitle: An idea\n---\n")
    write(site, "_recipes/soup.md", "---\ntitle: Soup\n---\n")
    write(site, "_recipes/notes.md", "no front matter")
    found = {post.title: (post.kind, post.collection) for post in filled(open_index()).values()}
    assert found == {
        "The ferry": ("post", "posts"),
        "Later": ("later", "posts"),
        "An idea": ("draft", "posts"),
        "Soup": ("document", "recipes"),
    }


def test_a_second_start_reads_no_file_again(site, open_index):
    """What was known is told at once, and is what was read."""
    write(site, POST, FERRY)
    write(site, "_posts/2025-11-18-b.md", b"---\ntitle: \xff\n---\n")
    index = open_index()
    first = filled(index)
    index.close()
    news = open_index().look()
    assert news.left == 0
    assert {str(post.path): post for post in news.posts} == first


@pytest.mark.parametrize("change", ["written", "renamed", "removed", "same size"])
def test_the_next_look_sees_a_change(site, open_index, change):
    """By others, while the program runs or while it does not."""
    path = write(site, POST, FERRY)
    index = open_index()
    filled(index)
    if change == "removed":
        path.unlink()
        assert index.look().gone == [str(path)]
        assert names(index, "quay") == []
        return
    if change == "renamed":
        path = path.rename(path.with_name("2025-11-18-boat.md"))
    elif change == "written":
        path.write_text(FERRY.replace("The ferry", "The boats"))
    else:
        path.write_text(FERRY.replace("The ferry", "The boats"))
        os.utime(path, ns=(1, 1))
    posts = filled(index)
    assert list(posts) == [str(path)]
    assert posts[str(path)].title == ("The ferry" if change == "renamed" else "The boats")
    assert names(index, "boats") == ([] if change == "renamed" else ["2025-11-17-ferry.md"])


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("CAFE", True),
        ("ferr", True),
        ('"café on the"', True),
        ('"café the"', False),
        ("ferry -quay", False),
        ("ferry -market", True),
        ("夜市", True),
        ("市夜", False),
        ("الميناء", True),
        ("ميناء", True),
        ("مهرجان", True),
        ('x" OR *', False),
        ("NEAR(", False),
        ("10:30", True),
    ],
)
def test_a_search_finds_words_of_any_script(site, open_index, typed, is_found):
    """Phrases, exclusions, and signs that mean something to the database and nothing here."""
    write(site, POST, FERRY + "港の夜市は 10:30\n\nمُهرجان الميناء\n")
    index = open_index()
    filled(index)
    assert names(index, typed) == (["2025-11-17-ferry.md"] if is_found else [])


@pytest.mark.parametrize(
    "raw",
    [
        b"---\ntitle: a: b\n---\n",
        b"---\ntitle: [\n---\n",
        b"---\ncategories: 5\n---\n",
        b"---\ndate: nonsense\n---\n",
        b"---\ntitle: \xff\xfe\n---\n\xff",
        b"\x00" * 5000,
        b"",
        b"---\n" + b"- " * 3000,
        b"---\na: &a [1]\nb: [*a, *a, *a]\n---\n",
        b"---\ntitle: !!python/object/apply:os.system [x]\n---\n",
        b"---\ndate: 99999-99-99\npermalink: [1]\n---\n",
        b"\xff\xfe-\x00-\x00-\x00\n\x00",
    ],
    ids=range(12),
)
def test_a_bad_post_hides_no_other(site, open_index, raw):
    """Whatever a file holds, it is in the list, and so are its neighbours."""
    write(site, "_posts/2025-01-01-bad.md", raw)
    write(site, POST, FERRY)
    posts = filled(open_index())
    assert sorted(Path(path).name for path in posts) == [
        "2025-01-01-bad.md",
        "2025-11-17-ferry.md",
    ]


def test_a_bad_post_says_what_is_wrong_with_it(site, open_index):
    """A sentence for the writer, in the entry."""
    write(site, "_posts/2025-01-01-bad.md", "---\ntitle: a: b\n---\n")
    write(site, "_posts/no-date-in-my-name.md", FERRY)
    (bad, misnamed) = sorted(filled(open_index()).values(), key=lambda post: post.path)
    assert "front matter" in bad.problem
    assert "the name of a post is a date" in misnamed.problem


def test_links_that_lead_nowhere_round_or_out_stop_nothing(site, open_index, tmp_path):
    """A loop has an entry that says so; what lies outside of the site is not read."""
    write(site, POST, FERRY)
    write(tmp_path, "secret.md", "---\ntitle: Secret\n---\n")
    posts = site / "_posts"
    (posts / "2025-01-01-loop.md").symlink_to("2025-01-01-loop.md")
    (posts / "2025-01-02-secret.md").symlink_to(tmp_path / "secret.md")
    (posts / "round").symlink_to(posts)
    (site / "news").symlink_to(site)
    found = {post.title: post.problem for post in filled(open_index()).values()}
    assert found.keys() == {"The ferry", "Loop"}
    assert "cannot be read" in found["Loop"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named(site, open_index):
    """The rest is read."""
    write(site, POST, FERRY)
    write(site, "_posts/private/2025-01-01-a.md", FERRY)
    (site / "_posts/private").chmod(0)
    try:
        news = open_index().look()
    finally:
        (site / "_posts/private").chmod(0o700)
    assert news.sight.unread == (str(site / "_posts/private"),)
    assert news.total == 1


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\x00" + b"\x07" * 5000])
def test_a_damaged_cache_is_made_anew(site, open_index, content):
    """Silently: it holds nothing that is not in the posts."""
    write(site, POST, FERRY)
    index = open_index()
    filled(index)
    index.close()
    (file,) = (site.parent / "cache").glob("*.sqlite")
    file.write_bytes(content)
    assert len(filled(open_index())) == 1


def test_the_cache_of_something_else_is_made_anew(site, open_index):
    """A database of that name that another program made, or an older Dateline."""
    index = open_index()
    filled(index)
    index.close()
    (file,) = (site.parent / "cache").glob("*.sqlite")
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    write(site, POST, FERRY)
    assert len(filled(open_index())) == 1


def test_another_config_makes_other_entries(site, open_index):
    """Addresses depend on it, so nothing is taken from before."""
    write(site, POST, FERRY)
    index = open_index()
    (before,) = filled(index).values()
    index.close()
    write(site, "_config.yml", "permalink: /:title/\n")
    (after,) = filled(open_index()).values()
    assert (before.url, after.url) == ("/2025/11/17/ferry.html", "/ferry/")


def test_without_a_place_for_the_cache_everything_works(site, tmp_path):
    """A file where the folder should be: the index lives in memory."""
    write(site, POST, FERRY)
    (tmp_path / "file").write_text("in the way")
    for folder in (None, tmp_path / "file", tmp_path / "file" / "below"):
        index = SiteIndex(Site.open(site), folder)
        assert len(filled(index)) == 1
        assert names(index, "cafe") == ["2025-11-17-ferry.md"]
        index.close()


def test_two_windows_on_one_site_do_not_disturb_each_other(site, open_index):
    """The second has no cache, and the same answers."""
    write(site, POST, FERRY)
    first, second = open_index(), open_index()
    filled(first)
    filled(second)
    assert names(first, "cafe") == names(second, "cafe") == ["2025-11-17-ferry.md"]


def test_a_cache_damaged_in_use_is_begun_anew(site, open_index, monkeypatch):
    """What was asked in that moment is lost; the next look reads everything again."""
    write(site, POST, FERRY)
    index = open_index()
    filled(index)
    with monkeypatch.context() as disk:
        disk.setattr(Store, "put", _damaged)
        write(site, POST, FERRY + "More.\n")
        with pytest.raises(IndexLost):
            filled(index)
    assert len(filled(index)) == 1
    assert names(index, "more") == ["2025-11-17-ferry.md"]


def _damaged(store, rows, known):
    raise sqlite3.DatabaseError("database disk image is malformed")


def test_only_this_person_can_read_the_cache(site, open_index):
    """It holds the text of drafts."""
    write(site, POST, FERRY)
    filled(open_index())
    for file in (site.parent / "cache").iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_folders_of_posts_come_and_go(site, open_index):
    """A category's folder with posts of its own is found at the next look, and missed."""
    index = open_index()
    assert filled(index) == {}
    write(site, "sport/_posts/2025-08-01-race.md", FERRY)
    assert len(filled(index)) == 1
    shutil.rmtree(site / "sport")
    assert len(index.look().gone) == 1


def test_pages_are_known_too(site, open_index):
    """Files with front matter outside the folders of posts; what is copied as it is, is none."""
    write(site, "about.md", "---\ntitle: About us\npermalink: /about/\n---\nWho we are.\n")
    write(site, "en/index.html", "---\n---\n<p>Hello</p>\n")
    write(site, "README.md", "no front matter")
    write(site, "_includes/head.html", "---\n---\n")
    write(site, "_site/about.html", "---\n---\n")
    index = open_index()
    found = {post.title: (post.kind, post.url) for post in filled(index).values()}
    assert found == {"About us": ("page", "/about/"), "en/index.html": ("page", "/en/")}
    assert names(index, "who") == ["about.md"]
    (site / "about.md").unlink()
    assert len(index.look().gone) == 1
