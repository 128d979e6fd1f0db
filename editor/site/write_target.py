"""Find the file that a save really concerns, and stop before anything that would break."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from editor.site.file_identity import Digest, digest_of
from editor.site.file_system import FileSystem
from editor.site.leftovers import sweep_folder
from editor.site.same_name import name_alike
from editor.site.write_errors import ChangedOnDisk, WriteRefused
from editor.site.write_policy import WritePolicy


@dataclass(frozen=True, slots=True)
class WriteTarget:
    """Hold an existing file as it was found: every link followed, every check passed.

    Attributes:
        path: where the bytes lie; no part of it is a link.
        status: size, rights, owner and number of the file.
        old: its bytes.
    """

    path: Path
    status: os.stat_result
    old: bytes


def resolved_inside(files: FileSystem, path: Path, inside: Path | None) -> Path:
    """Follow every link in a path and make sure that the end lies in the site.

    Args:
        files: the calls to use.
        path: what the person named.
        inside: the site's folder; None where there is no site, and then anything goes.

    Raises:
        WriteRefused: "bad-name", "symlink-loop", "symlink-leaves-site" or "git-folder".
    """
    _check_name(path)
    target = files.resolve(path)
    if inside is None:
        return target
    root = files.resolve(inside)
    if not target.is_relative_to(root):
        raise WriteRefused(path, "symlink-leaves-site")
    if ".git" in (part.casefold() for part in target.relative_to(root).parts):
        raise WriteRefused(path, "git-folder")
    return target


def _check_name(path: Path) -> None:
    """Refuse what cannot be handed to the operating system: a NUL, half a character."""
    try:
        usable = b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        usable = False
    if not usable:
        raise WriteRefused(path, "bad-name")


def existing_target(
    files: FileSystem, path: Path, accepted: frozenset[Digest], policy: WritePolicy
) -> WriteTarget:
    """Take stock of the file to be replaced.

    Args:
        files: the calls to use.
        path: a resolved path.
        accepted: fingerprints of the contents that may be replaced.
        policy: what the person has allowed.

    Raises:
        ChangedOnDisk: other bytes lie there, or none.
        WriteRefused: "not-a-file", "hard-link" or "read-only".
    """
    try:
        status = files.status(path)
    except FileNotFoundError as error:
        raise ChangedOnDisk(path, None) from error
    if not stat.S_ISREG(status.st_mode):
        raise WriteRefused(path, "not-a-file")
    old = unchanged_bytes(files, path, accepted)
    if status.st_nlink > 1 and not policy.in_place:
        # A crash between the two steps of making a new file leaves a second name of our own.
        sweep_folder(files, path.parent)
        status = files.status(path)
        if status.st_nlink > 1:
            raise WriteRefused(path, "hard-link")
    if not policy.replace_read_only and not files.may_write(path):
        raise WriteRefused(path, "read-only")
    return WriteTarget(path, status, old)


def unchanged_bytes(files: FileSystem, path: Path, accepted: frozenset[Digest]) -> bytes:
    """Read a file and make sure that it holds what is expected.

    Raises:
        ChangedOnDisk: it holds something else, or is gone.
    """
    try:
        found = files.read(path)
    except FileNotFoundError as error:
        raise ChangedOnDisk(path, None) from error
    digest = digest_of(found)
    if digest not in accepted:
        raise ChangedOnDisk(path, digest)
    return found


def check_name_is_free(files: FileSystem, path: Path) -> None:
    """Make sure that a new file would neither meet an old one nor shadow it.

    Two names that differ only in capitals, or in how an accent is stored, are two files here and
    one on most other machines that check the site out.

    Raises:
        WriteRefused: "exists".
    """
    alike = name_alike(path.name, files.names_in(path.parent))
    if alike is not None:
        raise WriteRefused(path.with_name(alike), "exists")
