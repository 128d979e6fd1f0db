"""`dateline url`."""

import os

import pytest

CONFIG = "timezone: America/New_York\npermalink: pretty\n"
NIGHT = "T00:00:00-05:00"


@pytest.fixture
def site(tmp_path):
    """Write a site with posts of several kinds."""
    (tmp_path / "_config.yml").write_text(CONFIG, encoding="utf-8")
    for name, front_matter in {
        "_posts/2025-11-17-ferry.md": "date: 2025-11-17 02:08:21 +0000",
        "_posts/2025-11-18-off.md": "published: false",
        "_posts/2999-01-01-later.md": "title: Later",
        "_drafts/idea.md": "title: Idea",
        "_posts/notes.md": "title: No date",
        "_posts/2025-11-19-lost.md": "title: a: b",
        "about.md": "title: About",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{front_matter}\n---\nText.\n", encoding="utf-8")
    os.utime(tmp_path / "_drafts/idea.md", (1_700_000_000, 1_700_000_000))
    return tmp_path


def test_a_post_has_its_address_and_its_moment_on_the_site_s_clock(dateline, site):
    """Late in the evening before, in New York."""
    shown = dateline("url", "_posts/2025-11-17-ferry.md")
    assert (shown.returncode, shown.stderr) == (0, "")
    path, url, when, answer, reason = shown.stdout.removesuffix("\n").split("\t")
    assert (path, url) == ("_posts/2025-11-17-ferry.md", "/2025/11/16/ferry/")
    assert (when, answer) == ("2025-11-16T21:08:21-05:00", "shown")
    assert reason


@pytest.mark.parametrize(
    ("name", "url", "when", "answer", "reason"),
    [
        (
            "_posts/2025-11-18-off.md",
            "/2025/11/18/off/",
            f"2025-11-18{NIGHT}",
            "hidden",
            "“published”",
        ),
        (
            "_posts/2999-01-01-later.md",
            "/2999/01/01/later/",
            f"2999-01-01{NIGHT}",
            "hidden",
            "ahead",
        ),
        ("_drafts/idea.md", "/2023/11/14/idea/", "2023-11-14T17:13:20-05:00", "hidden", "draft"),
        ("_posts/notes.md", "", "", "hidden", "passes over"),
        ("about.md", "/about/", "", "shown", ""),
    ],
)
def test_every_kind_of_file_gets_a_line(dateline, site, name, url, when, answer, reason):
    """What there is not stays empty, so that each line has five parts."""
    shown = dateline("url", str(site / name))
    assert (shown.returncode, shown.stderr) == (0, "")
    parts = shown.stdout.removesuffix("\n").split("\t")
    assert parts[:4] == [str(site / name), url, when, answer]
    assert reason in parts[4]


def test_a_post_whose_front_matter_is_lost_is_shown_with_a_warning(dateline, site):
    """Jekyll publishes it, and nobody notices."""
    shown = dateline("url", "_posts/2025-11-19-lost.md")
    parts = shown.stdout.removesuffix("\n").split("\t")
    assert parts[3] == "shown"
    assert "without its front matter" in parts[4]


def test_one_file_that_is_not_there_hides_no_other(dateline, site):
    """The others have their lines, and the exit status tells a script."""
    shown = dateline("url", "nothing.md", "_posts/2025-11-17-ferry.md")
    assert shown.returncode == 1
    assert shown.stdout.startswith("_posts/2025-11-17-ferry.md\t/2025/11/16/ferry/\t")
    assert "“nothing.md” cannot be used: No such file or directory." in shown.stderr
    assert "1 of 2 files could not be judged." in shown.stderr


def test_a_file_outside_every_site_is_refused(dateline, tmp_path):
    """There is no config that could say where it shows."""
    (tmp_path / "alone.md").write_text("Text.\n", encoding="utf-8")
    refused = dateline("url", "alone.md")
    assert refused.returncode == 1
    assert "“alone.md” lies in no Jekyll site." in refused.stderr


def test_without_a_file_the_command_is_not_understood(dateline):
    """As its siblings say it."""
    refused = dateline("url")
    assert refused.returncode == 2
    assert "dateline url: the following arguments are required: FILE." in refused.stderr


def test_a_tab_in_a_name_does_not_break_the_line(dateline, site):
    """It is spelled out."""
    path = site / "_posts" / "2025-01-01-a\tb.md"
    path.write_text("---\n---\nText.\n", encoding="utf-8")
    shown = dateline("url", str(path))
    assert shown.stdout.count("\t") == 4
