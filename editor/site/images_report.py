"""Say which pictures of a site no page uses, and which ones its posts ask for in vain."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from editor.site.folders import Site
from editor.site.images_habits import ENDINGS, is_image_path

_PAGES: Final = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html", ".htm", ".adoc")
_STYLES: Final = (".css", ".scss", ".sass", ".less", ".js")
_DATA: Final = (".yml", ".yaml", ".json", ".csv", ".tsv", ".xml", ".txt", ".webmanifest")
_TEXTS: Final = frozenset((*_PAGES, *_STYLES, *_DATA, ".textile", ".liquid"))
_PASSED_BY: Final = frozenset({"node_modules", "vendor"})
_LARGEST_TEXT: Final = 4 << 20
_ENDING = "|".join(ending[1:] for ending in ENDINGS)
# Whatever ends like a picture, up to what cannot stand in an unquoted address.
_PATH = re.compile(rf"[^\s\"'()<>\[\]{{}}|=,;:/\\]+\.(?:{_ENDING})\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"!\[[^\]\n]*\]\(\s*<?([^\s)>]+)|<img\b[^>]*?\bsrc\s*=\s*[\"']([^\"']+)|"
    r"^(?:[-\w]*(?:image|cover|thumbnail|banner)[-\w]*):[ \t]*[\"']?([^\s\"'#]+)",
    re.IGNORECASE | re.MULTILINE,
)
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_SITE_URL = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
_RELATIVE_URL = re.compile(r"\{\{-?\s*[\"']([^\"']+)[\"']\s*\|\s*\w*_url\s*-?\}\}")


@dataclass(frozen=True, slots=True)
class MissingImage:
    """Hold a picture that a post shows and the site does not have.

    Attributes:
        post: the post.
        address: the picture as the post writes it.
        line: the line of the file, from 1.
    """

    post: Path
    address: str
    line: int


@dataclass(frozen=True, slots=True)
class ImageReport:
    """Hold the pictures that no text of the site names, and those that are missing."""

    unused: tuple[PurePosixPath, ...]
    missing: tuple[MissingImage, ...]


def image_report(site: Site) -> ImageReport:
    """Read every text of a site and compare what it names with the pictures that are there.

    A picture counts as used wherever its name stands, be it in a layout, a style sheet or a data
    file: one that is taken for unused may be deleted. Made for a thread of its own.
    """
    images: list[PurePosixPath] = []
    named: set[str] = set()
    missing: list[MissingImage] = []
    texts: list[str] = []
    for path in _files(site):
        if is_image_path(path.name):
            images.append(PurePosixPath(path.relative_to(site.source).as_posix()))
        elif path.suffix.lower() in _TEXTS:
            text = _text(path)
            named.update(unquote(found).lower() for found in _PATH.findall(text))
            texts.append(text)
            if "_posts" in path.parts or "_drafts" in path.parts:
                missing.extend(_missing(path, text, site))
    spaced = [image.name for image in images if not _PATH.fullmatch(image.name)]
    named.update(name.lower() for name in spaced if any(name in text for text in texts))
    unused = tuple(image for image in images if image.name.lower() not in named)
    return ImageReport(unused, tuple(missing))


def _files(site: Site) -> Iterator[Path]:
    """Give every file of the site itself, sorted; links to folders are not followed."""
    for where, folders, names in os.walk(site.source):
        here = Path(where)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _PASSED_BY
            and here / name != site.destination
        )
        yield from (here / name for name in sorted(names))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST_TEXT).decode("utf-8", "replace")
    except OSError:
        return ""


def _missing(post: Path, text: str, site: Site) -> Iterator[MissingImage]:
    """Give the pictures that a post shows by a path from the site's root and that are not there.

    A path from the post's own place depends on its address, and one that Liquid makes on much
    else: about those nothing is said.
    """
    plain = _FENCED.sub(lambda code: "\n" * code[0].count("\n"), text)
    plain = _RELATIVE_URL.sub(r"\1", _SITE_URL.sub("", plain))
    baseurl = str(site.config.settings.get("baseurl") or "").rstrip("/")
    for found in _SHOWN.finditer(plain):
        address = next(group for group in found.groups() if group is not None)
        path = unquote(address.partition("?")[0].partition("#")[0])
        if not path.startswith("/") or path.startswith("//") or "{" in path:
            continue
        wanted = site.source / path.lstrip("/")
        without = site.source / path.removeprefix(baseurl).lstrip("/")
        if is_image_path(path) and not wanted.exists() and not without.exists():
            yield MissingImage(post, address, plain.count("\n", 0, found.start()) + 1)
