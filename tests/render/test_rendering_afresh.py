"""What is kept from key to key never shows."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from editor.post.post import Post
from editor.render.preview import PreviewRenderer
from editor.render.request import RenderRequest
from tests.bench.render_changes import edited

SAMPLE = Path(__file__).parents[2] / "resources" / "sample-site"
NAME = "2025-11-17-ferry-named-after-the-soleil.md"
LIQUID = (
    "{{ page.title }}",
    "{% if site.title %}\n\na\n{% endif %}",
    "{% raw %}",
    "{{ 'a' | markdownify }}",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Give a copy of the sample site."""
    root = tmp_path_factory.mktemp("site") / "paper"
    shutil.copytree(SAMPLE, root)
    return root


def request_for(root, body, *, kind):
    """Ask for a post with this body: in the theme, in the reading style, or outside any site."""
    post = Post.from_bytes((root / "_posts" / NAME).read_bytes())
    head = post.text[: len(post.text) - len(post.body)]
    path = str(root / "_posts" / NAME)
    if kind == "alone":
        return RenderRequest(1, "post", "A title", body)
    return RenderRequest(
        1, path, "A title", body, {"title": "A title"}, site_root=str(root), source=head + body,
        place=path, in_theme=kind == "theme",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["theme", "reading", "alone"])
@pytest.mark.parametrize("seed", range(4))
def test_a_post_is_shown_as_if_it_were_seen_for_the_first_time(site, seed, kind):
    """After any number of edits, in the page of the site, in Dateline's own type and outside."""
    dice = random.Random(seed)
    live, fresh = PreviewRenderer(), PreviewRenderer()
    body = before = Post.from_bytes((site / "_posts" / NAME).read_bytes()).body[:1500]
    for _ in range(10):
        body, before = edited(body, before, dice), body
        if dice.random() < 0.2:
            place = body.find("\n") + 1
            body = body[:place] + dice.choice(LIQUID) + "\n\n" + body[place:]
        request = request_for(site, body, kind=kind)
        got = replace(live.render(request), seconds=0)
        assert got == replace(fresh.render(replace(request, afresh=True)), seconds=0)
