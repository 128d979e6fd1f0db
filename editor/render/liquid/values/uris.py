"""Bring addresses into the form in which Jekyll writes them.

Jekyll 4.3 leaves that to Addressable 2.8: `URI.parse`, `normalize` and `normalize_component`.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from editor.render.liquid.errors import JekyllError, Reason

_PARTS = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9.+-]*", re.IGNORECASE)
_USER_HOST_PORT = re.compile(r"(?:(.*)@)?(.*?)(?::([^:@\[\]]*))?", re.DOTALL)
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_SEGMENT: Final = "!$&'()*+,;=:@"
_QUERY: Final = "!$'()*+,=:@/?%"
_FRAGMENT: Final = "!$&'()*+,;=:@/?"
_HOST: Final = "!$&'()*+,;=[:]"
_PORTS = {"http": "80", "https": "443", "ftp": "21", "ws": "80", "wss": "443"}
_NEED_PATH = frozenset({"http", "https", "ftp", "tftp"})


@dataclass(frozen=True, slots=True)
class Address:
    """Hold the parts of an address; a part that is not there at all is None."""

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Return the parts of `text`; raises JekyllError for what no scheme can be."""
        first_line = text.split("\n", 1)[0]
        found = _PARTS.fullmatch(first_line)
        parts = found.groups() if found else (None, None, first_line, None, None)
        if parts[0] is not None and not _SCHEME.fullmatch(parts[0]):
            sentence = f"Invalid scheme format: '{parts[0]}'"
            raise JekyllError(Reason.BAD_VALUE, sentence)
        return cls(parts[0], parts[1], parts[2] or "", parts[3], parts[4])

    @property
    def is_absolute(self) -> bool:
        """Say whether it names a scheme, as ``https:`` and ``mailto:`` do."""
        return self.scheme is not None

    def normalized(self) -> str:
        """Return the address with every sign encoded that has to be, and no other."""
        scheme = self.scheme.strip().lower() if self.scheme is not None else None
        parts = [f"{scheme}:"] if scheme is not None else []
        if self.authority is not None:
            parts.append(f"//{_normalized_authority(self.authority, scheme or '')}")
        parts.append(_normalized_path(self.path, scheme))
        if self.query:
            pairs = self.query.split("&")
            parts.append("?" + "&".join(normalized_component(pair, _QUERY, "+") for pair in pairs))
        if self.fragment:
            parts.append(f"#{normalized_component(self.fragment, _FRAGMENT)}")
        return "".join(parts)


def normalized_component(text: str, kept: str, left_encoded: str = "") -> str:
    """Return `text` with its escapes undone, in one Unicode form, and encoded anew.

    `kept` are the signs that stay beside letters, digits and ``-._~``. An escape of one of
    `left_encoded` stays an escape.
    """
    raw = _ESCAPE.sub(lambda found: _kept_escape(found[0], left_encoded), text)
    plain = unquote_to_bytes(raw.encode("utf-8", "surrogateescape"))
    try:
        whole = unicodedata.normalize("NFKC", plain.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        whole = plain
    return quote(whole, safe=kept)


def _kept_escape(escape: str, left_encoded: str) -> str:
    """Return `escape` so that undoing it once leaves it as it is, if its sign is to stay."""
    sign = chr(int(escape[1:], 16))
    return f"%25{escape[1:].upper()}" if sign in left_encoded else escape


def _normalized_path(path: str, scheme: str | None) -> str:
    if scheme is None and re.match(r"[^/]*:", path):
        path = path.replace(":", "%2F", 1)
    segments = path.strip().split("/")
    result = _without_dots("/".join(normalized_component(part, _SEGMENT) for part in segments))
    return "/" if not result and scheme in _NEED_PATH else result


def _without_dots(path: str) -> str:
    """Return `path` without its ``.`` and ``..`` parts, which may not lead above the root."""
    kept: list[str] = []
    parts = path.split("/")
    for place, part in enumerate(parts):
        if part not in {".", ".."}:
            kept.append(part)
            continue
        if part == ".." and len(kept) > 1:
            kept.pop()
        if place == len(parts) - 1:
            kept.append("")
    return "/".join(kept)


def _normalized_authority(authority: str, scheme: str) -> str:
    found = _USER_HOST_PORT.fullmatch(authority)
    user, host, port = found.groups() if found else (None, authority, None)
    text = f"{user}@" if user else ""
    text += _normalized_host(host.strip().lower())
    return text + (f":{port}" if port and port != _PORTS.get(scheme) else "")


def _normalized_host(host: str) -> str:
    plain = unquote_to_bytes(host).decode("utf-8", "replace")
    if not plain.isascii():
        labels = unicodedata.normalize("NFKC", plain).split(".")
        plain = ".".join(_ascii_label(label) for label in labels)
    if len(plain) > 1 and plain.endswith(".") and not plain.endswith(".."):
        plain = plain[:-1]
    return normalized_component(plain, _HOST)


def _ascii_label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
