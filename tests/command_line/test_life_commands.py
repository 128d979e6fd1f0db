"""`dateline publish`, `unpublish`, `rename`, `move`, `trash`."""

import json
from datetime import UTC, datetime

import pytest

POST = "_posts/2025-11-17-ferry.md"


@pytest.fixture
def site(tmp_path):
    """Write a site with a post, a draft, and a page that links to the post."""
    for name, text in {
        "_config.yml": "timezone: UTC\npermalink: pretty\n",
        POST: "---\ntitle: Ferry\ntags: a b\n---\nText.\n",
        "_drafts/idea.md": "---\ntitle: Idea\n---\nText.\n",
        "about.md": "---\n---\n[it]({% post_url 2025-11-17-ferry %}) [it](/2025/11/17/ferry/)\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def files(site):
    """Give the bytes of every file."""
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*.*")}


def test_a_draft_is_published_and_its_new_path_is_told(dateline, site):
    """Today, by the clock of the site."""
    done = dateline("publish", "_drafts/idea.md")
    path = site / f"_posts/{datetime.now(UTC).date()}-idea.md"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n", "")
    assert path.read_text().startswith(f"---\ntitle: Idea\ndate: {datetime.now(UTC).date()} ")
    assert not (site / "_drafts/idea.md").exists()


def test_a_draft_is_scheduled_and_comes_back(dateline, site):
    """A day ahead stands in its name; unpublished it is a draft again."""
    dateline("publish", "_drafts/idea.md", "--date", "2999-12-24 07:00")
    assert b"date: 2999-12-24 07:00:00 +0000" in files(site)["_posts/2999-12-24-idea.md"]
    done = dateline("unpublish", "_posts/2999-12-24-idea.md")
    assert done.stdout == f"{site / '_drafts/idea.md'}\n"


def test_links_follow_a_renamed_post(dateline, site):
    """Both links of the page, and nothing else in it; what is lost is said."""
    done = dateline("rename", POST, "2025-11-18-boat.md")
    assert done.returncode == 0
    assert "does not use jekyll-redirect-from" in done.stderr
    assert files(site)["about.md"] == (
        b"---\n---\n[it]({% post_url 2025-11-18-boat %}) [it](/2025/11/18/boat/)\n"
    )


def test_a_dry_run_tells_everything_and_does_nothing(dateline, site):
    """Each file, where it goes, and each line as it is and as it would be."""
    before = files(site)
    told = dateline("rename", "--dry-run", POST, "2025-11-18-boat.md")
    assert told.stdout.splitlines() == [
        f"{POST} -> _posts/2025-11-18-boat.md",
        "about.md",
        "  - [it]({% post_url 2025-11-17-ferry %}) [it](/2025/11/17/ferry/)",
        "  + [it]({% post_url 2025-11-18-boat %}) [it](/2025/11/18/boat/)",
    ]
    for command in (["publish", "_drafts/idea.md"], ["unpublish", POST], ["trash", POST]):
        assert dateline(*command, "--dry-run").returncode == 0
    assert files(site) == before


def test_a_post_moves_to_a_folder_and_to_a_category(dateline, site):
    """Its address changes with either, and the page's links follow."""
    done = dateline("move", POST, "news/_posts")
    assert done.stdout == f"{site / 'news' / POST}\n"
    assert b"(/news/2025/11/17/ferry/)" in files(site)["about.md"]
    dateline("move", f"news/{POST}", "--category", "Sea", "--category", "Boats")
    assert b"(/news/sea/boats/2025/11/17/ferry/)" in files(site)["about.md"]


def test_a_post_goes_to_the_trash(dateline, site, home):
    """It lies in the person's trash, and links to it are told."""
    done = dateline("trash", POST)
    assert "about.md" in done.stderr
    assert POST not in files(site)
    assert list(home.rglob("2025-11-17-ferry.md"))


@pytest.mark.parametrize(
    ("command", "status", "words"),
    [
        (["rename", POST, "about.md"], 1, "Jekyll would pass over"),
        (["rename", POST], 2, "NAME"),
        (["publish", POST], 1, "published already"),
        (["publish", "_drafts/idea.md", "--date", "soon"], 2, "is no date"),
        (["unpublish", "about.md"], 1, "is no post"),
        (["move", POST], 2, "name a folder"),
        (["move", POST, ".."], 1, "lies outside this site"),
        (["trash", "nothing.md"], 1, "is not there"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(dateline, site, command, status, words):
    """And no file is touched."""
    before = files(site)
    done = dateline(*command)
    assert (done.returncode, done.stdout) == (status, "")
    assert words in done.stderr
    assert files(site) == before


def test_addresses_are_told_as_json(dateline, site):
    """One object a line, with what templates see of the post."""
    told = dateline("url", "--format", "json", POST, "about.md", "_config.yml")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert lines[0] == {
        "path": POST,
        "url": "/2025/11/17/ferry/",
        "date": "2025-11-17T00:00:00+00:00",
        "shown": True,
        "state": "shown",
        "reason": "",
        "title": "Ferry",
        "layout": None,
        "categories": [],
        "tags": ["a", "b"],
    }
    assert lines[1]["url"] == "/about/"
    assert lines[2]["shown"] is False
