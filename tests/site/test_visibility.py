from datetime import UTC, datetime, timedelta

import pytest

from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts
from editor.site.post_head import facts_of
from editor.site.verdict import State
from editor.site.visibility import verdict_of

NOW = datetime(2025, 11, 17, 12, 0, tzinfo=UTC)


def judge(site, path, front_matter="title: T", config="", **facts):
    """Judge a file as the site's Jekyll would, on 17 November 2025."""
    text = f"timezone: Europe/Paris\n{config}\n"
    (site / "_config.yml").write_bytes(text.encode())
    read = facts_of(f"---\n{front_matter}\n---\nText.\n".encode())
    given = PostFacts(read.values, problem=read.problem, **facts)
    return verdict_of(site / path, given, Site.open(site), NOW)


def test_a_plain_post_shows_at_its_address_on_its_day(site):
    """The line that the window always shows."""
    verdict = judge(site, "_posts/2025-11-16-snow.md", "title: T\ncategories: News")
    assert verdict.state is State.SHOWN
    assert verdict.shows
    assert verdict.reason == ""
    assert verdict.address.url == "/news/2025/11/16/snow.html"
    assert verdict.address.file == "news/2025/11/16/snow.html"
    assert verdict.when.isoformat() == "2025-11-16T00:00:00+01:00"
    assert verdict.notes == ()


@pytest.mark.parametrize(
    ("path", "front_matter", "config", "state", "words"),
    [
        ("_posts/2025-11-18-a.md", "title: T", "", State.LATER, "lies ahead"),
        ("_posts/2025-11-18-a.md", "title: T", "future: true", State.SHOWN, ""),
        ("_posts/2025-11-16-a.md", "date: 2025-11-17 13:00:01 +0100", "", State.LATER, "ahead"),
        ("_posts/2025-11-16-a.md", "date: 2025-11-17 13:00:00 +0100", "", State.SHOWN, ""),
        ("_posts/2025-11-16-a.md", "published: false", "", State.UNPUBLISHED, "published"),
        ("_posts/2025-11-16-a.md", "published:", "", State.UNPUBLISHED, "published"),
        ("_posts/2025-11-16-a.md", "published: no", "unpublished: true", State.SHOWN, ""),
        ("_posts/2025-11-16-a.md", "published: 'false'", "", State.SHOWN, ""),
        ("_posts/2025-11-16-a.md", "a: b: c", "", State.BROKEN, "line 2"),
        ("_posts/2025-11-16-a.md", "categories: 5", "", State.BROKEN, "categories"),
        ("_posts/2025-11-16-a.md", "a: b: c", "strict_front_matter: true", State.STOPS, "line 2"),
        ("_posts/2025-11-16-a.md", "date:", "", State.STOPS, "empty"),
        ("_posts/2025-11-16-a.md", "date: tomorrow", "", State.STOPS, "tomorrow"),
        ("_posts/2025-11-16-a.md", "slug: 5", "", State.STOPS, "slug: 5"),
        ("_posts/2025-13-16-a.md", "title: T", "", State.STOPS, "2025-13-16"),
        ("_posts/a.md", "title: T", "", State.PASSED_OVER, "a date, a hyphen"),
        ("_posts/_2025-11-16-a.md", "title: T", "", State.PASSED_OVER, "begins with"),
        ("_drafts/a.md", "title: T", "", State.DRAFT, "draft"),
        ("_drafts/a.md", "title: T", "show_drafts: true", State.SHOWN, ""),
        ("_drafts/a", "title: T", "", State.PASSED_OVER, "ending"),
        ("_layouts/a.html", "title: T", "", State.OTHER, "not a page"),
        ("_poems/a.md", "title: T", "collections: [poems]", State.OTHER, "output: true"),
        ("_poems/a.md", "t: 1", "collections: {poems: {output: true}}", State.SHOWN, ""),
    ],
)
def test_whether_a_file_shows_is_said_with_its_reason(
    site, path, front_matter, config, state, words
):
    """One word for the colour, one sentence for the person."""
    verdict = judge(site, path, front_matter, config)
    assert verdict.state is state
    assert words in verdict.reason
    assert verdict.shows == (state in {State.SHOWN, State.BROKEN})


def test_a_hidden_post_still_tells_where_it_would_show(site):
    """The address of a draft, of a post for later, of one taken off."""
    draft = judge(site, "_drafts/idea.md", modified=NOW - timedelta(days=3))
    assert draft.address.url == "/2025/11/14/idea.html"
    later = judge(site, "_posts/2025-11-18-a.md")
    assert later.address.url == "/2025/11/18/a.html"
    off = judge(site, "_posts/2025-11-16-a.md", "published: false")
    assert off.address.url == "/2025/11/16/a.html"


def test_a_draft_without_a_file_yet_is_dated_now(site):
    """Its day comes from the clock."""
    assert judge(site, "_drafts/idea.md").when == NOW
    dated = judge(site, "_drafts/2025-11-01-idea.md", modified=NOW)
    assert dated.address.url == "/2025/11/01/idea.html"


def test_a_post_in_another_encoding_is_dropped(site):
    """Jekyll says so in its log only."""
    verdict = judge(site, "_posts/2025-11-16-a.md", is_utf8=False)
    assert verdict.state is State.DROPPED
    assert verdict.address is None


def test_broken_front_matter_moves_a_post_to_today(site):
    """The most dangerous behaviour of Jekyll: published, under another address."""
    verdict = judge(site, "news/_posts/2025-03-04-a.md", "a: b: c")
    assert verdict.address.url == "/news/2025/11/17/2025-03-04-a.html"
    assert verdict.shows


def test_broken_front_matter_keeps_what_the_defaults_say(site):
    """A date or categories of the config hold all the same."""
    config = "defaults: [{values: {date: '2001-02-03', categories: [house]}}]"
    verdict = judge(site, "_posts/2025-03-04-a.md", "a: b: c", config)
    assert verdict.address.url == "/house/2001/02/03/2025-03-04-a.html"
    config = "defaults: [{values: {categories: 5}}]"
    verdict = judge(site, "news/_posts/2025-03-04-a.md", "a: b: c", config)
    assert verdict.address.url == "/news/2025/11/17/2025-03-04-a.html"


def test_defaults_count_where_a_post_is_silent(site):
    """A date, a permalink, or `published` may come from the config."""
    config = "defaults: [{values: {date: '2001-02-03', permalink: '/:year/:title/'}}]"
    assert judge(site, "_posts/2025-03-04-a.md", "date:", config).address.url == "/2001/a/"
    config = "defaults: [{values: {published: false}}]"
    assert judge(site, "_posts/2025-03-04-a.md", "t: 1", config).state is State.UNPUBLISHED
    assert judge(site, "_posts/2025-03-04-a.md", "published: true", config).shows


def test_a_time_without_a_zone_is_noted(site):
    """It means UTC, and that may be another day."""
    verdict = judge(
        site,
        "_posts/2025-11-16-a.md",
        "date: 2025-11-16 23:30:00",
        date_spelling="2025-11-16 23:30:00",
    )
    assert verdict.address.url == "/2025/11/17/a.html"
    assert len(verdict.notes) == 2
    assert "UTC" in verdict.notes[0]
    assert "2025-11-17" in verdict.notes[1]


def test_a_date_beyond_the_calendar_is_a_sentence(site):
    """Ruby knows years that Python does not."""
    verdict = judge(site, "_posts/2025-11-16-a.md", "date: '12025-01-01'")
    assert verdict.reason
    assert not verdict.shows


@pytest.mark.parametrize(
    ("path", "front_matter", "config", "url", "file"),
    [
        ("about.md", "t: 1", "", "/about.html", "about.html"),
        ("about.md", "t: 1", "permalink: pretty", "/about/", "about/index.html"),
        ("about.md", "t: 1", "permalink: /x/:title", "/about", "about.html"),
        ("about.md", "t: 1", "permalink: '/x/:title:output_ext'", "/about.html", "about.html"),
        ("sub/index.md", "t: 1", "", "/sub/", "sub/index.html"),
        ("sub/a b.html", "t: 1", "", "/sub/a%20b.html", "sub/a b.html"),
        ("feed.xml", "t: 1", "permalink: pretty", "/feed.xml", "feed.xml"),
        ("main.scss", "t: 1", "", "/main.css", "main.css"),
        ("a.md", "permalink: /x/", "", "/x/", "x/index.html"),
        ("a.md", "permalink: /:nope/", "", "/:nope/", ":nope/index.html"),
        ("_poems/a.md", "t: 1", "collections: {poems: {output: true}}", "/poems/a.html", None),
        (
            "_poems/2025-01-02-a.md",
            "t: 1",
            "collections: {poems: {output: true, permalink: '/:year/:name/'}}",
            "/2025/2025-01-02-a/",
            None,
        ),
    ],
)
def test_pages_and_collections_have_addresses_too(site, path, front_matter, config, url, file):
    """By their own rules, which follow the pattern of the posts."""
    verdict = judge(site, path, front_matter, config)
    assert verdict.shows
    assert verdict.address.url == url
    assert file is None or verdict.address.file == file


@pytest.mark.parametrize(
    ("front_matter", "facts", "state"),
    [
        ("published: false", {}, State.UNPUBLISHED),
        ("permalink: ''", {}, State.STOPS),
        ("permalink: 5", {}, State.STOPS),
        ("a: b: c", {}, State.BROKEN),
        ("t: 1", {"has_front_matter": False}, State.OTHER),
        ("t: 1", {"has_bom": True}, State.OTHER),
    ],
)
def test_pages_can_stay_away_as_well(site, front_matter, facts, state):
    """Unpublished, broken, or copied as they are."""
    assert judge(site, "about.md", front_matter, **facts).state is state
