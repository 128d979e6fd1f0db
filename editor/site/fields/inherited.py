"""Say what a post gets from the site's config without saying so itself, and from where."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from editor.post.field_values import Key, Value
from editor.post.form_plan import Inherited
from editor.site.defaults import front_matter_defaults
from editor.site.folders import Site
from editor.site.merging import named
from editor.site.placement import placement_of

_NAMES: Final = {"posts": "posts", "post": "posts", "pages": "pages", "page": "pages"}


def inherited_values(site: Site, path: Path) -> dict[str, Inherited]:
    """Give the values that `defaults:` in the config gives to a file.

    Args:
        site: the site.
        path: where the file lies or will lie.
    """
    sets = site.config.defaults
    if not sets:
        return {}
    given = _given(site, path, sets)
    sources: dict[str, str] = {}
    for each in sets:
        for key, value in _given(site, path, (each,)).items():
            # Where several sets name a key, the one whose value counts in the end is meant.
            if key not in sources or value == given.get(key):
                sources[key] = _source_words(site, named(each.get("scope")))
    return {key: Inherited(value, sources[key]) for key, value in given.items()}


def _given(site: Site, path: Path, sets: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    placement = placement_of(path, site)
    only: list[Value] = [dict[Key, Value](each.items()) for each in sets]
    config = replace(site.config, settings={**site.config.settings, "defaults": only})
    kind = placement.collection or "pages"
    return front_matter_defaults(config, placement.relative, kind, site.source)


def _source_words(site: Site, scope: Mapping[str, Value]) -> str:
    file = site.config.file.name if site.config.file is not None else "_config.yml"
    kind = _NAMES.get(str(scope.get("type")), str(scope.get("type") or ""))
    path = scope.get("path")
    whose = f"all {kind}" if kind else "all files"
    if isinstance(path, str) and path:
        whose = f"{kind or 'files'} in {path}"
    return f"From {file}, for {whose}"
