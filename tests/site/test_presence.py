import json
import os
import re
import shutil
import stat
import subprocess
import time

import pytest

from editor.site.presence import STALE_S, PresenceFile
from editor.site.temporary_names import this_machine


def names(folder):
    """List what lies in the folder."""
    return sorted(path.name for path in folder.iterdir())


def test_two_windows_see_each_other_and_the_posts_they_have(tmp_path):
    """Each is seen by the other and not by itself; who leaves is gone."""
    one = PresenceFile(tmp_path, "ines", "desk")
    two = PresenceFile(tmp_path, "tom", "lap")
    assert one.meet("_posts/a.md") == ()
    (seen,) = two.meet("_posts/b.md")
    assert (seen.person, seen.machine, seen.post, seen.is_here) == (
        "ines",
        "desk",
        "_posts/a.md",
        True,
    )
    assert [each.post for each in one.meet("_posts/c.md")] == ["_posts/b.md"]
    assert [each.post for each in two.meet("_posts/b.md")] == ["_posts/c.md"]
    one.remove()
    assert two.meet("_posts/b.md") == ()
    two.remove()
    assert names(tmp_path) == []


def from_elsewhere(folder, content, *, age=0.0):
    """Put down what a window on another computer would."""
    path = folder / ".dateline-00000000-77-0~"
    path.write_bytes(content)
    moment = time.time() - age
    os.utime(path, (moment, moment))
    return path


HELLO = json.dumps({"person": "Zoë", "machine": "far", "post": "_posts/a.md"}).encode()


def test_a_colleague_on_another_computer_is_seen(tmp_path):
    """Whatever process number they have there."""
    from_elsewhere(tmp_path, HELLO)
    (seen,) = PresenceFile(tmp_path, "me", "here").meet("")
    assert (seen.person, seen.is_here) == ("Zoë", False)


def test_who_did_not_say_so_for_minutes_is_not_there(tmp_path):
    """A computer that lost its power leaves a file; nobody else may take it away."""
    path = from_elsewhere(tmp_path, HELLO, age=STALE_S + 5)
    assert PresenceFile(tmp_path, "me", "here").meet("") == ()
    assert path.exists()


def test_what_a_crash_left_on_this_computer_is_swept(tmp_path):
    """Its process does not run any more."""
    ended = subprocess.Popen(["true"])
    ended.wait()
    left = tmp_path / f".dateline-{this_machine()}-{ended.pid}-0~"
    left.write_bytes(HELLO)
    assert PresenceFile(tmp_path, "me", "here").meet("") == ()
    assert not left.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"person": 1}', b"\xff\xfe", b"[" * 3000, b"null"]
)
def test_nonsense_in_such_a_file_is_nobody(tmp_path, content):
    """Whoever wrote it."""
    from_elsewhere(tmp_path, content)
    assert PresenceFile(tmp_path, "me", "here").meet("") == ()


def test_a_name_cannot_hide_or_flood(tmp_path):
    """Characters that turn the line around are spelled out; long names are cut."""
    facts = {"person": "a\u202eb" + "x" * 500, "machine": "m", "post": "p"}
    from_elsewhere(tmp_path, json.dumps(facts).encode())
    (seen,) = PresenceFile(tmp_path, "me", "here").meet("")
    assert "‹U+202E›" in seen.person
    assert len(seen.person) < 80


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may write")
def test_a_folder_that_takes_no_file_shows_others_all_the_same(tmp_path):
    """Silently: this window is not seen, and nothing is said about it."""
    from_elsewhere(tmp_path, HELLO)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        file = PresenceFile(tmp_path, "me", "here")
        assert len(file.meet("")) == 1
        file.remove()
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_site_that_is_gone_is_no_trouble(tmp_path):
    """The disk was taken out."""
    assert PresenceFile(tmp_path / "gone", "me", "here").meet("a") == ()


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("jekyll") is None, reason="the real Jekyll is not here")
def test_jekyll_does_not_publish_it(tmp_path):
    """Not from the site's folder, not even among pages that it copies."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.md").write_text("---\n---\nHello\n", encoding="utf-8")
    (site / "copied.txt").write_text("x", encoding="utf-8")
    PresenceFile(site, "me", "here").meet("index.md")
    assert any(re.match(r"\.dateline-", name) for name in names(site))
    subprocess.run(
        ["jekyll", "build", "-q", "-s", str(site), "-d", str(tmp_path / "out")], check=True
    )
    assert names(tmp_path / "out") == ["copied.txt", "index.html"]
