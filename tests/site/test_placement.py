import pytest

from editor.site.folders import Site
from editor.site.placement import Role, placement_of


@pytest.fixture
def opened(site):
    """Open a site with a collection, sections, and something left out."""
    (site / "_config.yml").write_bytes(
        b"collections: [poems]\nexclude: [private]\ninclude: [_pages]\n"
    )
    return Site.open(site)


@pytest.mark.parametrize(
    ("path", "role", "words"),
    [
        ("_posts/2025-11-17-a.md", Role.POST, None),
        ("_posts/2025/2025-11-17-a.md", Role.POST, None),
        ("news/_posts/2025-11-17-a.md", Role.POST, None),
        ("_drafts/idea.md", Role.DRAFT, None),
        ("news/_drafts/idea.md", Role.DRAFT, None),
        ("_poems/snow.md", Role.DOCUMENT, None),
        ("_poems/winter/snow.md", Role.DOCUMENT, None),
        ("_songs/snow.md", Role.OTHER, None),
        ("about.md", Role.PAGE, None),
        ("news/index.html", Role.PAGE, None),
        ("_pages/about.md", Role.PAGE, None),
        ("_layouts/post.html", Role.OTHER, None),
        ("_data/authors.yml", Role.OTHER, None),
        ("_config.yml", Role.OTHER, None),
        ("../elsewhere.md", Role.OTHER, None),
        ("_posts", Role.OTHER, None),
        ("_old/_posts/2025-11-17-a.md", Role.POST, "begins with “_”"),
        (".git/_posts/2025-11-17-a.md", Role.POST, "begins with “.”"),
        ("private/_posts/2025-11-17-a.md", Role.POST, "exclude: private"),
        ("_posts/a/.old/2025-11-17-a.md", Role.POST, "begins with a dot"),
        ("_posts/2025-11-17-a.md~", Role.POST, "backup"),
        ("_poems/_snow.md", Role.DOCUMENT, "begins with “_”"),
        ("private/about.md", Role.PAGE, "exclude: private"),
        ("news/about.md~", Role.PAGE, "backup"),
        ("_site/about.md", Role.OTHER, None),
        ("node_modules/x/readme.md", Role.PAGE, "node_modules"),
    ],
)
def test_where_a_file_lies_says_what_it_is(opened, path, role, words):
    """Its role, and why Jekyll never comes to it."""
    placement = placement_of(opened.root / path, opened)
    assert placement.role is role
    assert placement.passed_over is None if words is None else words in placement.passed_over


def test_the_finished_site_is_never_read_again(site):
    """Whatever folder it is written to."""
    (site / "_config.yml").write_bytes(b"destination: public\n")
    placement = placement_of(site / "public" / "about.md", Site.open(site))
    assert "writes the finished site" in placement.passed_over


def test_with_a_folder_of_collections_posts_beside_it_are_passed_over(site):
    """Jekyll says nothing; Dateline names the folder."""
    (site / "_config.yml").write_bytes(b"collections_dir: parts\ncollections: [poems]\n")
    opened = Site.open(site)
    beside = placement_of(site / "_posts" / "2025-11-17-a.md", opened)
    assert "“parts”" in beside.passed_over
    inside = placement_of(site / "parts" / "_posts" / "2025-11-17-a.md", opened)
    assert inside.passed_over is None
    assert str(inside.relative) == "_posts/2025-11-17-a.md"
    assert placement_of(site / "parts" / "_poems" / "snow.md", opened).role is Role.DOCUMENT
