"""Write what the tags of small plugins write: jekyll-feed, jekyll-gist, jekyll-avatar."""

import re
import zlib
from html import escape
from typing import Final

from editor.render.pages.plugin_tags import TagCall, is_true

_GIST = re.compile(r"(?:\s|^)(?P<quote>['\"]?)(?P<name>[\w./-]+)(?P=quote)(?:\s|$)", re.ASCII)
_FILE = re.compile(r"\s+['\"]?([^'\"\s]+)['\"]?\s*$")
_USER = re.compile(r"\buser=([\w.]+)\b", re.ASCII)
_SIZE = re.compile(r"\bsize=(\d{1,9})\b", re.ASCII | re.IGNORECASE)
_AVATAR_SIZE: Final = 40
_LARGE_AVATAR: Final = 48
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
    found = _SIZE.search(call.markup)
    size = int(found[1]) if found else _AVATAR_SIZE
    text = call.rendered(call.markup)
    variable = _USER.search(call.markup)
    if variable is None:
        name = next(iter(text.split()), "").removeprefix("@")
    else:
        name = call.text(_variable(call, variable[1])) or variable[1]
    host = zlib.crc32(f"{name}?v=3&s={size}".encode()) % _AVATAR_HOSTS
    base = f"https://avatars{host}.githubusercontent.com/{name}?v=3&s="
    retina = ", ".join(f"{base}{size * times} {times}x" for times in (1, 2, 3, 4))
    kind = "avatar avatar-small" if size < _LARGE_AVATAR else "avatar"
    mark = "data-" if "lazy=true" in text else ""
    lazy = ' src=""' if mark else ""
    return (
        f'<img class="{kind}" alt="{name}" width="{size}" height="{size}"'
        f' data-proofer-ignore="true"{lazy} {mark}src="{base}{size}" {mark}srcset="{retina}" />'
    )


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
