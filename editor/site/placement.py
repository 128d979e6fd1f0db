"""Tell what a file is to Jekyll by where it lies: post, draft, page, document of a collection."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath

from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site


class Role(Enum):
    """Say what Jekyll makes of a file."""

    POST = "post"
    DRAFT = "draft"
    DOCUMENT = "document"
    PAGE = "page"
    OTHER = "other"
    """Not a page by itself: a layout, an include, a data file, or outside the source."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Say where a file stands in its site.

    Attributes:
        role: what Jekyll makes of it.
        collection: name of its collection ("posts" for posts and drafts); "" for pages.
        relative: its path relative to the folder of the collections (Jekyll 4.3:
            `Document#relative_path`), or to the source for a page.
        passed_over: a sentence when Jekyll never reads the file because of where it lies.
    """

    role: Role
    collection: str = ""
    relative: PurePosixPath = field(default_factory=PurePosixPath)
    passed_over: str | None = None


def placement_of(path: Path, site: Site) -> Placement:
    """Find out what a file is, from its path alone; it need not exist."""
    relative = site.relative(path)
    if relative is None or not relative.parts:
        return Placement(Role.OTHER)
    parts = relative.parts
    for folder, role in (("_posts", Role.POST), ("_drafts", Role.DRAFT)):
        if folder in parts[:-1]:
            return _post(relative, parts.index(folder), role, site)
    document = _document(relative, site)
    if document is not None:
        return document
    if parts[0].startswith("_") and parts[0] not in site.config.include:
        return Placement(Role.OTHER, relative=relative)
    return Placement(Role.PAGE, relative=relative, passed_over=_unvisited(parts, site))


def _document(relative: PurePosixPath, site: Site) -> Placement | None:
    """Place a file in the folder of a collection; None for one that lies elsewhere."""
    home = site.config.collections_dir
    if home and not relative.is_relative_to(home):
        return None
    below = _below_collections(relative, site)
    first, *inside = below.parts or ("",)
    label = first.removeprefix("_")
    if not inside or first == label or label not in site.config.collections:
        return None
    reason = why_passed_over(site.config, first, "/".join(inside))
    return Placement(Role.DOCUMENT, label, below, reason)


def _post(relative: PurePosixPath, at: int, role: Role, site: Site) -> Placement:
    """Place a file below a folder `_posts` or `_drafts`, which stands at that part of its path."""
    parts = relative.parts
    above, inside = "/".join(parts[:at]), parts[at + 1 :]
    reason = _unvisited(parts[:at], site, are_folders=True)
    home = site.config.collections_dir
    if reason is None and not f"/{above}".startswith(f"/{home}"):
        reason = f"This site keeps its posts in “{home}”, so Jekyll does not look here."
    if reason is None:
        reason = why_passed_over(site.config, "/".join(parts[: at + 1]), "/".join(inside))
    hidden = next((part for part in inside if part.startswith(".")), None)
    if reason is None and hidden is not None:
        reason = f"Jekyll passes over “{hidden}”, because its name begins with a dot."
    return Placement(role, "posts", _below_collections(relative, site), reason)


def _unvisited(parts: tuple[str, ...], site: Site, *, are_folders: bool = False) -> str | None:
    """Say why Jekyll never comes to a file or folder; None where it does."""
    for count, part in enumerate(parts, start=1):
        is_folder = are_folders or count < len(parts)
        above = "/".join(parts[: count - 1])
        reason = why_passed_over(site.config, above, part, is_folder=is_folder)
        if reason is not None:
            return reason
        if is_folder and site.source.joinpath(*parts[:count]) == site.destination:
            return f"“{part}” is the folder that Jekyll writes the finished site to."
    return None


def _below_collections(relative: PurePosixPath, site: Site) -> PurePosixPath:
    """Give a path relative to the folder of the collections, where it lies in there."""
    home = site.config.collections_dir
    return relative.relative_to(home) if home and relative.is_relative_to(home) else relative
