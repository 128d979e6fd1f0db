"""The open site: its config at once, what it holds as soon as it was read."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.services.background import Background
from editor.services.index_service import IndexService
from editor.site.folders import Site, find_site
from editor.site.post_list import PostSummary
from editor.site.vocabulary import Vocabulary, read_vocabulary

# Words are learned anew when nothing has changed for so long: that reads every post once more.
_LEARN_AFTER_MS = 20_000
_NO_WORDS = Vocabulary({}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class SiteContents:
    """Hold what was read of a site.

    Attributes:
        posts: its posts, drafts and documents in short.
        vocabulary: the words that its posts use.
        unread: folders that could not be looked into, as people read their paths.
    """

    posts: tuple[PostSummary, ...]
    vocabulary: Vocabulary
    unread: tuple[str, ...] = ()


class SiteService(QObject):
    """Hold the site that the open post belongs to; None where it belongs to none.

    `contents` follows the disk: what the index sees, this tells.
    """

    site_changed = Signal()
    contents_changed = Signal()

    def __init__(
        self, background: Background, index: IndexService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._index = index
        # Grows with each change of the site's files that is known here.
        self.version = 0
        self.site: Site | None = None
        self.contents: SiteContents | None = None
        self._words = _NO_WORDS
        self._learn = QTimer(self)
        self._learn.setSingleShot(True)
        self._learn.setInterval(_LEARN_AFTER_MS)
        self._learn.timeout.connect(self._learn_words)
        index.posts_changed.connect(self._on_posts_changed)
        index.surroundings_changed.connect(self._on_surroundings_changed)
        index.config_changed.connect(self._on_config_changed)

    def open(self, root: Path) -> None:
        """Open the site in `root` and begin to read what it holds."""
        self._words = _NO_WORDS
        self.contents = None
        self._take(Site.open(root))

    def open_for(self, path: Path) -> None:
        """Open the site that the file `path` belongs to, unless it is open already."""
        root = find_site(path)
        if root is None:
            self.close()
        elif self.site is None or self.site.root != root:
            self.open(root)

    def close(self) -> None:
        """Open no site: a file may stand alone."""
        self._learn.stop()
        self._index.close()
        if self.site is not None:
            self.site = None
            self.contents = None
            self.site_changed.emit()
            self.contents_changed.emit()

    def stop(self) -> None:
        """Read and watch nothing more: the end."""
        self._learn.stop()
        self._index.stop()

    def refresh(self) -> None:
        """Look at the site's files now: one was saved, renamed, moved or removed."""
        self.version += 1
        self._index.look()

    def _take(self, site: Site) -> None:
        self.site = site
        self.version += 1
        self._index.open(site)
        self.site_changed.emit()
        self.contents_changed.emit()

    def _on_posts_changed(self) -> None:
        site, sight = self.site, self._index.sight
        if site is None or sight is None:
            return
        is_first = self._words is _NO_WORDS and self._index.is_complete
        self.version += 1
        unread = tuple(site.display_path(Path(folder)) for folder in sight.unread)
        self.contents = SiteContents(self._index.posts(), self._words, unread)
        self.contents_changed.emit()
        if is_first:
            self._learn_words()
        elif self._index.is_complete:
            self._learn.start()

    def _on_surroundings_changed(self) -> None:
        self.version += 1
        self._learn_words()

    def _on_config_changed(self) -> None:
        if self.site is not None:
            self._take(Site.open(self.site.root))

    def _learn_words(self) -> None:
        site = self.site
        if site is None:
            return
        self._learn.stop()

        def arrived(words: Vocabulary) -> None:
            if self.site is site and self.contents is not None:
                self._words = words
                self.contents = SiteContents(self.contents.posts, words, self.contents.unread)
                self.contents_changed.emit()

        self._background.run(lambda: read_vocabulary(site), arrived, _raise)


def _raise(error: Exception) -> None:
    raise error
