"""Make the HTML of a post safe to show, and say openly what could not be shown.

The page itself allows no script and no network; this is the first fence, that one the second.
What a reader of the site would see and the preview may not load (an image from another site, an
embedded player) becomes a placeholder that names where it would come from.
"""

import re
from collections.abc import Mapping
from html import escape, unescape

import nh3

from editor.render import links
from editor.render.links import SiteAddress
from editor.render.request import BODY_TAG
from editor.site.served_files import ServedFiles

_TEXT_TAGS = """
a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col
colgroup data dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6
header hgroup hr i ins kbd li main map area mark nav ol p pre q rp rt rtc ruby s samp section
small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
"""
_MEDIA_TAGS = "img picture source video audio track"
_DROPPED_TAGS = """
script style template iframe object embed noscript noembed noframes frameset svg math select
textarea title portal xmp plaintext
"""
_ANYWHERE = "class id style title lang dir role align valign width height data-line"
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(_ANYWHERE.split()),
    "a": {"href", "rel"},
    "area": {"href", "alt", "shape", "coords"},
    "img": {"src", "srcset", "sizes", "alt", "loading"},
    "source": {"src", "srcset", "sizes", "type", "media"},
    "video": {"src", "poster", "controls", "loop", "muted", "playsinline"},
    "audio": {"src", "controls", "loop", "muted"},
    "track": {"src", "kind", "srclang", "label"},
    "map": {"name"},
    "ol": {"start", "type", "reversed"},
    "ul": {"type"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "col": {"span"},
    "colgroup": {"span"},
    "table": {"border", "cellpadding", "cellspacing", "summary"},
    "details": {"open"},
    "time": {"datetime"},
    "data": {"value"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "font": {"color", "size", "face"},
    "input": {"checked", "class"},
}
# GFM task lists: the only field that a post may show, and it cannot be changed.
_SET = {"input": {"type": "checkbox", "disabled": ""}}
_FILES = frozenset({"src", "poster"})
# `_file` and `_link` decide on each address; nh3 must only not decide before them.
_SCHEMES = frozenset({"http", "https", "data"})

_EMBEDS = re.compile(
    r"""<(?P<name>iframe|object|embed|portal)\b(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*+)>
        (?:(?:(?!<(?P=name)\b).)*?</(?P=name)\s*>)?""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ADDRESS = re.compile(r"""\b(?:src|data)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
# nh3 writes each attribute as `name="value"` and escapes quotes and angle brackets in values.
_LOADED = re.compile(r'<(?P<name>img|video|audio)(?P<rest>(?: [^\s"=<>]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([^\s"=<>]+)="([^"]*)"')
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_WHAT = {"img": "Image", "video": "Film", "audio": "Sound"}


class Sanitizer:
    """Make one post's HTML safe for the preview of its site.

    Attributes:
        files_asked: how often the site was asked for a file; its answer may be another later.
    """

    # Ids of a post must not meet those of the page around it.
    id_prefix = links.ID_PREFIX

    def __init__(
        self, site: SiteAddress, hidden: Mapping[int, str], files: ServedFiles | None = None
    ) -> None:
        """Take where the site is published, the Liquid that hides behind marks, and its files."""
        self._site = site
        self._hidden = hidden
        self._files = files
        self.files_asked = 0
        self._cleaner = nh3.Cleaner(
            tags={*_TEXT_TAGS.split(), *_MEDIA_TAGS.split(), "input", BODY_TAG},
            clean_content_tags=set(_DROPPED_TAGS.split()),
            attributes=_ATTRIBUTES,
            attribute_filter=self._attribute,
            generic_attribute_prefixes={"aria-", "data-"},
            set_tag_attribute_values=_SET,
            link_rel=None,
            url_schemes=_SCHEMES,
            id_prefix=self.id_prefix or None,
        )

    def clean(self, html: str) -> str:
        """Give well-formed HTML with nothing that runs, loads from elsewhere or navigates."""
        named = _EMBEDS.sub(_embed, readable(html))
        return _LOADED.sub(self._shown, self._cleaner.clean(named))

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name in _FILES:
            return self._file(value)
        if name == "href":
            return links.link_address(self._written(value), self._site)
        if name == "srcset":
            return self._set_of_files(value)
        if name == "rel":
            return None if tag == "link" else value
        return value

    def _file(self, value: str) -> str | None:
        if self._has_liquid(value):
            return value
        return links.file_address(value, self._site)

    def _set_of_files(self, value: str) -> str | None:
        candidates: list[str] = []
        for candidate in value.split(","):
            address, _, size = candidate.strip().partition(" ")
            local = links.file_address(address, self._site) if address else None
            if local is None or not local.startswith("/") or self._has_liquid(address):
                return None
            candidates.append(f"{local} {size}".strip())
        return ", ".join(candidates)

    def _shown(self, match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match["rest"]))
        address = unescape(attributes.get("src", ""))
        # A film can name its files in elements of its own.
        if address.startswith("data:") or (not address and match["name"] != "img"):
            return match[0]
        where = self._why_not(address)
        if not where:
            return match[0]
        return _box(_WHAT[match["name"]], where, unescape(attributes.get("alt", "")))

    def _why_not(self, address: str) -> str:
        if host := links.host_of(address):
            return f"from {host}"
        if not address.startswith("/"):
            return address or "without an address that can be shown"
        if self._files is None:
            return ""
        self.files_asked += 1
        if self._files.find(address):
            return ""
        return f"{address} is not in the site"

    def _written(self, value: str) -> str:
        return value.translate(self._hidden) if self._hidden else value

    def _has_liquid(self, value: str) -> bool:
        return any(ord(character) in self._hidden for character in value)


def readable(text: str) -> str:
    """Show bytes that were no UTF-8 (held as lone surrogates) as a browser does."""
    return text if text.isascii() else _LONE_SURROGATES.sub("\ufffd", text)


def _embed(match: re.Match[str]) -> str:
    found = _ADDRESS.search(match["rest"])
    address = links.clean(unescape(found[1].strip("\"'"))) if found else ""
    host = links.host_of("https:" + address if address.startswith("//") else address)
    return _box("Embedded page", f"from {host}" if host else "", "")


def _box(what: str, where: str, words: str) -> str:
    told = f'<span class="dl-words">{escape(words)}</span>' if words else ""
    return f'<span class="dl-elsewhere"><b>{what}</b> {escape(where)}{told}</span>'
