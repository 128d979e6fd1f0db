import pytest

from editor.services.background import Background
from editor.services.life_service import LifeService
from editor.site.folders import Site
from editor.site.publishing.plan import PlanRefused
from editor.site.publishing.steps import plan_rename


@pytest.fixture
def site(tmp_path):
    """Write a site with one post."""
    (tmp_path / "_config.yml").write_text("title: x\n")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2025-11-17-a.md").write_text("---\ntitle: A\n---\n")
    return Site.open(tmp_path)


@pytest.fixture
def life(qtbot, home):
    """Give the service, and end its threads."""
    background = Background()
    yield LifeService(background, home / "own")
    background.close()


def renaming(site, name):
    """Give what plans a rename of the one post."""
    return lambda bench: plan_rename(bench, site.root / "_posts/2025-11-17-a.md", name)


def test_only_the_plan_asked_for_last_arrives(qtbot, life, site):
    """Whoever types on is not shown what an earlier letter would have done."""
    arrived = []
    life.planned.connect(arrived.append)
    for name in ("2025-11-17-b.md", "2025-11-17-bo.md", "2025-11-17-boat.md"):
        life.plan(site, renaming(site, name))
    qtbot.waitUntil(lambda: len(arrived) == 1)
    assert arrived[0].post.to.name == "2025-11-17-boat.md"


def test_a_step_is_carried_out_and_undone_once(qtbot, life, site):
    """Then there is nothing left to undo."""
    with qtbot.waitSignal(life.planned) as planned:
        life.plan(site, renaming(site, "2025-11-17-b.md"))
    with qtbot.waitSignal(life.done):
        life.carry_out(site, planned.args[0])
    assert life.last is planned.args[0]
    assert (site.root / "_posts/2025-11-17-b.md").exists()
    with qtbot.waitSignal(life.done):
        life.undo()
    assert life.last is None
    assert (site.root / "_posts/2025-11-17-a.md").exists()
    life.undo()


def test_a_refusal_is_a_sentence_and_leaves_the_last_step_to_undo(qtbot, life, site):
    """A step that failed changes nothing about the one before it."""
    with qtbot.waitSignal(life.planned) as planned:
        life.plan(site, renaming(site, "2025-11-17-b.md"))
    with qtbot.waitSignal(life.done):
        life.carry_out(site, planned.args[0])
    with qtbot.waitSignal(life.failed) as failed:
        life.carry_out(site, planned.args[0])
    assert "no longer where it was" in failed.args[0]
    assert life.last is planned.args[0]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PlanRefused("Not so."), "Not so."),
        (PermissionError(13, "Permission denied", "a.md"), "“a.md” cannot be used: Permission"),
    ],
)
def test_what_goes_wrong_in_planning_is_told(qtbot, life, site, error, sentence):
    """What the program refuses and what the system refuses alike."""

    def fail(_bench):
        raise error

    with qtbot.waitSignal(life.refused) as refused:
        life.plan(site, fail)
    assert refused.args[0].startswith(sentence)
