"""Walk through a site as Jekyll does, and find its folders of posts and the files in them."""

import os
from collections.abc import Iterator
from pathlib import Path

from editor.site.config import SiteConfig
from editor.site.entry_filter import why_passed_over


def folders_named(source: Path, name: str, config: SiteConfig, destination: Path) -> list[Path]:
    """Find every folder of a name such as `_posts` that Jekyll reads, in the order of the walk.

    Jekyll 4.3: `Reader#read_directories` goes through all folders that are not passed over, and
    looks for the name in each; with `collections_dir` only in that folder and below.

    Args:
        source: the folder that Jekyll reads.
        name: the name to look for.
        config: the site's settings.
        destination: the folder of the finished site, which is not read.
    """
    found: list[Path] = []
    for folder, relative in visited_folders(source, config, destination):
        if f"/{relative}".startswith(f"/{config.collections_dir}") and (folder / name).is_dir():
            found.append(folder / name)
    return found


def files_in(folder: Path, source: Path, config: SiteConfig) -> Iterator[Path]:
    """Give the files in a folder of posts that Jekyll does not pass over, sorted by path.

    Jekyll 4.3: `Reader#get_entries`. Hidden folders and links to folders are not entered.

    Args:
        folder: a folder such as `_posts`, in the source.
        source: the folder that Jekyll reads.
        config: the site's settings.
    """
    base = folder.relative_to(source).as_posix()
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        inner = Path(where).relative_to(folder).as_posix()
        prefix = "" if inner == "." else f"{inner}/"
        for name in sorted(names):
            path = Path(where, name)
            hidden = name.startswith(".") or _leads_out(path, source)
            if not hidden and why_passed_over(config, base, prefix + name) is None:
                yield path


def _leads_out(path: Path, source: Path) -> bool:
    """Tell whether a file is a link to somewhere outside; such files are not read."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(
        os.path.realpath(source)
    )


def visited_folders(
    source: Path, config: SiteConfig, destination: Path
) -> Iterator[tuple[Path, str]]:
    """Give the source and the folders below it that Jekyll visits, each with its path from there.

    Links to folders are not followed.
    """
    waiting = [(source, "")]
    while waiting:
        folder, relative = waiting.pop()
        yield folder, relative
        for name in reversed(_folder_names(folder)):
            inner = folder / name
            passed_over = why_passed_over(config, relative, name, is_folder=True) is not None
            if not passed_over and inner != destination:
                waiting.append((inner, f"{relative}/{name}" if relative else name))


def _folder_names(folder: Path) -> list[str]:
    """List the folders in a folder, sorted; one that cannot be read has none."""
    try:
        with os.scandir(folder) as entries:
            return sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return []
