"""A post's life in the real window, with real keys: every step, and every step taken back."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor.ui.life.new_post_dialog import NewPostDialog
from editor.ui.life.plan_dialog import PlanDialog
from tests.end_to_end.conftest import PATIENCE

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BRIDGE = "_posts/2025-11-12-bridge-opens.md"
STEPS_DRAFT = "_drafts/who-owns-the-old-steps.md"
FERRY = "_posts/2025-11-17-ferry-named-after-the-soleil.md"


def files(desk):
    """Give the bytes of every file of the site, but for who has it open."""
    return {
        path.relative_to(desk.site).as_posix(): path.read_bytes()
        for path in desk.site.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def dialog(desk):
    """Wait until a step shows what it will change, or why it cannot."""

    def shown():
        return [each for each in desk.window.findChildren(PlanDialog) if each.isVisible()]

    desk.qtbot.waitUntil(lambda: len(shown()) == 1, timeout=PATIENCE)
    (found,) = shown()
    desk.qtbot.waitUntil(lambda: bool(found.fact() or found.notes()), timeout=PATIENCE)
    return found


def begin(desk, name):
    """Choose a step from the menu, and give its dialog."""
    desk.window.actions_table[name].trigger()
    return dialog(desk)


def agree(desk, asking):
    """Press Enter in a dialog, and wait until the step is done and the window has the keys."""
    desk.qtbot.waitUntil(asking.can_agree, timeout=PATIENCE)
    with desk.qtbot.waitSignal(desk.program.parts.life.done, timeout=PATIENCE):
        desk.press(Key.Key_Return)
    wait_for_window(desk)


def wait_for_window(desk):
    """Wait until no dialog is in the way of the keys."""
    for kind in (PlanDialog, NewPostDialog):
        desk.qtbot.waitUntil(lambda: not desk.window.findChildren(kind), timeout=PATIENCE)  # noqa: B023 - waited for here
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)


def undo(desk):
    """Take the last step back with its keys."""
    with desk.qtbot.waitSignal(desk.program.parts.life.done, timeout=PATIENCE):
        desk.press(Key.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)


def today():
    """Give the day of the sample site's clock."""
    return datetime.now(ZoneInfo("America/New_York")).date()


def test_a_draft_is_published_and_goes_on_being_written(desk):
    """Ctrl+Shift+P, Enter: dated, moved, still open, and one step takes all of it back."""
    desk.open(STEPS_DRAFT)
    before = files(desk)
    desk.press(Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    asking = dialog(desk)
    assert "who-owns-the-old-steps.md\n→ _posts/" in asking.view.shown_text()
    agree(desk, asking)
    path = desk.site / f"_posts/{today()}-who-owns-the-old-steps.md"
    assert desk.session.path == path
    assert f"date: {today()} ".encode() in path.read_bytes()
    assert desk.session.post.to_bytes() == path.read_bytes()
    assert not desk.session.is_modified()
    assert not (desk.site / STEPS_DRAFT).exists()
    assert "Published as" in desk.window.notices.notice().sentence
    undo(desk)
    assert files(desk) == before
    assert desk.session.path == desk.path(STEPS_DRAFT)
    assert not desk.session.is_modified()


def test_what_is_unsaved_is_saved_before_a_step(desk):
    """The words typed a moment ago are in the published file."""
    desk.open(STEPS_DRAFT)
    desk.go_to_text("steps")
    desk.type(" indeed")
    agree(desk, begin(desk, "publish"))
    assert b"steps indeed" in desk.session.path.read_bytes()


def test_a_draft_is_scheduled_for_a_day_that_is_typed(desk):
    """A word that is no date is said; a day ahead gives the name, and the verdict waits for it."""
    desk.open(STEPS_DRAFT)
    asking = begin(desk, "schedule")
    asking.line.selectAll()
    desk.type("soonish")
    desk.qtbot.waitUntil(lambda: "no date" in asking.notes(), timeout=PATIENCE)
    assert not asking.can_agree()
    asking.line.selectAll()
    desk.type("2999-12-24 06:00")
    agree(desk, asking)
    assert desk.session.path.name == "2999-12-24-who-owns-the-old-steps.md"
    assert b"date: 2999-12-24 06:00:00 -0500" in desk.session.path.read_bytes()
    assert "Waits for its day" in desk.window.verdict.accessibleName()


def test_a_post_is_renamed_with_the_links_to_it(desk):
    """F2: the plan shows the link, Enter changes it, undo brings every byte back."""
    desk.open(BRIDGE)
    before = files(desk)
    desk.press(Key.Key_F2)
    asking = dialog(desk)
    assert asking.line.text() == "2025-11-12-bridge-opens.md"
    asking.line.selectAll()
    desk.type("2025-11-12-bridge-is-open.md")
    agree(desk, asking)
    text = desk.path(FERRY).read_text(encoding="utf-8")
    assert "{% post_url 2025-11-12-bridge-is-open %}" in text
    assert desk.session.path.name == "2025-11-12-bridge-is-open.md"
    undo(desk)
    assert files(desk) == before


def test_a_name_that_jekyll_would_pass_over_cannot_be_taken(desk):
    """The sentence stands under the line, and Escape leaves everything as it was."""
    desk.open(BRIDGE)
    before = files(desk)
    asking = begin(desk, "rename")
    asking.line.selectAll()
    desk.type("bridge.md")
    desk.qtbot.waitUntil(lambda: "pass over" in asking.notes(), timeout=PATIENCE)
    desk.press(Key.Key_Return)
    assert asking.isVisible()
    desk.press(Key.Key_Escape)
    wait_for_window(desk)
    assert files(desk) == before


def test_a_name_that_is_taken_is_refused_with_a_sentence(desk):
    """Nothing is overwritten, and the window asks on."""
    desk.open(BRIDGE)
    before = files(desk)
    asking = begin(desk, "rename")
    asking.line.selectAll()
    desk.type("2025-11-17-ferry-named-after-the-soleil.md")
    desk.qtbot.waitUntil(asking.can_agree, timeout=PATIENCE)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "already a file" in asking.notes(), timeout=PATIENCE)
    desk.press(Key.Key_Escape)
    wait_for_window(desk)
    assert files(desk) == before


def test_a_post_moves_to_another_folder_and_another_category(desk):
    """The folder is made, the address follows, and so does the link."""
    desk.open(BRIDGE)
    asking = begin(desk, "move")
    asking.line.selectAll()
    desk.type("news/_posts")
    agree(desk, asking)
    assert desk.session.path == desk.site / "news" / BRIDGE
    asking = begin(desk, "categorize")
    assert asking.line.text() == "Traffic"
    asking.line.selectAll()
    desk.type("roads, bridges")
    agree(desk, asking)
    assert "/news/roads/bridges/" in desk.window.verdict.accessibleName()
    assert "post_url news/2025" in desk.path(FERRY).read_text(encoding="utf-8")


def test_a_post_is_unpublished_after_what_links_to_it_is_named(desk):
    """Its address is gone then, so the plan says who would lead there."""
    desk.open(BRIDGE)
    asking = begin(desk, "unpublish")
    assert "2025-11-17-ferry-named-after-the-soleil.md" in asking.notes()
    agree(desk, asking)
    assert desk.session.path == desk.site / "_drafts/bridge-opens.md"
    assert "draft" in desk.window.verdict.accessibleName()


def test_a_copy_is_opened_and_undo_takes_it_away(desk):
    """The original stays as it is."""
    path = desk.open(BRIDGE)
    with desk.qtbot.waitSignal(desk.program.parts.life.done, timeout=PATIENCE):
        desk.window.actions_table["duplicate"].trigger()
    copy = desk.site / "_drafts/bridge-opens.md"
    assert desk.session.path == copy
    assert path.read_bytes() == desk.before[path]
    undo(desk)
    assert not copy.exists()
    assert desk.session.path is None


def test_a_post_is_thrown_away_and_brought_back(desk):
    """A new post stands in the window; the notice's button brings the old one back."""
    path = desk.open(BRIDGE)
    agree(desk, begin(desk, "trash"))
    assert not path.exists()
    assert desk.session.path is None
    with desk.qtbot.waitSignal(desk.program.parts.life.done, timeout=PATIENCE):
        desk.window.notices.findChild(QPushButton, "undo_step").click()
    assert path.read_bytes() == desk.before[path]
    assert desk.session.path == path


def test_a_step_is_not_undone_over_newer_words(desk):
    """What was written since would be lost, so a sentence says what to do first."""
    desk.open(STEPS_DRAFT)
    agree(desk, begin(desk, "publish"))
    desk.go_to_text("steps")
    desk.type("!")
    desk.person.answers.append("close")
    desk.press(Key.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)
    assert "written in this post since" in desk.person.asked[-1]
    desk.ctrl(Key.Key_S)
    desk.person.answers.append("close")
    with desk.qtbot.waitSignal(desk.program.parts.life.failed, timeout=PATIENCE):
        desk.press(Key.Key_Z, CTRL | Qt.KeyboardModifier.AltModifier)
    assert "changed in the meantime" in desk.person.asked[-1]
    assert b"steps!" in desk.session.path.read_bytes()


def test_a_name_that_is_taken_proposes_another(desk):
    """The second post of one title is saved beside the first, under the name that was offered."""
    for words in ("one", "two"):
        desk.ctrl(Key.Key_N)
        desk.type("Same title")
        desk.window.text.setFocus()
        desk.type(words)
        if words == "two":
            desk.person.answers.append("beside")
        desk.ctrl(Key.Key_S)
    first, second = sorted(
        desk.site.glob("_posts/*-same-title*.md"), key=lambda path: len(path.name)
    )
    assert second.name == f"{first.stem}-2.md"
    assert (first.read_text()[-3:], second.read_text()[-3:]) == ("one", "two")
    assert desk.session.path == second


TEMPLATES = """
templates:
  - name: Review
    layout: post
    fields: {tags: [review, "{year}"]}
    body: "A: {caret}\\nB: {title}\\n"
  - name: Note
    draft: true
"""


def test_a_post_begins_from_a_template_title_first(desk):
    """The name is made of the title, a taken one gets a number, the caret stands in its place."""
    desk.path("dateline.yml").write_text(TEMPLATES, encoding="utf-8")
    taken = desk.path(f"_posts/{today()}-low-tide.md")
    taken.write_text("---\ntitle: Low tide\n---\n", encoding="utf-8")
    desk.press(Key.Key_N, CTRL | Qt.KeyboardModifier.AltModifier)
    (asking,) = desk.window.findChildren(NewPostDialog)
    desk.qtbot.waitUntil(asking.line.hasFocus, timeout=PATIENCE)
    desk.type("Low tide")
    assert asking.fact() == f"It will be _posts/{today()}-low-tide-2.md."
    with desk.qtbot.waitSignal(desk.program.parts.life.done, timeout=PATIENCE):
        desk.press(Key.Key_Return)
    wait_for_window(desk)
    assert desk.session.path == desk.path(f"_posts/{today()}-low-tide-2.md")
    assert desk.session.post.front_matter.value("tags") == ["review", str(today().year)]
    desk.qtbot.waitUntil(desk.window.text.hasFocus, timeout=PATIENCE)
    desk.type("five stars")
    assert "A: five stars\nB: Low tide\n" in desk.session.post.body


def test_a_new_post_that_is_published_is_saved_among_the_posts(desk):
    """Title first; publishing it takes no second question."""
    desk.ctrl(Key.Key_N)
    desk.type("Low tide")
    desk.press(Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.session.path == desk.site / f"_posts/{today()}-low-tide.md"


def link(desk, target):
    """Follow a link of the verdict line, as Enter on it does."""
    labels = desk.window.verdict.findChildren(QLabel)
    (label,) = [each for each in labels if f'href="{target}"' in each.text()]
    label.linkActivated.emit(target)


def test_a_click_says_why_and_another_cures(desk):
    """“published” is off: the reason in a sentence, the cure in the window, the line green."""
    path = desk.path("_posts/2025-11-20-hidden.md")
    path.write_text("---\ntitle: Hidden\npublished: false\n---\nText.\n", encoding="utf-8")
    desk.open(path)
    assert "Will not show" in desk.window.verdict.accessibleName()
    assert desk.window.actions_table["publish"].isEnabled()
    desk.person.answers.append("cure")
    link(desk, "why")
    assert "“published” is off" in desk.person.asked[-1]
    assert not desk.window.actions_table["publish"].isEnabled()
    assert desk.session.post.front_matter.value("published") is True
    assert desk.window.verdict.accessibleName().startswith("Will show at")


def test_two_posts_with_one_address_are_told_and_parted(desk):
    """The line names the other, and its cure leads to a rename with a name that is free."""
    path = desk.path("_posts/2025-11-12-bridge-opens.markdown")
    path.write_bytes(desk.path(BRIDGE).read_bytes())
    desk.open(path)
    words = "“_posts/2025-11-12-bridge-opens.md” has this address too"
    spoken = desk.window.verdict.accessibleName
    desk.qtbot.waitUntil(lambda: words in spoken(), timeout=PATIENCE)
    link(desk, "cure")
    asking = dialog(desk)
    assert asking.line.text() == "2025-11-12-bridge-opens-2.markdown"
    agree(desk, asking)
    desk.qtbot.waitUntil(lambda: "too" not in spoken(), timeout=PATIENCE)
    assert "bridge-opens-2.html" in spoken()


def test_a_post_that_would_take_the_place_of_a_page_is_told(desk):
    """A page of the site that is no post counts too."""
    path = desk.path("_posts/2025-11-20-me.md")
    path.write_text("---\ntitle: Me\npermalink: /about.html\n---\n", encoding="utf-8")
    desk.open(path)
    spoken = desk.window.verdict.accessibleName
    desk.qtbot.waitUntil(lambda: "“about.md” has this address too" in spoken(), timeout=PATIENCE)
