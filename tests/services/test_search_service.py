import pytest

from editor.services.background import Background
from editor.services.index_service import IndexService
from editor.services.search_service import SearchService
from editor.services.site_service import SiteService
from editor.site.index.finding import EXACT, PATTERN, WORDS, Wanted
from editor.site.index.site_index import SiteIndex


@pytest.fixture
def search(qtbot, tmp_path):
    """Give a search over a site of three posts that is known already."""
    posts = tmp_path / "_posts"
    posts.mkdir()
    (posts / "2025-11-01-a.md").write_text("---\ntitle: Quay\n---\nNothing else.\n")
    (posts / "2025-11-02-b.md").write_text(
        "---\ntitle: B\ntags: [x]\n---\nOn the quay, the quay.\n"
    )
    (posts / "2025-11-03-c.md").write_text("---\ntitle: C\n---\nNo boat.\n")
    background = Background()
    index = IndexService(lambda site: SiteIndex(site, None))
    sites = SiteService(background, index)
    index.start()
    sites.open(tmp_path)
    qtbot.waitUntil(lambda: sites.contents is not None and len(sites.contents.posts) == 3)
    yield SearchService(index, sites)
    sites.stop()
    background.close()


def answered(search, qtbot, wanted):
    """Give the names of the posts that a search finds, in its order, and its end."""
    names = []

    def note(posts):
        names.extend(post.path.stem[-1] for post in posts)

    search.found.connect(note)
    with qtbot.waitSignal(search.ended) as ended:
        search.search(wanted)
    search.found.disconnect(note)
    return names, ended.args[0]


@pytest.mark.parametrize(
    ("wanted", "names", "places"),
    [
        (Wanted("quay", WORDS), ["a", "b"], 3),
        (Wanted("quay tag:x", WORDS), ["b"], 2),
        (Wanted("tag:x", WORDS), ["b"], 0),
        (Wanted("-quay", WORDS), ["c"], 0),
        (Wanted("Quay", EXACT, is_case_exact=True), ["a"], 1),
        (Wanted("o", EXACT), ["c", "b", "a"], 4),
        (Wanted(r"^O.*", PATTERN, is_case_exact=True), ["b"], 1),
        (Wanted("", WORDS), [], 0),
        (Wanted("  ", EXACT), [], 0),
    ],
)
def test_a_search_finds_posts_and_counts_the_places(search, qtbot, wanted, names, places):
    """Words: the post that is named so comes first. Exactly: the newest comes first."""
    found, end = answered(search, qtbot, wanted)
    assert found == names
    assert (end.posts, end.places) == (len(names), places)


def test_a_pattern_that_is_none_ends_with_a_sentence(search, qtbot):
    """Nothing is found, and it says why."""
    found, end = answered(search, qtbot, Wanted("(", PATTERN))
    assert found == []
    assert "cannot be read" in end.problem


def test_only_what_was_asked_last_is_answered(search, qtbot):
    """Letters come faster than answers."""
    ends = []
    search.ended.connect(ends.append)
    search.search(Wanted("nothing", EXACT))
    found, end = answered(search, qtbot, Wanted("boat", EXACT))
    assert found == ["c"]
    assert ends == [end]
