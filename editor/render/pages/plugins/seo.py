"""Write what the tag `seo` of jekyll-seo-tag 2.8 writes into the head of a page."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from editor.render.liquid.values.json_text import compact_json
from editor.render.pages.plugin_tags import TagCall, is_true, member
from editor.render.pages.plugins.seo_facts import SeoFacts

_VERSION: Final = "2.8.0"
_JEKYLL: Final = "4.3.4"
_NO_TITLE = re.compile("title=false", re.IGNORECASE)
_VERIFICATIONS: Final = {
    "google": "google-site-verification",
    "bing": "msvalidate.01",
    "alexa": "alexaVerifyID",
    "yandex": "yandex-verification",
    "baidu": "baidu-site-verification",
    "facebook": "facebook-domain-verification",
}


def write_seo(call: TagCall) -> str:
    """Give the title, the tags for search engines and the JSON-LD of a page."""
    facts = SeoFacts(call)
    lines = [f"<!-- Begin Jekyll SEO tag v{_VERSION} -->"]
    if facts.title and not _NO_TITLE.search(call.markup):
        lines.append(f"<title>{facts.title}</title>")
    lines += [
        *_head(facts),
        *_image(facts),
        *_kind(call),
        *_card(facts),
        *_networks(facts),
        f'<script type="application/ld+json">\n{_json_ld(facts)}</script>',
        "<!-- End Jekyll SEO tag -->\n",
    ]
    return "\n".join(lines)


def _meta(kind: str, name: str, content: object, call: TagCall) -> str:
    return f'<meta {kind}="{name}" content="{call.text(content)}" />'


def _head(facts: SeoFacts) -> Iterator[str]:
    call = facts.call
    yield _meta("name", "generator", f"Jekyll v{_JEKYLL}", call)
    if facts.page_title:
        yield _meta("property", "og:title", facts.page_title, call)
    if is_true(facts.author_name):
        yield _meta("name", "author", facts.author_name, call)
    yield _meta("property", "og:locale", facts.locale, call)
    if facts.description:
        yield _meta("name", "description", facts.description, call)
        yield _meta("property", "og:description", facts.description, call)
    if is_true(call.find("site", "url")):
        yield f'<link rel="canonical" href="{call.text(facts.canonical_url)}" />'
        yield _meta("property", "og:url", facts.canonical_url, call)
    if facts.site_title:
        yield _meta("property", "og:site_name", facts.site_title, call)


def _image(facts: SeoFacts) -> Iterator[str]:
    if facts.image_url is None:
        return
    yield _meta("property", "og:image", facts.image_url, facts.call)
    for name in ("height", "width", "alt"):
        value = facts.image.get(name)
        if is_true(value):
            yield _meta("property", f"og:image:{name}", value, facts.call)


def _kind(call: TagCall) -> Iterator[str]:
    moment = call.find("page", "date")
    if is_true(moment):
        yield _meta("property", "og:type", "article", call)
        written = call.filtered(moment, "date_to_xmlschema")
        yield _meta("property", "article:published_time", written, call)
    else:
        yield _meta("property", "og:type", "website", call)
    for relation, name in (("prev", "previous_page"), ("next", "next_page")):
        if is_true(call.find("paginator", name)):
            address = call.filtered(call.find("paginator", f"{name}_path"), "absolute_url")
            yield f'<link rel="{relation}" href="{call.text(address)}" />'


def _card(facts: SeoFacts) -> Iterator[str]:
    call = facts.call
    if facts.image_url is None:
        yield _meta("name", "twitter:card", "summary", call)
    else:
        own = call.find("page", "twitter", "card") or call.find("site", "twitter", "card")
        yield _meta("name", "twitter:card", own or "summary_large_image", call)
        yield _meta("property", "twitter:image", facts.image_url, call)
        if is_true(facts.image.get("alt")):
            yield _meta("name", "twitter:image:alt", facts.image["alt"], call)
    if facts.page_title:
        yield _meta("property", "twitter:title", facts.page_title, call)


def _networks(facts: SeoFacts) -> Iterator[str]:
    call = facts.call
    if is_true(call.find("site", "twitter")):
        name = call.text(call.find("site", "twitter", "username")).replace("@", "")
        yield _meta("name", "twitter:site", f"@{name}", call)
        if is_true(facts.author_twitter):
            name = call.text(facts.author_twitter).replace("@", "")
            yield _meta("name", "twitter:creator", f"@{name}", call)
    names = (("admins", "fb:admins"), ("publisher", "article:publisher"), ("app_id", "fb:app_id"))
    for key, name in names:
        value = call.find("site", "facebook", key)
        if is_true(value):
            yield _meta("property", name, value, call)
    yield from _verifications(call)


def _verifications(call: TagCall) -> Iterator[str]:
    verifications = call.find("site", "webmaster_verifications")
    if is_true(verifications):
        for key, name in _VERIFICATIONS.items():
            if is_true(member(verifications, key)):
                yield _meta("name", name, member(verifications, key), call)
    elif is_true(call.find("site", "google_site_verification")):
        value = call.find("site", "google_site_verification")
        yield _meta("name", "google-site-verification", value, call)


def _json_ld(facts: SeoFacts) -> str:
    found: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": facts.kind,
        "author": _author(facts),
        "dateModified": facts.date_modified,
        "datePublished": facts.date_published,
        "description": facts.description,
        "headline": facts.page_title,
        "image": _image_object(facts),
        "mainEntityOfPage": {"@type": "WebPage", "@id": facts.canonical_url}
        if facts.kind in {"BlogPosting", "CreativeWork"}
        else None,
        "name": facts.name,
        "publisher": _publisher(facts),
        "sameAs": facts.links,
        "url": facts.canonical_url,
    }
    kept = {key: value for key, value in found.items() if value is not None}
    return compact_json(kept, facts.call.context.budget)


def _author(facts: SeoFacts) -> object:
    kind = facts.author.get("type")
    if not is_true(facts.author_name) or (
        is_true(kind) and kind not in {"Organization", "Person"}
    ):
        return None
    author = {"@type": kind if is_true(kind) else "Person", "name": facts.author_name}
    if is_true(facts.author.get("url")):
        author["url"] = facts.author["url"]
    return author


def _image_object(facts: SeoFacts) -> object:
    if facts.image_url is None or len(facts.image) == 1:
        return facts.image_url
    rest = {key: value for key, value in facts.image.items() if key != "path"}
    return {**rest, "url": facts.image_url, "@type": "imageObject"}


def _publisher(facts: SeoFacts) -> object:
    if facts.logo is None:
        return None
    found: dict[str, object] = {
        "@type": "Organization",
        "logo": {"@type": "ImageObject", "url": facts.logo},
    }
    if is_true(facts.author_name):
        found["name"] = facts.author_name
    return found
