"""Where the addresses in a post lead inside the preview."""

import pytest

from editor.render import links
from editor.render.links import SiteAddress

SITE = SiteAddress("https://harbour.example", "/blog")
PLAIN = SiteAddress()


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("assets/a.jpg", "/assets/a.jpg"),
        ("/assets/a.jpg", "/assets/a.jpg"),
        ("./assets/a.jpg", "/assets/a.jpg"),
        ("../../assets/a.jpg", "/assets/a.jpg"),
        ("/blog/assets/a.jpg", "/assets/a.jpg"),
        ("/blogger/a.jpg", "/blogger/a.jpg"),
        ("https://harbour.example/blog/assets/a.jpg", "/assets/a.jpg"),
        ("https://harbour.example/other/a.jpg", "/other/a.jpg"),
        ("/a.jpg?v=2", "/a.jpg?v=2"),
        (" /a.jpg\n", "/a.jpg"),
        ("\\assets\\a.jpg", "/assets/a.jpg"),
        ("https://elsewhere.example/a.jpg", "https://elsewhere.example/a.jpg"),
        ("//elsewhere.example/a.jpg", "https://elsewhere.example/a.jpg"),
        ("\\\\elsewhere.example\\a.jpg", "https://elsewhere.example/a.jpg"),
        ("https://harbour.example.evil/a.jpg", "https://harbour.example.evil/a.jpg"),
        ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
    ],
)
def test_a_picture_is_found_in_the_site_or_known_as_remote(written, path):
    """Every way to write a path of the site means the same file."""
    assert links.file_address(written, SITE) == path


@pytest.mark.parametrize(
    "written",
    ["", "/", "javascript:1", "data:text/html,x", "file:///etc/x.png", "C:\\a.png", "ftp://h/a.png",
     "blob:x", "https://", "http:///a", "//[::1", "data:", "java\tscript:1"],
)  # fmt: skip
def test_nothing_else_is_a_picture(written):
    """What a page may not load has no address at all."""
    assert links.file_address(written, PLAIN) is None


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/a/b/", "/a/b/"),
        ("a.html", "/a.html"),
        ("/blog/a.html#x", "/a.html#x"),
        ("https://harbour.example/blog/", "/"),
        ("https://elsewhere.example/?q=a#b", "https://elsewhere.example/?q=a#b"),
        ("//elsewhere.example", "https://elsewhere.example"),
        ("#note", "#post-note"),
        ("#", "#"),
        ("mailto:desk@harbour.example", "/-/outside/mailto%3Adesk%40harbour.example"),
        ("file:///etc/passwd", "/-/outside/file%3A%2F%2F%2Fetc%2Fpasswd"),
        ("{% post_url a %}", "/-/outside/%7B%25%20post_url%20a%20%25%7D"),
        ("?page=2", "/?page=2"),
    ],
)
def test_a_link_says_where_it_leads(written, address):
    """A scheme that the page could not report is wrapped in a path of ours."""
    assert links.link_address(written, SITE) == address


@pytest.mark.parametrize(
    "written",
    ["javascript:x", "JaVaScRiPt:x", " java\nscript:x", "\x01javascript:x", "vbscript:x",
     "data:text/html,x", "blob:https://x/y"],
)  # fmt: skip
def test_a_link_that_would_run_something_leads_nowhere(written):
    """However it is disguised, as a browser would read it."""
    assert links.link_address(written, PLAIN) is None


@pytest.mark.parametrize(
    "address", ["mailto:a@b", "tel:+1 2", "{% x %}", "a/b?c#d", "caf\u00e9:\udce9"]
)
def test_a_wrapped_address_comes_back(address):
    """What the page reports is what the post wrote."""
    wrapped = links.outside(address)
    assert wrapped.startswith(links.OUTSIDE)
    assert links.meant(wrapped) == address.replace("\udce9", "\ufffd" * 3)


def test_a_path_of_the_site_stands_for_itself():
    """Only wrapped addresses are unwrapped."""
    assert links.meant("/a/b.html") == "/a/b.html"
