"""Keep the index of the open site true, behind the window, and ask it."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.services.background import Background
from editor.site.folders import Site
from editor.site.index.answers import IndexLost, News, PostIndex
from editor.site.index.scanning import Sight
from editor.site.index.shared_addresses import with_shared_addresses
from editor.site.post_list import PostSummary

# The system tells of new, renamed and removed files; a burst of them is one look.
_REST_MS = 150
# It does not tell of text written into a file: a look does, this long after the last one,
_LOOK_AGAIN_MS = 1_000
# or later, so that looking takes no more than this part of the time.
_SHARE = 25
_MOST_FOLDERS_WATCHED = 500
_PARTIAL_SECONDS = 0.7

Result = TypeVar("Result")


class IndexService(QObject):
    """Hold every post of one site in short, right within two seconds of a change on the disk.

    `posts_changed` comes when some are other than before. `progressed` brings how many files were
    read and how many there are, while many are. `surroundings_changed` says that layouts or data
    of the site are other than before, `config_changed` that its config is.
    """

    posts_changed = Signal()
    progressed = Signal(int, int)
    surroundings_changed = Signal()
    config_changed = Signal()

    def __init__(
        self, open_index: Callable[[Site], PostIndex], parent: QObject | None = None
    ) -> None:
        """Begin with no site.

        Args:
            open_index: makes the index of a site; it is called, and its index used, on one thread
                behind the window.
            parent: who owns this.
        """
        super().__init__(parent)
        self._open_index = open_index
        self._background = Background(threads=1, parent=self)
        self._is_started = False
        self._holder: _Holder | None = None
        self._is_busy = False
        self._wants_look = False
        self._posts: dict[str, PostSummary] = {}
        self._told_at = 0.0
        self._has_news = False
        self.is_complete = False
        self.sight: Sight | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_told_by_system)
        self._rest = self._made_timer(_REST_MS)
        self._poll = self._made_timer(_LOOK_AGAIN_MS)

    def posts(self) -> tuple[PostSummary, ...]:
        """Give every post, draft and document of the site, in no order."""
        now = time.time()
        return with_shared_addresses(post.at(now) for post in self._posts.values())

    def post(self, path: Path) -> PostSummary | None:
        """Give the post in a file; None for one that is not known."""
        return self._posts.get(str(path))

    def open(self, site: Site) -> None:
        """Begin to know another site, or this one with another config."""
        self.close()
        self._holder = _Holder(site, self._open_index)
        self.look()

    def close(self) -> None:
        """Know no site."""
        holder, self._holder = self._holder, None
        if holder is not None:
            self._background.run(holder.close, _ignore, _ignore)
        self._posts = {}
        self.sight = None
        self.is_complete = False
        self._is_busy = self._wants_look = self._has_news = False
        self._rest.stop()
        self._poll.stop()
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)

    def start(self) -> None:
        """Begin with the work, which waits until the window was painted."""
        self._is_started = True
        self.look()

    def stop(self) -> None:
        """Know no site and end the thread, for good."""
        self.close()
        self._background.close(is_finishing=True)

    def look(self) -> None:
        """Look at the files now, or as soon as what was begun is done."""
        if self._is_busy or not self._is_started:
            self._wants_look = True
        elif self._holder is not None:
            began = time.monotonic()
            self._wants_look = False
            self._go_on(lambda index: index.look(), lambda news: self._on_looked(news, began))

    def ask(self, work: Callable[[PostIndex], Result], done: Callable[[Result], None]) -> None:
        """Have `work` done with the index; `done` hears of it unless the site was left since.

        It waits its turn between the pieces of what is being read.
        """
        holder = self._holder
        if holder is None or not self._is_started:
            return

        def answered(result: Result) -> None:
            if self._holder is holder:
                done(result)

        def failed(error: Exception) -> None:
            if not isinstance(error, IndexLost):
                raise error
            if self._holder is holder:
                self._begin_anew()

        self._background.run(lambda: work(holder.index()), answered, failed)

    def _go_on(self, work: Callable[[PostIndex], News], done: Callable[[News], None]) -> None:
        self._is_busy = True
        self._poll.stop()
        self.ask(work, done)

    def _on_looked(self, news: News, began: float) -> None:
        before, self.sight = self.sight, news.sight
        if news.sight is not None:
            self._watch(news.sight)
        self._take(news)
        self._poll.setInterval(
            max(_LOOK_AGAIN_MS, round((time.monotonic() - began) * 1_000 * _SHARE))
        )
        if before is not None and news.sight is not None:
            if before.config != news.sight.config:
                self.config_changed.emit()
                return
            if before.surroundings != news.sight.surroundings:
                self.surroundings_changed.emit()

    def _take(self, news: News) -> None:
        """Take over what is new, tell it where that is due, and read on where more waits."""
        for path in news.gone:
            self._posts.pop(path, None)
        self._posts.update((str(post.path), post) for post in news.posts)
        self._has_news = self._has_news or bool(news.posts or news.gone)
        was_complete = self.is_complete
        self.is_complete = was_complete or not news.left
        if news.left:
            self.progressed.emit(news.total - news.left, news.total)
            self._tell(is_due=time.monotonic() - self._told_at > _PARTIAL_SECONDS)
            self._go_on(lambda index: index.read_some(), self._take)
            return
        self._is_busy = False
        self.progressed.emit(news.total, news.total)
        self._tell(is_due=True, is_first=not was_complete)
        if self._wants_look:
            self.look()
        elif self._holder is not None:
            self._poll.start()

    def _tell(self, *, is_due: bool, is_first: bool = False) -> None:
        if is_due and (self._has_news or is_first):
            self._has_news = False
            self._told_at = time.monotonic()
            self.posts_changed.emit()

    def _begin_anew(self) -> None:
        """Read everything again: the database was damaged in use."""
        self._posts = {}
        self._is_busy = False
        self.look()

    def _on_told_by_system(self) -> None:
        self._rest.start()

    def _watch(self, sight: Sight) -> None:
        """Watch the folders of posts; the system forgets one that was replaced."""
        wanted = set(sight.folders[:_MOST_FOLDERS_WATCHED])
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _made_timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.look)
        return timer


class _Holder:
    """Hold the index of one site on the thread that uses it."""

    def __init__(self, site: Site, open_index: Callable[[Site], PostIndex]) -> None:
        self._site = site
        self._open_index = open_index
        self._index: PostIndex | None = None

    def index(self) -> PostIndex:
        if self._index is None:
            self._index = self._open_index(self._site)
        return self._index

    def close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None


def _ignore(_: object) -> None:
    """Hear an answer after which nothing follows."""
