"""Rename a post that 300 links lead to: the real Jekyll finds every one of them whole."""

import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from editor.site.folders import Site
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.steps import plan_rename
from editor.site.publishing.workbench import Workbench

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="Jekyll is not installed"),
]

POSTS, LINKING = 500, 300
TARGET = "2024-02-29-ferry-(en)-été"
RENAMED = "2024-03-01-the-quay-after-été"
URL = "/2024/02/29/ferry-(en)-%C3%A9t%C3%A9/"
SERVER = "https://quay.example"
LAYOUT = """<!doctype html><title>{{ page.title }}</title>
{% if page.related %}<a href="{{ page.related | relative_url }}">related</a>{% endif %}
{{ content }}
"""
KINDS = [
    f"See [it]({{% post_url {TARGET} %}}).",
    f"See [it]({{% link _posts/{TARGET}.md %}}).",
    f"See [it](/paper{URL}#end).",
    f"See [it][ferry].\n\n[ferry]: {SERVER}/paper{URL} 'The ferry'",
    f'See <a class="x" href="{{{{ \'{URL}\' | relative_url }}}}">it</a>.',
    "See [it](RELATIVE).",
]


def write_site(root):
    """Make 500 posts: 300 link to one, in six ways, and all to their neighbours."""
    (root / "_posts").mkdir(parents=True)
    (root / "_layouts").mkdir()
    (root / "_layouts/post.html").write_text(LAYOUT)
    (root / "_config.yml").write_text(
        f"url: {SERVER}\nbaseurl: /paper\npermalink: /:year/:month/:day/:title/\n"
        "timezone: UTC\ndefaults: [{scope: {path: ''}, values: {layout: post}}]\n"
    )
    names = [
        f"{date(2023, 1, 1) + timedelta(days=number)}-story-{number:03d}"
        for number in range(POSTS - 1)
    ]
    for number, name in enumerate(names):
        before = f"[one]({{% post_url {names[number - 1]} %}})"
        body = f"---\ntitle: Story {number}\n---\nBefore: {before}."
        if number < LINKING:
            kind = KINDS[number % len(KINDS)]
            body += "\n\n" + kind.replace("RELATIVE", f"../../../..{URL}")
        (root / f"_posts/{name}.md").write_text(f"{body}\n")
    first = "---\ntitle: Ferry\n---\n[back](../../../../2023/01/01/story-000/)\n"
    (root / f"_posts/{TARGET}.md").write_text(first)


def build(root, to):
    """Build the site with Jekyll."""
    command = ["jekyll", "build", "-q", "--disable-disk-cache", "-s", root, "-d", to]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert made.returncode == 0, made.stderr


class Links(HTMLParser):
    """Collect what a page links to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def broken_links(built):
    """Give every internal link of a finished site that leads to no file, and count all."""
    broken, count = [], 0
    for page in sorted(built.rglob("*.html")):
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        for link in links.found:
            parts = urlsplit(link)
            if parts.netloc and parts.netloc != "quay.example":
                continue
            count += 1
            path = unquote(parts.path)
            if path.startswith("/"):
                target = built / path.removeprefix("/paper").lstrip("/")
                is_right = path.startswith("/paper/")
            else:
                target, is_right = page.parent / path, True
            whole = target / "index.html" if path.endswith("/") else target
            if not (is_right and whole.is_file()):
                broken.append(f"{page.relative_to(built)}: {link}")
    return broken, count


def snapshot(root):
    """Give the bytes of every file."""
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*.*")}


def test_after_a_rename_no_link_is_broken_and_undo_restores_every_byte(tmp_path):
    """500 posts, 300 links of six kinds: each changed file differs in its one link alone."""
    root = tmp_path / "site"
    write_site(root)
    before = snapshot(root)
    build(root, tmp_path / "before")
    broken, count = broken_links(tmp_path / "before")
    assert (broken, count) == ([], LINKING + POSTS)
    bench = Workbench(Site.open(root), datetime.now(UTC))
    plan = plan_rename(bench, root / f"_posts/{TARGET}.md", f"{RENAMED}.md")
    carry_out(plan, root)
    build(root, tmp_path / "after")
    assert broken_links(tmp_path / "after") == ([], LINKING + POSTS)
    assert len(plan.changes) == LINKING + 1
    for change in plan.changes[1:]:
        ((old, new),) = change.lines()
        assert re.sub(r"\(.*\)|href=\".*\"|: \S+", "", old) == re.sub(
            r"\(.*\)|href=\".*\"|: \S+", "", new
        ), (old, new)
    carry_out(plan.inverse(), root)
    assert snapshot(root) == before
    assert Path(root / f"_posts/{TARGET}.md").exists()
