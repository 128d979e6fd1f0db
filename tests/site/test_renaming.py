import os

import pytest

from editor.site.folders import UnsafeName
from editor.site.renaming import rename_post
from editor.site.write_errors import ChangedOnDisk, WriteRefused


def test_a_file_gets_its_new_name_and_keeps_its_bytes(tmp_path):
    """The post is there under the new name only."""
    old = tmp_path / "2025-11-17-old.md"
    old.write_bytes(b"text")
    new = rename_post(old, "2025-11-17-new.md")
    assert new.read_bytes() == b"text"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2025-11-17-new.md"]


def test_a_file_that_is_there_is_never_replaced(tmp_path):
    """Both files keep their bytes and a sentence says why."""
    old, taken = tmp_path / "a.md", tmp_path / "b.md"
    old.write_bytes(b"mine")
    taken.write_bytes(b"theirs")
    with pytest.raises(WriteRefused) as refused:
        rename_post(old, "b.md")
    assert refused.value.kind == "exists"
    assert (old.read_bytes(), taken.read_bytes()) == (b"mine", b"theirs")


def test_a_second_name_of_the_same_file_counts_as_taken(tmp_path):
    """A hard link is another post to Jekyll, so it is not replaced by its twin."""
    old, twin = tmp_path / "a.md", tmp_path / "b.md"
    old.write_bytes(b"text")
    os.link(old, twin)
    with pytest.raises(WriteRefused):
        rename_post(old, "b.md")
    assert old.exists()
    assert twin.exists()


@pytest.mark.parametrize(
    "name", ["../out.md", "a/b.md", "con.md", "x:y.md", ".hidden.md", "a.md."]
)
def test_a_name_that_some_system_refuses_is_refused_here(tmp_path, name):
    """A rename never leaves the folder or makes a file that Windows cannot open."""
    old = tmp_path / "a.md"
    old.write_bytes(b"text")
    with pytest.raises(UnsafeName):
        rename_post(old, name)
    assert old.read_bytes() == b"text"


def test_a_file_that_went_away_is_said(tmp_path):
    """Somebody deleted it first: a sentence, no new file."""
    with pytest.raises(ChangedOnDisk):
        rename_post(tmp_path / "a.md", "b.md")
    assert list(tmp_path.iterdir()) == []


def test_the_same_name_is_no_work(tmp_path):
    """Nothing happens to a file that is called so already."""
    old = tmp_path / "a.md"
    old.write_bytes(b"text")
    assert rename_post(old, "a.md") == old
