import os
import shutil

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.end_to_end

Key = Qt.Key
PATIENCE = 20_000


def in_place(path, raw):
    """Write as a shell does."""
    path.write_bytes(raw)


def atomically(path, raw):
    """Write as git and good editors do."""
    other = path.with_name(".tmp-of-another-program")
    other.write_bytes(raw)
    other.replace(path)


def same_size_and_time(path, raw):
    """Write as a sync client does that puts the old date back."""
    status = path.stat()
    path.write_bytes(raw)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


WAYS = [in_place, atomically, same_size_and_time]


def notice(desk, words):
    """Wait until the notice says something."""

    def is_said():
        standing = desk.window.notices.notice()
        assert standing is not None
        assert words in standing.sentence

    desk.qtbot.waitUntil(is_said, timeout=PATIENCE)


def theirs(raw):
    """Change one letter, as a colleague does: the size stays."""
    return raw.replace(b"which starts service", b"which STARTS service", 1)


def type_more(desk):
    """Change the post here, too."""
    desk.go_to_text("carry the name of the boat")
    desk.type("!")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_change_by_others_is_read_in_place(desk, way):
    """Nothing was written here: the new text appears, caret and keys stay where they were."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    caret = desk.window.text.caret_position()
    way(path, theirs(desk.before[path]))
    desk.qtbot.waitUntil(lambda: "STARTS" in desk.window.text.text(), timeout=PATIENCE)
    assert desk.window.text.caret_position() == caret
    assert desk.window.text.hasFocus()
    assert not desk.session.is_modified()
    assert desk.window.notices.notice() is None
    type_more(desk)
    desk.ctrl(Key.Key_S)
    assert path.read_bytes() == theirs(desk.before[path]).replace(
        b"the boat that", b"the boat! that"
    )


def test_the_caret_stays_with_its_words_when_others_write_above_it(desk):
    """Lines came in above: the caret is still behind the same word."""
    path = desk.open()
    desk.go_to_text("carry the name of the boat")
    path.write_bytes(desk.before[path].replace(b"\n---\n\n", b"\n---\n\nA new first line.\n\n", 1))
    desk.qtbot.waitUntil(lambda: "new first" in desk.window.text.text(), timeout=PATIENCE)
    desk.type("?")
    assert "name of the boat? that" in desk.session.post.body


def test_the_view_stays_where_it_is_when_others_write(desk):
    """Nobody is thrown back to the top of a long post while reading in it."""
    path = desk.open()
    bar = desk.window.text.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    path.write_bytes(desk.before[path] + b"\nAn end of theirs.\n")
    desk.qtbot.waitUntil(lambda: "end of theirs" in desk.window.text.text(), timeout=PATIENCE)
    assert bar.value() == place


def looks_twice(desk):
    """Let the watcher look as often as it takes to tell what it saw."""
    watcher = desk.program.parts.watcher
    for _ in range(2):
        with desk.qtbot.waitSignal(watcher.looked, timeout=PATIENCE):
            watcher.look()


def test_a_touch_is_no_change(desk):
    """A new date without new bytes raises nothing, and neither does a file beside it."""
    path = desk.open()
    type_more(desk)
    seen = []
    desk.program.parts.watcher.sighted.connect(seen.append)
    os.utime(path)
    path.with_name("beside.md").write_text("x", encoding="utf-8")
    looks_twice(desk)
    assert seen == []
    assert desk.window.notices.notice() is None


def test_our_own_saves_raise_nothing(desk):
    """Ten saves in a row are ours, even while the watcher is looking."""
    desk.open()
    seen = []
    desk.program.parts.watcher.sighted.connect(seen.append)
    for _ in range(10):
        type_more(desk)
        desk.program.parts.watcher.look()
        desk.ctrl(Key.Key_S)
    looks_twice(desk)
    assert seen == []


def conflicted(desk):
    """Let both sides change the post, and wait for the notice."""
    path = desk.open()
    type_more(desk)
    path.write_bytes(theirs(desk.before[path]))
    notice(desk, "changed by another program")
    return path


def test_two_changes_are_told_and_nothing_is_taken_unasked(desk):
    """The notice stands, the text and the file are what they were."""
    path = conflicted(desk)
    assert "boat! that" in desk.session.post.body
    assert path.read_bytes() == theirs(desk.before[path])


def kinds(desk, path):
    """Give the kinds and contents of a post's versions."""
    found = []
    desk.program.parts.history.versions(path, found.append)
    desk.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return [version.kind for version in found[0]]


def test_keeping_mine_lets_the_next_save_replace_theirs_which_is_kept(desk):
    """No question at the save; theirs is a version."""
    path = conflicted(desk)
    desk.window.notices.answered.emit("keep_mine")
    assert desk.window.notices.notice() is None
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in path.read_bytes()
    assert kinds(desk, path) == ["saved", "theirs"]


def test_opening_theirs_keeps_mine_among_the_versions(desk):
    """A wrong click costs nothing."""
    path = conflicted(desk)
    desk.window.notices.answered.emit("open_theirs")
    assert "STARTS" in desk.window.text.text()
    assert not desk.session.is_modified()
    assert desk.window.notices.notice() is None
    assert kinds(desk, path) == ["left"]


def test_a_second_change_after_keeping_mine_is_told_again(desk):
    """Overwriting once is no leave to overwrite everything."""
    path = conflicted(desk)
    desk.window.notices.answered.emit("keep_mine")
    path.write_bytes(theirs(desk.before[path]) + b"And more.\n")
    notice(desk, "changed by another program")


def test_a_change_that_is_taken_back_takes_the_notice_with_it(desk):
    """A stash and its pop: all is as it was."""
    path = conflicted(desk)
    path.write_bytes(desk.before[path])
    desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is None, timeout=PATIENCE)


def test_the_same_words_from_two_sides_are_no_conflict(desk):
    """A sync client brings what stands here already."""
    path = desk.open()
    type_more(desk)
    path.write_bytes(desk.session.post.to_bytes())
    desk.qtbot.waitUntil(lambda: not desk.session.is_modified(), timeout=PATIENCE)
    assert desk.window.notices.notice() is None


def test_overwriting_at_the_save_keeps_theirs_before_it_is_gone(desk):
    """Answered in the question of the save, not in the notice."""
    path = desk.open()
    type_more(desk)
    path.write_bytes(theirs(desk.before[path]))
    desk.person.answers.append("overwrite")
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in path.read_bytes()
    assert kinds(desk, path) == ["saved", "theirs"]


def test_a_deleted_file_is_told_and_can_be_put_back(desk):
    """The text is here; one button writes the file again."""
    path = desk.open()
    path.unlink()
    notice(desk, "no longer in its folder")
    desk.window.notices.answered.emit("put_back")
    assert path.read_bytes() == desk.before[path]
    assert desk.window.notices.notice() is None


def test_a_file_that_comes_back_takes_the_notice_with_it(desk):
    """A checkout in two steps is no loss."""
    path = desk.open()
    path.unlink()
    notice(desk, "no longer in its folder")
    path.write_bytes(desk.before[path])
    desk.qtbot.waitUntil(lambda: desk.window.notices.notice() is None, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("_posts/2025-11-17-renamed.md", "was renamed to “2025-11-17-renamed.md”"),
        ("_drafts/ferry.md", "was moved to “_drafts/ferry.md”"),
    ],
)
def test_a_renamed_or_moved_file_is_followed_when_asked(desk, to, words):
    """The words that were not saved go with it."""
    path = desk.open()
    type_more(desk)
    new = desk.path(to)
    path.rename(new)
    notice(desk, words)
    desk.window.notices.answered.emit("follow")
    assert desk.session.path == new
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in new.read_bytes()
    assert not path.exists()


def test_a_renamed_site_folder_is_followed_when_asked(desk):
    """The words that were not saved go with it, and so does the list of posts."""
    path = desk.open()
    type_more(desk)
    new = desk.site.with_name("renamed")
    desk.site.rename(new)
    desk.program.parts.watcher.look()
    notice(desk, "was moved to “renamed/_posts”")
    assert "boat! that" in desk.session.post.body
    desk.window.notices.answered.emit("follow")
    assert desk.program.parts.sites.site.root == new
    desk.ctrl(Key.Key_S)
    assert b"boat! that" in (new / "_posts" / path.name).read_bytes()
    assert not desk.site.exists()


def test_a_site_that_is_gone_costs_no_word(desk):
    """A disk was taken out: nothing is taken for deleted, and the text can be saved elsewhere."""
    path = desk.open()
    type_more(desk)
    shutil.rmtree(desk.site)
    desk.program.parts.watcher.look()
    notice(desk, "no longer in its folder")
    elsewhere = desk.site.with_name("elsewhere.md")
    desk.person.paths.append(elsewhere)
    desk.window.notices.answered.emit("elsewhere")
    assert b"boat! that" in elsewhere.read_bytes()
    assert not path.exists()
