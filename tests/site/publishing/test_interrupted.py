import os
import subprocess
import sys

import pytest

from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.interrupted import finish_interrupted, noted
from editor.site.publishing.plan import Plan
from editor.site.publishing.steps import plan_rename


@pytest.fixture
def ended():
    """Give the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def cut_off(paper, plan, folder, count, monkeypatch, process):
    """Do a part of a step in a program that is killed then."""
    monkeypatch.setattr(os, "getpid", lambda: process)
    with noted(plan, paper.root, folder):
        note = next(folder.iterdir())
        raw = note.read_bytes()
        monkeypatch.undo()
    note.write_bytes(raw)
    if count:
        carry_out(Plan("", plan.changes[:count]), paper.root)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_a_step_that_was_cut_off_is_finished_at_the_next_start(
    paper, tmp_path, monkeypatch, ended, count
):
    """After any of its changes; a step that was not begun, or was done, is no matter."""
    for name in ("a.md", "b.md", "c.md"):
        paper.put(name, "---\n---\n{% post_url 2025-11-17-first-snow %}")
    before = paper.files()
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    assert len(plan.changes) == 4
    folder = tmp_path / "own"
    cut_off(paper, plan, folder, count, monkeypatch, ended)
    finished = finish_interrupted(folder)
    assert list(folder.iterdir()) == []
    if count == 0:
        assert (finished, paper.files()) == ([], before)
        return
    after = paper.files()
    assert [done.sentence for done, _ in finished] == [plan.sentence] * (count < 4)
    assert sum(b"post_url 2025-11-17-late-snow" in text for text in after.values()) == 3
    carry_out(plan.inverse(), paper.root)
    assert paper.files() == before


def test_what_somebody_else_has_changed_since_is_left_alone(paper, tmp_path, monkeypatch, ended):
    """The note goes, and nobody's words are lost."""
    for name in ("a.md", "b.md"):
        paper.put(name, "---\n---\n{% post_url 2025-11-17-first-snow %}")
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    folder = tmp_path / "own"
    cut_off(paper, plan, folder, 1, monkeypatch, ended)
    (paper.root / "b.md").write_text("mine")
    assert finish_interrupted(folder) == []
    assert (paper.root / "b.md").read_text() == "mine"
    assert list(folder.iterdir()) == []


def test_a_step_of_a_program_that_runs_and_a_note_that_is_none_are_left(paper, tmp_path):
    """Another window may be in the middle of it; a damaged note is cleared away."""
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    folder = tmp_path / "own"
    with noted(plan, paper.root, folder):
        assert finish_interrupted(folder) == []
        assert len(list(folder.iterdir())) == 1
    folder.joinpath("step-999999999.json").write_bytes(b"{broken")
    assert finish_interrupted(folder) == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("has_both_names", "others"), [(False, 0), (True, 0), (False, 1), (True, 1)]
)
def test_a_change_that_was_cut_off_between_its_halves_is_finished(
    paper, tmp_path, monkeypatch, ended, has_both_names, others
):
    """The post was moved, or bore both names, and its own text was not changed yet."""
    paper.put("about.md", "---\n---\n{% post_url 2025-11-17-first-snow %}")
    before = paper.files()
    plan = plan_rename(paper.bench, paper.snow, "2025-11-17-late-snow.md")
    assert plan.post.is_edited
    folder = tmp_path / "own"
    cut_off(paper, plan, folder, 0, monkeypatch, ended)
    plan.post.to.hardlink_to(paper.snow)
    carry_out(Plan("", plan.changes[1 : 1 + others]), paper.root)
    if not has_both_names:
        paper.snow.unlink()
    assert len(finish_interrupted(folder)) == 1
    carry_out(plan.inverse(), paper.root)
    assert paper.files() == before
