"""Find the pictures that lie in a folder of a post's own, and where they go with it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.post.file_names import parse, parse_draft
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts
from editor.site.links.sources import raw_text, texts_of
from editor.site.links.whereabouts import Moved, Whereabouts, whereabouts_of
from editor.site.placement import Role, placement_of
from editor.site.publishing.workbench import Workbench
from editor.site.source_files import files_below, has_header


@dataclass(frozen=True, slots=True)
class Carried:
    """Hold a file that goes with its post."""

    path: Path
    to: Path
    moved: Moved


def own_files(bench: Workbench, path: Path, to: Path) -> list[Carried]:
    """Give the files in the folders that bear the post's name, if they are the post's alone.

    A folder such as `assets/2025-11-17-first-snow/` is. One that bears the slug alone is where no
    other text of the site speaks of it. A folder whose new name is taken stays.

    Args:
        bench: the site.
        path: the post.
        to: where it goes.
    """
    names = {path.stem: to.stem, _slug(path): _slug(to)}
    found: list[Carried] = []
    for folder in _folders(bench.site, frozenset(names)):
        target = folder.with_name(names[folder.name])
        if target == folder or target.exists() or any(map(has_header, _files(folder))):
            continue
        if folder.name == path.stem or _is_alone(bench.site, folder, path):
            found += (
                _carried(bench, file, target / file.relative_to(folder)) for file in _files(folder)
            )
    return found


def with_home(bench: Workbench, path: Path, to: Path) -> tuple[Path, list[Carried]]:
    """Say where a post goes that lies in a folder of its own among the posts, and what goes along.

    In `_posts/first-snow/2025-11-17-first-snow.md` the pictures lie beside the post (as for the
    plugin jekyll-postfiles). Where another post lies there too, the folder is not its own.

    Args:
        bench: the site.
        path: the post.
        to: where it would go by itself.
    """
    folder, names = path.parent, {path.stem: to.stem, _slug(path): _slug(to)}
    beside = [file for file in _files(folder) if file != path] if folder.name in names else []
    is_own = beside and bench.role(path) in {Role.POST, Role.DRAFT}
    if not is_own or any(file.suffix == path.suffix for file in beside):
        return to, []
    stays = to.parent == folder or to.parent.name == folder.name
    home = (to.parent.parent if stays else to.parent) / names[folder.name]
    if home == folder or home.exists():
        return to, []
    return home / to.name, [
        _beside(bench, file, home / file.relative_to(folder)) for file in beside
    ]


def _beside(bench: Workbench, path: Path, to: Path) -> Carried:
    old, new = (str(placement_of(each, bench.site).relative) for each in (path, to))
    return Carried(path, to, Moved(Whereabouts(old, ""), Whereabouts(new, "")))


def _slug(path: Path) -> str:
    name = parse(path.name) or parse_draft(path.name)
    return name.slug if name is not None else path.stem


def _folders(site: Site, names: frozenset[str]) -> Iterator[Path]:
    """Find the folders of some names that Jekyll copies from."""
    for where, folders, _ in os.walk(site.source):
        kept = [name for name in folders if name[:1] not in {"_", "."}]
        folders[:] = [name for name in sorted(kept) if Path(where, name) != site.destination]
        yield from (Path(where, name) for name in folders if name in names)


def _files(folder: Path) -> list[Path]:
    return [folder / inner for inner in files_below(folder)]


def _is_alone(site: Site, folder: Path, post: Path) -> bool:
    """Tell whether only the post itself speaks of a folder."""
    relative = folder.relative_to(site.source).as_posix()
    words = f"{relative}/".encode("utf-8", "surrogateescape")
    speaking = [path for path in texts_of(site) if words in _raw(path)]
    return speaking == [post]


def _raw(path: Path) -> bytes:
    try:
        return raw_text(path)
    except OSError:
        return b""


def _carried(bench: Workbench, path: Path, to: Path) -> Carried:
    facts = PostFacts({}, has_front_matter=False)
    old, new = (whereabouts_of(each, facts, bench.site, bench.now) for each in (path, to))
    return Carried(path, to, Moved(old, new))
