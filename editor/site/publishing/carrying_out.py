"""Do what a plan says as one step: all of it, or nothing."""

from contextlib import suppress
from pathlib import Path

from editor.post.errors import DatelineError
from editor.site.atomic_write import write_atomically
from editor.site.file_identity import digest_of
from editor.site.local_file_system import LocalFileSystem
from editor.site.publishing.plan import FileChange, NameTaken, Plan, PlanRefused
from editor.site.renaming import check_free, move_file
from editor.site.trash import send_to_trash
from editor.site.write_errors import WriteRefused, failures_explained
from editor.site.write_policy import CAREFUL
from editor.site.write_target import resolved_inside


def carry_out(plan: Plan, root: Path) -> None:
    """Make every change of a plan; where one fails, those made before it are taken back.

    All files are looked at first. Nothing is overwritten that the plan has not read, and no file
    is written outside the site.

    Args:
        plan: the plan.
        root: the folder of the site.

    Raises:
        PlanRefused: a file was changed since the plan was made, or a name is taken.
        SaveFailed: the disk refused; every file is as it was.
    """
    for change in plan.changes:
        _check(change, root)
    done: list[FileChange] = []
    try:
        for change in plan.changes:
            done.append(change)
            _do(change, root)
    except DatelineError as error:
        for change in reversed(done):
            _take_back(change, root)
        if isinstance(error, WriteRefused) and error.kind == "exists":
            # Somebody made a file of that name after the look and before the write.
            raise NameTaken(error.path.name) from error
        raise
    for change in plan.changes:
        _remove_empty(change, root)


def _check(change: FileChange, root: Path) -> None:
    files = LocalFileSystem()
    if change.path is not None:
        _check_unchanged(change.path, change.old)
    if change.path is not None and change.is_moved and change.path.is_symlink():
        _check_link(change.path, change.to)
    if change.to is not None and change.to != change.path:
        with failures_explained(change.to):
            resolved_inside(files, change.to, root)
            try:
                check_free(files, change.path, change.to)
            except WriteRefused as taken:
                raise NameTaken(taken.path.name) from taken


def _check_link(path: Path, to: Path | None) -> None:
    """Refuse to move a link to another folder, from where it would lead to nowhere."""
    if to is not None and to.parent != path.parent and not path.readlink().is_absolute():
        raise PlanRefused(
            f"“{path.name}” is a link to a file elsewhere, and would lead nowhere from another"
            " folder. Move the file that it leads to. Nothing was changed."
        )


def _check_unchanged(path: Path, old: bytes | None) -> None:
    try:
        found = path.read_bytes() if old is not None else None
        path.stat()
    except OSError as error:
        raise PlanRefused(
            f"“{path.name}” is no longer where it was, or cannot be read. Nothing was changed."
        ) from error
    if found != old:
        raise PlanRefused(
            f"“{path.name}” was changed in the meantime, and that change would be lost. Nothing"
            " was changed."
        )


def _do(change: FileChange, root: Path) -> None:
    path, to = change.path, change.to
    if to is None:
        if path is not None:
            send_to_trash(path)
        return
    if path is None:
        write_atomically(to, change.new or b"", expected=None, inside=root, policy=CAREFUL)
        return
    move_file(path, to, root)
    if change.old is not None and change.new is not None and change.old != change.new:
        expected = digest_of(change.old)
        write_atomically(to, change.new, expected=expected, inside=root, policy=CAREFUL)


def _take_back(change: FileChange, root: Path) -> None:
    """Take back what was done of a change, be it all, a part, or nothing."""
    if change.path is None and change.to is not None:
        with suppress(DatelineError):
            # Somebody else may have made a file of that name, which is the failure.
            _check_unchanged(change.to, change.new)
            send_to_trash(change.to)
        return
    with suppress(DatelineError):
        _do(change.inverse(), root)


def _remove_empty(change: FileChange, root: Path) -> None:
    """Take away the folders that the last file has left, but never one of Jekyll's own."""
    if change.path is None or not change.is_moved:
        return
    folder = change.path.parent
    with suppress(OSError):
        while folder != root and not folder.name.startswith("_"):
            folder.rmdir()
            folder = folder.parent
