"""Tell which plugins a site uses, and which tags and filters its own ones bring.

Jekyll 4.3: `PluginManager`. Plugins are Ruby and cannot run here; it is enough to know of them.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from editor.post.field_values import Value
from editor.site.folders import Site
from editor.site.post_text import read_whole
from editor.site.themes import Theme

_GEM = re.compile(r"""^\s*gem\s*\(?\s*["']([\w.-]+)["']""", re.MULTILINE | re.ASCII)
_PLUGIN_GEMS = re.compile(
    r"^\s*group\s*\(?\s*:jekyll_plugins\b.*?\bdo\b(.*?)^\s*end\b", re.DOTALL | re.MULTILINE
)
_PLUGIN_GEM = re.compile(
    r"""^\s*gem\s*\(?\s*["']([\w.-]+)["'].*\bgroups?:?\s*(?:=>)?\s*\[?\s*:jekyll_plugins""",
    re.MULTILINE | re.ASCII,
)
_CLASS = re.compile(r"^\s*class\s+(\w+)\s*<\s*([\w:]+)", re.MULTILINE | re.ASCII)
_TAG = re.compile(r"""register_tag\s*\(?\s*(?:["']([\w-]+)["']|:(\w+))\s*,\s*([\w:]+)""", re.ASCII)
_FILTER_MODULE = re.compile(r"register_filter\s*\(?\s*([\w:]+)", re.ASCII)
_METHOD = re.compile(r"^\s*def\s+(\w+[?!]?)", re.MULTILINE | re.ASCII)

_GITHUB_PAGES: Final = (
    "jekyll-avatar",
    "jekyll-coffeescript",
    "jekyll-default-layout",
    "jekyll-feed",
    "jekyll-gist",
    "jekyll-github-metadata",
    "jekyll-include-cache",
    "jekyll-mentions",
    "jekyll-optional-front-matter",
    "jekyll-paginate",
    "jekyll-readme-index",
    "jekyll-redirect-from",
    "jekyll-relative-links",
    "jekyll-remote-theme",
    "jekyll-seo-tag",
    "jekyll-sitemap",
    "jekyll-titles-from-headings",
    "jemoji",
)
"""What the gem `github-pages` brings."""


@dataclass(frozen=True, slots=True)
class Plugins:
    """Hold what is known of a site's plugins.

    Attributes:
        gems: the names of the plugins that are gems.
        tags: the tags of the site's own plugins, each with the file that brings it.
        blocks: those of the tags that have an end.
        filters: the filters of the site's own plugins, each with its file.
    """

    gems: frozenset[str] = frozenset()
    tags: dict[str, str] = field(default_factory=dict)
    blocks: frozenset[str] = frozenset()
    filters: dict[str, str] = field(default_factory=dict)


def plugins_of(site: Site, theme: Theme | None) -> Plugins:
    """Look into the config, the Gemfile, the theme and the folder of plugins."""
    gems = set(_texts(site.config.settings.get("plugins") or site.config.settings.get("gems")))
    gemfile = read_whole(site.root / "Gemfile")
    gems |= set(_PLUGIN_GEM.findall(gemfile))
    for group in _PLUGIN_GEMS.findall(gemfile):
        gems |= set(_GEM.findall(group))
    if theme is not None:
        gems |= {name for name in theme.dependencies if name != "jekyll"}
    if "github-pages" in gems or "github-pages" in _GEM.findall(gemfile):
        gems |= set(_GITHUB_PAGES)
    tags: dict[str, str] = {}
    blocks: set[str] = set()
    filters: dict[str, str] = {}
    for path in _own_files(site):
        text = read_whole(path)
        classes = dict(_CLASS.findall(text))
        for quoted, symbol, name in _TAG.findall(text):
            tag = quoted or symbol
            tags[tag] = path.name
            if classes.get(name.rpartition(":")[2], "").endswith("Block"):
                blocks.add(tag)
        if _FILTER_MODULE.search(text):
            filters |= dict.fromkeys(_METHOD.findall(text), path.name)
    return Plugins(frozenset(gems), tags, frozenset(blocks), filters)


def _texts(value: Value) -> Iterator[str]:
    """Give the texts of a list."""
    yield from (item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _own_files(site: Site) -> list[Path]:
    """List the Ruby files in the site's folder of plugins."""
    name = site.config.settings.get("plugins_dir")
    folder = site.root / (name if isinstance(name, str) else "_plugins")
    found = [
        Path(where, file)
        for where, _, files in os.walk(folder)
        for file in files
        if file.endswith(".rb")
    ]
    return sorted(path for path in found if site.contains(path))
