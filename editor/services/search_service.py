"""Search the texts of a site's posts behind the window; what was asked last is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from editor.services.index_service import IndexService
from editor.services.site_service import SiteService
from editor.site.index.answers import Hits, PostIndex
from editor.site.index.finding import WORDS, BadPattern, FoundPost, TextFinder, Wanted
from editor.site.index.finding_words import WordFinder
from editor.site.index.query import Query, read_query
from editor.site.index.shelf import Shelf

_POSTS_AT_ONCE: Final = 250
_MOST_LINES: Final = 5_000


@dataclass(frozen=True, slots=True)
class SearchEnd:
    """Say what a search came to.

    Attributes:
        posts: in how many posts something was found.
        places: how many finds there are.
        passed_over: posts on which the pattern took too long.
        is_cut: whether there may be more than is told.
        problem: a sentence where nothing could be searched; empty for none.
    """

    posts: int = 0
    places: int = 0
    passed_over: tuple[Path, ...] = ()
    is_cut: bool = False
    problem: str = ""


class SearchService(QObject):
    """Search one site.

    `begun` comes before the first finds, `found` brings some `FoundPost`s, `ended` a `SearchEnd`.
    """

    begun = Signal()
    found = Signal(object)
    ended = Signal(object)

    def __init__(
        self, index: IndexService, sites: SiteService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._index = index
        self._sites = sites
        self._shelf = Shelf()
        self._shelved: object = None
        self._number = 0
        self._places = self._posts = self._lines = 0

    def search(self, wanted: Wanted) -> None:
        """Look for something, in the place of what was looked for before."""
        self.cancel()
        self._places = self._posts = self._lines = 0
        self.begun.emit()
        site = self._sites.site
        if site is None or not wanted.text.strip():
            self.ended.emit(SearchEnd())
            return
        encoding = site.config.encoding
        self._put_posts()
        if wanted.mode == WORDS:
            self._search_words(read_query(wanted.text), encoding)
            return
        try:
            finder = TextFinder(wanted, encoding)
        except BadPattern as problem:
            self.ended.emit(SearchEnd(problem=str(problem)))
            return
        self._go_on(finder, [each.key for each in self._shelf.matching(Query(), Hits())])

    def cancel(self) -> None:
        """Drop what is being looked for."""
        self._number += 1

    def _put_posts(self) -> None:
        contents = self._sites.contents
        if contents is not None and contents.posts is not self._shelved:
            self._shelved = contents.posts
            self._shelf.put(contents.posts)

    def _search_words(self, query: Query, encoding: str) -> None:
        number = self._number

        def answered(hits: Hits) -> None:
            if number == self._number:
                self._go_on(WordFinder(query, encoding), self._ranked(query, hits))

        self._index.ask(lambda posts: posts.hits(query, is_ranked=True), answered)

    def _ranked(self, query: Query, hits: Hits) -> list[str]:
        """Order posts: those named so first, then those that speak of it most."""
        ranks = {key: rank for rank, key in enumerate(hits.paths)}
        wanted = [part.text for part in query.wanted]
        last = len(ranks)
        found = self._shelf.matching(query, hits)
        found.sort(
            key=lambda each: (
                not (wanted and all(text in each.title for text in wanted)),
                ranks.get(each.key, last),
            )
        )
        return [each.key for each in found]

    def _go_on(self, finder: TextFinder | WordFinder, waiting: Sequence[str]) -> None:
        number, some, rest = self._number, waiting[:_POSTS_AT_ONCE], waiting[_POSTS_AT_ONCE:]

        def work(posts: PostIndex) -> list[FoundPost]:
            found = (finder.find(Path(key), raw) for key, raw in posts.raw(some))
            return [post for post in found if post is not None]

        def answered(posts: list[FoundPost]) -> None:
            if number != self._number:
                return
            self._count(posts)
            if posts:
                self.found.emit(posts)
            is_cut = self._lines > _MOST_LINES
            if rest and not is_cut:
                self._go_on(finder, rest)
            else:
                self.ended.emit(self._end(finder, is_cut=is_cut and bool(rest)))

        self._index.ask(work, answered)

    def _count(self, posts: Sequence[FoundPost]) -> None:
        self._posts += len(posts)
        self._places += sum(post.count for post in posts)
        self._lines += sum(len(post.lines) for post in posts)

    def _end(self, finder: TextFinder | WordFinder, *, is_cut: bool) -> SearchEnd:
        passed = tuple(finder.passed_over) if isinstance(finder, TextFinder) else ()
        return SearchEnd(self._posts, self._places, passed, is_cut)
