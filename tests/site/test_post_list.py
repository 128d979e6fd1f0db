from datetime import UTC, date, datetime

import pytest

from editor.site.folders import Site
from editor.site.post_list import summarize
from editor.site.site_walk import files_in

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def site(tmp_path):
    """Give a site in New York with a post of each kind."""
    (tmp_path / "_config.yml").write_text("timezone: America/New_York\n")
    posts, drafts = tmp_path / "_posts", tmp_path / "_drafts"
    for folder in (posts, drafts, tmp_path / "sport" / "_posts"):
        folder.mkdir(parents=True)
    (posts / "2025-11-17-a.md").write_text(
        "---\ntitle: The *Soleil*\ndate: 2025-11-17T02:08:21\ncategories: [News, Harbour]\n---\n"
    )
    (posts / "2027-01-01-later.md").write_text("---\ntitle: Later\n---\n")
    (posts / "2025-10-01-no-title.md").write_text("no front matter")
    (posts / "2025-09-01-broken.md").write_text("---\ntitle: a: b\n---\n")
    (posts / "picture.png").write_bytes(b"\x89PNG")
    (posts / "_2025-01-01-hidden.md").write_text("---\n---\n")
    (drafts / "idea.md").write_text("---\ntitle: An idea\n---\n")
    (tmp_path / "sport" / "_posts" / "2025-08-01-race.md").write_text("---\ntitle: Race\n---\n")
    return Site.open(tmp_path)


def listed(site):
    """Give every post and draft of a site in short, by its title."""
    found = [
        summarize(path, site, NOW)
        for folder in (*site.posts_dirs(), *site.drafts_dirs())
        for path in files_in(folder, site.source, site.config)
    ]
    return {post.title: post for post in found if post is not None}


def test_a_list_knows_posts_drafts_and_what_waits(site):
    """Each post has its kind; what Jekyll passes over is not there."""
    kinds = {title: post.kind for title, post in listed(site).items()}
    assert kinds == {
        "The *Soleil*": "post",
        "Later": "later",
        "No Title": "post",
        "Broken": "post",
        "An idea": "draft",
        "Race": "post",
    }


def test_the_day_is_the_one_it_appears_on_at_the_site(site):
    """The unquoted time counts as UTC: in New York it is the evening before."""
    by_title = listed(site)
    assert by_title["The *Soleil*"].day == date(2025, 11, 16)
    assert by_title["No Title"].day == date(2025, 10, 1)


def test_a_broken_post_is_in_the_list_with_its_trouble(site):
    """One bad post hides no other, and says what is wrong with it."""
    by_title = listed(site)
    assert by_title["Broken"].problem
    assert by_title["Broken"].day == date(2025, 9, 1)
    assert not by_title["The *Soleil*"].problem


def test_categories_and_addresses_come_along(site):
    """What the column shows below the title, and where a link in the preview leads."""
    by_title = listed(site)
    assert by_title["The *Soleil*"].categories == ("News", "Harbour")
    assert by_title["The *Soleil*"].url == "/news/harbour/2025/11/16/a.html"
    assert by_title["Race"].url == "/sport/2025/08/01/race.html"


def test_a_file_that_went_away_is_no_post_without_harm(site):
    """A post deleted between listing and reading counts as unreadable, not as an error."""
    gone = summarize(site.posts_dir / "2025-01-01-gone.md", site, NOW)
    assert gone is not None
    assert gone.problem


def test_what_waited_for_its_day_is_there_once_it_has_come(site):
    """The list need not read the post again."""
    later = listed(site)["Later"]
    assert later.kind == "later"
    assert later.at(later.moment - 1).kind == "later"
    assert later.at(later.moment).kind == "post"


def test_what_the_front_matter_names_can_be_looked_for(site):
    """Tags, authors, layout; a post that hides itself says so."""
    path = site.posts_dir / "2025-06-01-all.md"
    path.write_text(
        "---\ntags: [a, b]\nauthor: Ana\nauthors: [Ana, Bo]\nlayout: story\n"
        "published: false\n---\n"
    )
    post = summarize(path, site, NOW)
    assert (post.tags, post.authors, post.layout) == (("a", "b"), ("Ana", "Bo"), "story")
    assert post.is_hidden
