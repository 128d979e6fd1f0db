"""Work out what the site's config gives to a post that does not say so itself.

Jekyll 4.3: `FrontmatterDefaults`.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from editor.post.field_values import Value
from editor.site.config import SiteConfig
from editor.site.merging import laid_over, named

_OLD_NAMES = {"page": "pages", "post": "posts", "draft": "drafts"}


def front_matter_defaults(
    config: SiteConfig, relative: PurePosixPath, kind: str, source: Path
) -> dict[str, Value]:
    """Lay all sets that fit a file over each other, the most special one on top.

    Args:
        config: the site's settings.
        relative: the file's path relative to the folder of the collections.
        kind: "posts" (drafts too), "pages", or the name of a collection.
        source: the folder that Jekyll reads; patterns with `*` are looked up on the disk.
    """
    merged: dict[str, Value] = {}
    top: dict[str, Value] | None = None
    for each in config.defaults:
        values = each.get("values")
        scope = named(each.get("scope"))
        if not isinstance(values, dict) or not _fits(scope, str(relative), kind, config, source):
            continue
        if top is None or _wins(scope, top):
            merged = laid_over(merged, named(values))
            top = scope
        else:
            merged = laid_over(named(values), merged)
    return merged


def _fits(
    scope: Mapping[str, Value], path: str, kind: str, config: SiteConfig, source: Path
) -> bool:
    """Tell whether a set concerns a file."""
    if "type" in scope:
        wanted = str(scope["type"])
        if _OLD_NAMES.get(wanted, wanted) != kind:
            return False
    pattern = scope.get("path")
    if not isinstance(pattern, str) or not pattern:
        return True
    home = f"{config.collections_dir}/" if config.collections_dir else ""
    if "*" not in pattern:
        return path.startswith(pattern.removeprefix(home))
    return any(
        path.startswith(found.relative_to(source).as_posix().removeprefix(home))
        for found in _globbed(source, pattern)
    )


def _globbed(source: Path, pattern: str) -> list[Path]:
    """Find the files that a pattern names; one that leads out of the site names none."""
    if pattern.startswith("/") or ".." in PurePosixPath(pattern).parts:
        return []
    try:
        return [path for path in source.glob(pattern) if not path.name.startswith(".")]
    except (ValueError, NotImplementedError, OSError):
        return []


def _wins(scope: Mapping[str, Value], top: Mapping[str, Value]) -> bool:
    """Tell whether a set lies above another: by a longer path, or a kind, or by standing later."""
    length, below = len(_plain_path(scope)), len(_plain_path(top))
    if length != below:
        return length > below
    return "type" in scope or "type" not in top


def _plain_path(scope: Mapping[str, Value]) -> str:
    """Give the path of a set without the slash in front."""
    path = scope.get("path")
    if not isinstance(path, str):
        return ""
    return path.removeprefix("/").removesuffix("/") if path.startswith("/") else path
