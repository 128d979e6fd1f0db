"""Know whether a file is still the one that was read: by its bytes, never by its date alone."""

import hashlib
from dataclasses import dataclass, field
from typing import NewType

Digest = NewType("Digest", str)
"""SHA-256 of a whole file, as 64 lower-case hexadecimal digits."""


def digest_of(data: bytes) -> Digest:
    """Fingerprint bytes, so that an edit of equal length within one second is noticed too."""
    return Digest(hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Remember what lay on the disk when a post was read or written.

    Attributes:
        digest: what decides. Two identities with one digest hold the same bytes.
        size: in bytes. With `mtime_ns` and `inode` a cheap first look, for a watcher: equal means
            that hashing can wait, unequal proves nothing.
        mtime_ns: time of the last change, in nanoseconds of the file system's clock.
        inode: the number of the file on its disk, 0 where there is none.
        not_kept: what a save could not carry over to the new file ("owner", "group", "mode",
            "attributes"); it plays no part in comparisons.
    """

    digest: Digest
    size: int
    mtime_ns: int
    inode: int
    not_kept: tuple[str, ...] = field(default=(), compare=False)

    def looks_like(self, size: int, mtime_ns: int, inode: int) -> bool:
        """Tell whether a file's size, date and number are the remembered ones."""
        return (self.size, self.mtime_ns, self.inode) == (size, mtime_ns, inode)
