"""Work out what jekyll-seo-tag 2.8 says about a page."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from editor.render.liquid.values.uris import Address
from editor.render.pages.plugin_tags import TagCall, is_true, member

_AS_TEXT: Final = "markdownify | strip_html | normalize_whitespace | escape_once"
_HOME_OR_ABOUT = re.compile(r"^/(about/)?(index.html?)?$", re.MULTILINE)


class SeoFacts:
    """Give what is said about the page that is rendered; None for what there is not.

    Attributes:
        call: the tag.
    """

    def __init__(self, call: TagCall) -> None:
        self.call = call

    @cached_property
    def site_title(self) -> str | None:
        """The name of the site."""
        return self._as_text(self._site("title") or self._site("name"))

    @cached_property
    def page_title(self) -> str | None:
        """The title of the page, or of the site."""
        return self._as_text(self._page("title")) or self.site_title

    @cached_property
    def title(self) -> str | None:
        """What stands in the title bar."""
        about = self._as_text(self._site("tagline")) or self._site_description
        if self.site_title and self.page_title != self.site_title:
            title = f"{self.page_title} | {self.site_title}"
        elif self._site_description and self.site_title:
            title = f"{self.site_title} | {about}"
        else:
            title = self.page_title or ""
        number = self.call.find("paginator", "page")
        if isinstance(number, int) and number > 1:
            return f"Page {number} of {self.call.find('paginator', 'total_pages')} for {title}"
        return title or None

    @cached_property
    def name(self) -> object:
        """The name for search engines: that of the site on its first page."""
        own = member(self._page("seo"), "name")
        if is_true(own):
            return self._as_text(own)
        if not self._is_home_or_about:
            return None
        social = self.call.find("site", "social", "name")
        return self._as_text(social) if is_true(social) else self.site_title

    @cached_property
    def description(self) -> str | None:
        """What the page is about."""
        own = self._page("description") or self._page("excerpt")
        return self._as_text(own) or self._site_description

    @cached_property
    def author(self) -> Mapping[str, object]:
        """What is known of the author."""
        listed = self._page("authors")
        sources = [self._page("author"), self._site("author")]
        if isinstance(listed, list) and listed:
            sources.insert(1, listed[0])
        found = next((source for source in sources if self.call.text(source)), None)
        if isinstance(found, Mapping):
            return found
        if not isinstance(found, str):
            return {}
        known = member(self.call.find("site", "data", "authors"), found)
        return {"name": found, **known} if isinstance(known, Mapping) else {"name": found}

    @property
    def author_name(self) -> object:
        """The author's name."""
        return self.author.get("name")

    @property
    def author_twitter(self) -> object:
        """The author's account, or name."""
        own = self.author.get("twitter") or self.author_name
        return own.removeprefix("@") if isinstance(own, str) else None

    @cached_property
    def image(self) -> Mapping[str, object]:
        """What is said about the picture of the page; `path` is always there."""
        own = self._page("image")
        if isinstance(own, Mapping):
            return {"path": None, **own}
        return {"path": own if isinstance(own, str) else None}

    @cached_property
    def image_url(self) -> object:
        """The address of the picture."""
        raw = self.image["path"] or self.image.get("facebook") or self.image.get("twitter")
        if not is_true(raw):
            return None
        return self._escaped_url(raw)

    @cached_property
    def logo(self) -> object:
        """The address of the site's logo."""
        logo = self._site("logo")
        return self._escaped_url(logo) if is_true(logo) else None

    @cached_property
    def canonical_url(self) -> object:
        """The one address of the page."""
        own = self._page("canonical_url")
        if self.call.text(own):
            return own
        url = self.call.text(self.call.filtered(self._page("url"), "absolute_url"))
        return re.sub(r"/index\.html$", "/", url, flags=re.MULTILINE)

    @cached_property
    def locale(self) -> str:
        """The language of the page."""
        own = self._page("locale") or self._site("locale")
        language = self._page("lang") or self._site("lang") or "en_US"
        return self.call.text(own or language).replace("-", "_")

    @cached_property
    def kind(self) -> object:
        """What the page is to a search engine."""
        own = member(self._page("seo"), "type")
        if is_true(own):
            return own
        if self._is_home_or_about:
            return "WebSite"
        return "BlogPosting" if is_true(self._page("date")) else "WebPage"

    @cached_property
    def links(self) -> object:
        """Other pages about the same."""
        own = member(self._page("seo"), "links")
        if is_true(own):
            return own
        return self.call.find("site", "social", "links") if self._is_home_or_about else None

    @cached_property
    def date_published(self) -> object:
        """When the page appeared."""
        return self._moment(self._page("date"))

    @cached_property
    def date_modified(self) -> object:
        """When the page was changed last."""
        own = member(self._page("seo"), "date_modified") or self._page("last_modified_at")
        return self._moment(own or self._page("date"))

    def _page(self, key: str) -> object:
        return self.call.find("page", key)

    def _site(self, key: str) -> object:
        return self.call.find("site", key)

    def _moment(self, value: object) -> object:
        return self.call.filtered(value, "date_to_xmlschema") if is_true(value) else None

    def _as_text(self, value: object) -> str | None:
        if not is_true(value):
            return None
        return self.call.text(self.call.filtered(value, _AS_TEXT)) or None

    def _escaped_url(self, raw: object) -> object:
        if isinstance(raw, str) and not Address.parse(raw).is_absolute:
            raw = self.call.filtered(raw, "absolute_url")
        return self.call.filtered(raw, "uri_escape")

    @cached_property
    def _site_description(self) -> str | None:
        return self._as_text(self._site("description"))

    @property
    def _is_home_or_about(self) -> bool:
        url = self._page("url")
        return isinstance(url, str) and _HOME_OR_ABOUT.search(url) is not None
