import time

import pytest

from editor.services.background import Background
from editor.services.index_service import IndexService
from editor.services.site_service import SiteService
from editor.site.folders import Site
from editor.site.index.answers import IndexLost
from editor.site.index.query import read_query
from editor.site.index.site_index import SiteIndex

FERRY = "---\ntitle: The ferry\n---\nThe café on the quay.\n"


@pytest.fixture
def site(tmp_path):
    """Give the folder of a site with one post."""
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("title: Paper\n")
    (tmp_path / "_posts" / "2025-11-17-ferry.md").write_text(FERRY)
    return tmp_path


@pytest.fixture
def index(qapp):
    """Give a service whose indexes live in memory."""
    service = IndexService(lambda site: SiteIndex(site, None))
    yield service
    service.stop()


@pytest.fixture
def sites(index):
    """Give the service of sites that stands on it."""
    background = Background()
    service = SiteService(background, index)
    yield service
    service.stop()
    background.close()


def titles(sites):
    """Give the titles that the list would show."""
    return sorted(post.title for post in sites.contents.posts) if sites.contents else None


def test_nothing_is_read_before_the_window_was_painted(site, index, sites, qtbot):
    """Then the posts come, and the words that they use."""
    sites.open(site)
    assert sites.contents is None
    index.start()
    qtbot.waitUntil(lambda: titles(sites) == ["The ferry"])


@pytest.mark.parametrize("change", ["new", "written into", "renamed", "removed"])
def test_the_list_follows_the_disk_within_two_seconds(site, index, sites, qtbot, change):
    """Whoever changes a file, and however."""
    index.start()
    sites.open(site)
    qtbot.waitUntil(lambda: titles(sites) == ["The ferry"])
    post = site / "_posts" / "2025-11-17-ferry.md"
    version = sites.version
    if change == "new":
        post.with_name("2025-11-18-boat.md").write_text("---\ntitle: A boat\n---\n")
    elif change == "written into":
        with post.open("r+") as stream:
            stream.write(FERRY.replace("The ferry", "That boat"))
    elif change == "renamed":
        post.rename(post.with_name("2025-11-18-other.md"))
    else:
        post.unlink()
    expected = {
        "new": lambda: titles(sites) == ["A boat", "The ferry"],
        "written into": lambda: titles(sites) == ["That boat"],
        "renamed": lambda: [p.path.name for p in sites.contents.posts] == ["2025-11-18-other.md"],
        "removed": lambda: titles(sites) == [],
    }[change]
    qtbot.waitUntil(expected, timeout=10_000)
    assert sites.version > version


def test_a_config_that_changes_while_the_site_is_open_counts_at_once(site, index, sites, qtbot):
    """Addresses follow it, and the list never empties in between."""
    index.start()
    sites.open(site)
    qtbot.waitUntil(lambda: titles(sites) == ["The ferry"])
    (site / "_config.yml").write_text("title: Paper\npermalink: /:title/\n")
    with qtbot.waitSignal(sites.site_changed, timeout=10_000):
        pass
    assert titles(sites) == ["The ferry"]
    qtbot.waitUntil(lambda: sites.contents.posts[0].url == "/ferry/")


def test_another_site_takes_the_place_of_the_one_being_read(site, index, sites, qtbot, tmp_path):
    """Nothing of the former one arrives later."""
    for number in range(300):
        (site / "_posts" / f"2025-01-01-post-{number}.md").write_text(FERRY)
    other = tmp_path / "other"
    (other / "_posts").mkdir(parents=True)
    (other / "_posts" / "2025-01-01-a.md").write_text("---\ntitle: Other\n---\n")
    index.start()
    sites.open(site)
    sites.open(other)
    qtbot.waitUntil(lambda: titles(sites) == ["Other"])


def test_many_posts_come_with_word_of_how_far_it_is(site, index, qtbot):
    """And a question asked meanwhile does not wait for the last of them."""
    for number in range(400):
        (site / "_posts" / f"2025-01-01-post-{number}.md").write_text(FERRY)
    told, answers = [], []
    index.progressed.connect(lambda done, total: told.append((done, total)))
    index.start()
    index.open(Site.open(site))
    query = read_query("quay")
    index.ask(lambda posts: posts.hits(query).paths, answers.append)
    qtbot.waitUntil(lambda: index.is_complete)
    assert told[-1] == (401, 401)
    qtbot.waitUntil(lambda: bool(answers))


def test_a_cache_damaged_in_use_is_read_anew(site, index, qtbot):
    """Nobody hears of it; the posts are all there again."""
    index.start()
    index.open(Site.open(site))
    qtbot.waitUntil(lambda: index.is_complete)

    def broken(_posts):
        raise IndexLost

    with qtbot.waitSignal(index.posts_changed):
        (site / "_posts" / "2025-11-18-boat.md").write_text(FERRY)
        index.ask(broken, print)
    qtbot.waitUntil(lambda: len(index.posts()) == 2)


def test_what_waits_for_its_day_is_a_post_once_it_has_come(site, index, monkeypatch, qtbot):
    """The clock alone changes the list."""
    (site / "_posts" / "2099-01-01-later.md").write_text("---\ntitle: Later\n---\n")
    index.start()
    index.open(Site.open(site))
    qtbot.waitUntil(lambda: index.is_complete)
    assert {post.kind for post in index.posts()} == {"post", "later"}
    monkeypatch.setattr(time, "time", lambda: 5e9)
    assert {post.kind for post in index.posts()} == {"post"}
