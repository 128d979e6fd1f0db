from pathlib import Path

from editor.site.index.shared_addresses import with_shared_addresses
from editor.site.post_list import PostSummary


def post(name, url, **more):
    """Make a post in short."""
    made = {"kind": "post"} | more
    return PostSummary(Path("/site/_posts") / name, name, None, (), url=url, **made)


def test_two_posts_with_one_address_say_so_of_each_other():
    """Drafts, hidden posts and posts with an address of their own say nothing."""
    posts = [
        post("a.md", "/same.html"),
        post("b.md", "/same.html"),
        post("c.md", "/other.html"),
        post("d.md", "/same.html", kind="draft"),
        post("e.md", "/same.html", is_hidden=True),
        post("f.md", ""),
        post("g.md", ""),
    ]
    told = {each.path.name: each.problem for each in with_shared_addresses(posts)}
    assert "“b.md” has the same address, /same.html" in told["a.md"]
    assert "“a.md”" in told["b.md"]
    assert not any(told[name] for name in ("c.md", "d.md", "e.md", "f.md", "g.md"))


def test_what_is_worse_is_said_first():
    """A post that Jekyll stops at has no time for its neighbours."""
    posts = [post("a.md", "/same.html", problem="Broken."), post("b.md", "/same.html")]
    assert with_shared_addresses(posts)[0].problem == "Broken."
    assert with_shared_addresses(posts[:1])[0] is posts[0]
