"""Hold the documents of one collection in the order that Jekyll gives them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from editor.post.field_values import JekyllTime, Value
from editor.site.documents import SiteDocument
from editor.site.merging import is_true
from editor.site.pages import StaticFile


@dataclass(frozen=True, eq=False)
class SiteCollection:
    """Hold a collection.

    Attributes:
        label: its name in the config.
        metadata: its settings in the config.
        folder: where its documents lie.
        docs: those that show, in Jekyll's order; posts from the oldest to the newest.
        hidden: drafts, posts of the future, and what is not published.
        files: the files in it that have no front matter.
    """

    label: str
    metadata: Mapping[str, Value]
    folder: Path
    docs: Sequence[SiteDocument]
    hidden: Sequence[SiteDocument] = ()
    files: Sequence[StaticFile] = field(default=(), repr=False)

    @property
    def directory(self) -> str:
        """Its folder, as a whole path."""
        return str(self.folder)

    @property
    def relative_directory(self) -> str:
        """The name of its folder: `_posts`."""
        return f"_{self.label}"

    @property
    def output(self) -> bool:
        """Whether its documents become pages; those of `posts` always do."""
        return self.label == "posts" or is_true(self.metadata.get("output"))

    @cached_property
    def places(self) -> Mapping[Path, int]:
        """The place in `docs` of the document with a path."""
        return {document.path: place for place, document in enumerate(self.docs)}

    def place(self, document: SiteDocument) -> int | None:
        """Give the place of a document in `docs`; None for one that is not there."""
        if not _is_by_date(self.metadata):
            return self.places.get(document.path)
        place = bisect_left(self.docs, document.order, key=_order)
        is_there = place < len(self.docs) and self.docs[place].path == document.path
        return place if is_there else None

    def previous(self, document: SiteDocument) -> SiteDocument | None:
        """Give the document before one: the older post; None for the first."""
        place = self.place(document)
        return None if not place else self.docs[place - 1]

    def next(self, document: SiteDocument) -> SiteDocument | None:
        """Give the document after one: the newer post; None for the last."""
        place = self.place(document)
        return None if place is None or place + 1 == len(self.docs) else self.docs[place + 1]

    def with_document(self, document: SiteDocument) -> "SiteCollection":
        """Put one document in the place of the one with its path, and among those that show."""
        docs = list(self.docs)
        hidden = self.hidden
        if document.path in self.places:
            del docs[self.places[document.path]]
        else:
            hidden = [each for each in hidden if each.path != document.path]
        if _is_by_date(self.metadata):
            docs.insert(bisect_left(docs, document.order, key=_order), document)
        else:
            docs = in_order([*docs, document], self.metadata)
        return replace(self, docs=docs, hidden=hidden)


def in_order(
    documents: Sequence[SiteDocument], metadata: Mapping[str, Value]
) -> list[SiteDocument]:
    """Sort documents by date and path, or by what the config wants.

    Jekyll 4.3: `Collection#sort_docs!`.
    """
    ordered = sorted(documents, key=_order)
    listed, key = metadata.get("order"), metadata.get("sort_by")
    if isinstance(listed, list):
        wanted = {str(name): place for place, name in enumerate(listed)}
        first = [each for each in ordered if _inner(each) in wanted]
        rest = [each for each in ordered if _inner(each) not in wanted]
        return sorted(first, key=lambda each: wanted[_inner(each)]) + rest
    if isinstance(key, str):
        return sorted(ordered, key=lambda each: _rank(each.data.get(key)))
    return ordered


def _is_by_date(metadata: Mapping[str, Value]) -> bool:
    return not isinstance(metadata.get("order"), list) and not isinstance(
        metadata.get("sort_by"), str
    )


def _order(document: SiteDocument) -> tuple[float, str]:
    return document.order


def _inner(document: SiteDocument) -> str:
    """Give the path of a document in the folder of its collection."""
    return document.relative_path.partition("/")[2]


def _rank(value: Value | datetime) -> tuple[int, float, str]:
    """Order values of one kind; without a value a document comes last."""
    if isinstance(value, JekyllTime):
        value = value.instant
    if isinstance(value, datetime):
        return 0, value.timestamp(), ""
    if isinstance(value, date):
        return 0, value.toordinal(), ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return 0, value, ""
    return (0, 0, value) if isinstance(value, str) else (1, 0, "")
