"""Excerpts, as a home page shows them: each is what the real Jekyll 4.3 showed."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.render.pages.page_renderer import PageRenderer
from editor.site.model import SiteModel

DATA = Path(__file__).parents[2] / "data"
FACTS = json.loads((DATA / "excerpts.json").read_text(encoding="utf-8"))
BUILD = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
INDEX = (
    "---\n---\n{% for p in site.posts %}[{{ p.excerpt }}]|{{ p.excerpt | strip_html | strip }}|"
    "{{ p.content | size }}{% endfor %}"
)
POST = "_posts/2025-03-04-p.md"


def renderer(root, fact):
    """Write the site of a fact."""
    config = fact["config"] or ""
    (root / "_config.yml").write_bytes(f"timezone: UTC\n{config}".encode())
    (root / "index.html").write_bytes(INDEX.encode())
    (root / "_posts").mkdir()
    (root / POST).write_bytes(f"---\n{fact['front_matter']}\n---\n{fact['body']}".encode())
    if "layout: post" in fact["front_matter"]:
        (root / "_layouts").mkdir()
        (root / "_layouts" / "post.html").write_bytes(b"<L>{{ content }}</L>")
    return PageRenderer(SiteModel.open(root, BUILD))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["name"])
def test_a_list_shows_the_excerpt_that_jekyll_cuts(tmp_path, fact):
    """With its text, and the length of the whole post."""
    shown = renderer(tmp_path, fact).page(tmp_path / "index.html").html
    assert shown == fact["index"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["name"])
def test_the_post_itself_is_what_jekyll_publishes(tmp_path, fact):
    """Its own excerpt may stand in it."""
    page = renderer(tmp_path, fact).page(tmp_path / POST)
    assert page.html == fact["post"]
    assert not page.stops_build
