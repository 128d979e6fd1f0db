"""Stop the program dead at every step of a save."""

import os
import signal
from itertools import count

import pytest

from editor.site.atomic_write import AtomicWriter
from editor.site.file_identity import digest_of
from editor.site.leftovers import sweep_leftovers
from editor.site.write_policy import CAREFUL
from tests.reliability.kill_saves import Tally, cut_and_write, safe_save, trials
from tests.site.watched_files import NEW, OLD, WatchedFiles, temporary_files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")


def killed_at(wanted: int, path, expected) -> bool:
    """Save in a child that is killed before its call `wanted`; tell whether it was."""
    pid = os.fork()
    if pid == 0:

        def stop(number):
            if number == wanted:
                os.kill(os.getpid(), signal.SIGKILL)

        digest = None if expected is None else digest_of(expected)
        AtomicWriter(WatchedFiles(at=stop)).write(
            path, NEW, expected=digest, inside=None, policy=CAREFUL
        )
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("how", ["existing", "new", "link"])
def test_a_kill_at_any_step_leaves_the_old_version_or_the_new_one(post, how):
    """Before each call the process is killed: never a mixture, and the next start tidies up."""
    path = post if how == "existing" else post.with_name(f"{how}.md")
    if how == "link":
        path.symlink_to(post.name)
    before = None if how == "new" else OLD
    for wanted in count():
        killed = killed_at(wanted, path, before)
        found = path.read_bytes() if path.exists() else None
        assert found in (before, NEW)
        if not killed:
            assert found == NEW
            break
        sweep_leftovers(post.parent.parent)
        assert temporary_files(post.parent.parent) == []
        if how == "new":
            path.unlink(missing_ok=True)
        else:
            post.write_bytes(OLD)
    assert wanted > 8


def test_a_new_post_killed_between_its_two_names_can_be_saved_at_once(post):
    """The hidden second name is no reason to ask about hard links."""
    path = post.with_name("2025-11-18-new.md")
    calls = WatchedFiles()
    AtomicWriter(calls).write(path, NEW, expected=None, inside=None, policy=CAREFUL)
    path.unlink()
    assert killed_at(calls.names.index("remove"), path, None)
    assert path.stat().st_nlink == 2
    AtomicWriter(WatchedFiles()).write(
        path, OLD, expected=digest_of(NEW), inside=None, policy=CAREFUL
    )
    assert path.read_bytes() == OLD
    assert temporary_files(post.parent) == []


def test_kills_at_random_moments_never_tear_a_post(tmp_path):
    """Forty kills: old or new each time, and nothing left after the next start."""
    tally = trials(tmp_path, safe_save, 40, seed=2025)
    assert tally.torn == 0
    assert tally.left_after_start == 0
    assert tally.old + tally.new == 40


def test_the_same_kills_catch_a_careless_writer(tmp_path):
    """The control: a writer that empties the file first is found out, so the test can see."""
    assert trials(tmp_path, cut_and_write, 40, seed=2025).torn > 0


def test_a_tally_is_a_line_that_can_be_read():
    """The figures print in one line."""
    assert "torn 2" in str(Tally(old=1, new=3, torn=2, left=1, left_after_start=0))
