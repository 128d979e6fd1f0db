"""Hold the posts of a site in an order, and find those that somebody asks for, at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Final

from editor.post.calendar_names import MONTHS
from editor.site.index.answers import Hits
from editor.site.index.folding import folded
from editor.site.index.query import Part, Query
from editor.site.post_list import PostSummary

ORDERS: Final[Mapping[str, str]] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "title": "Title",
    "changed": "Last changed",
}
"""The orders by name, in words."""


class Shelved:
    """Hold one post with what it is looked for by, folded once."""

    def __init__(self, post: PostSummary) -> None:
        self.post = post
        self.key = str(post.path)
        self.section = post.kind if post.kind != "document" else f"_{post.collection}"
        self.title = folded(post.title)
        words = (post.title, *post.tags, *post.categories, *post.authors, post.path.stem)
        self.words = folded("\n".join((*words, str(post.day or ""))))

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """What each field holds, folded, a value a line."""
        post = self.post
        fields = {
            "title": (post.title,),
            "tag": post.tags,
            "author": post.authors,
            "category": post.categories,
        }
        return {name: folded("\n".join(("", *values, ""))) for name, values in fields.items()}

    def day(self, order: str) -> date | None:
        """Give the day that an order is about."""
        if order == "changed":
            return datetime.fromtimestamp(self.post.modified, UTC).date()
        return self.post.day

    def rank(self, order: str) -> tuple[float | str, ...]:
        """Give what an order compares; what has no day comes last."""
        post = self.post
        if order == "title":
            return self.title, self.key
        if order == "changed":
            return -post.modified, self.key
        day = post.day.toordinal() if post.day is not None else 0
        sign = 1 if order == "oldest" else -1
        return (post.day is None, sign * day, sign * (post.moment or 0), post.path.name)


class Shelf:
    """Hold posts in an order; what was folded once is kept from one set of posts to the next."""

    def __init__(self) -> None:
        self._shelved: dict[str, Shelved] = {}
        self._ordered: list[Shelved] = []
        self.order = "newest"

    def put(self, posts: Iterable[PostSummary]) -> None:
        """Hold other posts, most of which may be the same."""
        before = self._shelved
        self._shelved = {}
        for post in posts:
            key = str(post.path)
            known = before.get(key)
            self._shelved[key] = known if known and known.post is post else Shelved(post)
        self.sort(self.order)

    def sort(self, order: str) -> None:
        """Put the posts in another order, one of `ORDERS`."""
        self.order = order
        self._ordered = sorted(self._shelved.values(), key=lambda each: each.rank(order))

    def section_of(self, key: str) -> str | None:
        """Give the section of the post in a file; None for one that is not there."""
        shelved = self._shelved.get(key)
        return shelved.section if shelved is not None else None

    def found(self, query: Query, hits: Hits) -> dict[str, list[Shelved]]:
        """Give what a query asks for, in order, by section.

        Args:
            query: what was typed; all posts where nothing was.
            hits: the posts whose text holds the words, as far as that is known yet.
        """
        sections: dict[str, list[Shelved]] = {}
        for each in self.matching(query, hits):
            sections.setdefault(each.section, []).append(each)
        return sections

    def matching(self, query: Query, hits: Hits) -> list[Shelved]:
        """Give what a query asks for, in order; everything for an empty one."""
        if not query:
            return list(self._ordered)
        found = self._ordered
        in_text = frozenset(hits.paths)
        wanted = [part.text for part in query.wanted]
        if wanted:
            first, *rest = wanted
            named = [each for each in found if first in each.words]
            named = [each for each in named if all(text in each.words for text in rest)]
            found = _either(found, named, in_text) if in_text else named
        for text in (part.text for part in query.unwanted):
            found = [each for each in found if text not in each.words]
        if hits.unwanted:
            found = [each for each in found if each.key not in hits.unwanted]
        for part in query.in_fields:
            found = _in_field(found, part)
        return found


def _either(
    ordered: Sequence[Shelved], named: Sequence[Shelved], in_text: frozenset[str]
) -> list[Shelved]:
    """Give what is named so or holds the words in its text, in order."""
    keys = in_text.union(each.key for each in named)
    return [each for each in ordered if each.key in keys]


def _in_field(shelved: Sequence[Shelved], part: Part) -> list[Shelved]:
    """Give what holds in a field what is asked of it; in quotes, all of what is asked."""
    name = part.field
    asked = f"\n{part.text}\n" if part.is_phrase and name != "title" else part.text
    if part.is_excluded:
        return [each for each in shelved if asked not in each.fields[name]]
    return [each for each in shelved if asked in each.fields[name]]


def month_of(day: date | None) -> str:
    """Give the heading that a day stands under."""
    return "No date" if day is None else f"{MONTHS[day.month - 1]} {day.year}"


def rows_of(shelved: Sequence[Shelved], order: str, *, by_month: bool) -> list[str | PostSummary]:
    """Give posts as rows, with a heading before each month where that is wanted."""
    # What has a day comes first: where the first has none, no other has.
    is_dated = bool(shelved) and shelved[0].day(order) is not None
    if not by_month or order == "title" or not is_dated:
        return [each.post for each in shelved]
    rows: list[str | PostSummary] = []
    last: tuple[int, int] | None = (0, 0)
    for each in shelved:
        day = each.day(order)
        month = (day.year, day.month) if day is not None else None
        if month != last:
            last = month
            rows.append(month_of(day))
        rows.append(each.post)
    return rows
