"""Let each single call of a save fail in each way, and look at what lies on the disk."""

import errno
import os
from itertools import count

import pytest

from editor.post.errors import DatelineError
from editor.site.atomic_write import AtomicWriter
from editor.site.file_identity import digest_of
from editor.site.in_place import InPlaceFailed
from editor.site.write_errors import DiskFull, NotConfirmed, SaveFailed, WriteRefused, explained
from editor.site.write_policy import CAREFUL, WritePolicy
from tests.site.watched_files import (
    FAULTS,
    NEW,
    OLD,
    WatchedFiles,
    failing,
    failing_at,
    temporary_files,
)

IN_PLACE = WritePolicy(in_place=True)


def save(post, files, *, expected=OLD, policy=CAREFUL):
    """Save as the window does, inside the site."""
    digest = None if expected is None else digest_of(expected)
    return AtomicWriter(files).write(
        post, NEW, expected=digest, inside=post.parent.parent, policy=policy
    )


def outcome(post, files, **how) -> str:
    """Save and say what was claimed; anything but a sentence of ours fails the test."""
    try:
        identity = save(post, files, **how)
    except NotConfirmed:
        return "not confirmed"
    except DatelineError:
        return "failed"
    assert identity.digest == digest_of(NEW)
    return "saved"


def content(post) -> bytes | None:
    """Read what lies there, if anything does."""
    return post.read_bytes() if post.exists() else None


def check(post, claimed: str, before: bytes | None) -> None:
    """Hold the claim against the disk."""
    assert content(post) == (before if claimed == "failed" else NEW)


def link_to(post):
    """Put a link to the post beside it."""
    link = post.with_name("2025-11-17-link.md")
    link.symlink_to(post.name)
    return link


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize("how", ["existing", "link", "new", "new folder"])
def test_one_failing_call_never_costs_a_byte(post, how, number):
    """Each call in turn fails once: a claim is always true, and nothing is left behind."""
    target = {
        "existing": lambda: post,
        "link": lambda: link_to(post),
        "new": lambda: post.with_name("2025-11-18-new.md"),
        "new folder": lambda: post.parent.parent / "_drafts" / "new.md",
    }[how]()
    before = content(target)
    for wanted in count():
        files = failing_at(wanted, number)
        claimed = outcome(target, files, expected=before)
        check(target, claimed, before)
        if files.names[wanted : wanted + 1] != ["remove"]:
            assert temporary_files(post.parent.parent) == []
        if before is None:
            target.unlink(missing_ok=True)
        else:
            post.write_bytes(before)
        for left in post.parent.parent.rglob(".~*"):
            left.unlink()
        if wanted >= len(files.calls):
            assert claimed == "saved"
            break
    assert wanted > 10


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
def test_a_disk_that_dies_in_the_middle_of_a_save_keeps_the_old_version(post, number):
    """From each call on everything fails, the clearing up included."""
    for wanted in count():
        files = failing_at(wanted, number, for_good=True)
        claimed = outcome(post, files)
        check(post, claimed, OLD)
        post.write_bytes(OLD)
        for left in post.parent.glob(".~*"):
            left.unlink()
        if wanted >= len(files.calls):
            break
    assert claimed == "saved"


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
def test_writing_in_place_puts_the_old_text_back_when_a_call_fails(post, number):
    """A file with two names holds old or new after any single failure."""
    other = post.with_name("second name.md")
    os.link(post, other)
    for wanted in count():
        files = failing_at(wanted, number)
        claimed = outcome(post, files, policy=IN_PLACE)
        check(post, claimed, OLD)
        assert other.samefile(post)
        post.write_bytes(OLD)
        if wanted >= len(files.calls):
            break
    assert claimed == "saved"


def test_writing_in_place_says_so_when_the_old_text_cannot_be_put_back(post):
    """A disk that dies in the middle leaves a mixture, and the sentence says it."""
    os.link(post, post.with_name("second name.md"))
    files = WatchedFiles({"set_length": failing(errno.EIO)})
    with pytest.raises(InPlaceFailed, match="mixture"):
        save(post, files, policy=IN_PLACE)


def interrupt() -> None:
    """Stop the program as Ctrl+C does."""
    raise KeyboardInterrupt


def test_stopping_the_program_in_the_middle_leaves_nothing_behind(post):
    """A KeyboardInterrupt passes through, and the hidden file goes."""
    with pytest.raises(KeyboardInterrupt):
        save(post, WatchedFiles({"flush": interrupt}))
    assert post.read_bytes() == OLD
    assert temporary_files(post.parent) == []


def test_stopping_in_the_middle_of_writing_in_place_closes_the_file(post):
    """A KeyboardInterrupt passes through there too."""
    os.link(post, post.with_name("second name.md"))
    files = WatchedFiles({"set_length": interrupt})
    with pytest.raises(KeyboardInterrupt):
        save(post, files, policy=IN_PLACE)
    assert files.names[-1] == "close"


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "disk is full"),
        (errno.EDQUOT, DiskFull, "share of this disk"),
        (errno.EFBIG, DiskFull, "larger than this disk allows"),
        (errno.EROFS, WriteRefused, "can only be read"),
        (errno.EACCES, WriteRefused, "takes no new files"),
        (errno.EIO, SaveFailed, "reported an error"),
        (errno.ESTALE, WriteRefused, "cannot be reached"),
    ],
)
def test_each_failure_has_a_sentence_that_says_what_is_safe(post, number, kind, words):
    """What happened, what is safe, what can be done."""
    with pytest.raises(kind, match=words) as caught:
        save(post, WatchedFiles({"create": failing(number)}))
    sentence = str(caught.value)
    assert post.name in sentence
    assert "still here" in sentence


def test_an_error_without_a_number_still_makes_a_sentence(post):
    """Some libraries raise OSError with a text only."""
    assert "no idea" in str(explained(OSError("no idea"), post))


def child(work) -> int:
    """Run work in a child process; give its exit status (0 saved, 3 a sentence of ours)."""
    pid = os.fork()
    if pid == 0:
        status = 9
        try:
            work()
            status = 0
        except DatelineError:
            status = 3
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_size_limit_at_any_point_leaves_the_old_version_whole(post):
    """Forty cut points: too small is reported, and nothing is cut off."""
    resource = pytest.importorskip("resource", reason="Windows has no size limits")
    large = NEW * 100
    length = len(large)
    for cut in [*range(0, length, length // 38), length - 1, length]:

        def work(cut=cut):
            resource.setrlimit(resource.RLIMIT_FSIZE, (cut, cut))
            AtomicWriter(WatchedFiles()).write(
                post, large, expected=digest_of(OLD), inside=None, policy=CAREFUL
            )

        expected_status = 0 if cut >= length else 3
        assert child(work) == expected_status
        assert post.read_bytes() == (large if cut >= length else OLD)
        assert temporary_files(post.parent) == []
        post.write_bytes(OLD)


def test_after_a_full_disk_the_whole_text_can_still_be_saved(post):
    """The failed try spoils nothing for the next one."""
    with pytest.raises(DiskFull):
        save(post, WatchedFiles({"write": failing(errno.ENOSPC)}))
    save(post, WatchedFiles())
    assert post.read_bytes() == NEW
