import os

import pytest

from editor.site.renaming import move_file
from editor.site.write_errors import ChangedOnDisk, WriteRefused


def test_a_file_gets_its_new_name_and_keeps_its_bytes(tmp_path):
    """The post is there under the new name only."""
    old = tmp_path / "2025-11-17-old.md"
    old.write_bytes(b"text")
    new = move_file(old, old.with_name("2025-11-17-new.md"), None)
    assert new.read_bytes() == b"text"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2025-11-17-new.md"]


def test_a_file_that_is_there_is_never_replaced(tmp_path):
    """Both files keep their bytes and a sentence says why."""
    old, taken = tmp_path / "a.md", tmp_path / "b.md"
    old.write_bytes(b"mine")
    taken.write_bytes(b"theirs")
    with pytest.raises(WriteRefused) as refused:
        move_file(old, old.with_name("b.md"), None)
    assert refused.value.kind == "exists"
    assert (old.read_bytes(), taken.read_bytes()) == (b"mine", b"theirs")


def test_a_second_name_of_the_same_file_counts_as_taken(tmp_path):
    """A hard link is another post to Jekyll, so it is not replaced by its twin."""
    old, twin = tmp_path / "a.md", tmp_path / "b.md"
    old.write_bytes(b"text")
    os.link(old, twin)
    with pytest.raises(WriteRefused):
        move_file(old, old.with_name("b.md"), None)
    assert old.exists()
    assert twin.exists()


def test_a_file_that_went_away_is_said(tmp_path):
    """Somebody deleted it first: a sentence, no new file."""
    with pytest.raises(ChangedOnDisk):
        move_file(tmp_path / "a.md", tmp_path / "b.md", None)
    assert list(tmp_path.iterdir()) == []


def test_the_same_name_is_no_work(tmp_path):
    """Nothing happens to a file that is called so already."""
    old = tmp_path / "a.md"
    old.write_bytes(b"text")
    assert move_file(old, old.with_name("a.md"), None) == old


def test_a_file_goes_to_a_folder_that_is_made_for_it(tmp_path):
    """Folders that are missing are made; out of the site it does not go."""
    old = tmp_path / "site" / "a.md"
    old.parent.mkdir()
    old.write_bytes(b"text")
    new = tmp_path / "site" / "news" / "_posts" / "a.md"
    assert move_file(old, new, old.parent).read_bytes() == b"text"
    with pytest.raises(WriteRefused) as refused:
        move_file(new, tmp_path / "a.md", tmp_path / "site")
    assert refused.value.kind == "symlink-leaves-site"
    assert new.exists()
