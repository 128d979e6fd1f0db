import os

import pytest

from editor.post.post import Post
from editor.services.save_service import SaveService
from editor.services.session import Session
from editor.site.post_file import read_post

TEXT = b"---\ntitle: A post\n---\n\nWords.\n"


@pytest.fixture
def opened(tmp_path):
    """Give a session with a file open in it, the service, and the file."""
    path = tmp_path / "2025-11-17-a.md"
    path.write_bytes(TEXT)
    session = Session()
    read = read_post(path)
    session.open(read.post, path, read.identity)
    return session, SaveService(session), path


def saved(session, saver, path):
    """Save where the file lies."""
    return saver.save(path, expected=session.identity.digest, inside=None)


def test_a_file_that_is_as_it_was_is_not_even_touched(opened):
    """Ctrl+S without a change leaves the file's time alone."""
    session, saver, path = opened
    os.utime(path, ns=(1, 1))
    assert saved(session, saver, path)
    assert path.stat().st_mtime_ns == 1


def test_what_was_typed_during_a_save_is_still_unsaved(opened):
    """Saved is only what was written, not what came after."""
    session, saver, path = opened
    session.edit_text("Words. More.\n")
    saver.saved.connect(lambda _path: session.edit_text("Words. More. Still more.\n"))
    assert saved(session, saver, path)
    assert path.read_bytes().endswith(b"Words. More.\n")
    assert session.is_modified()


def test_two_saves_in_a_row_need_no_question(opened):
    """Our own write is no change by others."""
    session, saver, path = opened
    for words in ("one\n", "two\n"):
        session.edit_text(words)
        assert saved(session, saver, path)
    assert path.read_bytes().endswith(b"two\n")


def test_a_colleagues_same_length_edit_is_noticed(opened):
    """Not the size and not the time decides, the bytes do."""
    session, saver, path = opened
    stat = path.stat()
    path.write_bytes(TEXT.replace(b"Words", b"Terms"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    session.edit_text("Mine.\n")
    assert not saved(session, saver, path)
    assert saver.problem.kind == "changed"
    assert saver.save(path, expected=saver.problem.found, inside=None)
    assert path.read_bytes().endswith(b"Mine.\n")


def test_a_word_that_the_encoding_lacks_is_refused_before_the_file_is_touched(tmp_path):
    """A Latin-1 file cannot hold a Polish letter: said, and every byte stays."""
    path = tmp_path / "a.md"
    path.write_bytes("café\n".encode("latin-1"))
    session = Session()
    read = read_post(path)
    session.open(Post.from_bytes(path.read_bytes(), "latin-1"), path, read.identity)
    saver = SaveService(session)
    session.edit_text("café łódź\n")
    assert not saved(session, saver, path)
    assert saver.problem.kind == "encoding"
    assert path.read_bytes() == "café\n".encode("latin-1")


def test_a_new_post_never_replaces_a_file(tmp_path):
    """Without knowing what lies there, nothing is written over it."""
    path = tmp_path / "a.md"
    path.write_bytes(b"theirs")
    session = Session()
    session.open(Post.from_text("mine"), None, None)
    saver = SaveService(session)
    assert not saver.save(path, expected=None, inside=None)
    assert saver.problem.kind == "exists"
    assert path.read_bytes() == b"theirs"
