"""Tell which files and folders of a site Jekyll reads at all.

Jekyll 4.3: `EntryFilter`. Names that begin with `_`, `.`, `#` or `~`, names that end with `~` or
a dot, and what the config excludes are passed over; what the config includes is not.
"""

import fnmatch
import re
from collections.abc import Iterable
from functools import lru_cache

from editor.site.config import SiteConfig
from editor.site.shown_names import visible

_SPECIAL = ("_", ".", "#", "~")


def why_passed_over(
    config: SiteConfig, folder: str, entry: str, *, is_folder: bool = False
) -> str | None:
    """Say why Jekyll passes over a file or folder; None where it reads it.

    Args:
        config: the site's settings.
        folder: the folder that Jekyll is reading, relative to the source, "" for the source.
        entry: the file or folder, relative to that folder, with `/` between its parts.
        is_folder: whether the entry is a folder.
    """
    name = entry.rpartition("/")[2]
    if entry.endswith("."):
        return f"Jekyll passes over “{visible(name)}”, because its name ends with a dot."
    is_included = any(
        _matching(config.include, each, is_folder=is_folder) is not None for each in (entry, name)
    )
    if is_included:
        return None
    path = f"{folder}/{entry}" if folder else entry
    pattern = _matching(config.exclude, path, is_folder=is_folder)
    if pattern is not None and pattern not in config.include:
        return f"The site's config leaves “{visible(path)}” out (exclude: {visible(pattern)})."
    for part in (entry, name):
        if part.startswith(_SPECIAL):
            shown = visible(part.partition("/")[0])
            return f"Jekyll passes over “{shown}”, because its name begins with “{shown[0]}”."
    if entry.endswith("~"):
        return f"Jekyll takes “{visible(name)}” for a backup copy and passes over it."
    return None


def _matching(patterns: Iterable[str], path: str, *, is_folder: bool) -> str | None:
    """Find the first pattern that a path matches or begins with: `a` fits `a/x` and `ab`."""
    for pattern in patterns:
        start, glob = _read(pattern)
        if path.startswith(start) or glob.match(path) or (is_folder and start == f"{path}/"):
            return pattern
    return None


@lru_cache(maxsize=1000)
def _read(pattern: str) -> tuple[str, re.Pattern[str]]:
    """Read a pattern as the beginning of a path and as a glob, whose `*` crosses slashes too."""
    start = re.sub("/+", "/", pattern).removeprefix("/")
    return start, re.compile(fnmatch.translate(start.replace("[^", "[!")))
