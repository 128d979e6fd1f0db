"""Clear away the hidden files that a crash in the middle of a save leaves behind."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from editor.site.file_system import FileSystem
from editor.site.local_file_system import LocalFileSystem
from editor.site.processes import is_running
from editor.site.temporary_names import unfinished_process

_NOT_OURS = frozenset({".git", "node_modules", "_site", ".jekyll-cache"})
"""Folders where no post is ever saved and a walk takes long."""


def sweep_leftovers(folder: Path) -> tuple[Path, ...]:
    """Remove what dead saves left in a folder and the folders below it.

    A file is removed only if its name says that this machine made it, in a process that no longer
    runs. Links to folders are not followed. Nothing is raised: what cannot be removed stays.

    Returns:
        What was removed.
    """
    files = LocalFileSystem()
    removed: list[Path] = []
    for where, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_OURS]
        removed += sweep_folder(files, Path(where))
    return tuple(removed)


def sweep_folder(files: FileSystem, folder: Path) -> tuple[Path, ...]:
    """Do the same in one folder alone, through the given calls."""
    removed: list[Path] = []
    with suppress(OSError):
        for name in files.names_in(folder):
            process = unfinished_process(name)
            if process is None or is_running(process):
                continue
            with suppress(OSError):
                left = folder / name
                if stat.S_ISREG(files.status(left).st_mode):
                    files.remove(left)
                    removed.append(left)
    return tuple(removed)
