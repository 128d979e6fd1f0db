"""Take each cure that the verdict line offers, and judge the post again: it shows."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from editor.site.cures import Patient, Remedy
from editor.site.folders import Site
from editor.site.post_file import read_post
from editor.site.post_list import summarize
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.workbench import Workbench
from editor.ui.life.steps import STEPS, Subject
from editor.ui.verdict_reading import judged

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
CURES = [
    ("_posts/undated.md", "title: T", "Rename it…"),
    ("_posts/2025_03_04-p.md", "title: T", "Rename it…"),
    ("_posts/20250304-p.md", "title: T", "Rename it…"),
    ("_posts/2025-03-04.md", "title: Low tide", "Rename it…"),
    ("_posts/2025-03-04-p", "title: T", "Rename it…"),
    ("_posts/2025-13-04-p.md", "title: T", "Rename it…"),
    ("_posts/_2025-03-04-p.md", "title: T", "Rename it…"),
    ("_posts/2025-03-04-😀.md", "title: Smile", "Rename it…"),
    ("_posts/2025-03-04-p.txt", "title: T", "Make it Markdown…"),
    ("_posts/_old/2025-03-04-p.md", "title: T", "Move it…"),
    ("_private/_posts/2025-03-04-p.md", "title: T", "Move it…"),
    ("parts/_posts/2025-03-04-p.md", "title: T", "Move it…"),
    ("_drafts/p.md", "title: T", "Publish…"),
    ("_posts/2999-03-04-p.md", "title: T", "Publish now…"),
    ("_posts/2025-03-04-p.md", "title: T\ndate: 2999-01-01 06:00:00 +0100", "Publish now…"),
    ("_posts/2025-03-04-p.md", "published: false", "Switch it on"),
    ("_posts/2025-03-04-p.md", "published:", "Switch it on"),
    ("_posts/2025-03-04-p.md", "title: a: b", "Mend it"),
    ("_posts/2025-03-04-p.md", "categories: 2025", "Make it a list"),
    ("_posts/2025-03-04-p.md", "date:", "Take the day of its name"),
    ("_posts/2025-03-04-p.md", "date: soon", "Take the day of its name"),
    ("_posts/2025-03-04-p.md", "slug: 42", "Put it in quotes"),
    ("_posts/2025-03-04-p.md", "permalink: 42", "Put it in quotes"),
    ("_posts/2025-03-04-p.md", "permalink: /:nope/", "Take “permalink” out"),
    ("_posts/2025-03-04-p.md", "date: 2024-01-02", "Rename it…"),
    ("_posts/2025-03-04-p.md", "date: 2025-03-04 23:30:00", "Write the zone"),
    ("_posts/sub/2025-03-04-taken.md", "title: T", "Rename it…"),
    ("_posts/2025-03-04-taken.markdown", "title: T", "Rename it…"),
]


@pytest.fixture
def site(tmp_path):
    """Write a site with a post whose address is taken."""
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("timezone: Europe/Paris\nexclude: [parts]\n")
    (tmp_path / "_posts/2025-03-04-taken.md").write_text("---\ntitle: Taken\n---\n")
    return Site.open(tmp_path)


def put(site, name, front_matter):
    """Write a post, and give its path."""
    path = site.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front_matter}\n---\nText.\n", encoding="utf-8")
    return path


def judgement(site, path):
    """Give the words and the cure for a file, among the posts of the site."""
    summaries = [summarize(each, site, NOW) for each in site.root.rglob("*.m*")]
    posts = [each for each in summaries if each is not None]
    return judged(Patient(path, read_post(path).post, site, NOW), posts, {})


def taken(site, path, cure):
    """Do what a cure does, on the disk, and give where the post lies then."""
    post = read_post(path).post
    match cure.remedy:
        case Remedy.STEP:
            step = STEPS[cure.name]
            plan = step.plan(Subject(path, site), str(cure.value or ""))(Workbench(site, NOW))
            carry_out(plan, site.root)
            return plan.post.to
        case Remedy.FIELD:
            post = post.with_front_matter(post.front_matter.put(cure.name, cure.value))
        case Remedy.REMOVE:
            post = post.with_front_matter(post.front_matter.delete(cure.name))
        case Remedy.REPAIR:
            post = post.with_front_matter(post.front_matter.repaired())
    path.write_bytes(post.to_bytes())
    return path


@pytest.mark.parametrize(("name", "front_matter", "words"), CURES)
def test_a_cure_makes_the_post_show(site, name, front_matter, words):
    """The line is green after one click, or after the plan it leads to."""
    path = put(site, name, front_matter)
    shown, cure = judgement(site, path)
    assert (shown.cure, cure.words) == (words, words)
    assert shown.tone in {"warn", "bad", "none"}
    moved = taken(site, path, cure)
    shown, cure = judgement(site, moved)
    assert (shown.tone, cure) == ("ok", None), shown
