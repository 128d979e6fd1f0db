"""Finish a step that was cut off in the middle: the program was killed, the power failed.

While a step is carried out a note of it lies in Dateline's own folder. One that is found at a
start tells what was meant, and what of it is not done yet is done.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from editor.post.errors import DatelineError
from editor.site.atomic_write import AtomicWriter
from editor.site.local_file_system import LocalFileSystem
from editor.site.processes import is_running
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.plan import FileChange, Plan

_NAME = "step-{}.json"


@contextmanager
def noted(plan: Plan, root: Path, folder: Path) -> Iterator[None]:
    """Keep a note of a plan while it is carried out; it goes however that ends, but for a kill.

    Raises:
        SaveFailed: the note cannot be written, and nothing else was done yet.
    """
    note = folder / _NAME.format(os.getpid())
    AtomicWriter(LocalFileSystem()).overwrite_own(note, _written(plan, root))
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink()


def finish_interrupted(folder: Path) -> list[tuple[Plan, Path]]:
    """Do what is left of the steps of programs that run no more; give those that are done now.

    What was changed by somebody else since is left as it is.
    """
    finished: list[tuple[Plan, Path]] = []
    for note in sorted(folder.glob(_NAME.format("*"))):
        process = note.stem.rpartition("-")[2]
        if not process.isdigit() or is_running(int(process)):
            continue
        with suppress(DatelineError, ValueError, KeyError, TypeError, OSError):
            plan, root = _read(note.read_bytes())
            left = tuple(_left_of(each) for each in plan.changes if not _is_done(each))
            if left and left != plan.changes:
                carry_out(Plan(plan.sentence, left), root)
                finished.append((plan, root))
        with suppress(OSError):
            note.unlink()
    return finished


def _is_done(change: FileChange) -> bool:
    """Tell whether a change lies on the disk already."""
    if change.to is None:
        return change.path is None or not change.path.exists()
    if not change.to.is_file() or (change.path not in {None, change.to} and change.path.exists()):
        return False
    return change.new is None or change.to.read_bytes() == change.new


def _left_of(change: FileChange) -> FileChange:
    """Give what is left of a change that was cut off between its two halves."""
    path, to = change.path, change.to
    if path is None or to is None or not change.is_moved or not to.is_file():
        return change
    if path.exists() and path.samefile(to):
        # It had both names for a moment: the new one was there, the old one not gone yet.
        LocalFileSystem().remove(path)
    return change if path.exists() else FileChange(to, to, change.old, change.new)


def _written(plan: Plan, root: Path) -> bytes:
    changes = [
        [_name(each.path), _name(each.to), _text(each.old), _text(each.new)]
        for each in plan.changes
    ]
    said = {"sentence": plan.sentence, "root": str(root), "changes": changes}
    return json.dumps(said).encode("ascii")


def _read(raw: bytes) -> tuple[Plan, Path]:
    said = json.loads(raw)
    changes = tuple(
        FileChange(_path(path), _path(to), _bytes(old), _bytes(new))
        for path, to, old, new in said["changes"]
    )
    return Plan(said["sentence"], changes), Path(said["root"])


def _name(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _path(name: str | None) -> Path | None:
    return None if name is None else Path(name)


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode("ascii")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text)
