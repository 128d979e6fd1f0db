"""Write a post in short as text for the index, and read it back."""

import json
from datetime import date
from pathlib import Path

from editor.site.post_list import PostSummary


def to_text(summary: PostSummary) -> str:
    """Give everything but the path as JSON; bytes that are no UTF-8 survive in it."""
    return json.dumps(
        [
            summary.title,
            summary.day.toordinal() if summary.day is not None else 0,
            summary.categories,
            summary.kind,
            summary.problem,
            summary.url,
            summary.collection,
            summary.tags,
            summary.authors,
            summary.layout,
            summary.is_hidden,
            summary.moment,
            summary.modified,
        ],
        separators=(",", ":"),
    )


def from_text(path: str, text: str) -> PostSummary:
    """Read what `to_text` wrote.

    Raises:
        ValueError: it was not written by it.
    """
    (
        title,
        day,
        categories,
        kind,
        problem,
        url,
        collection,
        tags,
        authors,
        layout,
        is_hidden,
        moment,
        modified,
    ) = json.loads(text)
    return PostSummary(
        path=Path(path),
        title=title,
        day=date.fromordinal(day) if day else None,
        categories=tuple(categories),
        kind=kind,
        problem=problem,
        url=url,
        collection=collection,
        tags=tuple(tags),
        authors=tuple(authors),
        layout=layout,
        is_hidden=is_hidden,
        moment=moment,
        modified=modified,
    )
