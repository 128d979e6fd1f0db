"""Notice what others do to the open file: the moment the system tells, and by looking again."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.services.background import Background
from editor.services.session import Session
from editor.site.outside_change import Sight, look_at

# A file that is being written is left alone until it has rested this long.
_REST_MS = 250
# Network disks and full watch tables tell nothing: then this look is what notices.
_LOOK_AGAIN_MS = 4_000


class FileWatcher(QObject):
    """Watch the file of the open post.

    `sighted` brings a `Sight` whenever what lies there is another thing than at the last look,
    and has stayed the same for a moment; a new date without new bytes is no such thing. The
    program's own saves are known, and bring nothing. `looked` comes after every look.
    """

    sighted = Signal(object)
    looked = Signal()

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._round = 0
        self._is_looking = False
        self._candidate: Sight | None = None
        self._told: Sight | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_told_by_system)
        self._watcher.directoryChanged.connect(self._on_told_by_system)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(_LOOK_AGAIN_MS)
        self._poll.timeout.connect(self._on_poll)
        session.file_changed.connect(self._on_file_changed)

    def look(self) -> None:
        """Read the file and compare, now; for when the person comes back to the window."""
        self._look(is_thorough=True)

    def stop(self) -> None:
        """Look no more: the end."""
        self._session.file_changed.disconnect(self._on_file_changed)
        self._round += 1
        self._poll.stop()
        self._rest.stop()
        self._unwatch()

    def _look(self, *, is_thorough: bool) -> None:
        path, identity = self._session.path, self._session.identity
        if path is None or self._is_looking:
            return
        self._is_looking = True
        number = self._round

        def arrived(sight: Sight) -> None:
            self._is_looking = False
            if number == self._round:
                self._weigh(sight)
            else:
                self._rest.start()
            self.looked.emit()

        self._background.run(
            lambda: look_at(path, identity, is_thorough=is_thorough), arrived, self._on_no_look
        )

    def _on_no_look(self, _: Exception) -> None:
        self._is_looking = False

    def _weigh(self, sight: Sight) -> None:
        """Tell what was seen twice in a row and is news."""
        self._watch()
        if not sight.is_readable:
            return
        is_calm = sight.digest == self._expected() and sight.digest is not None
        if is_calm and self._told is None:
            self._candidate = None
            return
        if sight != self._candidate:
            self._candidate = sight
            self._rest.start()
            return
        if sight != self._told:
            self._told = None if is_calm else sight
            self.sighted.emit(sight)

    def _expected(self) -> str | None:
        identity = self._session.identity
        return identity.digest if identity is not None else None

    def _on_file_changed(self) -> None:
        """Begin anew: another file is open, or this one was saved."""
        self._round += 1
        self._candidate = self._told = None
        if self._session.path is None or self._session.identity is None:
            self._poll.stop()
            self._rest.stop()
            self._unwatch()
            return
        self._watch()
        self._poll.start()

    def _on_told_by_system(self) -> None:
        self._rest.start()

    def _on_poll(self) -> None:
        self._look(is_thorough=False)

    def _watch(self) -> None:
        """Watch the file and its folder; the system forgets a file that was replaced."""
        path = self._session.path
        if path is None:
            return
        wanted = {str(path), str(path.parent)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        missing = sorted(name for name in wanted - watched if path.parent.is_dir())
        for name in missing:
            if name != str(path) or path.exists():
                self._watcher.addPath(name)

    def _unwatch(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
