"""Turn the addresses that a post writes into ones that the preview can follow safely.

The preview page stands at the root of the site, so that every file of the site has an address
beginning with one slash. Addresses are parsed as a browser does (WHATWG URL: tabs and line
ends vanish, a backslash counts as a slash), never matched against patterns.
"""

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

# Addresses below this one are Dateline's own; no file of a site can have them.
OWN = "/-/"
# The page cannot see a click on a scheme that Chromium hands to the desktop, so such links
# are given an address of ours that carries the real one.
OUTSIDE = OWN + "outside/"
ID_PREFIX = "post-"
_RUNS_SOMETHING = frozenset(["javascript", "vbscript", "data", "blob", "filesystem"])
_WEB = frozenset({"http", "https"})
_SHOWN_DATA = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml")
_IGNORED = {ord(c): None for c in "\t\n\r"}
_STRIPPED = "".join(map(chr, range(33)))


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """Hold where the site will be published: `url` and `baseurl` of its configuration."""

    url: str = ""
    baseurl: str = ""

    def path(self, address: str) -> str | None:
        """Give the path below the site's root; None where `address` is another site's."""
        for prefix in (self.url + self.baseurl, self.url):
            if prefix and _starts(address, prefix):
                return "/" + address[len(prefix) :].lstrip("/")
        if _is_absolute(address):
            return None
        if self.baseurl and _starts(address, self.baseurl):
            address = address[len(self.baseurl) :]
        path, mark, rest = _split(address)
        joined = posixpath.normpath(posixpath.join("/", path)).lstrip("/")
        return "/" + joined + ("/" if path.endswith("/") and joined else "") + mark + rest


def clean(address: str) -> str:
    """Give an address as a browser would parse it."""
    text = address.strip(_STRIPPED).translate(_IGNORED)
    path, mark, rest = _split(text)
    return path.replace("\\", "/") + mark + rest


def file_address(address: str, site: SiteAddress) -> str | None:
    """Give what an image or film is loaded from; None where it may not be loaded at all.

    Remote ones come back as they are, beginning with a scheme: they are to be replaced.
    """
    text = clean(address)
    scheme = scheme_of(text)
    if scheme == "data":
        kind = text.partition(":")[2].partition(",")[0].partition(";")[0].strip().lower()
        return text if kind in _SHOWN_DATA else None
    path = site.path(text)
    if path is not None:
        return path if path not in {"/", ""} else None
    if text.startswith("//"):
        text = "https:" + text
    return text if scheme_of(text) in _WEB and host_of(text) else None


def link_address(address: str, site: SiteAddress) -> str | None:
    """Give what a link leads to; None for an address that would run something."""
    text = clean(address)
    if text.startswith("#"):
        return "#" + ID_PREFIX + text[1:] if len(text) > 1 else "#"
    if "{{" in text or "{%" in text:
        return outside(address)
    scheme = scheme_of(text)
    if scheme in _RUNS_SOMETHING:
        return None
    path = site.path(text)
    if path is not None:
        return path
    if text.startswith("//"):
        return "https:" + text
    return text if scheme in _WEB else outside(text)


def outside(address: str) -> str:
    """Give an address of ours that stands for `address`."""
    return OUTSIDE + quote(address, safe="", errors="surrogatepass")


def meant(path: str) -> str:
    """Give the address that a link's path stands for: the reverse of `outside`."""
    if path.startswith(OUTSIDE):
        return unquote(path[len(OUTSIDE) :], errors="replace")
    return path


def host_of(address: str) -> str:
    """Give the host of a web address, without port and password; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def scheme_of(address: str) -> str:
    """Give the scheme in lower case; empty for a relative address."""
    head, colon, _ = address.partition(":")
    is_scheme = head.isascii() and head[:1].isalpha() and not set(head) & set("/?#[]@ ")
    return head.lower() if colon and is_scheme else ""


def _is_absolute(address: str) -> bool:
    return address.startswith("//") or bool(scheme_of(address))


def _starts(address: str, prefix: str) -> bool:
    rest = address[len(prefix) :]
    return address.startswith(prefix) and rest[:1] in {"", "/", "?", "#"}


def _split(address: str) -> tuple[str, str, str]:
    end = min((address.find(mark) for mark in "?#" if mark in address), default=len(address))
    return address[:end], address[end : end + 1], address[end + 1 :]
