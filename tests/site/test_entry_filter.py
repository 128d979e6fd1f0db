import pytest

from editor.site.config import SiteConfig
from editor.site.entry_filter import why_passed_over


@pytest.fixture
def config(tmp_path):
    """Give a config that leaves some things out and takes some in."""
    (tmp_path / "_config.yml").write_bytes(
        b"exclude: [drafts/, notes*.md, /RE, 'a[^b]c', _kept]\n"
        b"include: [.htaccess, _kept, _pages]\n"
    )
    return SiteConfig.load(tmp_path)


@pytest.mark.parametrize(
    ("folder", "entry", "words"),
    [
        ("", "about.md", None),
        ("_posts", "2025-11-17-a.md", None),
        ("_posts", "sub/2025-11-17-a.md", None),
        ("_posts", "_old/2025-11-17-a.md", "begins with “_”"),
        ("_posts", "a/_old/2025-11-17-a.md", None),
        ("_posts", "_2025-11-17-a.md", "begins with “_”"),
        ("_posts", ".2025-11-17-a.md", "begins with “.”"),
        ("_posts", "#2025-11-17-a.md", "begins with “#”"),
        ("_posts", "~2025-11-17-a.md", "begins with “~”"),
        ("_posts", "2025-11-17-a.md~", "backup copy"),
        ("_posts", "2025-11-17-a.", "ends with a dot"),
        ("", "README.md", "exclude: /RE"),
        ("", "notes-1.md", "exclude: notes*.md"),
        ("x", "notes-1.md", None),
        ("", "axc", "exclude"),
        ("", "abc", None),
        ("", "Gemfile", "exclude: Gemfile"),
        ("vendor", "bundle/x.md", "exclude: vendor/bundle/"),
        ("", "_kept", None),
        ("", "_pages", None),
        ("", ".htaccess", None),
        ("", ".htpasswd", "begins with “.”"),
    ],
)
def test_jekyll_passes_over_what_its_rules_say(config, folder, entry, words):
    """Names, patterns of the config, and what the config takes in again."""
    reason = why_passed_over(config, folder, entry)
    assert (reason is None) if words is None else (words in reason)


def test_a_pattern_with_a_slash_at_its_end_leaves_the_folder_out(config):
    """`drafts/` names the folder itself too."""
    assert "drafts/" in why_passed_over(config, "", "drafts", is_folder=True)
    assert why_passed_over(config, "", "drafts") is None
