"""Read the window's own line for every file that the real Jekyll was watched with."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from editor.post.post import Post
from editor.site.collisions import pages_by_file
from editor.site.cures import Patient
from editor.site.folders import Site
from editor.site.post_list import summarize
from editor.ui.theme import LIGHT
from editor.ui.verdict_line import VerdictLine
from editor.ui.verdict_reading import judged
from editor.ui.verdict_words import day_words

DATA = Path(__file__).parents[1] / "data"
PERMALINKS = json.loads((DATA / "permalinks.json").read_text(encoding="utf-8"))
PITFALLS = json.loads((DATA / "pitfalls.json").read_text(encoding="utf-8"))["pitfalls"]
DATES = json.loads((DATA / "dates.json").read_text(encoding="utf-8"))["pairs"]
BUILD = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
ELSEWHERE = {"liquid", "plugins"}


@pytest.fixture
def line(qtbot):
    """Give the line of the window."""
    line = VerdictLine(LIGHT)
    qtbot.addWidget(line)
    return line


def site_with(root, config):
    """Write the config of a site, and open it."""
    root.mkdir(exist_ok=True)
    (root / "_config.yml").write_text(json.dumps({"timezone": "UTC"} | config), encoding="utf-8")
    return Site.open(root)


def said(line, patient, posts=(), pages=None):
    """Give the words of the line about a post, as they are read aloud."""
    shown, _ = judged(patient, posts, pages or {})
    line.show_verdict(shown)
    return line.accessibleName()


def patient_of(site, path, front_matter, now=BUILD):
    """Give a post that need not lie on the disk."""
    text = f"---\n{front_matter.rstrip()}\n---\nbody\n"
    return Patient(site.root / path, Post.from_bytes(text.encode()), site, now)


def test_the_line_names_the_address_of_every_permalink(line, tmp_path):
    """411 recorded posts: the address in the line is Jekyll's, or it says that Jekyll stops."""
    wrong = []
    facts = [
        *PERMALINKS["site_permalink"],
        *PERMALINKS["post_permalink_and_slug"],
        *PERMALINKS["categories_tags"],
        *(
            {"path": "_posts/2025-03-04-p.md", "front_matter": "title: T", "exit": 1} | fact
            for fact in PERMALINKS["site_permalink_errors"]
        ),
    ]
    for fact in facts:
        site = site_with(tmp_path, fact["config"])
        words = said(line, patient_of(site, fact["path"], fact["front_matter"]))
        if fact.get("exit"):
            is_right = "Jekyll" in words and "stops" in words
        else:
            lead = "Will show broken" if "read_error" in fact else "Will show at"
            is_right = words.startswith(lead) and f" at {fact['url']} " in f"{words} "
        if not is_right:
            wrong.append((fact["path"], fact["front_matter"], fact.get("url"), words))
    assert wrong == []
    assert len(facts) == 411


@pytest.mark.parametrize(
    "zone", ["UTC", "America/New_York", "Asia/Tokyo", "Europe/Moscow", "Asia/Kolkata"]
)
def test_the_line_names_the_day_of_every_date(line, tmp_path, zone):
    """131 ways to write a date: the day and the address are those of the real builds."""
    site = site_with(tmp_path, {"timezone": zone, "future": True})
    now = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    wrong = []
    for pair in DATES:
        fact = pair | pair.get("upstream_4.3.4_safe_yaml", {})
        words = said(line, patient_of(site, "_posts/2020-01-15-p.md", fact["yaml"], now))
        seen = None if fact["exit"] else fact["results"][zone]
        if seen is None:
            is_right = "Jekyll" in words and "stops" in words
        elif seen["date"].startswith("10000"):
            is_right = "year" in words
        else:
            day = day_words(date.fromisoformat(seen["date"][:10]), now.date())
            is_right = f"Will show at {seen['url']} {day} " in f"{words} "
        if not is_right:
            wrong.append((fact["yaml"], seen, words))
    assert wrong == []


def raw_bytes(text):
    """Give the bytes of a file of a recorded site."""
    marker = "base64/latin1:"
    return text.removeprefix(marker).encode("latin-1" if text.startswith(marker) else "utf-8")


def written(root, pitfall):
    """Write a recorded site, and open it."""
    config = pitfall["config"] or ""
    config += "show_drafts: true\n" if "--drafts" in pitfall["args"] else ""
    config += "" if "timezone" in config else "timezone: UTC\n"
    files = {**pitfall["files"], "_config.yml": config}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(raw_bytes(text))
    return Site.open(root)


def judged_file(line, root, pitfall, name):
    """Give the words about one file of a recorded site."""
    site = written(root, pitfall)
    raw = raw_bytes(pitfall["files"][name])
    try:
        raw.decode()
        post = Post.from_bytes(raw)
    except UnicodeDecodeError:
        post = Post.from_bytes(raw, "utf-16" if b"\0" in raw else "latin-1")
    summaries = [summarize(root / each, site, BUILD) for each in pitfall["files"]]
    posts = [each for each in summaries if each is not None]
    pages = pages_by_file(site, BUILD)
    return said(line, Patient(root / name, post, site, BUILD), posts, pages)


FILES = [
    pytest.param(pitfall, name, id=f"{pitfall['id']}:{name}")
    for pitfall in PITFALLS
    for name in pitfall["files"]
    if name.endswith((".md", ".txt", ".html", ".mdx")) or "_posts/" in name
    if not name.startswith(("_layouts/", "_includes/"))
]


@pytest.mark.parametrize(("pitfall", "name"), FILES)
def test_the_line_says_what_jekyll_did_in_every_known_pitfall(line, tmp_path, pitfall, name):
    """Shown and where, hidden, broken or stopped, and which two files met at one address."""
    seen = pitfall.get("observed_upstream_4.3.4") or pitfall["observed_debian_4.3.1"]
    words = judged_file(line, tmp_path, pitfall, name)
    shown = next((post for post in seen["posts"] if post["path"] == name), None)
    if shown is not None:
        is_lost = "Error" in " ".join(seen["messages"]) and shown["url"].startswith("/2026/11/25/")
        lead = "Will show broken, without title and layout, at" if is_lost else "Will show at"
        assert words.startswith(f"{lead} {shown['url']} "[: len(words)])
        if any("Conflict" in message for message in seen["messages"]):
            assert "has this address too" in words
    elif seen["exit"]:
        assert "stops" in words or pitfall["area"] in ELSEWHERE
    elif name.startswith(("_posts/", "_drafts/")):
        assert not words.startswith("Will show at")
