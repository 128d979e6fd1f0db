"""Know a file by every name that a link can call it."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from editor.post.dates import DateProblem
from editor.post.file_names import parse
from editor.post.ruby.text import ruby_text
from editor.site.document_address import document_address
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts, reading_of
from editor.site.pages import SitePage, StaticFile
from editor.site.permalinks import PermalinkProblem
from editor.site.placement import Placement, Role, placement_of


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Say where a file lies and shows.

    Attributes:
        link_path: what the tag `link` calls it.
        url: its address without `baseurl`; empty where it has none.
        post_name: what the tag `post_url` calls it, its folder in front; empty for what is no
            post.
        slug: the slug that Jekyll knows the post by, for old ways to write `post_url`.
        day: the day of the post, for the same.
    """

    link_path: str
    url: str
    post_name: str = ""
    slug: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Say where a file was and where it will be."""

    old: Whereabouts
    new: Whereabouts


def whereabouts_of(path: Path, facts: PostFacts, site: Site, now: datetime) -> Whereabouts:
    """Tell where a file shows and how links call it; it need not exist.

    Args:
        path: where it lies or will lie.
        facts: what it says.
        site: its site.
        now: the moment of the build.
    """
    placement = placement_of(path, site)
    link_path = str(placement.relative)
    if placement.role in {Role.POST, Role.DRAFT, Role.DOCUMENT}:
        return _document(placement, facts, site, now)
    if placement.role is Role.PAGE and facts.has_front_matter:
        return Whereabouts(link_path, SitePage(path, placement.relative, facts, site).url)
    if placement.role is Role.PAGE:
        return Whereabouts(link_path, StaticFile(path, placement.relative, site).url)
    return Whereabouts(link_path, "")


def _document(placement: Placement, facts: PostFacts, site: Site, now: datetime) -> Whereabouts:
    link_path = str(placement.relative)
    try:
        reading = reading_of(placement, facts, site, now)
        url = document_address(placement, reading, site).url
    except (DateProblem, PermalinkProblem):
        return Whereabouts(link_path, "", _post_name(placement))
    slug = ruby_text(reading.slug) if reading.slug is not None else ""
    return Whereabouts(link_path, url, _post_name(placement), slug, reading.when.date())


def _post_name(placement: Placement) -> str:
    """Give the name for `post_url`: the folders above or below `_posts`, date and slug.

    Jekyll 4.3: `Tags::PostComparer#post_url`.
    """
    if placement.role is not Role.POST or parse(placement.relative.name) is None:
        return ""
    above, _, below = posixpath.join("/", str(placement.relative)).partition("/_posts/")
    folders = [part for part in (above.strip("/"), posixpath.dirname(below)) if part]
    return posixpath.join(*folders, placement.relative.stem)


def called(name: str, files: Sequence[Moved], *, only_one: frozenset[str]) -> Moved | None:
    """Find the post that `post_url` calls by a name; None where it is another one.

    Args:
        name: what stands in the tag.
        files: the files that are moved.
        only_one: slugs that one post of the site bears, and no more.
    """
    plain = name.strip().removeprefix("/")
    for file in files:
        if file.old.post_name and plain == file.old.post_name:
            return file
    read = parse(f"{plain.rpartition('/')[2]}.md")
    for file in files:
        is_alike = read is not None and file.old.post_name and read.slug == file.old.slug
        if is_alike and read and read.date == file.old.day and read.slug in only_one:
            return file
    return None
