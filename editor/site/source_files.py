"""Go through a site once, and tell pages from plain files and find the folders of posts.

Jekyll 4.3: `Reader#read_directories` and `Utils.has_yaml_header?`.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site

_HEADER = re.compile(rb"---\s*\r?\n")
_HEADER_BYTES: Final = 256
_NEVER_PAGES: Final = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".ico", ".pdf", ".zip"}
    | {".woff", ".woff2", ".ttf", ".otf", ".mp4", ".webm", ".mp3", ".ogg"}
)
"""Endings of files that cannot begin with front matter and need not be opened to know it."""


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """Hold what lies in a site, as paths relative to the source with `/` between the parts.

    Attributes:
        folders: the folders that Jekyll visits, the source ("") first.
        pages: files with front matter outside the collections.
        static: files that are copied as they are.
    """

    folders: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    static: list[str] = field(default_factory=list)


def source_files(site: Site) -> SourceFiles:
    """Go through all folders that Jekyll does not pass over; links to folders are not followed."""
    found = SourceFiles()
    waiting = [""]
    while waiting:
        relative = waiting.pop()
        found.folders.append(relative)
        inner: list[str] = []
        for name, is_folder in _entries(site.source / relative):
            path = f"{relative}/{name}" if relative else name
            if why_passed_over(site.config, relative, name, is_folder=is_folder) is not None:
                continue
            if is_folder:
                inner.append(path)
            elif has_header(site.source / path):
                found.pages.append(path)
            else:
                found.static.append(path)
        waiting += [path for path in reversed(inner) if site.source / path != site.destination]
    return found


def has_header(path: Path) -> bool:
    """Tell whether a file begins as one with front matter does; no more of it is looked at."""
    if path.suffix.lower() in _NEVER_PAGES:
        return False
    try:
        with path.open("rb") as stream:
            return _HEADER.match(stream.read(_HEADER_BYTES)) is not None
    except OSError:
        return False


def files_below(folder: Path) -> Iterator[str]:
    """Give the files in a folder and below it, hidden ones too, sorted, relative to it."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        base = Path(where).relative_to(folder).as_posix()
        for name in sorted(names):
            yield name if base == "." else f"{base}/{name}"


def _entries(folder: Path) -> list[tuple[str, bool]]:
    """List a folder, sorted, and tell its folders; links to folders are left out."""
    try:
        with os.scandir(folder) as entries:
            listed = [
                (each.name, each.is_dir())
                for each in entries
                if each.is_file() or each.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []
    return sorted(listed)
