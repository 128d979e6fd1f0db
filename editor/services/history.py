"""Keep every version that was saved, and those that would be lost otherwise."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.services.keeper import Keeper
from editor.services.keeping import Keeping, NewVersion, Version
from editor.services.save_service import SaveService
from editor.services.session import Session
from editor.site.file_identity import Digest, FileIdentity, digest_of

Done = Callable[[Sequence[Version]], None]


class History(QObject):
    """Watch the saves of the open post, and give back its versions.

    `trouble_changed` says in a sentence that versions cannot be kept ("" when they can again).
    """

    trouble_changed = Signal(str)

    def __init__(
        self, session: Session, saver: SaveService, keeper: Keeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._path: Path | None = None
        self._identity: FileIdentity | None = None
        self._trouble = ""
        saver.replacing.connect(self._on_replacing)
        saver.saved.connect(self._on_saved)
        session.file_changed.connect(self._on_file_changed)

    def versions(self, path: Path | None, done: Done) -> None:
        """Hand a post's versions to `done`, the newest first; None means never saved."""
        self._keeper.run(lambda keeping: keeping.versions(path), done, lambda _: done(()))

    def content(self, version: Version, done: Callable[[bytes | None], None]) -> None:
        """Hand the bytes of a version to `done`; None where they are not what was kept."""
        self._keeper.run(lambda keeping: keeping.content(version), done, lambda _: done(None))

    def last_good(
        self, path: Path, now: Digest, done: Callable[[Version | None, bytes], None]
    ) -> None:
        """Hand to `done` the newest version that is sound and holds text, or None and no bytes.

        There is none where the file holds (`now`) what was saved here last.
        """

        def deliver(found: tuple[Version, bytes] | None) -> None:
            done(*(found or (None, b"")))

        self._keeper.run(lambda keeping: _last_good(keeping, path, now), deliver, _ignore)

    def keep_theirs(self, path: Path, raw: bytes) -> None:
        """Keep what others wrote and the person does not want in the file."""
        self._keep(NewVersion(path, raw, "theirs", self._session.post.encoding))

    def _on_replacing(self, path: Path, raw: bytes) -> None:
        """Keep what a save overwrites; what others wrote is on the disk before that happens."""
        post, identity = self._session.post, self._session.identity
        if path == self._session.path and identity and identity.digest == digest_of(raw):
            self._keep(NewVersion(path, raw, "before", post.encoding))
            return
        new = NewVersion(path, raw, "theirs", post.encoding)
        if not self._keeper.wait_for(lambda keeping: keeping.keep_version(new)):
            self._keep(new)

    def _on_saved(self, path: Path) -> None:
        post = self._session.post
        self._keeper.run(
            lambda keeping: keeping.keep_version(
                NewVersion(path, post.to_bytes(), "saved", post.encoding)
            ),
            self._on_kept,
            self._on_failed,
        )

    def _on_file_changed(self) -> None:
        """Follow a file that got another name here: it has other bytes never, another path."""
        old, new = self._path, self._session.path
        is_same = self._identity is not None and self._session.identity is self._identity
        self._path, self._identity = new, self._session.identity
        if is_same and old is not None and new is not None and old != new:
            self._keeper.run(
                lambda keeping: keeping.renamed(old, new), self._on_kept, self._on_failed
            )

    def _keep(self, new: NewVersion) -> None:
        self._keeper.run(lambda keeping: keeping.keep_version(new), self._on_kept, self._on_failed)

    def _on_kept(self, _: object) -> None:
        self._set_trouble("")

    def _on_failed(self, error: Exception) -> None:
        self._set_trouble(f"Versions of your posts cannot be kept at the moment: {error}.")

    def _set_trouble(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self.trouble_changed.emit(sentence)


def _ignore(_: object) -> None:
    """Hear an answer after which nothing follows."""


def _last_good(keeping: Keeping, path: Path, now: Digest) -> tuple[Version, bytes] | None:
    versions = keeping.versions(path)
    if versions and versions[0].digest == now:
        return None
    for version in versions:
        content = keeping.content(version)
        if content is not None and content.strip(b"\0 \t\r\n"):
            return version, content
    return None
