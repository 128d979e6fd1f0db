import errno
import os
import subprocess
import sys

import pytest

from editor.site import processes, temporary_names
from editor.site.leftovers import sweep_folder, sweep_leftovers
from editor.site.processes import is_running
from editor.site.temporary_names import temporary_name, this_machine, unfinished_process
from tests.site.watched_files import WatchedFiles, failing


@pytest.fixture(scope="module")
def dead_process():
    """Give the number of a process that ran and ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_what_a_dead_save_left_is_removed_everywhere_below(site, dead_process):
    """The next start clears the folders of posts, drafts and pages."""
    deep = site / "news" / "_posts"
    deep.mkdir(parents=True)
    left = [
        folder / temporary_name("2025-11-17-a.md", dead_process, 0)
        for folder in (site, site / "_posts", deep)
    ]
    for path in left:
        path.write_bytes(b"half")
    assert sorted(sweep_leftovers(site)) == sorted(left)
    assert not any(path.exists() for path in left)


def test_only_hidden_files_of_dead_saves_go(site, dead_process):
    """A running save, another machine's file, a folder and the posts stay."""
    stays = [
        site / temporary_name("a.md", os.getpid(), 0),
        site / f".~a.md.{'0' * 8}.{dead_process}.0.tmp",
        site / f".~a.md.{dead_process}.tmp",
        site / "a.md",
        site / ".git" / temporary_name("a.md", dead_process, 0),
    ]
    (site / ".git").mkdir()
    for path in stays:
        path.write_bytes(b"")
    folder = site / temporary_name("folder", dead_process, 0)
    folder.mkdir()
    assert sweep_leftovers(site) == ()
    assert all(path.exists() for path in [*stays, folder])


def test_what_cannot_be_removed_stops_nothing(site, dead_process):
    """A read-only disk is no reason not to start."""
    (site / temporary_name("a.md", dead_process, 0)).write_bytes(b"")
    assert sweep_folder(WatchedFiles({"remove": failing(errno.EROFS)}), site) == ()
    assert sweep_folder(WatchedFiles({"names_in": failing(errno.EACCES)}), site) == ()
    assert sweep_leftovers(site / "nowhere") == ()


@pytest.mark.parametrize(
    "name", ["2025-11-17-a.md", "x" * 255, "ü" * 127, os.fsdecode(b"caf\xe9.md"), "a.tmp"]
)
def test_a_hidden_name_tells_its_process_and_fits_on_any_disk(name):
    """Any file name makes a hidden name of at most 255 bytes."""
    hidden = temporary_name(name, 4242, 99)
    assert hidden.startswith(".~")
    assert hidden.endswith(".tmp")
    assert len(os.fsencode(hidden)) <= 255
    assert unfinished_process(hidden) == 4242


@pytest.mark.parametrize(
    "name", ["a.md", ".~a.md", ".~a.md.12.tmp", ".~.0.tmp", ".~a.12345678.9.0.tmp.md", "~a.tmp"]
)
def test_other_names_belong_to_nobody(name):
    """Word processors leave files like these; they are not ours to remove."""
    assert unfinished_process(name) is None


def test_a_machine_without_a_number_of_its_own_is_told_by_its_network_card(monkeypatch):
    """Windows and macOS have no /etc/machine-id."""

    def missing(*_, **__):
        raise FileNotFoundError

    this_machine.cache_clear()
    monkeypatch.setattr("pathlib.Path.read_text", missing)
    monkeypatch.setattr(temporary_names.uuid, "getnode", lambda: 42)
    first = this_machine()
    this_machine.cache_clear()
    monkeypatch.setattr(temporary_names.uuid, "getnode", lambda: 43)
    assert len(first) == 8
    assert this_machine() != first
    this_machine.cache_clear()


def test_running_and_dead_processes_are_told_apart(dead_process):
    """This process runs; one that ended does not."""
    assert is_running(os.getpid())
    assert not is_running(dead_process)


def test_a_process_that_may_not_be_asked_counts_as_running(monkeypatch):
    """In doubt a file stays."""
    assert is_running(0)
    assert is_running(10**18)

    def deny(*_):
        raise PermissionError

    monkeypatch.setattr(processes.os, "kill", deny)
    assert is_running(1)
