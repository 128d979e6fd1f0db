import errno
import os
import stat

import pytest

from editor.post.errors import DatelineError
from editor.site.atomic_write import AtomicWriter, write_atomically
from editor.site.file_identity import digest_of
from editor.site.write_errors import ChangedOnDisk, NotConfirmed, SaveFailed, WriteRefused
from editor.site.write_policy import CAREFUL, WritePolicy
from tests.site.watched_files import NEW, OLD, WatchedFiles, failing, temporary_files


def save(post, data=NEW, *, expected=OLD, inside=None, policy=CAREFUL, files=None):
    """Save as the window does, on a disk that is watched."""
    writer = AtomicWriter(files or WatchedFiles())
    digest = None if expected is None else digest_of(expected)
    return writer.write(post, data, expected=digest, inside=inside, policy=policy)


def test_a_save_puts_every_byte_on_the_disk_and_leaves_nothing_else(post, site):
    """The file holds the new text, and the folder holds only the file."""
    identity = write_atomically(
        post, NEW, expected=digest_of(OLD), inside=site, policy=WritePolicy()
    )
    assert post.read_bytes() == NEW
    assert [path.name for path in post.parent.iterdir()] == [post.name]
    assert identity.digest == digest_of(NEW)
    status = post.stat()
    assert identity.looks_like(status.st_size, status.st_mtime_ns, status.st_ino)
    assert identity.not_kept == ()


def test_the_calls_of_a_save_come_in_the_only_safe_order(post, site):
    """All bytes, flush, read back, compare, replace, flush the folder: only then it is saved."""
    files = WatchedFiles()
    save(post, inside=site, files=files)
    assert files.names == [
        "resolve",
        "resolve",
        "status",
        "read",
        "may_write",
        "create",
        "write",
        "copy_owner",
        "copy_attributes",
        "copy_mode",
        "flush",
        "close",
        "read",
        "status",
        "read",
        "replace",
        "flush_folder",
    ]


def test_a_hidden_name_keeps_a_half_written_post_out_of_the_site(post):
    """The file in the making begins with a dot, ends in .tmp and lies in the same folder."""
    files = WatchedFiles()
    save(post, files=files)
    temporary, mode = dict(files.calls)["create"]
    assert temporary.parent == post.parent
    assert temporary.name.startswith(".~2025-11-17-slug.md.")
    assert temporary.name.endswith(".tmp")
    assert mode == 0o600


def test_a_disk_that_takes_one_byte_at_a_time_still_gets_all_of_them(post):
    """A write that is cut short is carried on, and counted."""
    files = WatchedFiles()
    whole = files.real.write
    files.real.write = lambda handle, data: whole(handle, data[:1])
    save(post, b"all of it\n", files=files)
    assert post.read_bytes() == b"all of it\n"
    assert files.names.count("write") == len(b"all of it\n")


def test_a_disk_that_takes_nothing_does_not_hang_the_save(post):
    """A write that takes no byte and reports no error is an error."""
    files = WatchedFiles({"write": lambda: 0})
    with pytest.raises(SaveFailed):
        save(post, files=files)
    assert post.read_bytes() == OLD


def test_a_disk_that_gives_back_other_bytes_is_caught_before_the_old_ones_go(post):
    """What was written is read again before it may replace anything."""
    files = WatchedFiles()
    whole = files.real.write
    files.real.write = lambda handle, data: whole(handle, bytes(len(data)))
    with pytest.raises(SaveFailed, match="gave back other text"):
        save(post, files=files)
    assert post.read_bytes() == OLD
    assert temporary_files(post.parent) == []


def test_an_empty_text_is_a_text_too(post):
    """Deleting everything and saving makes an empty file."""
    save(post, b"")
    assert post.read_bytes() == b""


def test_the_edit_of_a_colleague_is_never_overwritten(post):
    """Another digest on the disk stops the save and tells which."""
    post.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk, match="changed by another program") as caught:
        save(post)
    assert caught.value.found == digest_of(b"theirs")
    assert caught.value.path == post
    assert post.read_bytes() == b"theirs"


def test_an_edit_of_the_same_length_and_time_is_noticed(post):
    """Bytes decide, not the size or the date."""
    status = post.stat()
    post.write_bytes(OLD.replace(b"Old", b"Owl"))
    os.utime(post, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ChangedOnDisk):
        save(post)


def test_a_touched_file_is_no_conflict(post):
    """A new date on the same bytes raises no alarm."""
    os.utime(post, (0, 0))
    save(post)
    assert post.read_bytes() == NEW


def test_an_edit_that_falls_into_the_save_itself_is_not_overwritten(post):
    """The file is compared once more right before it is replaced."""
    edit = {"flush": lambda: post.write_bytes(b"theirs, just now") and None}
    with pytest.raises(ChangedOnDisk):
        save(post, files=WatchedFiles(edit))
    assert post.read_bytes() == b"theirs, just now"
    assert temporary_files(post.parent) == []


def test_a_file_that_vanishes_during_the_save_is_not_brought_back_unasked(post):
    """A deletion by somebody else is a change like any other."""
    with pytest.raises(ChangedOnDisk, match="no longer in its folder") as caught:
        save(post, files=WatchedFiles({"flush": post.unlink}))
    assert caught.value.found is None
    assert list(post.parent.iterdir()) == []


def test_a_file_that_vanishes_between_two_looks_is_gone(post):
    """Somebody deletes the post in the very moment of saving."""
    with pytest.raises(ChangedOnDisk) as caught:
        save(post, files=WatchedFiles({"read": post.unlink}))
    assert caught.value.found is None


def test_a_deleted_post_is_reported_and_can_be_put_back(post):
    """Saving a deleted post fails first; made as a new file it is back."""
    post.unlink()
    with pytest.raises(ChangedOnDisk, match="can put the file back"):
        save(post)
    save(post, expected=None)
    assert post.read_bytes() == NEW


def test_saving_again_what_lies_there_already_is_no_conflict(post):
    """When the new bytes lie there already, nobody's edit is in danger."""
    post.write_bytes(NEW)
    save(post)
    assert post.read_bytes() == NEW


def test_a_new_post_appears_whole(site):
    """A new file is made with the rights that any new file gets."""
    path = site / "_posts" / "2025-11-18-new.md"
    files = WatchedFiles()
    identity = save(path, expected=None, inside=site, files=files)
    assert path.read_bytes() == NEW
    assert identity.digest == digest_of(NEW)
    beside = site / "_posts" / "beside"
    beside.write_bytes(b"")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)
    assert path.stat().st_nlink == 1
    assert files.names[files.names.index("create") :] == [
        "create",
        "write",
        "flush",
        "close",
        "read",
        "status",
        "link",
        "remove",
        "flush_folder",
    ]


def test_the_folders_of_a_new_post_are_made(site):
    """The first post of a site needs no folder made by hand."""
    path = site / "news" / "_posts" / "2025-11-18-new.md"
    save(path, expected=None, inside=site)
    assert path.read_bytes() == NEW


def test_a_folder_that_somebody_makes_at_the_same_moment_is_welcome(site):
    """Two programs may make the folder of drafts at once."""
    path = site / "_drafts" / "idea.md"
    save(path, expected=None, files=WatchedFiles({"make_folder": path.parent.mkdir}))
    assert path.read_bytes() == NEW


def test_a_new_post_never_overwrites(post):
    """A taken name is refused, and the file under it is untouched."""
    with pytest.raises(WriteRefused, match="already a file") as caught:
        save(post, expected=None)
    assert caught.value.kind == "exists"
    assert post.read_bytes() == OLD


def test_a_file_made_by_somebody_else_in_the_last_moment_is_not_overwritten(site):
    """The name is taken in one step: whoever is second loses nothing."""
    path = site / "_posts" / "2025-11-18-new.md"
    be_faster = {"link": lambda: path.write_bytes(b"theirs") and None}
    with pytest.raises(WriteRefused) as caught:
        save(path, expected=None, files=WatchedFiles(be_faster))
    assert caught.value.kind == "exists"
    assert path.read_bytes() == b"theirs"
    assert temporary_files(site) == []


@pytest.mark.parametrize("name", ["2025-11-17-SLUG.md", "2025-11-17-Slug.MD"])
def test_a_name_that_differs_in_capitals_only_is_taken(post, name):
    """On most other machines the two would be one file."""
    with pytest.raises(WriteRefused, match=r"2025-11-17-slug\.md"):
        save(post.with_name(name), expected=None)


def test_a_name_whose_accents_are_stored_in_another_way_is_taken(site):
    """An é of one and of two code points are one name on a Mac."""
    save(site / "2025-11-17-caf\u00e9.md", expected=None)
    with pytest.raises(WriteRefused):
        save(site / "2025-11-17-cafe\u0301.md", expected=None)


def test_a_link_to_nowhere_is_not_written_through(site):
    """A dangling link is a name that is taken."""
    path = site / "_posts" / "2025-11-18-new.md"
    path.symlink_to(site / "nowhere.md")
    with pytest.raises(WriteRefused):
        save(path, expected=None)
    assert not (site / "nowhere.md").exists()


def test_a_new_file_on_a_disk_without_second_names_is_placed_all_the_same(site):
    """FAT sticks know no hard links: the name is taken by an empty file first."""
    path = site / "2025-11-18-new.md"
    save(path, expected=None, files=WatchedFiles({"link": failing(errno.EPERM)}))
    assert path.read_bytes() == NEW
    assert temporary_files(site) == []


def test_on_such_a_disk_a_taken_name_stays_untouched_too(site):
    """Somebody who is faster keeps the file, whether empty or not."""
    path = site / "2025-11-18-new.md"

    def fill() -> None:
        if path.exists():
            path.write_bytes(b"theirs")

    with pytest.raises(WriteRefused) as caught:
        save(
            path,
            expected=None,
            files=WatchedFiles({"link": failing(errno.EPERM), "status": fill}),
        )
    assert caught.value.kind == "exists"
    assert path.read_bytes() == b"theirs"


def test_on_such_a_disk_a_failure_leaves_no_empty_post(site):
    """The empty file that held the name goes when the save fails."""
    path = site / "2025-11-18-new.md"
    fail = {"link": failing(errno.EPERM), "replace": failing(errno.EIO)}
    with pytest.raises(SaveFailed):
        save(path, expected=None, files=WatchedFiles(fail))
    assert list(site.glob("2025*")) == []


def test_a_disk_that_does_not_confirm_is_reported_with_what_lies_there(post):
    """After a failed flush of the folder the new text is there, but not called saved."""
    with pytest.raises(NotConfirmed, match="power cut") as caught:
        save(post, files=WatchedFiles({"flush_folder": failing(errno.EIO)}))
    assert post.read_bytes() == NEW
    assert caught.value.identity.digest == digest_of(NEW)
    save(post, b"and again", expected=NEW)
    assert post.read_bytes() == b"and again"


def test_a_scanner_that_holds_the_file_is_waited_for(post):
    """Windows: a virus scanner lets go within a second or two."""
    files = WatchedFiles({"replace": failing(errno.EACCES, windows=32, times=3)})
    save(post, files=files)
    assert post.read_bytes() == NEW
    assert files.pauses == [0.05, 0.1, 0.2]


def test_a_program_that_never_lets_go_is_reported_after_two_and_a_half_seconds(post):
    """Windows: six new tries, then the person hears about it."""
    files = WatchedFiles({"replace": failing(errno.EACCES, windows=5)})
    with pytest.raises(WriteRefused, match="Another program") as caught:
        save(post, files=files)
    assert caught.value.kind == "in-use"
    assert sum(files.pauses) == pytest.approx(2.55)
    assert post.read_bytes() == OLD
    assert temporary_files(post.parent) == []


def test_a_program_that_never_lets_go_can_be_written_around(post):
    """With the person's leave the file is written in place."""
    files = WatchedFiles({"replace": failing(errno.EACCES, windows=33)})
    save(post, policy=WritePolicy(in_place=True), files=files)
    assert post.read_bytes() == NEW


def test_a_leftover_under_the_same_hidden_name_is_stepped_over(post):
    """A hidden file of an earlier life of this process number stops nothing."""
    files = WatchedFiles()
    save(post, files=files)
    first = next(arguments[0] for name, arguments in files.calls if name == "create")
    first.write_bytes(b"from before")
    save(post, OLD, expected=NEW)
    assert post.read_bytes() == OLD
    assert first.read_bytes() == b"from before"


def test_a_folder_full_of_leftovers_ends_in_a_sentence(post):
    """A hundred taken names are enough."""
    with pytest.raises(WriteRefused):
        save(post, files=WatchedFiles({"create": failing(errno.EEXIST)}))


def test_the_longest_names_can_be_saved(site):
    """The hidden name leaves room, and is cut between characters."""
    path = site / ("2025-11-17-" + "ü" * 120 + ".md")
    save(path, expected=None)
    save(path, OLD, expected=NEW)
    assert path.read_bytes() == OLD


def test_a_name_too_long_for_the_disk_is_a_sentence(site):
    """The person is asked for a shorter one."""
    with pytest.raises(WriteRefused, match="shorter") as caught:
        save(site / ("x" * 300), expected=None)
    assert caught.value.kind == "name-too-long"


@pytest.mark.parametrize("name", ["a\0b.md", "half\ud800.md"])
def test_a_name_that_no_disk_can_hold_is_a_sentence(site, name):
    """Neither a NUL nor half a character reaches the operating system."""
    with pytest.raises(DatelineError):
        save(site / name)


def test_a_name_that_is_no_text_is_saved_all_the_same(site):
    """Names from an old Linux disk can be other bytes than UTF-8."""
    path = site / os.fsdecode(b"2025-11-17-caf\xe9.md")
    path.write_bytes(OLD)
    save(path)
    assert path.read_bytes() == NEW


def test_a_folder_cannot_be_saved_over(site):
    """Saving onto a folder is refused with a sentence."""
    with pytest.raises(WriteRefused) as caught:
        save(site / "_posts")
    assert caught.value.kind == "not-a-file"


def test_a_file_in_the_place_of_the_folder_is_a_sentence(site):
    """Somebody replaced the folder of posts by a file."""
    with pytest.raises(WriteRefused) as caught:
        save(site / "_config.yml" / "2025-11-17-x.md")
    assert caught.value.kind == "folder-gone"


def test_datelines_own_files_are_private_and_overwritten(tmp_path):
    """Settings and journal are whole at every moment, and nobody else reads them."""
    path = tmp_path / "state" / "dateline" / "settings.json"
    writer = AtomicWriter(WatchedFiles())
    writer.overwrite_own(path, b"{}")
    writer.overwrite_own(path, b'{"a": 1}')
    assert path.read_bytes() == b'{"a": 1}'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
