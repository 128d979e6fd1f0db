"""Render Liquid with the tags that a site's plugins bring, or with stubs of them."""

from collections.abc import Mapping
from typing import Final

from editor.render.liquid.filters.all_filters import all_filters
from editor.render.liquid.parser import TagReader
from editor.render.liquid.render import LiquidRenderer
from editor.render.liquid.tags.all_tags import all_tags
from editor.render.liquid.tags.include import include_reader
from editor.render.liquid.templates import Templates
from editor.render.pages.plugin_tags import tag_reader
from editor.render.pages.plugins.seo import write_seo
from editor.render.pages.plugins.small_tags import write_avatar, write_feed_meta, write_gist
from editor.render.pages.stub_tags import StubLog, TagsOfUnknownPlugins, stub_filter, stub_reader
from editor.site.plugins import Plugins

_TAGS: Final[Mapping[str, Mapping[str, TagReader]]] = {
    "jekyll-seo-tag": {"seo": tag_reader(write_seo)},
    "jekyll-feed": {"feed_meta": tag_reader(write_feed_meta)},
    "jekyll-gist": {"gist": tag_reader(write_gist)},
    "jekyll-avatar": {"avatar": tag_reader(write_avatar)},
}
"""The tags of plugins that are stood in for."""

_NO_TAGS: Final = frozenset(
    {
        "jekyll-archives",
        "jekyll-coffeescript",
        "jekyll-default-layout",
        "jekyll-include-cache",
        "jekyll-mentions",
        "jekyll-optional-front-matter",
        "jekyll-paginate",
        "jekyll-paginate-v2",
        "jekyll-readme-index",
        "jekyll-redirect-from",
        "jekyll-relative-links",
        "jekyll-remote-theme",
        "jekyll-sass-converter",
        "jekyll-sitemap",
        "jekyll-titles-from-headings",
        "jekyll-watch",
        "jemoji",
    }
)
"""Plugins that bring no tags, and one whose tag is Jekyll's `include` with a memory."""


class PluginLiquid(LiquidRenderer):
    """Render templates as a site with these plugins does."""

    def __init__(self, plugins: Plugins, log: StubLog) -> None:
        super().__init__()
        filters = dict(all_filters())
        for name, label in plugins.filters.items():
            filters.setdefault(name, stub_filter(label, log))
        self._templates = Templates(filters, lambda templates: _tags(templates, plugins, log))


def _tags(templates: Templates, plugins: Plugins, log: StubLog) -> Mapping[str, TagReader]:
    tags = dict(all_tags(templates))
    for gem in sorted(plugins.gems):
        tags |= _TAGS.get(gem, {})
    if "jekyll-include-cache" in plugins.gems:
        tags["include_cached"] = include_reader(templates)
    for name, label in plugins.tags.items():
        tags[name] = stub_reader(label, log, is_block=name in plugins.blocks)
    unknown = sorted(plugins.gems - _TAGS.keys() - _NO_TAGS)
    return TagsOfUnknownPlugins(tags, ", ".join(unknown), log) if unknown else tags
