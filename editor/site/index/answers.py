"""What an index of a site tells, and what it can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from editor.site.folders import Site
from editor.site.index.query import Query
from editor.site.index.scanning import Sight
from editor.site.post_list import PostSummary


class IndexLost(Exception):
    """Say that the database was damaged while it was in use; the next look makes it anew."""


@dataclass(frozen=True, slots=True)
class News:
    """Say what is other than at the last news.

    Attributes:
        posts: posts that are new or changed, in short.
        gone: files that are no posts any more.
        left: how many files wait to be read.
        total: how many files there are.
        sight: what was seen, where this comes from a look.
    """

    posts: Sequence[PostSummary] = ()
    gone: Sequence[str] = ()
    left: int = 0
    total: int = 0
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Say in which posts the words of a query stand.

    Attributes:
        paths: posts that hold all that was wanted.
        unwanted: posts that hold something that was not.
    """

    paths: tuple[str, ...] = ()
    unwanted: frozenset[str] = frozenset()


class PostIndex(Protocol):
    """Hold the index of one site; every method may raise `IndexLost`."""

    @property
    def site(self) -> Site:
        """The site."""

    def look(self) -> News:
        """Compare the files with what is known of them; what is new then waits to be read."""

    def read_some(self, seconds: float = ...) -> News:
        """Read some of what waits, for about so long."""

    def hits(self, query: Query, *, is_ranked: bool = False) -> Hits:
        """Find the posts that hold the words of a query, and those that hold unwanted ones.

        To put those first that speak of it most takes longer.
        """

    def raw(self, paths: Sequence[str]) -> list[tuple[str, bytes]]:
        """Give the bytes of posts as they were read, in the order of `paths`."""

    def close(self) -> None:
        """Let go of what is held."""
