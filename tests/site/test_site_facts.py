import pytest

from editor.site.folders import Site
from editor.site.site_facts import Author, authors, layouts


def test_the_layouts_of_a_site_are_offered_by_their_names(site):
    """Folders belong to the name, the last ending does not; hidden files are none."""
    for name in ("post.html", "page.md", "news/long.html", "a.b.html", "_x.html", ".y.html", "z"):
        path = site / "_layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (site / "_layouts" / ".git").mkdir()
    (site / "_layouts" / ".git" / "q.html").write_bytes(b"")
    assert layouts(Site.open(site)) == ("a.b", "news/long", "page", "post")


def test_the_layouts_of_jekyll_s_own_theme_are_offered_too(site):
    """A new site has none of its own."""
    (site / "_config.yml").write_bytes(b"theme: minima\n")
    assert layouts(Site.open(site)) == ("default", "home", "page", "post")
    (site / "_config.yml").write_bytes(b"theme: unheard-of\n")
    assert layouts(Site.open(site)) == ()


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("authors.yml", "ada: {name: Ada Holm}\nbo: Bo\ncy: 5\n", ["Ada Holm", "Bo", "cy"]),
        ("authors.yaml", "- {name: Ada Holm}\n- Bo\n- {x: 1}\n- 5\n", ["Ada Holm", "Bo"]),
        ("authors.json", '{"ada": {"display_name": "Ada Holm"}}', ["Ada Holm"]),
        ("authors.yml", "just words", []),
        ("authors.yml", "a: b: c", []),
        ("authors.yml", "", []),
        ("writers.yml", "ada: Ada", []),
    ],
)
def test_the_authors_of_a_site_are_offered_by_name(site, name, text, expected):
    """From a mapping or a list; a broken file offers nobody."""
    (site / "_data").mkdir()
    (site / "_data" / name).write_bytes(text.encode())
    assert [author.name for author in authors(Site.open(site))] == expected


def test_an_author_has_a_key_and_a_name(site):
    """A post says the key; people read the name."""
    (site / "_data").mkdir()
    (site / "_data" / "authors.yml").write_bytes(b"ada: {name: Ada Holm}\n")
    assert authors(Site.open(site)) == (Author("ada", "Ada Holm"),)


def test_a_list_of_authors_that_lies_outside_the_site_is_not_read(site, tmp_path):
    """A link in a cloned site leads nowhere."""
    (tmp_path / "secret.yml").write_bytes(b"ada: Ada\n")
    (site / "_data").mkdir()
    (site / "_data" / "authors.yml").symlink_to(tmp_path / "secret.yml")
    assert authors(Site.open(site)) == ()
