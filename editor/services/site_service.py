"""The open site: its config at once, what it holds as soon as it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.services.background import Background
from editor.site.folders import Site, find_site
from editor.site.leftovers import sweep_leftovers
from editor.site.post_list import PostSummary, list_posts, summarize
from editor.site.vocabulary import Vocabulary, read_vocabulary


@dataclass(frozen=True, slots=True)
class SiteContents:
    """Hold what was read of a site: its posts in short, and the words its posts use."""

    posts: tuple[PostSummary, ...]
    vocabulary: Vocabulary


class SiteService(QObject):
    """Hold the site that the open post belongs to; None where it belongs to none."""

    site_changed = Signal()
    contents_changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._reading = 0
        # Grows with each change of the site's files that is known here.
        self.version = 0
        self.site: Site | None = None
        self.contents: SiteContents | None = None

    def open(self, root: Path) -> None:
        """Open the site in `root` and begin to read what it holds."""
        self.site = Site.open(root)
        self.version += 1
        self.contents = None
        self.site_changed.emit()
        self.contents_changed.emit()
        self.refresh()

    def open_for(self, path: Path) -> None:
        """Open the site that the file `path` belongs to, unless it is open already."""
        root = find_site(path)
        if root is None:
            self.close()
        elif self.site is None or self.site.root != root:
            self.open(root)

    def close(self) -> None:
        """Open no site: a file may stand alone."""
        if self.site is not None:
            self.site = None
            self.contents = None
            self.site_changed.emit()
            self.contents_changed.emit()

    def refresh(self) -> None:
        """Read again what the site holds, elsewhere; the answer for a former site is dropped.

        What saves that were killed left behind is cleared away first.
        """
        site = self.site
        if site is None:
            return
        self._reading += 1
        number = self._reading

        def arrived(contents: SiteContents) -> None:
            if number == self._reading and self.site is site:
                self.contents = contents
                self.contents_changed.emit()

        self._background.run(lambda: _read(site), arrived, _raise)

    def refresh_post(self, path: Path, *, was: Path | None = None) -> None:
        """Read one post again after it was saved or renamed."""
        self.version += 1
        if self.site is None or self.contents is None:
            return
        gone = {path, was}
        posts = [post for post in self.contents.posts if post.path not in gone]
        new = summarize(path, self.site)
        if new is not None:
            posts.append(new)
        self._set_posts(posts)

    def _set_posts(self, posts: Sequence[PostSummary]) -> None:
        if self.contents is not None:
            self.contents = SiteContents(tuple(posts), self.contents.vocabulary)
            self.contents_changed.emit()


def _read(site: Site) -> SiteContents:
    sweep_leftovers(site.root)
    return SiteContents(tuple(list_posts(site)), read_vocabulary(site))


def _raise(error: Exception) -> None:
    raise error
