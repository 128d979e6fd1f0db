"""Give the pages that plugins add to a site, as far as a list of all pages shows them."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.render.pages import pagination
from editor.render.pages.live_models import LivePage
from editor.site.jekyll_reading import PostFacts
from editor.site.merging import named
from editor.site.model import SiteModel
from editor.site.pages import SitePage
from editor.site.plugins import Plugins
from editor.site.post_text import PostText

REDIRECTS: Final = "jekyll-redirect-from"
"""The plugin that sends readers from former addresses to present ones."""
_NAME: Final = "redirect.html"
_LIST: Final = "redirects.json"


def made_pages(model: SiteModel, plugins: Plugins) -> list[LivePage]:
    """Give the pages in the order in which the plugins add them, behind the site's own."""
    former = _former_addresses(model) if REDIRECTS in plugins.gems else ()
    listed = pagination.further_pages(model) if pagination.PLUGIN in plugins.gems else ()
    return [*former, *listed]


def _former_addresses(model: SiteModel) -> Iterator[LivePage]:
    """Give a page for each former address, and the list of them (jekyll-redirect-from 0.16)."""
    for collection in model.collections.values():
        for document in collection.docs if collection.output else ():
            yield from _pages_of(model, document.data, document.url)
    for page in model.pages:
        yield from _pages_of(model, page.data, page.url)
    asked = named(model.site.config.settings.get("redirect_from")).get("json")
    if asked is not False and not (model.site.source / _LIST).exists():
        yield LivePage(_made(model, _LIST, {}))


def _pages_of(model: SiteModel, data: Mapping[str, object], url: str) -> Iterator[LivePage]:
    former = data.get("redirect_from")
    for address in former if isinstance(former, list) else [former]:
        if isinstance(address, str):
            yield LivePage(_former(model, f"/{address.removeprefix('/')}", url))


def _former(model: SiteModel, address: str, url: str) -> SitePage:
    settings = model.site.config.settings
    whole = f"{ruby_text(settings.get('url'))}{ruby_text(settings.get('baseurl'))}{url}"
    values: dict[str, Value] = {
        "sitemap": False,
        "layout": "redirect",
        "permalink": address,
        "redirect": {"from": address, "to": whole},
    }
    return _made(model, _NAME, values)


def _made(model: SiteModel, name: str, values: dict[str, Value]) -> SitePage:
    path = model.site.source / name
    return SitePage(path, PurePosixPath(name), PostFacts(values), model.site, PostText.of(""))
