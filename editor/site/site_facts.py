"""Read what a site offers its posts: the layouts and authors that it has."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from editor.post.field_values import Value
from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site
from editor.site.merging import named
from editor.site.yaml_file import UnreadableFile, read_yaml

_AUTHOR_FILES: Final = ("authors.yml", "authors.yaml", "authors.json", "author.yml")
_NAMES: Final = ("name", "display_name", "title")

_LAYOUTS_OF_THEMES: Final = {"minima": ("default", "home", "page", "post")}
"""A theme lies in a Ruby gem that may not be on this machine; `jekyll new` comes with minima."""


@dataclass(frozen=True, slots=True)
class Author:
    """Hold an author as a post names them (`key`) and as people do (`name`)."""

    key: str
    name: str


def layouts(site: Site) -> tuple[str, ...]:
    """List the layouts that a post can name, sorted.

    Jekyll 4.3: `LayoutReader`. A layout is named by its path without its last ending.
    """
    names = set(_layout_names(site))
    theme = site.config.settings.get("theme")
    if isinstance(theme, str):
        names |= set(_LAYOUTS_OF_THEMES.get(theme, ()))
    return tuple(sorted(names))


def _layout_names(site: Site) -> Iterator[str]:
    """Give the names of the site's own layouts."""
    base = site.layouts_dir
    for where, folders, files in os.walk(base):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inner = os.path.relpath(where, base).replace(os.sep, "/")
        prefix = "" if inner == "." else f"{inner}/"
        for file in files:
            stem, dot, _ = file.rpartition(".")
            if dot and stem and why_passed_over(site.config, "", prefix + file) is None:
                yield prefix + stem


def authors(site: Site, file: str = "") -> tuple[Author, ...]:
    """List the authors in the site's data, in the file's order; a broken file has none.

    A mapping names each author by a key; a list, by the name itself.

    Args:
        site: the site.
        file: the file that the site keeps them in; "" for where most sites do.
    """
    path = _authors_file(site, file)
    try:
        return tuple(_authors(read_yaml(path))) if path is not None else ()
    except UnreadableFile:
        return ()


def authors_problem(site: Site, file: str = "") -> str:
    """Say why the authors in the site's data cannot be read, "" where they can."""
    path = _authors_file(site, file)
    if path is None:
        return f"There is no file “{file}” in this site." if file else ""
    try:
        read_yaml(path)
    except UnreadableFile as error:
        return str(error)
    return ""


def _authors_file(site: Site, file: str) -> Path | None:
    usual = [site.data_dir / name for name in _AUTHOR_FILES]
    paths = [site.root / file] if file else usual
    return next((path for path in paths if path.is_file() and site.contains(path)), None)


def _authors(found: Value) -> Iterator[Author]:
    """Read authors from a mapping of them or a list."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield Author(str(key), _name_of(value) or str(key))
    elif isinstance(found, list):
        for entry in found:
            name = _name_of(entry)
            if name:
                yield Author(name, name)


def _name_of(value: Value) -> str:
    """Read the name of an author from its entry."""
    if isinstance(value, str):
        return value
    fields = named(value)
    return next((str(fields[key]) for key in _NAMES if isinstance(fields.get(key), str)), "")
