"""Save through links, over second names, into folders and files with few rights."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editor.site.atomic_write import AtomicWriter
from editor.site.file_identity import digest_of
from editor.site.local_file_system import LocalFileSystem
from editor.site.write_errors import WriteRefused
from editor.site.write_policy import CAREFUL, WritePolicy
from tests.site.watched_files import NEW, OLD, WatchedFiles, failing, temporary_files

ROOT = Path(__file__).parents[2]
NOBODY = 65534
IS_ADMINISTRATOR = hasattr(os, "getuid") and os.getuid() == 0


def save(path, site, *, policy=CAREFUL, files=None):
    """Save inside the site."""
    return AtomicWriter(files or WatchedFiles()).write(
        path, NEW, expected=digest_of(OLD), inside=site, policy=policy
    )


def refusal(path, site, **how) -> str:
    """Try to save; give the kind of the refusal, after looking that nothing was changed."""
    with pytest.raises(WriteRefused) as caught:
        save(path, site, **how)
    assert temporary_files(site) == []
    return caught.value.kind


def test_a_link_within_the_site_is_followed_and_stays_a_link(post, site):
    """The text goes where the link points."""
    link = site / "_posts" / "2025-11-17-link.md"
    link.symlink_to(post)
    save(link, site)
    assert link.is_symlink()
    assert post.read_bytes() == NEW


def test_a_link_out_of_the_site_is_never_written_through(site, tmp_path):
    """Nothing outside the site changes, whatever a cloned site links to."""
    outside = tmp_path / "outside.md"
    outside.write_bytes(OLD)
    link = site / "_posts" / "2025-11-17-link.md"
    link.symlink_to(outside)
    assert refusal(link, site) == "symlink-leaves-site"
    assert outside.read_bytes() == OLD


def test_a_linked_folder_out_of_the_site_is_never_written_into(site, tmp_path):
    """A link in the middle of the path leads out just as well."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.md").write_bytes(OLD)
    (site / "_drafts").symlink_to(tmp_path / "elsewhere")
    assert refusal(site / "_drafts" / "x.md", site) == "symlink-leaves-site"
    assert refusal(site / "_posts" / ".." / ".." / "outside.md", site) == "symlink-leaves-site"


def test_a_site_reached_through_a_link_can_be_saved_in(post, site, tmp_path):
    """Both ends of the comparison are resolved."""
    (tmp_path / "desk").symlink_to(site)
    save(tmp_path / "desk" / "_posts" / post.name, tmp_path / "desk")
    assert post.read_bytes() == NEW


def test_a_link_that_ends_in_itself_is_a_sentence(site):
    """A loop is found before anything is made."""
    loop = site / "_posts" / "loop.md"
    loop.symlink_to(loop)
    assert refusal(loop, site) == "symlink-loop"
    assert loop.is_symlink()


def test_the_version_history_is_never_written_into(site):
    """Dateline keeps out of .git, in whatever letters it is spelled."""
    hooks = site / ".Git" / "hooks"
    hooks.mkdir(parents=True)
    (hooks / "post-commit").write_bytes(OLD)
    assert refusal(hooks / "post-commit", site) == "git-folder"


def test_a_second_name_is_not_parted_from_the_first_without_asking(post, site):
    """Hard links: refused, or written in place where the person says so."""
    other = site / "second name.md"
    os.link(post, other)
    assert refusal(post, site) == "hard-link"
    save(post, site, policy=WritePolicy(in_place=True))
    assert other.read_bytes() == NEW
    assert other.samefile(post)


def test_writing_in_place_shortens_a_file_too(post, site):
    """Nothing of a longer old version stays at the end."""
    os.link(post, site / "second name.md")
    post.write_bytes(OLD * 100)
    AtomicWriter(WatchedFiles()).write(
        post,
        NEW,
        expected=digest_of(OLD * 100),
        inside=site,
        policy=WritePolicy(in_place=True),
    )
    assert post.read_bytes() == NEW


def test_a_read_only_post_is_not_saved_without_asking(post, site):
    """The mark counts for an administrator too, and stays after an allowed save."""
    post.chmod(0o444)
    assert refusal(post, site) == "read-only"
    assert post.read_bytes() == OLD
    save(post, site, policy=WritePolicy(replace_read_only=True))
    assert post.read_bytes() == NEW
    assert stat.S_IMODE(post.stat().st_mode) == 0o444


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o2664])
def test_the_rights_of_a_post_stay(post, site, mode):
    """Mode bits are carried over, the group bit for sharing included."""
    post.chmod(mode)
    save(post, site)
    assert stat.S_IMODE(post.stat().st_mode) == mode


@pytest.mark.skipif(not IS_ADMINISTRATOR, reason="only an administrator can give files away")
def test_the_owner_of_a_post_stays(post, site):
    """An administrator who saves a colleague's post does not take it over."""
    os.chown(post, NOBODY, NOBODY)
    identity = save(post, site)
    assert (post.stat().st_uid, post.stat().st_gid) == (NOBODY, NOBODY)
    assert identity.not_kept == ()


def test_extended_attributes_of_a_post_stay(post, site):
    """Tags and labels of the desktop are carried over."""
    try:
        os.setxattr(post, "user.note", b"keep")
    except OSError:
        pytest.skip("this disk has no extended attributes")
    save(post, site)
    assert os.getxattr(post, "user.note") == b"keep"


def test_what_cannot_be_kept_is_told_and_stops_nothing(post, site, monkeypatch):
    """A disk without owners, modes and attributes still takes the text."""

    def refuse(*_):
        raise OSError(errno.EPERM, "not here")

    for call in ("chown", "fchmod", "setxattr"):
        monkeypatch.setattr(os, call, refuse)
    monkeypatch.setattr(os, "listxattr", lambda _: ["user.note", "security.label"])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"")
    identity = save(post, site)
    assert identity.not_kept == ("owner", "group", "attributes", "mode")
    assert post.read_bytes() == NEW


def test_a_label_of_the_kernel_is_its_own_business(post, site, monkeypatch):
    """Labels of the security system are set by it and not missed."""

    def refuse(*_):
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "setxattr", refuse)
    monkeypatch.setattr(os, "listxattr", lambda _: ["security.label"])
    monkeypatch.setattr(os, "getxattr", lambda *_: b"")
    assert save(post, site).not_kept == ()


def test_a_disk_that_knows_no_attributes_loses_none(post, site, monkeypatch):
    """Not being able to list them is no loss."""
    unknown = failing(errno.ENOTSUP)
    monkeypatch.setattr(os, "listxattr", lambda _: unknown())
    assert save(post, site).not_kept == ()


def test_on_other_systems_owner_and_attributes_are_left_to_the_system(post, monkeypatch):
    """Windows has no owners in this sense; only Linux lets Python reach the attributes."""
    monkeypatch.setattr(sys, "platform", "win32")
    files = LocalFileSystem()
    assert files.copy_owner(post.stat(), -1) == ()
    assert files.copy_mode(post.stat(), -1) == ()
    assert files.copy_attributes(post, -1) == ()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_flush_a_folder_is_no_failure(post, site, monkeypatch, number):
    """Some file systems have no such service, and say so."""
    flush = os.fsync

    def answer(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        flush(handle)

    monkeypatch.setattr(os, "fsync", answer)
    save(post, site)
    assert post.read_bytes() == NEW


def test_a_folder_that_fails_to_flush_is_a_failure(post, monkeypatch):
    """Anything but "not supported" is passed on."""

    def answer(handle):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", answer)
    with pytest.raises(OSError, match="Input/output"):
        LocalFileSystem().flush_folder(post.parent)


def test_the_file_and_then_its_folder_are_flushed_to_the_disk(post, site, monkeypatch):
    """A power cut after "saved" finds the new text, under its name."""
    flushed = []

    def note(handle):
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        flushed.append("folder" if is_folder else os.fstat(handle).st_size)

    monkeypatch.setattr(os, "fsync", note)
    save(post, site)
    assert flushed == [len(NEW), "folder"]


def test_waiting_really_waits(monkeypatch):
    """The pause between two tries is the system's own."""
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    LocalFileSystem().pause(0.05)
    assert waited == [0.05]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP])
def test_a_folder_that_takes_no_new_file_is_asked_about(post, site, number):
    """Refused first; written in place where the person says so."""
    files = WatchedFiles({"create": failing(number)})
    assert refusal(post, site, files=files) == "no-folder-right"
    assert post.read_bytes() == OLD
    save(post, site, files=files, policy=WritePolicy(in_place=True))
    assert post.read_bytes() == NEW


def test_a_folder_where_only_owners_replace_is_asked_about(post, site):
    """A shared folder with the sticky bit refuses the last step."""
    files = WatchedFiles({"replace": failing(errno.EPERM)})
    assert refusal(post, site, files=files) == "no-folder-right"


def test_being_allowed_to_write_in_place_excuses_no_other_failure(post, site):
    """The person's leave concerns the folder, not a broken disk."""
    files = WatchedFiles({"create": failing(errno.EROFS)})
    with pytest.raises(WriteRefused) as caught:
        save(post, site, files=files, policy=WritePolicy(in_place=True))
    assert caught.value.kind == "read-only-disk"
    post.chmod(0o444)
    assert refusal(post, site, policy=WritePolicy(in_place=True)) == "read-only"


def test_a_new_post_in_a_folder_without_rights_is_refused(site):
    """There is nothing to write in place, so another folder is the way out."""
    files = WatchedFiles({"create": failing(errno.EACCES)})
    with pytest.raises(WriteRefused) as caught:
        AtomicWriter(files).write(
            site / "new.md", NEW, expected=None, inside=site, policy=WritePolicy(in_place=True)
        )
    assert caught.value.kind == "no-permission"


AS_NOBODY = """
import codecs, os, sys
from pathlib import Path
from editor.site.atomic_write import write_atomically
from editor.site.file_identity import digest_of
from editor.site.write_errors import WriteRefused
from editor.site.write_policy import WritePolicy
codecs.lookup("ascii")
# Last: nobody may not load from a Python that lies in the administrator's own home.
os.setgroups([]); os.setgid(65534); os.setuid(65534)
path = Path(sys.argv[1])
policy = WritePolicy(in_place="in-place" in sys.argv, replace_read_only="all" in sys.argv)
try:
    write_atomically(path, b"new", expected=digest_of(b"old"), inside=path.parent, policy=policy)
except WriteRefused as refusal:
    print(refusal.kind)
else:
    print("saved")
"""


@pytest.mark.skipif(not IS_ADMINISTRATOR, reason="drops from administrator to nobody")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "allowed", "expected"),
    [
        (0o777, 0o666, (), "saved"),
        (0o777, 0o644, (), "read-only"),
        (0o777, 0o444, (), "read-only"),
        (0o777, 0o444, ("all",), "saved"),
        (0o777, 0o444, ("in-place",), "read-only"),
        (0o755, 0o666, (), "no-folder-right"),
        (0o755, 0o666, ("in-place",), "saved"),
        (0o755, 0o644, ("in-place", "all"), "no-permission"),
        (0o1777, 0o666, (), "no-folder-right"),
        (0o777, 0o600, (), "no-permission"),
        (0o700, 0o666, (), "no-permission"),
    ],
)
def test_an_ordinary_person_meets_the_rights_of_the_disk(
    folder_mode, file_mode, allowed, expected
):
    """Real rights, as somebody who owns nothing here."""
    folder = Path("/tmp") / f"dateline-rights-{os.getpid()}"
    folder.mkdir(mode=0o777)
    try:
        path = folder / "2025-11-17-slug.md"
        path.write_bytes(b"old")
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(path), *allowed],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == expected
        assert path.read_bytes() == (b"new" if expected == "saved" else b"old")
        assert temporary_files(folder) == []
    finally:
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()
