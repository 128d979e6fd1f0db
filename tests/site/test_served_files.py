"""Which files of a site the preview may read."""

import os
import sys

import pytest

from editor.site import served_files
from editor.site.served_files import ServedFiles

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.fixture
def site(tmp_path):
    """Give a site with pictures, beside a secret."""
    root = tmp_path / "site"
    (root / "assets" / "a b").mkdir(parents=True)
    for name in ("a.png", "A.JPG", "é.webp", "a.html", "a.js", "a", "a.md", ".hidden.png"):
        (root / "assets" / name).write_bytes(b"x")
    (root / "assets" / "a b" / "c.svg").write_bytes(b"x")
    (root / ".git").mkdir()
    (root / ".git" / "a.png").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    return root


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/assets/a.png", "image/png"),
        ("/assets/A.JPG", "image/jpeg"),
        ("/assets/a.png?v=1#x", "image/png"),
        ("/assets/a%2Epng", "image/png"),
        ("/assets/%C3%A9.webp", "image/webp"),
        ("/assets/é.webp", "image/webp"),
        ("/assets/a%20b/c.svg", "image/svg+xml"),
        ("//assets///a.png", "image/png"),
    ],
)
def test_a_picture_of_the_site_is_found(site, path, media_type):
    """However its address is written; its type comes from our table."""
    assert ServedFiles(site).find(path).media_type == media_type


@pytest.mark.parametrize(
    "path",
    ["", "/", "assets/a.png", "/assets", "/assets/", "/assets/gone.png", "/assets/a.html",
     "/assets/a.js", "/assets/a", "/assets/a.md", "/assets/.hidden.png", "/.git/a.png",
     "/../secret.png", "/assets/../../secret.png", "/..%2fsecret.png", "/%2e%2e/secret.png",
     "/assets/..%5c..%5csecret.png", "/assets\\a.png", "/%252e%252e/secret.png",
     "/assets/a.png%00", "/assets/a.png%00.png", "/C:/a.png", "/assets/a.png:stream.png",
     "/%ff.png", "/./assets/a.png", "/assets/a.png/", "/" + "a" * 5000 + ".png"],
)  # fmt: skip
def test_nothing_else_is(site, path):
    """What is hidden, outside, of another kind or oddly written is not there."""
    assert ServedFiles(site).find(path) is None


@UNIX
def test_links_are_followed_only_inside_the_site(site):
    """A link may stand for a picture of the site, and for nothing beside it."""
    assets = site / "assets"
    (assets / "in.png").symlink_to(assets / "a.png")
    (assets / "out.png").symlink_to(site.parent / "secret.png")
    (assets / "up").symlink_to(site.parent)
    (assets / "git.png").symlink_to(site / ".git" / "a.png")
    (assets / "page.png").symlink_to(assets / "a.html")
    (assets / "loop.png").symlink_to(assets / "loop.png")
    files = ServedFiles(site)
    assert files.find("/assets/in.png") is not None
    for name in ("out.png", "up/secret.png", "git.png", "page.png", "loop.png"):
        assert files.find(f"/assets/{name}") is None, name


@UNIX
def test_a_site_that_is_itself_a_link_is_served(site, tmp_path):
    """Where the folder really lies does not matter."""
    (tmp_path / "link").symlink_to(site)
    assert ServedFiles(tmp_path / "link").find("/assets/a.png") is not None


@UNIX
def test_what_is_no_plain_file_is_not_opened(site):
    """A pipe would hang whoever reads it."""
    os.mkfifo(site / "assets" / "pipe.png")
    (site / "assets" / "folder.png").mkdir()
    assert ServedFiles(site).find("/assets/pipe.png") is None
    assert ServedFiles(site).find("/assets/folder.png") is None


def test_a_file_that_is_too_large_is_not_served(site, monkeypatch):
    """A film of many gigabytes would only stop the preview."""
    monkeypatch.setattr(served_files, "LARGEST_FILE", 0)
    assert ServedFiles(site).find("/assets/a.png") is None
