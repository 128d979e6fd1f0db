"""Save bytes so that the file holds the old version or the new one, whole, at every moment.

The one door through which Dateline writes to a disk. The order of a save: compare with what was
read, write a hidden file beside the target, flush it, read it back, compare again, put it in the
target's place, flush the folder. Only then is anything called saved.
"""

from dataclasses import dataclass
from pathlib import Path

from editor.site.file_identity import Digest, FileIdentity, digest_of
from editor.site.file_system import FileSystem
from editor.site.in_place import write_in_place
from editor.site.local_file_system import LocalFileSystem
from editor.site.placing import make_folders, place_new, place_over
from editor.site.temporary_file import TemporaryFile, temporary_file
from editor.site.write_errors import NotConfirmed, WriteRefused, failures_explained
from editor.site.write_policy import WritePolicy
from editor.site.write_target import (
    check_name_is_free,
    existing_target,
    resolved_inside,
    unchanged_bytes,
)

_OPEN_MODE = 0o666
"""Rights of a new post, before the person's own mask (umask) takes some away."""

_PRIVATE_MODE = 0o600

_IN_PLACE_HELPS = frozenset({"no-folder-right", "in-use"})


def write_atomically(
    path: Path,
    data: bytes,
    *,
    expected: Digest | None,
    inside: Path | None,
    policy: WritePolicy,
) -> FileIdentity:
    """Save bytes on this machine's disks; see `AtomicWriter.write`."""
    writer = AtomicWriter(LocalFileSystem())
    return writer.write(path, data, expected=expected, inside=inside, policy=policy)


@dataclass(frozen=True, slots=True)
class AtomicWriter:
    """Save files through a given set of calls.

    Attributes:
        files: the calls to use.
    """

    files: FileSystem

    def write(
        self,
        path: Path,
        data: bytes,
        *,
        expected: Digest | None,
        inside: Path | None,
        policy: WritePolicy,
    ) -> FileIdentity:
        """Put a new version in the place of the one that was read, or make a new file.

        A link is followed, and stays a link. Mode, owner and attributes stay as far as the system
        allows. There is no way to overwrite unseen bytes: to keep one's own version of a file that
        changed, read what lies there, put it into the history and pass its digest.

        Args:
            path: the file.
            data: all its bytes.
            expected: digest of the bytes that may be replaced; None makes a new file (and its
                folder), and never overwrites.
            inside: the site's folder, which the write must not leave; None where there is none.
            policy: what the person has allowed.

        Returns:
            What to pass as `expected` (its digest) next time.

        Raises:
            ChangedOnDisk: other bytes lie there.
            DiskFull: the new bytes did not fit.
            WriteRefused: see its `kind`.
            NotConfirmed: the new bytes lie there, but the disk did not confirm them.
            SaveFailed: any other failure. In all cases but NotConfirmed the old bytes are intact
                (InPlaceFailed, after `policy.in_place`, is the one exception, and says so).
        """
        with failures_explained(path):
            if expected is None and self.files.is_taken(path):
                raise WriteRefused(path, "exists")
            target = resolved_inside(self.files, path, inside)
            if expected is None:
                return self._create(target, data)
            return self._save(target, data, frozenset({expected, digest_of(data)}), policy)

    def overwrite_own(self, path: Path, data: bytes) -> FileIdentity:
        """Write one of Dateline's own files (settings, a journal), whatever it held before.

        The file can be read by this person only, and missing folders are made.

        Raises:
            SaveFailed: the file holds what it held before; or NotConfirmed, as above.
        """
        with failures_explained(path):
            target = resolved_inside(self.files, path, None)
            make_folders(self.files, target.parent)
            with temporary_file(self.files, target, data, _PRIVATE_MODE) as temporary:
                place_over(self.files, temporary.path, target)
            return self._confirmed(target, temporary)

    def _save(
        self, path: Path, data: bytes, accepted: frozenset[Digest], policy: WritePolicy
    ) -> FileIdentity:
        """Replace an existing file, or write into it where that was allowed and is needed."""
        target = existing_target(self.files, path, accepted, policy)
        if target.status.st_nlink > 1:
            return write_in_place(self.files, target, data)
        try:
            with temporary_file(self.files, path, data, target) as temporary:
                unchanged_bytes(self.files, path, accepted)
                place_over(self.files, temporary.path, path)
        except WriteRefused as refusal:
            if not policy.in_place or refusal.kind not in _IN_PLACE_HELPS:
                raise
            return write_in_place(self.files, target, data)
        return self._confirmed(path, temporary)

    def _create(self, path: Path, data: bytes) -> FileIdentity:
        """Make a new file, and the folders that lead to it."""
        make_folders(self.files, path.parent)
        check_name_is_free(self.files, path)
        with temporary_file(self.files, path, data, _OPEN_MODE) as temporary:
            place_new(self.files, temporary.path, path)
        return self._confirmed(path, temporary)

    def _confirmed(self, path: Path, temporary: TemporaryFile) -> FileIdentity:
        """Flush the folder, so that a power cut cannot bring the old file back."""
        try:
            self.files.flush_folder(path.parent)
        except OSError as error:
            raise NotConfirmed(path, temporary.identity) from error
        return temporary.identity
