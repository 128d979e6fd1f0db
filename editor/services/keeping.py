"""What can be asked of the place where text is kept safe, without loading what does it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from editor.post.errors import DatelineError
from editor.services.unsaved import Unsaved
from editor.site.file_identity import Digest

VersionKind: TypeAlias = Literal["saved", "before", "theirs", "left", "unsaved"]
"""Saved here; there before the first save; written by others and replaced; closed without saving;
found after a crash and answered."""


class NotKept(DatelineError):
    """Report that something could not be put into safe keeping; it is still in the window."""


@dataclass(frozen=True, slots=True)
class Version:
    """Describe one kept version of a post, without its content.

    Attributes:
        number: grows with each version; the order of time, whatever the clocks said.
        kind: how it came to be kept.
        kept_at: when, by the clock of that moment.
        digest: what its content must hash to.
        size: in bytes.
        encoding: how to read it.
    """

    number: int
    kind: VersionKind
    kept_at: datetime
    digest: Digest
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """Hold a version that is to be kept.

    Attributes:
        path: the post's file; None for a post that was never saved.
        content: all bytes of it.
        kind: how it comes to be kept.
        encoding: how to read it.
        kept_at: when it was kept first; None for now.
    """

    path: Path | None
    content: bytes
    kind: VersionKind
    encoding: str = "utf-8"
    kept_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what former runs of the program left unsaved, and the journals that were damaged.

    Attributes:
        unsaved: posts whose changes are in no file, each journal's oldest first.
        damaged: where the damaged journals lie now.
    """

    unsaved: Sequence[Unsaved] = ()
    damaged: Sequence[Path] = field(default=())


class Keeping(Protocol):
    """List what the keeper's thread can do; every method waits for the disk.

    Raises:
        NotKept: from each method, where the disk does not do what it should.
    """

    def keep(self, unsaved: Unsaved) -> None:
        """Put down a post's newest state in this run's journal, flushed."""

    def drop(self, key: int) -> None:
        """Take a post out of this run's journal: a file holds it now."""

    def put_aside(self, unsaved: Unsaved) -> None:
        """Move what is closed without saving into the history, and only then drop it."""

    def find(self) -> Found:
        """Read what former runs left; what a file holds by now is left out."""

    def settle(self, unsaved: Unsaved, *, keeps: bool) -> None:
        """Take an answered post out of its journal, into the history if `keeps`."""

    def keep_version(self, new: NewVersion) -> None:
        """Keep a version of a post, flushed; the content that was kept last is not kept twice."""

    def versions(self, path: Path | None) -> Sequence[Version]:
        """Give a post's versions, the newest first."""

    def content(self, version: Version) -> bytes | None:
        """Give the bytes of a version; None where they are not what was kept."""

    def renamed(self, old: Path, new: Path) -> None:
        """Let the versions of a file go on under its new name."""

    def close(self) -> None:
        """Let go of all files."""
