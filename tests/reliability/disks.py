"""Let a disk be full, and let each single call fail, for posts and for what keeps them safe."""

import os
import random
import resource
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from editor.post.errors import DatelineError
from editor.post.post import Post
from editor.services.keeping import NewVersion, NotKept
from editor.services.safe_keeping import SafeKeeping
from editor.services.unsaved import PostState
from editor.site.atomic_write import AtomicWriter
from editor.site.file_identity import digest_of
from editor.site.local_file_system import LocalFileSystem
from editor.site.write_errors import NotConfirmed
from editor.site.write_policy import CAREFUL
from tests.site.watched_files import FAULTS, OLD, WatchedFiles, failing_at

_SAVED, _REFUSED, _CRASHED = 0, 3, 9


def full_disk(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Let a save meet the end of the disk after a random number of bytes."""
    return _cut(number, chance, folder, _save)


def careless_on_a_full_disk(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a program that does not count what the disk took."""

    def write(path: Path, data: bytes) -> None:
        files = LocalFileSystem()
        handle = files.open_existing(path)
        files.set_length(handle, 0)
        files.write(handle, memoryview(data))

    return _cut(number, chance, folder, write)


def _save(path: Path, data: bytes) -> None:
    writer = AtomicWriter(LocalFileSystem())
    writer.write(path, data, expected=digest_of(OLD), inside=None, policy=CAREFUL)


def _cut(
    number: int, chance: random.Random, folder: Path, write: Callable[[Path, bytes], None]
) -> list[str]:
    failures = []
    path = folder / "2025-11-17-full.md"
    for _ in range(number):
        new = chance.randbytes(chance.randrange(1, 300_000))
        cut = chance.randrange(len(new) + 1)
        path.write_bytes(OLD)
        status = _limited(cut, lambda new=new: write(path, new))
        wanted = new if status == _SAVED else OLD
        if status == _CRASHED or path.read_bytes() != wanted:
            failures.append(f"cut at {cut:,} of {len(new):,} bytes: said {status}")
        if list(folder.glob(".~*")):
            failures.append(f"cut at {cut:,}: a hidden file is left")
            for left in folder.glob(".~*"):
                left.unlink()
    return failures


def _limited(most: int, work: Callable[[], object]) -> int:
    """Do `work` in a child that may write that many bytes to a file; give how it ended."""
    pid = os.fork()
    if pid == 0:
        status = _CRASHED
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            work()
            status = _SAVED
        except DatelineError:
            status = _REFUSED
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def failing_calls(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Let a random call of a save fail in a random way."""
    return _failing(number, chance, folder, _confirmed)


def trusting_calls(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a program that takes every save for done."""

    def claim(write: Callable[[], object]) -> str:
        with suppress(DatelineError):
            write()
        return "saved"

    return _failing(number, chance, folder, claim)


def _confirmed(write: Callable[[], object]) -> str:
    try:
        write()
    except NotConfirmed:
        return "saved"
    except DatelineError:
        return "failed"
    return "saved"


def _failing(
    number: int,
    chance: random.Random,
    folder: Path,
    claim: Callable[[Callable[[], object]], str],
) -> list[str]:
    failures = []
    path = folder / "2025-11-17-faults.md"
    for _ in range(number):
        new = b"x" * chance.randrange(1, 9_000)
        wanted, error = chance.randrange(14), chance.choice(FAULTS)
        files = failing_at(wanted, error, for_good=chance.random() < 0.3)
        path.write_bytes(OLD)
        claimed = claim(lambda new=new, files=files: _written(path, new, files))
        if path.read_bytes() != (new if claimed == "saved" else OLD):
            failures.append(f"call {wanted} failed with {os.strerror(error)}: said {claimed}")
        for left in folder.glob(".~*"):
            left.unlink()
    return failures


def _written(path: Path, new: bytes, files: WatchedFiles) -> None:
    AtomicWriter(files).write(path, new, expected=digest_of(OLD), inside=None, policy=CAREFUL)


def full_safe(number: int, chance: random.Random, folder: Path) -> list[str]:
    """Fill the disk of journal and history while they are written; what was kept stays."""
    failures = []
    for trial in range(number):
        home = folder / str(trial)
        first = PostState(1, Post.from_text("First.\n"), folder / "a.md", "a.md", None, 1)
        keeping = SafeKeeping(home)
        keeping.keep(first.unsaved())
        keeping.keep_version(NewVersion(folder / "a.md", b"First.\n", "saved"))
        keeping.close()
        text = f"Second {'word ' * chance.randrange(1, 30_000)}"
        state = PostState(1, Post.from_text(text), folder / "a.md", "a.md", None, 2)
        status = _limited(chance.randrange(200_000), lambda s=state, h=home: _both_kept(h, s))
        failures += _looked_at(home, folder / "a.md", text, status)
    return failures


def forgetful_safe(number: int, chance: random.Random, folder: Path) -> list[str]:
    """The same for a journal that is begun by emptying the one before it."""
    failures = []
    for trial in range(number):
        home = folder / f"control-{trial}"
        (home / "journal").mkdir(parents=True)
        failures += _looked_at(home, folder / "a.md", "Second", _REFUSED)
    return failures


def _both_kept(home: Path, state: PostState) -> None:
    keeping = SafeKeeping(home)
    keeping.keep(state.unsaved())
    keeping.keep_version(NewVersion(state.path, state.post.to_bytes(), "saved"))
    keeping.close()


def _looked_at(home: Path, path: Path, text: str, status: int) -> list[str]:
    keeping = SafeKeeping(home)
    try:
        offered = {each.post().text for each in keeping.find().unsaved}
        kept = {keeping.content(each) for each in keeping.versions(path)}
    except NotKept as error:
        return [f"said {status}: {error}"]
    finally:
        keeping.close()
    missing = []
    if "First.\n" not in offered or (status == _SAVED and text not in offered):
        missing.append(f"said {status}: the journal lost a text")
    if b"First.\n" not in kept or (status == _SAVED and text.encode() not in kept):
        missing.append(f"said {status}: the history lost a version")
    return missing
