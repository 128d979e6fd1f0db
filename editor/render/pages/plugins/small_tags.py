"""Write what the tags of small plugins write: jekyll-feed, jekyll-gist, jekyll-avatar."""

import re
import zlib
from html import escape
from typing import Final

from editor.render.pages.plugin_tags import TagCall, is_true

_GIST = re.compile(r"(?:\s|^)(?P<quote>['\"]?)(?P<name>[\w./-]+)(?P=quote)(?:\s|$)", re.ASCII)
_FILE = re.compile(r"\s+['\"]?([^'\"\s]+)['\"]?\s*$")
_USER = re.compile(r"(?:^|\s)@?(?:user=(?P<variable>[\w.]+)|(?P<name>[\w-]+))", re.ASCII)
_SIZE = re.compile(r"size=(\d+|[\w.]+)", re.ASCII)
_AVATAR_SIZE: Final = 40
_LARGE_AVATAR: Final = 48
_LARGEST_AVATAR: Final = 2_000
_AVATAR_HOSTS: Final = 4


def write_feed_meta(call: TagCall) -> str:
    """Give the link to the site's feed (jekyll-feed 0.17)."""
    path = call.find("site", "feed", "path")
    title = call.find("site", "title") or call.find("site", "name")
    url = call.text(call.filtered(path or "feed.xml", "absolute_url"))
    named = f' title="{_attribute(call.text(title))}"' if is_true(title) else ""
    return f'<link type="application/atom+xml" rel="alternate" href="{_attribute(url)}"{named} />'


def write_gist(call: TagCall) -> str:
    """Give the script that shows a gist, and a link to it (jekyll-gist 1.5, no network)."""
    found = _GIST.search(call.markup)
    if found is None:
        return ""
    name = _value(call, found["name"], quoted=bool(found["quote"]))
    file = _FILE.search(call.markup[found.end("name") :])
    query = "" if file is None else f"?file={escape(_value(call, file[1], quoted=True))}"
    address = f"https://gist.github.com/{escape(name)}"
    return (
        f'<noscript><a href="{address}">gist:{escape(name)}</a></noscript>'
        f'<script src="{address}.js{query}"> </script>'
    )


def write_avatar(call: TagCall) -> str:
    """Give the picture of a person on GitHub (jekyll-avatar 0.8)."""
    found = _USER.search(call.markup)
    if found is None:
        return ""
    name = found["name"] or call.text(_variable(call, found["variable"]))
    size = _avatar_size(call)
    host = zlib.crc32(name.encode()) % _AVATAR_HOSTS
    base = f"https://avatars{host}.githubusercontent.com/{escape(name)}?v=3&amp;s="
    retina = ", ".join(f"{base}{size * times} {times}x" for times in (1, 2, 3, 4))
    kind = "avatar avatar-small" if size < _LARGE_AVATAR else "avatar"
    return (
        f'<img class="{kind}" alt="{escape(name)}"'
        f' width="{size}" height="{size}" data-proofer-ignore="true" src="{base}{size}"'
        f' srcset="{retina}" />'
    )


def _avatar_size(call: TagCall) -> int:
    asked = _SIZE.search(call.markup)
    text = "" if asked is None else _value(call, asked[1], quoted=asked[1].isdigit())
    return min(int(text), _LARGEST_AVATAR) if text.isdigit() else _AVATAR_SIZE


def _value(call: TagCall, written: str, *, quoted: bool) -> str:
    """Give a word as it is, or what it stands for where it names a value."""
    if quoted:
        return written
    found = _variable(call, written)
    return call.text(found) if is_true(found) else written


def _variable(call: TagCall, name: str) -> object:
    return call.find(*name.split("."))


def _attribute(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
