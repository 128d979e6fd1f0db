"""Know every post of one site: filled piece by piece, kept between starts, searched at once."""

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from editor import __version__
from editor.site.folders import Site
from editor.site.index.answers import Hits, IndexLost, News
from editor.site.index.query import Query
from editor.site.index.reading import read_row
from editor.site.index.scanning import Scanner, Sight, Stamp
from editor.site.index.store import Row, Store, open_store, remove_store
from editor.site.leftovers import sweep_leftovers
from editor.site.post_list import PostSummary

_VERSION: Final = 1
_PIECE_SECONDS: Final = 0.2
_TICK_NS: Final = 50_000_000
_UNSETTLED: Final[Stamp] = (-2, -2)

Result = TypeVar("Result")


class SiteIndex:
    """Hold the index of one site; for one thread at a time."""

    def __init__(self, site: Site, folder: Path | None) -> None:
        """Begin with nothing read.

        Args:
            site: the site.
            folder: where the index is kept; None for nowhere.
        """
        self.site = site
        self._file = _file_in(folder, site)
        self._store: Store | None = None
        self._scanner = Scanner(site)
        self._stamps: dict[str, Stamp] = {}
        self._waiting: list[str] = []
        self._sight: Sight | None = None

    def look(self) -> News:
        """Compare the files with what is known of them; what is new then waits to be read.

        The first look opens the database and gives all that is known.

        Raises:
            IndexLost: what was told before holds no more.
        """
        known: list[PostSummary] = []
        if self._store is None:
            sweep_leftovers(self.site.root)
            known = self._opened()
        sight = self._scanner.look()
        self._sight = sight
        gone = [path for path in self._stamps if path not in sight.files]
        if gone:
            self._asked(lambda store: store.drop(gone), None)
        for path in gone:
            del self._stamps[path]
        self._waiting = sorted(
            (path for path, stamp in sight.files.items() if self._stamps.get(path) != stamp),
            key=os.path.basename,
        )
        # Newest last: what a person looks at first is read first, from the end of this list.
        return News(
            [post for post in known if str(post.path) in self._stamps],
            gone,
            len(self._waiting),
            len(sight.files),
            sight,
        )

    def read_some(self, seconds: float = _PIECE_SECONDS) -> News:
        """Read some of what waits, for about so long.

        Raises:
            IndexLost: what was told before holds no more.
        """
        sight = self._sight
        if sight is None:
            return News()
        rows = self._read(sight, seconds)
        self._asked(lambda store: store.put(rows, self._stamps), None)
        now = time.time_ns()
        for row in rows:
            # What was written a moment ago may be written again under the same date.
            is_settled = row.stamp[0] < now - _TICK_NS
            self._stamps[row.path] = row.stamp if is_settled else _UNSETTLED
        return News(
            [row.summary for row in rows if row.summary is not None],
            [row.path for row in rows if row.summary is None],
            len(self._waiting),
            len(sight.files),
        )

    def hits(self, query: Query, *, is_ranked: bool = False) -> Hits:
        """Find the posts that hold the words of a query, and those that hold unwanted ones.

        To put those first that speak of it most takes longer.

        Raises:
            IndexLost: what was told before holds no more.
        """
        return self._asked(lambda store: _hits(store, query, is_ranked=is_ranked), Hits())

    def raw(self, paths: Sequence[str]) -> list[tuple[str, bytes]]:
        """Give the bytes of posts as they were read, in the order of `paths`.

        Raises:
            IndexLost: what was told before holds no more.
        """
        return self._asked(lambda store: list(store.raw(paths)), [])

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> list[PostSummary]:
        """Open the database and give all that it knows."""
        self._store = open_store(self._file, _mark_of(self.site))
        self._stamps = self._asked(Store.stamps, {})
        now = time.time()
        known: list[PostSummary] = self._asked(lambda store: list(store.summaries()), [])
        return [post.at(now) for post in known]

    def _read(self, sight: Sight, seconds: float) -> list[Row]:
        rows: list[Row] = []
        now, end = datetime.now(UTC), time.monotonic() + seconds
        while self._waiting and time.monotonic() < end:
            path = self._waiting.pop()
            rows.append(read_row(path, sight.files[path], self.site, now))
        return rows

    def _asked(self, work: Callable[[Store], Result], nothing: Result) -> Result:
        """Do some work with the database, and begin anew without it where it is damaged."""
        if self._store is None:
            return nothing
        try:
            return work(self._store)
        except sqlite3.DatabaseError as error:
            self.close()
            if self._file is not None:
                remove_store(self._file)
            # What went wrong once goes on in memory, where no disk can damage it.
            self._file, self._stamps = None, {}
            raise IndexLost from error


def _hits(store: Store, query: Query, *, is_ranked: bool) -> Hits:
    paths = store.matching(query.wanted, is_ranked=is_ranked) if query.wanted else []
    return Hits(tuple(paths), store.holding_any(query.unwanted))


def _file_in(folder: Path | None, site: Site) -> Path | None:
    if folder is None:
        return None
    name = hashlib.sha256(os.fsencode(site.root)).hexdigest()[:32]
    return folder / f"{name}.sqlite"


def _mark_of(site: Site) -> str:
    """Give what the rows depend on beside their files: the program, the site and its config."""
    config = f"{site.config.settings!r}{site.config.zone!r}"
    digest = hashlib.sha256(config.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{__version__} {_VERSION} {os.fsencode(site.root)!r} {digest}"
