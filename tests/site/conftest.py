"""Give the tests of the site floor a small site and a post in it."""

import pytest

from tests.site.watched_files import OLD


@pytest.fixture
def site(tmp_path):
    """Make a folder that is a site, with a folder for posts."""
    root = tmp_path / "site"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_bytes(b"title: A site\n")
    return root


@pytest.fixture
def post(site):
    """Put one old post on the disk."""
    path = site / "_posts" / "2025-11-17-slug.md"
    path.write_bytes(OLD)
    return path
