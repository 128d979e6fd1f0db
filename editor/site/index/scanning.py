"""Look at the files of a site's posts and pages: which there are, and which have changed."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.site.config_file import find_config
from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site
from editor.site.site_walk import visited_folders

Stamp = tuple[int, int]
"""When a file was changed last, in nanoseconds, and its size in bytes."""

UNREADABLE: Final[Stamp] = (-1, -1)
"""Stands for a file that is there and cannot be looked at, such as a link to itself."""

_UNSETTLED_NS: Final = 2_000_000_000
"""A folder changed so lately may change again without another date."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Say what was there at one look.

    Attributes:
        files: the stamp of each file that may be a post, by its whole path.
        folders: the folders in which posts lie.
        unread: the folders that could not be looked into.
        surroundings: what else the site's answers depend on: its config, layouts, data.
        config: the stamp of the config alone.
    """

    files: Mapping[str, Stamp]
    folders: tuple[str, ...]
    unread: tuple[str, ...]
    surroundings: Mapping[str, Stamp]
    config: Stamp | None


@dataclass(slots=True)
class _Finds:
    files: dict[str, Stamp] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


class Scanner:
    """Look at one site again and again; what stayed the same is not looked up anew."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._visited: dict[str, int] = {}
        self._visited_at = 0
        self._homes: tuple[Path, ...] = ()
        self._pages: list[str] = []
        self._endings = (*site.config.markdown_ext, ".html", ".htm")
        self._last: Mapping[str, Stamp] = {}

    def look(self) -> Sight:
        """Look at all posts, drafts, documents and pages; links to folders are not followed.

        Jekyll 4.3: `Reader#get_entries` and `Collection#entries`.
        """
        finds = _Finds()
        for home in self._homes_now():
            base = home.relative_to(self._site.source).as_posix()
            self._walk(str(home), base, "", finds)
        for page in self._pages:
            stamp = _stamp(page)
            if stamp is not None:
                finds.files[page] = stamp
        self._last = finds.files
        around = {path: stamp for path, stamp in self._surroundings() if stamp is not None}
        config = find_config(self._site.root)
        return Sight(
            finds.files,
            tuple(finds.folders),
            tuple(finds.unread),
            around,
            None if config is None else _stamp(str(config)),
        )

    def _homes_now(self) -> tuple[Path, ...]:
        """Find the folders of posts, drafts and collections, once for each change of folders."""
        if not self._visited or any(
            mtime != _changed(folder) or mtime > self._visited_at - _UNSETTLED_NS
            for folder, mtime in self._visited.items()
        ):
            self._visited_at = time.time_ns()
            self._homes = tuple(self._found_homes())
        return self._homes

    def _found_homes(self) -> Iterator[Path]:
        site = self._site
        self._visited, self._pages = {}, []
        collections = f"/{site.config.collections_dir}"
        for folder, relative in visited_folders(site.source, site.config, site.destination):
            self._visited[str(folder)] = _changed(str(folder))
            self._pages += self._pages_in(folder, relative)
            if f"/{relative}".startswith(collections):
                yield from (folder / name for name in ("_posts", "_drafts") if _is(folder / name))
        for label in site.config.collections:
            home = site.collections_path / f"_{label}"
            if label != "posts" and _is(home):
                yield home

    def _pages_in(self, folder: Path, relative: str) -> list[str]:
        """List the files of a folder that may be pages."""
        try:
            with os.scandir(folder) as entries:
                return sorted(
                    entry.path
                    for entry in entries
                    if entry.name.lower().endswith(self._endings)
                    and entry.is_file(follow_symlinks=False)
                    and why_passed_over(self._site.config, relative, entry.name) is None
                )
        except OSError:
            return []

    def _walk(self, folder: str, base: str, prefix: str, finds: _Finds) -> None:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=_name)
        except OSError:
            finds.unread.append(folder)
            return
        finds.folders.append(folder)
        for entry in listed:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                self._walk(entry.path, base, f"{prefix}{entry.name}/", finds)
            elif entry.path in self._last or self._is_read(entry, base, prefix):
                stamp = _stamp_of(entry)
                if stamp is not None:
                    finds.files[entry.path] = stamp

    def _is_read(self, entry: os.DirEntry[str], base: str, prefix: str) -> bool:
        if why_passed_over(self._site.config, base, prefix + entry.name) is not None:
            return False
        return not entry.is_symlink() or self._site.contains(Path(entry.path))

    def _surroundings(self) -> Iterator[tuple[str, Stamp | None]]:
        """Give what the words depend on that posts are written with: layouts and data files."""
        site = self._site
        for folder in (site.layouts_dir, site.data_dir):
            # A folder that the site does not have counts as its source; that is looked at above.
            if folder != site.source:
                yield str(folder), _stamp(str(folder))
                yield from _stamps_in(folder)


def _stamps_in(folder: Path) -> Iterator[tuple[str, Stamp | None]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield entry.path, _stamp_of(entry)
    except OSError:
        return


def _stamp_of(entry: os.DirEntry[str]) -> Stamp | None:
    """Give the stamp of a file; None for what is no file, such as a pipe."""
    try:
        if not entry.is_file():
            # A link that leads nowhere, or to itself, is a post that cannot be read.
            return UNREADABLE if entry.is_symlink() and not entry.is_dir() else None
        status = entry.stat()
    except OSError:
        return UNREADABLE
    return status.st_mtime_ns, status.st_size


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - a Path for each of ten thousand files costs more
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _changed(folder: str) -> int:
    stamp = _stamp(folder)
    return -1 if stamp is None else stamp[0]


def _is(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
