"""Walk a post through its life on the disk: each step, and each step taken back."""

import os
import unicodedata
from datetime import UTC, datetime

import pytest

from editor.post.errors import DatelineError
from editor.site.folders import Site, UnsafeName
from editor.site.publishing.beginnings import plan_duplicate, plan_new, plan_trash
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.plan import PlanRefused
from editor.site.publishing.steps import (
    plan_categories,
    plan_move_to,
    plan_publish,
    plan_rename,
    plan_unpublish,
)


def done(paper, plan):
    """Carry a plan out and give the files, after a look at what its undo would leave."""
    before = paper.files()
    carry_out(plan, paper.root)
    carry_out(plan.inverse(), paper.root)
    assert paper.files() == before
    carry_out(plan, paper.root)
    return paper.files()


def test_a_draft_is_published_today(paper):
    """Dated by the clock of the site, in its fields and its name, and moved beside."""
    plan = plan_publish(paper.bench, paper.idea)
    files = done(paper, plan)
    assert "_drafts/ice.md" not in files
    assert files["_posts/2026-11-25-ice.md"] == (
        b"---\ntitle: Ice\ndate: 2026-11-25 10:30:00 +0100\n---\nIt freezes.\n"
    )
    assert plan.sentence == "Published as “2026-11-25-ice.md”."


def test_a_draft_with_an_old_date_and_published_off_gets_both_right(paper):
    """Nothing that would hide it or date it otherwise stays in its fields."""
    draft = paper.put(
        "_drafts/sub/2020-01-01-ice.md", "---\ndate: 2020-01-01\npublished: no\n---\n"
    )
    files = done(paper, plan_publish(paper.bench, draft))
    assert files["_posts/sub/2026-11-25-ice.md"] == (
        b"---\ndate: 2026-11-25 10:30:00 +0100\npublished: true\n---\n"
    )


def test_a_draft_is_scheduled(paper):
    """A moment ahead gives the day in the name, by the clock of the site."""
    when = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    plan = plan_publish(paper.bench, paper.idea, when)
    assert "_posts/2027-01-01-ice.md" in done(paper, plan)
    assert plan.sentence == "Scheduled as “2027-01-01-ice.md” for 2027-01-01 00:30."


def test_a_post_that_is_scheduled_anew_gets_another_day_in_its_name(paper):
    """Its address follows the date, so links to it do too."""
    other = paper.put("about.md", "---\n---\n[x]({% post_url 2025-11-17-first-snow %})")
    when = datetime(2026, 12, 24, 6, 0, tzinfo=UTC)
    files = done(paper, plan_publish(paper.bench, paper.snow, when))
    assert b"date: 2026-12-24 07:00:00 +0100" in files["_posts/2026-12-24-first-snow.md"]
    assert "post_url 2026-12-24-first-snow" in other.read_text()


def test_a_hidden_post_is_switched_on_where_it_is(paper):
    """“published: false” becomes true, and nothing else changes."""
    post = paper.put("_posts/2025-11-19-a.md", "---\npublished: false\n---\nx")
    files = done(paper, plan_publish(paper.bench, post))
    assert files["_posts/2025-11-19-a.md"] == b"---\npublished: true\n---\nx"


def test_a_post_goes_back_among_the_drafts(paper):
    """Its bytes stay; what links to it is said before."""
    paper.put("about.md", "---\n---\n[x]({% post_url 2025-11-17-first-snow %})")
    plan = plan_unpublish(paper.bench, paper.snow)
    assert plan.notes == (
        "Linked to from about.md; Jekyll stops at such a link once the post is gone.",
    )
    assert done(paper, plan)["_drafts/first-snow.md"].endswith(b"It snows.\n")


def test_a_copy_is_a_draft_with_a_name_and_an_address_of_its_own(paper):
    """A name that is taken gets a number, and the fields of the address go."""
    paper.put("_drafts/first-snow.markdown", b"taken")
    post = paper.put("_posts/2025-11-17-first-snow.md", "---\ntitle: a\npermalink: /a/\n---\nx")
    files = done(paper, plan_duplicate(paper.bench, post))
    assert files["_drafts/first-snow-2.md"] == b"---\ntitle: a\n---\nx"


def test_a_post_is_thrown_away_and_brought_back(paper, tmp_path, monkeypatch):
    """It goes to the trash of the system, and undo puts the same bytes in its place."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    plan = plan_trash(paper.bench, paper.snow)
    assert "_posts/2025-11-17-first-snow.md" not in done(paper, plan)


def test_a_new_post_never_meets_an_old_one(paper):
    """The second post of one name gets a number."""
    plan = plan_new(paper.bench, paper.snow.parent, paper.snow.name, b"new")
    assert done(paper, plan)["_posts/2025-11-17-first-snow-2.md"] == b"new"


def test_readers_of_the_old_address_are_led_on(paper):
    """A public post gets a redirect; one that comes back loses it again."""
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    carry_out(plan, paper.root)
    moved = paper.root / "_posts/2025-11-17-late-snow.md"
    assert b"\nredirect_from:" in moved.read_bytes()
    assert b"/2025/11/17/first-snow.html" in moved.read_bytes()
    carry_out(plan_rename(paper.bench, moved, "2025-11-17-first-snow.md"), paper.root)
    assert b"first-snow" not in paper.snow.read_bytes()
    assert b"late-snow" in paper.snow.read_bytes()


def test_a_site_without_redirects_is_told_so(paper):
    """The plan says that the old address will lead nowhere, and adds no field."""
    paper.put("_config.yml", "title: x\n")
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    assert "this site does not use jekyll-redirect-from" in plan.notes[0]
    assert not plan.post.is_edited


def test_a_draft_has_no_readers_to_lead_on(paper):
    """Its address was never public, so nothing is added and nothing said."""
    plan = plan_rename(paper.bench, paper.idea, "frost.md")
    assert (plan.notes, plan.post.is_edited) == ((), False)


def test_categories_that_move_a_post_take_its_links_along(paper):
    """The field changes, the address with it, and a link follows."""
    other = paper.put("about.md", "---\n---\n[x](/paper/2025/11/17/first-snow.html)")
    files = done(paper, plan_categories(paper.bench, paper.snow, ["Weather"]))
    assert b"categories:" in files["_posts/2025-11-17-first-snow.md"]
    assert "[x](/paper/weather/2025/11/17/first-snow.html)" in other.read_text()


@pytest.mark.parametrize("name", ["2025-11-17-FIRST-Snow.md", "2025-11-17-été.md"])
def test_a_name_that_differs_in_capitals_or_accents_only_is_another_name(paper, name):
    """The file is renamed, also where its old name has its accents apart."""
    apart = unicodedata.normalize("NFD", name)
    old = paper.snow if "FIRST" in name else paper.put(f"_posts/{apart}", b"---\n---\nx")
    carry_out(plan_rename(paper.bench, old, name), paper.root)
    names = [path.name for path in (paper.root / "_posts").iterdir()]
    assert name in names
    assert old.name not in names


def test_nothing_is_overwritten(paper):
    """A taken name refuses the step with a sentence, capitals or not, and changes nothing."""
    paper.put("_posts/2025-11-17-Taken.md", b"theirs")
    files = paper.files()
    for name in ("2025-11-17-Taken.md", "2025-11-17-taken.md"):
        with pytest.raises(PlanRefused, match=r"already a file called “2025-11-17-Taken\.md”"):
            carry_out(plan_rename(paper.bench, paper.snow, name), paper.root)
    assert paper.files() == files


def test_a_change_in_between_refuses_the_step_and_its_undo(paper):
    """Nobody's words are lost to a plan that has not seen them."""
    about = paper.put("about.md", "---\n---\n[x](/2025/11/17/first-snow.html)")
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    about.write_text("mine")
    files = paper.files()
    with pytest.raises(PlanRefused, match=r"“about\.md” was changed in the meantime"):
        carry_out(plan, paper.root)
    assert paper.files() == files
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    carry_out(plan, paper.root)
    (paper.root / "_posts/2025-11-17-late-snow.md").write_text("more")
    files = paper.files()
    with pytest.raises(PlanRefused, match=r"late-snow\.md” was changed"):
        carry_out(plan.inverse(), paper.root)
    assert paper.files() == files


def test_a_step_that_fails_in_the_middle_leaves_everything_as_it_was(paper):
    """One of the linking files is read-only: the post keeps its name and the others their text."""
    for name in ("a.md", "b.md"):
        paper.put(name, "---\n---\n[x](/2025/11/17/first-snow.html)")
    (paper.root / "b.md").chmod(0o444)
    files = paper.files()
    with pytest.raises(DatelineError, match="read-only"):
        carry_out(plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md"), paper.root)
    assert paper.files() == files


@pytest.mark.parametrize("name", ["undated.md", "../up.md", "con.md", "2025-11-17-a:b.md"])
def test_a_name_that_would_hide_the_post_or_leave_its_folder_is_refused(paper, name):
    """Each gets a sentence, and the file keeps its name."""
    with pytest.raises((PlanRefused, UnsafeName)):
        plan_rename(paper.bench, paper.snow, name)


def test_a_folder_outside_the_site_is_refused(paper, tmp_path):
    """A post never leaves its site, by a path or by a link."""
    (paper.root / "out").symlink_to(tmp_path)
    for folder in (tmp_path, paper.root / "out", paper.root / "../up"):
        with pytest.raises(DatelineError):
            carry_out(plan_move_to(paper.bench, paper.snow, folder), paper.root)


def test_a_broken_post_is_not_published_as_a_broken_page(paper):
    """Front matter that cannot be read refuses the step, because Jekyll would lose it."""
    draft = paper.put("_drafts/broken.md", "---\ntitle: a: b\n---\n")
    with pytest.raises(DatelineError):
        plan_publish(paper.bench, draft)


def test_a_published_post_and_a_page_cannot_be_published(paper):
    """A sentence says what they are."""
    page = paper.put("about.md", "---\n---\n")
    for path, words in ((paper.snow, "published already"), (page, "no draft and no post")):
        with pytest.raises(PlanRefused, match=words):
            plan_publish(paper.bench, path)
    with pytest.raises(PlanRefused, match="is no post"):
        plan_unpublish(paper.bench, page)


def test_a_site_in_latin_1_keeps_its_encoding(paper):
    """A draft of an old site is published in the bytes it was written in."""
    paper.put("_config.yml", "encoding: iso-8859-1\n")
    draft = paper.put("_drafts/ete.md", "---\ntitle: Été\n---\nÀ l’été.".encode("cp1252"))
    raw = draft.read_bytes()
    assert Site.open(paper.root).config.encoding == "iso-8859-1"
    carry_out(plan_publish(paper.bench, draft), paper.root)
    assert (paper.root / "_posts/2026-11-25-ete.md").read_bytes().startswith(raw[:15])


def test_a_post_that_is_a_link_keeps_leading_to_its_file(paper):
    """Renamed it is the same link; to a folder from where it would break it does not go."""
    real = paper.put("stories/tide.md", "---\ntitle: Tide\n---\nx")
    link = paper.root / "_posts/2025-11-16-tide.md"
    link.symlink_to("../stories/tide.md")
    renamed = paper.root / "_posts/2025-11-16-ebb.md"
    carry_out(plan_rename(paper.bench, link, renamed.name), paper.root)
    assert renamed.is_symlink()
    assert renamed.read_bytes() == real.read_bytes()
    with pytest.raises(PlanRefused, match="is a link"):
        carry_out(plan_move_to(paper.bench, renamed, paper.root / "news/_posts"), paper.root)
    assert renamed.is_symlink()


def test_a_site_with_a_circle_of_links_and_files_that_cannot_be_read_is_searched(paper):
    """Each is passed by, and the rest goes on."""
    (paper.root / "loop").symlink_to(paper.root)
    (paper.root / "self.md").symlink_to("self.md")
    (paper.root / "folder.md").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(paper.root / "pipe.md")
    paper.put("binary.md", b"\0\1 2025-11-17-first-snow")
    other = paper.put("about.md", "---\n---\n{% post_url 2025-11-17-first-snow %}")
    carry_out(plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md"), paper.root)
    assert other.read_text().endswith("{% post_url 2025-11-17-late-snow %}")
