"""Read a post from the disk without losing a byte, and write it back without risking one."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.post.errors import DatelineError, EncodingRefused
from editor.post.post import Post
from editor.site.atomic_write import write_atomically
from editor.site.encodings import name_of
from editor.site.file_identity import Digest, FileIdentity, digest_of
from editor.site.shown_names import shown_name
from editor.site.text_detection import Note, detected, in_words
from editor.site.write_policy import CAREFUL, WritePolicy

LARGEST_POST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is opened: a long book is a hundredth of it."""

_NEEDS_CHOICE: Final = frozenset({"other-encoding", "damaged-utf-8"})
_READ_ONLY: Final = frozenset({"not-text", "all-nul"})

_SENTENCES: Final = {
    "gone": "“{name}” is not there any more: it was moved, renamed or deleted.",
    "no-permission": "You have no right to read “{name}”. Ask whoever looks after this folder.",
    "not-a-file": "“{name}” is a folder or a device, not a post.",
    "too-large": "“{name}” is larger than 64 MB. Dateline opens posts, not archives.",
    "bad-name": "“{name}” cannot be the name of a file.",
    "disk-error": "The disk could not read “{name}”. Try again, or look for a copy of it.",
}
_KINDS: Final = {
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ESTALE: "gone",
    errno.ELOOP: "gone",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "not-a-file",
    errno.ENAMETOOLONG: "bad-name",
}


class ReadFailed(DatelineError):
    """Report a file that could not be opened; nothing was changed.

    Attributes:
        path: the file.
        kind: gone, no-permission, not-a-file, too-large, bad-name or disk-error.
    """

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(_SENTENCES[kind].format(name=shown_name(path)))
        self.path = path
        self.kind = kind


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """Hold a post as it was read.

    Attributes:
        path: the file, absolute, its links not followed.
        post: what it says.
        identity: what to compare the file with before it is overwritten.
        notes: sentences that a person should read.
    """

    path: Path
    post: Post
    identity: FileIdentity
    notes: tuple[Note, ...] = ()

    @property
    def read_only(self) -> bool:
        """Whether the file is no text, and must not be saved as such."""
        return any(note.kind in _READ_ONLY for note in self.notes)

    @property
    def encoding_choice_needed(self) -> bool:
        """Whether a person has to say, before the first save, how the file is to be stored.

        As it is: `post` unchanged. Else `dataclasses.replace(post, encoding="utf-8", bom=False)`.
        """
        return any(note.kind in _NEEDS_CHOICE for note in self.notes)

    @property
    def seems(self) -> str:
        """The encoding that the file seems to be in, as people know it."""
        damaged = any(note.kind == "damaged-utf-8" for note in self.notes)
        if self.post.encoding == "utf-8" and not damaged:
            return "UTF-8"
        return name_of(self.post.encoding)

    @property
    def where(self) -> str:
        """A sentence about where the bytes are that are no UTF-8; empty for none."""
        places = next((note.places for note in self.notes if note.places), ())
        return f"The first bytes that are no UTF-8: {in_words(places)}." if places else ""


def read_post(path: Path, *, encoding: str = "utf-8") -> OpenedFile:
    """Read a post, whatever bytes it holds.

    Args:
        path: the file.
        encoding: what the site stores its files in (`SiteConfig.encoding`).

    Raises:
        ReadFailed: see its `kind`.
    """
    raw, status = _read(path)
    identity = FileIdentity(digest_of(raw), len(raw), status.st_mtime_ns, status.st_ino)
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept: their names are the site's
    own = _in_site_encoding(raw, encoding)
    if own is not None:
        return OpenedFile(absolute, own, identity)
    found = detected(raw)
    post = Post.from_bytes(raw, found.encoding)
    return OpenedFile(absolute, post, identity, () if found.note is None else (found.note,))


def write_post(
    path: Path,
    post: Post,
    *,
    expected: Digest | None,
    inside: Path | None,
    policy: WritePolicy = CAREFUL,
) -> FileIdentity:
    """Write a post so that the file holds the old version or the new one, whole.

    Args:
        path: the file.
        post: what it is to say; text that its encoding cannot hold stops here, before anything.
        expected: digest of what may be replaced; None makes a new file and replaces nothing.
        inside: the site's folder, which the write must not leave; None where there is none.
        policy: what the person has allowed.

    Returns:
        What the file is known by now.

    Raises:
        EncodingRefused: nothing was touched.
        SaveFailed: as `AtomicWriter.write` says.
    """
    return write_atomically(path, post.to_bytes(), expected=expected, inside=inside, policy=policy)


def _in_site_encoding(raw: bytes, encoding: str) -> Post | None:
    """Read bytes in the encoding of a site that has another one than UTF-8."""
    if encoding.lower().replace("_", "-") in {"utf-8", "utf8"}:
        return None
    try:
        return Post.from_bytes(raw, encoding)
    except EncodingRefused:
        return None


def _read(path: Path) -> tuple[bytes, os.stat_result]:
    """Read all bytes of a file, with its status as of then.

    Raises:
        ReadFailed: it is no file, too large, or cannot be read.
    """
    try:
        # A pipe would wait for a writer for ever, so the kind of file is looked at first.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadFailed(path, "not-a-file")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_POST + 1)
            status = os.fstat(stream.fileno())
    except OSError as error:
        raise ReadFailed(path, _KINDS.get(error.errno or 0, "disk-error")) from error
    except ValueError as error:
        raise ReadFailed(path, "bad-name") from error
    if len(raw) > LARGEST_POST:
        raise ReadFailed(path, "too-large")
    return raw, status
