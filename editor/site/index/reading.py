"""Read one file for the index; whatever is wrong with it becomes a sentence in its entry."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.post.errors import DatelineError
from editor.site.folders import Site
from editor.site.index.scanning import Stamp
from editor.site.index.store import Row
from editor.site.jekyll_reading import PostFacts
from editor.site.post_file import LARGEST_POST
from editor.site.post_head import facts_of
from editor.site.post_list import PostSummary, may_be_post, summary_of

_LONGEST_REASON: Final = 200


def read_row(path: str, stamp: Stamp, site: Site, now: datetime) -> Row:
    """Read a file as it is now.

    Args:
        path: the file.
        stamp: its stamp when it was looked at, which the row is kept under.
        site: its site.
        now: the moment at which the site would be built.
    """
    file = Path(path)
    if not may_be_post(file, site):
        return Row(path, stamp, None, b"")
    raw, trouble = _read(path, stamp)
    try:
        facts = PostFacts({}, problem=trouble) if trouble else facts_of(raw)
        facts = replace(facts, modified=_moment(stamp))
        summary = summary_of(file, facts, site, now)
    except Exception as error:  # noqa: BLE001 - one post that nobody foresaw hides no other
        summary = _unforeseen(file, error)
    if summary is not None and trouble:
        summary = replace(summary, problem=f"This file is in the list, but {trouble}")
    return Row(path, stamp, summary, raw)


def _read(path: str, stamp: Stamp) -> tuple[bytes, str]:
    """Give the bytes of a file, and what is wrong with it as the end of a sentence."""
    if stamp[1] > LARGEST_POST:
        return b"", "it is larger than 64 MB."
    try:
        # As plain as can be: this is done for each of ten thousand files.
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
            return stream.readall(), ""
    except OSError as error:
        reason = (error.strerror or "the disk gives no reason").lower()
        return b"", f"it cannot be read: {reason}."


def _moment(stamp: Stamp) -> datetime:
    try:
        return datetime.fromtimestamp(max(stamp[0], 0) / 1e9, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _unforeseen(path: Path, error: Exception) -> PostSummary:
    reason = str(error) if isinstance(error, DatelineError) else type(error).__name__
    return PostSummary(
        path=path,
        title=path.stem,
        day=None,
        categories=(),
        kind="draft" if "_drafts" in path.parts else "post",
        problem=f"This post could not be understood: {reason[:_LONGEST_REASON]}",
    )
