"""Hold the model of a site against what the real Jekyll 4.3 made of the same files."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from editor.post.dates import written_form
from editor.post.ruby.text import ruby_text
from editor.site.model import SiteModel

DATA = Path(__file__).parents[1] / "data"
PERMALINKS = json.loads((DATA / "permalinks.json").read_text(encoding="utf-8"))
TERMS = json.loads((DATA / "categories_tags.json").read_text(encoding="utf-8"))
DATES = json.loads((DATA / "dates.json").read_text(encoding="utf-8"))["pairs"]
ZONES = ["UTC", "America/New_York", "Asia/Tokyo", "Europe/Moscow", "Asia/Kolkata"]
BUILD = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def built(root, path, front_matter, **config):
    """Write a site with one post, and read it."""
    (root / path).parent.mkdir(parents=True)
    (root / path).write_bytes(f"---\n{front_matter.rstrip()}\n---\nbody\n".encode())
    (root / "_config.yml").write_text(json.dumps({"timezone": "UTC"} | config), encoding="utf-8")
    return SiteModel.open(root, BUILD)


def dumped(value):
    """Write a value as the facts do: floats and days in words."""
    if isinstance(value, float):
        return f"{value}f"
    if isinstance(value, date):
        return f"Date({value})"
    if isinstance(value, list):
        return [dumped(item) for item in value]
    if isinstance(value, dict):
        return {json.dumps(str(key)): dumped(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize(
    "fact",
    [
        *PERMALINKS["site_permalink"],
        *(fact for fact in PERMALINKS["post_permalink_and_slug"] if not fact.get("exit")),
    ],
    ids=lambda fact: fact["url"],
)
def test_each_post_has_the_address_and_the_id_that_jekyll_gives(tmp_path, fact):
    """The model is what the page, the list and the address line share."""
    model = built(tmp_path, fact["path"], fact["front_matter"], **fact["config"])
    (post,) = model.posts
    assert (post.url, post.address.file) == (fact["url"], fact["dest"])
    assert fact.get("id") in {None, post.id}


@pytest.mark.parametrize(
    "fact",
    [
        *PERMALINKS["site_permalink_errors"],
        *(fact for fact in PERMALINKS["post_permalink_and_slug"] if fact.get("exit")),
    ],
    ids=lambda fact: ascii(fact["config"]) + ascii(fact.get("front_matter")),
)
def test_an_address_that_stops_jekyll_is_a_problem_of_its_post(tmp_path, fact):
    """The post is there all the same, with a sentence and without an address."""
    path, front_matter = (
        fact.get("path", "_posts/2025-03-04-p.md"),
        fact.get("front_matter", "a: b"),
    )
    (post,) = built(tmp_path, path, front_matter, **fact["config"]).posts
    assert post.url == ""
    assert post.problem


@pytest.mark.parametrize("fact", TERMS, ids=lambda fact: f"{fact['front_matter']} {fact['file']}")
def test_categories_and_tags_are_of_the_kinds_that_jekyll_shows(tmp_path, fact):
    """Templates see numbers beside their texts, and a lost front matter has no tags."""
    model = built(
        tmp_path, fact["file"], fact["front_matter"], permalink="/:categories/:title.html"
    )
    (post,) = model.posts
    assert post.url == fact["url"]
    assert dumped(post.data["categories"]) == fact["cats"]
    assert dumped(post.data.get("tags")) == fact["tags"]


@pytest.mark.parametrize("fact", TERMS, ids=lambda fact: f"{fact['front_matter']} {fact['file']}")
def test_posts_are_found_by_their_categories_and_tags(tmp_path, fact):
    """Under keys of the same kind as in Jekyll, but for lists and mappings, which Python bars."""
    model = built(tmp_path, fact["file"], fact["front_matter"], permalink="/:title.html")
    for kind, expected in (("tags", fact["site_tags"]), ("categories", fact["site_cats"])):
        keys = [ruby_text([key])[1:-1] for key in getattr(model, kind)]
        assert keys == [key for key in expected if not key.startswith(("[", "{"))]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("fact", DATES, ids=lambda fact: ascii(fact["yaml"]))
def test_each_date_is_the_moment_and_the_address_that_jekyll_gives(tmp_path, fact, zone):
    """In five zones, as real builds showed; where Jekyll stops, the post is named."""
    fact = fact | fact.get("upstream_4.3.4_safe_yaml", {})
    model = built(tmp_path, "_posts/2020-01-15-p.md", fact["yaml"], timezone=zone, future=True)
    if fact["exit"] or fact["results"][zone]["date"].startswith("10000"):
        assert model.posts == ()
        (problem,) = model.problems
        assert problem.file == "_posts/2020-01-15-p.md"
        assert problem.stops_jekyll == bool(fact["exit"])
        return
    (post,) = model.posts
    expected = fact["results"][zone]
    assert written_form(post.date).replace(" ", "T", 1).replace(" ", "") == expected["date"]
    assert post.url == expected["url"]
