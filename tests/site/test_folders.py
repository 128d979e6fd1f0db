import os
from pathlib import Path, PurePosixPath

import pytest

from editor.post.errors import DatelineError
from editor.site.folders import OutsideSite, Site, UnsafeName, find_site


def configured(site, text):
    """Give the site another config."""
    (site / "_config.yml").write_bytes(text.encode())
    return Site.open(site)


def test_a_site_is_found_from_any_file_in_it(post, site):
    """From a post, its folder, a file that does not exist yet, or the site itself."""
    for path in (post, post.parent, site / "news" / "_posts" / "new.md", site):
        assert find_site(path) == site


def test_the_config_wins_over_a_nearer_folder_of_posts(site):
    """A section keeps posts of its own, and belongs to the site all the same."""
    section = site / "news" / "_posts"
    section.mkdir(parents=True)
    assert find_site(section / "2025-11-17-a.md") == site


def test_a_folder_of_posts_without_a_config_is_a_site(tmp_path):
    """Jekyll needs no config."""
    (tmp_path / "blog" / "_posts").mkdir(parents=True)
    assert find_site(tmp_path / "blog" / "_posts" / "2025-11-17-a.md") == tmp_path / "blog"


def test_a_file_can_belong_to_no_site(tmp_path):
    """A letter on the desktop is opened without a site."""
    assert find_site(tmp_path / "letter.md") is None


@pytest.mark.parametrize("name", ["_config.yml", "_config.yaml", "_config.toml"])
def test_every_config_that_jekyll_knows_makes_a_site(tmp_path, name):
    """The name alone decides."""
    (tmp_path / name).write_bytes(b"")
    assert find_site(tmp_path / "a" / "b.md") == tmp_path


def test_the_folders_of_a_plain_site(site):
    """Where Jekyll looks by itself."""
    opened = Site.open(site)
    assert opened.source == opened.collections_path == site
    assert opened.posts_dir == site / "_posts"
    assert opened.drafts_dir == site / "_drafts"
    assert opened.layouts_dir == site / "_layouts"
    assert opened.includes_dir == site / "_includes"
    assert opened.data_dir == site / "_data"
    assert opened.destination == site / "_site"


def test_a_site_can_keep_its_posts_elsewhere(site):
    """The source and the folder of collections come from the config."""
    opened = configured(site, "source: src\ncollections_dir: parts/\nlayouts_dir: look\n")
    assert opened.source == site / "src"
    assert opened.posts_dir == site / "src" / "parts" / "_posts"
    assert opened.layouts_dir == site / "src" / "look"


@pytest.mark.parametrize("source", ["..", "/etc/../..", "a/../../..", "link", '"a\\0b"'])
def test_no_config_can_lead_out_of_the_site(site, tmp_path, source):
    """A hostile config names folders outside; the site's own are used."""
    (tmp_path / "outside").mkdir()
    (site / "link").symlink_to(tmp_path / "outside")
    opened = configured(site, f"source: {source}\ncollections_dir: {source}\n")
    assert opened.contains(opened.posts_dir)


def test_every_folder_of_posts_that_jekyll_visits_is_found(site):
    """Sections have folders of their own; hidden, excluded and finished ones are not visited."""
    for folder in (
        "news/_posts",
        "news/local/_posts",
        "news/_drafts",
        "_hidden/_posts",
        ".git/_posts",
        "_site/_posts",
        "out/_posts",
        "node_modules/x/_posts",
    ):
        (site / folder).mkdir(parents=True)
    (site / "loop").symlink_to(site)
    opened = configured(site, "destination: out\n")
    found = [path.relative_to(site).as_posix() for path in opened.posts_dirs()]
    assert found == ["_posts", "news/_posts", "news/local/_posts"]
    assert opened.drafts_dirs() == [site / "news" / "_drafts"]


def test_with_a_folder_of_collections_posts_are_found_only_there(site):
    """The posts beside it are passed over without a word."""
    (site / "parts" / "news" / "_posts").mkdir(parents=True)
    opened = configured(site, "collections_dir: parts\n")
    assert opened.posts_dirs() == [site / "parts" / "news" / "_posts"]


def test_a_folder_that_cannot_be_read_hides_no_other(site, monkeypatch):
    """Missing rights on one folder are no reason to show nothing."""
    (site / "a").mkdir()
    (site / "b" / "_posts").mkdir(parents=True)
    listing = os.scandir

    def refuse(folder):
        if Path(folder).name == "a":
            raise PermissionError
        return listing(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert site / "b" / "_posts" in Site.open(site).posts_dirs()


def test_a_site_nested_a_thousand_folders_deep_is_walked(site, monkeypatch):
    """No depth ends in an error."""
    monkeypatch.chdir(site)
    for _ in range(1200):
        Path("a").mkdir()
        os.chdir("a")
    assert Site.open(site).posts_dirs() == [site / "_posts"]
    for _ in range(1200):
        os.chdir("..")
        Path("a").rmdir()


def test_a_new_post_goes_to_the_folder_of_posts(site):
    """And a draft to that of drafts."""
    opened = Site.open(site)
    assert opened.post_path("2025-11-17-a.md") == site / "_posts" / "2025-11-17-a.md"
    assert opened.post_path("idea.md", draft=True) == site / "_drafts" / "idea.md"


@pytest.mark.parametrize(
    "name",
    [
        "../2025-11-17-a.md",
        "..",
        "",
        "a/b.md",
        "a\\b.md",
        "C:a.md",
        "a\0b.md",
        "a\u202eb.md",
        "a\nb.md",
        ".hidden.md",
        "_x.md",
        "con.md",
        "a.md ",
        "a.",
        "cafe\u0301.md",
        "half\ud800.md",
        "x" * 300,
    ],
)
def test_a_name_that_is_not_safe_everywhere_makes_no_path(site, name):
    """Separators, devices of Windows, hidden characters: each is refused with a sentence."""
    with pytest.raises(UnsafeName) as caught:
        Site.open(site).post_path(name)
    assert isinstance(caught.value, DatelineError)
    assert str(caught.value)


def test_a_folder_of_posts_that_links_out_of_the_site_takes_no_new_post(site, tmp_path):
    """A cloned site can hold such a link."""
    (tmp_path / "elsewhere").mkdir()
    (site / "_drafts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideSite, match="outside this site"):
        Site.open(site).post_path("idea.md", draft=True)


@pytest.mark.parametrize("path", ["../x.md", "_posts/../../x.md", "/etc/passwd", "a\0b"])
def test_a_path_that_leaves_the_site_is_refused(site, path):
    """Wherever it came from."""
    with pytest.raises(OutsideSite):
        Site.open(site).contained(site / path)


def test_a_path_within_the_site_is_given_back(post, site):
    """Containment changes nothing about it."""
    assert Site.open(site).contained(post) == post


def test_a_path_is_shown_as_people_read_it(site):
    """Relative to the site, with nothing hidden; a file elsewhere in full."""
    opened = Site.open(site)
    assert opened.display_path(site / "_posts" / "a.md") == "_posts/a.md"
    assert opened.display_path(site / "a\u202eb.md") == "a‹U+202E›b.md"
    assert opened.display_path(Path("/etc/motd")) == "/etc/motd"


def test_jekyll_sees_a_file_relative_to_the_source(site, tmp_path):
    """A file reached through a link counts by where it lies."""
    opened = configured(site, "source: src\n")
    (site / "src").mkdir()
    (tmp_path / "desk").symlink_to(site / "src")
    assert opened.relative(site / "src" / "_posts" / "a.md") == PurePosixPath("_posts/a.md")
    assert opened.relative(tmp_path / "desk" / "b.md") == PurePosixPath("b.md")
    assert opened.relative(site / "README.md") is None
