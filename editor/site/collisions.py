"""Find the files of a site that would be written to one and the same place."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from editor.site.folders import Site
from editor.site.permalinks import Address, destination
from editor.site.post_head import read_head
from editor.site.post_list import PostSummary
from editor.site.source_files import source_files
from editor.site.visibility import verdict_of


def pages_by_file(site: Site, now: datetime) -> dict[str, Path]:
    """Give the pages of a site that are no posts by the file that each is written to.

    A file that is copied as it is counts too.
    """
    files = source_files(site)
    found = {name: site.source / name for name in files.static}
    for name in files.pages:
        path = site.source / name
        try:
            verdict = verdict_of(path, read_head(path), site, now)
        except OSError:
            continue
        if verdict.address is not None and verdict.shows:
            found[verdict.address.file] = path
    return found


def other_at(
    address: Address, path: Path, posts: Iterable[PostSummary], pages: Mapping[str, Path]
) -> Path | None:
    """Find another file that would be written where a post is; None where there is none.

    Capitals do not count: on many servers and disks they do not either.

    Args:
        address: where the post shows.
        path: the post.
        posts: the posts of its site.
        pages: the other pages, as `pages_by_file` gives them.
    """
    wanted = address.file.casefold()
    for post in posts:
        shows = post.kind in {"post", "document"} and not post.is_hidden and post.url
        if shows and post.path != path and _file_of(post.url).casefold() == wanted:
            return post.path
    at = {file.casefold(): page for file, page in pages.items()}.get(wanted)
    return at if at != path else None


def _file_of(url: str) -> str:
    return destination(url, ".html")
