"""Hold addresses, days and verdicts against what the real Jekyll 4.3 did with the same files."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.site.folders import Site
from editor.site.post_head import facts_of
from editor.site.verdict import State
from editor.site.visibility import verdict_of

DATA = Path(__file__).parents[1] / "data"
PERMALINKS = json.loads((DATA / "permalinks.json").read_text(encoding="utf-8"))
PITFALLS = json.loads((DATA / "pitfalls.json").read_text(encoding="utf-8"))["pitfalls"]
BUILD = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def judged(root, path, front_matter, config):
    """Judge a post that need not lie on the disk."""
    root.mkdir(exist_ok=True)
    (root / "_config.yml").write_text(json.dumps({"timezone": "UTC"} | config), encoding="utf-8")
    facts = facts_of(f"---\n{front_matter.rstrip()}\n---\nbody\n".encode())
    return verdict_of(root / path, facts, Site.open(root), BUILD)


@pytest.mark.parametrize("fact", PERMALINKS["site_permalink"], ids=lambda fact: fact["url"])
def test_the_site_s_pattern_gives_the_address_that_jekyll_gives(tmp_path, fact):
    """Every pattern, with every kind of name: the address and the file are Jekyll's own."""
    verdict = judged(tmp_path / "site", fact["path"], fact["front_matter"], fact["config"])
    assert (verdict.address.url, verdict.address.file) == (fact["url"], fact["dest"])


@pytest.mark.parametrize(
    "fact", PERMALINKS["site_permalink_errors"], ids=lambda fact: fact["config"]["permalink"]
)
def test_an_unknown_placeholder_of_the_site_stops_jekyll(tmp_path, fact):
    """The verdict says that nothing is built, and which placeholder it is."""
    verdict = judged(tmp_path / "site", "_posts/2025-03-04-p.md", "title: T", fact["config"])
    assert verdict.state is State.STOPS
    assert "does not know" in verdict.reason


@pytest.mark.parametrize(
    "fact", PERMALINKS["post_permalink_and_slug"], ids=lambda fact: fact["front_matter"][9:]
)
def test_a_post_s_own_permalink_and_slug_do_what_jekyll_makes_of_them(tmp_path, fact):
    """The address is Jekyll's, and where Jekyll stops the verdict says so."""
    verdict = judged(tmp_path / "site", fact["path"], fact["front_matter"], fact["config"])
    if fact.get("exit"):
        assert verdict.state is State.STOPS
    else:
        assert (verdict.address.url, verdict.address.file) == (fact["url"], fact["dest"])


@pytest.mark.parametrize(
    "fact", PERMALINKS["categories_tags"], ids=lambda fact: fact["front_matter"][9:]
)
def test_categories_lead_to_the_address_that_jekyll_builds(tmp_path, fact):
    """However categories are written, the folders of the address are Jekyll's."""
    verdict = judged(tmp_path / "site", fact["path"], fact["front_matter"], fact["config"])
    assert verdict.address.url == fact["url"]
    assert (verdict.state is State.BROKEN) == ("read_error" in fact)


def raw_bytes(text: str) -> bytes:
    """Give the bytes of a file of a recorded site."""
    marker = "base64/latin1:"
    return text.removeprefix(marker).encode("latin-1" if text.startswith(marker) else "utf-8")


FILES = [
    pytest.param(pitfall, name, id=f"{pitfall['id']}:{name}")
    for pitfall in PITFALLS
    for name in pitfall["files"]
    if name.endswith((".md", ".txt", ".html", ".mdx")) or "_posts/" in name
]
JUDGED_HERE = {"file", "date", "url"}


@pytest.mark.parametrize(("pitfall", "name"), FILES)
def test_the_verdict_on_each_known_pitfall_is_what_jekyll_did(tmp_path, pitfall, name):
    """Whether a file became a page, where, and on which day, in 131 recorded builds."""
    seen = pitfall.get("observed_upstream_4.3.4") or pitfall["observed_debian_4.3.1"]
    config = pitfall["config"] or ""
    if "--drafts" in pitfall["args"]:
        config += "show_drafts: true\n"
    if "timezone" not in config:
        config += "timezone: UTC\n"
    (tmp_path / "_config.yml").write_bytes(config.encode())
    for each, text in pitfall["files"].items():
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes(raw_bytes(text))
    raw = raw_bytes(pitfall["files"][name])
    verdict = verdict_of(tmp_path / name, facts_of(raw), Site.open(tmp_path), BUILD)
    shown = next((post for post in seen["posts"] if post["path"] == name), None)
    if shown is not None:
        assert verdict.shows
        assert (verdict.address.url, verdict.address.file) == (shown["url"], shown["dest"])
        moment = verdict.when.strftime("%Y-%m-%dT%H:%M:%S%z")
        assert verdict.state is State.BROKEN or moment == shown["date"]
    elif seen["exit"]:
        assert verdict.state is State.STOPS or pitfall["area"] not in JUDGED_HERE
    else:
        file = verdict.address.file if verdict.address else None
        assert verdict.shows == (file in seen["files"])
