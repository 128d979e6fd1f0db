"""Give a site with a few posts, and a bench to plan steps on."""

from datetime import UTC, datetime

import pytest

from editor.site.folders import Site
from editor.site.publishing.workbench import Workbench

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
CONFIG = b"""\
title: The Quay
url: https://quay.example
baseurl: /paper
timezone: Europe/Paris
permalink: /:categories/:year/:month/:day/:title.html
plugins: [jekyll-redirect-from]
"""
SNOW = b'---\nlayout: post\ntitle: "Snow"\ndate: 2025-11-17 09:00:00 +0100\n---\nIt snows.\n'
IDEA = b"---\ntitle: Ice\n---\nIt freezes.\n"


class Paper:
    """A site on the disk, and what a test asks of it."""

    def __init__(self, root):
        self.root = root

    @property
    def bench(self):
        return Workbench(Site.open(self.root), NOW)

    def put(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def files(self):
        """Give the bytes of every file of the site."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def paper(tmp_path):
    """Put a small site on the disk: a post, a draft."""
    paper = Paper(tmp_path / "paper")
    paper.put("_config.yml", CONFIG)
    paper.snow = paper.put("_posts/2025-11-17-first-snow.md", SNOW)
    paper.idea = paper.put("_drafts/ice.md", IDEA)
    return paper
