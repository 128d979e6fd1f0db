"""Read an address as it is written in a text, and write another one in its style."""

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from editor.site.folders import Site

_SITE_VALUE = re.compile(r"\s*\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SUFFIX = re.compile(r"[?#]")
_NOT_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_INDEX: Final = "index.html"


@dataclass(frozen=True, slots=True)
class Written:
    """Hold an address in its parts.

    Attributes:
        lead: what names the site: a server, `baseurl`, Liquid that writes them; may be empty.
        path: the path as it is written.
        suffix: query and anchor.
        rooted: the path from the site's root, decoded.
    """

    lead: str
    path: str
    suffix: str
    rooted: str

    @property
    def is_relative(self) -> bool:
        """Whether it counts from the page that it stands on."""
        return not self.lead and not self.path.startswith("/")


def read_address(text: str, site: Site, page_url: str | None) -> Written | None:
    """Read an address; None for one that leads out of the site or cannot be followed.

    Args:
        text: as it is written.
        site: the site.
        page_url: the address of the page it stands on; None where it counts from the root or
            from nowhere that is known.
    """
    lead, rest = _lead(text, site)
    at = _SUFFIX.search(rest)
    path, suffix = (rest, "") if at is None else (rest[: at.start()], rest[at.start() :])
    if not path or "{" in path or (not lead and (_SCHEME.match(path) or path.startswith("//"))):
        return None
    if not path.startswith("/") and lead:
        path = f"/{path}" if not lead.endswith("/") else path
    if path.startswith("/") or lead:
        return Written(lead, path, suffix, plain(f"/{path.lstrip('/')}"))
    if page_url is None:
        return None
    folder = page_url if page_url.endswith("/") else posixpath.dirname(page_url)
    joined = posixpath.normpath(posixpath.join(folder, path))
    is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return Written(
        "", path, suffix, plain(f"{joined}/" if is_folder and joined != "/" else joined)
    )


def plain(url: str) -> str:
    """Give a path as people read it, for comparing."""
    return unicodedata.normalize("NFC", unquote(url, errors="surrogateescape"))


def ways_to_write(url: str) -> dict[str, str]:
    """Give each path that leads to an address, with the name of its shape."""
    shapes = {plain(url): "whole"}
    if url.endswith("/"):
        shapes.setdefault(plain(url + _INDEX), "index")
        if url != "/":
            shapes.setdefault(plain(url.rstrip("/")), "bare")
    elif url.endswith(".html"):
        shapes.setdefault(plain(url.removesuffix(".html")), "bare")
    else:
        shapes.setdefault(plain(f"{url}.html"), "html")
    return shapes


def shaped(url: str, shape: str) -> str:
    """Give an address in a shape; one that it cannot have leaves it whole."""
    if shape == "index" and url.endswith("/"):
        return url + _INDEX
    if shape == "bare":
        return url.removesuffix(".html") if not url.endswith("/") else url.rstrip("/") or "/"
    if shape == "html" and not url.endswith(("/", ".html")):
        return f"{url}.html"
    return url


def in_style(url: str, written: Written, page_url: str | None) -> str:
    """Write an address as another one is written: from the page or the root, encoded or not.

    Args:
        url: where it is to lead, from the site's root, encoded as Jekyll does.
        written: what stands in its place now.
        page_url: the address of the page it will stand on; None where it counts from the root.
    """
    target = url if written.path.isascii() else _decoded(url)
    if not written.is_relative:
        keeps_slash = written.path.startswith("/") or not written.lead
        return written.lead + (target if keeps_slash else target.lstrip("/")) + written.suffix
    if page_url is None:
        return target.lstrip("/") + written.suffix
    folder = page_url if page_url.endswith("/") else posixpath.dirname(page_url)
    own = folder if written.path.isascii() else _decoded(folder)
    relative = posixpath.relpath(target, own)
    if target.endswith("/"):
        relative += "/"
    if written.path.startswith("./") and not relative.startswith("."):
        relative = f"./{relative}"
    return relative + written.suffix


def _decoded(url: str) -> str:
    """Decode the letters beyond ASCII and nothing else."""
    return _NOT_ASCII.sub(lambda match: unquote(match[0], errors="surrogateescape"), url)


def _lead(text: str, site: Site) -> tuple[str, str]:
    """Part what names the site from what names the page in it."""
    end = 0
    while (match := _SITE_VALUE.match(text, end)) is not None:
        end = match.end()
    rest = text[end:]
    host = site.config.url.partition("://")[2].rstrip("/")
    for name in (f"https://{host}", f"http://{host}", f"//{host}") if host else ():
        if rest.casefold().startswith(name.casefold()) and rest[len(name) :][:1] in "/?#":
            end += len(name)
            break
    base = site.config.baseurl.strip("/")
    rest = text[end:]
    if base and (rest == f"/{base}" or rest.startswith(f"/{base}/")):
        end += len(base) + 1
    return text[:end], text[end:]
