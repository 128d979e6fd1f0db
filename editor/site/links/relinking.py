"""Lead the links of a text to where the files go that they lead to."""

import posixpath
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, unquote

from editor.post.edits.splices import Splice
from editor.site.folders import Site
from editor.site.links.spots import Kind, LinkSpot, spots_in, spots_in_data
from editor.site.links.whereabouts import Moved, called
from editor.site.links.written import in_style, read_address, shaped, ways_to_write

_FROM_ROOT = frozenset({Kind.FIELD, Kind.LIQUID})
_IN_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})


@dataclass(frozen=True, slots=True)
class Text:
    """Hold a text that may have links.

    Attributes:
        text: the whole file, a byte order mark included.
        page_url: the address of the page it makes; None for an include, a layout or data.
        new_url: the address that the page will have, where it is moved itself.
        is_markdown: whether it is Markdown.
        is_data: whether it is a data file.
        beside: files that lie beside it and go with it, as seen from it.
    """

    text: str
    page_url: str | None = None
    new_url: str | None = None
    is_markdown: bool = True
    is_data: bool = False
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Relinking:
    """Hold the files that are moved, and find what the texts of the site must say then.

    Attributes:
        site: the site.
        files: the moved files.
        only_one: slugs that one post of the site bears, and no more.
    """

    site: Site
    files: Sequence[Moved]
    only_one: frozenset[str] = field(default=frozenset())

    @cached_property
    def _targets(self) -> dict[str, tuple[Moved, str]]:
        found: dict[str, tuple[Moved, str]] = {}
        for file in self.files:
            if file.old.url and file.new.url and file.old.url != file.new.url:
                for path, shape in ways_to_write(file.old.url).items():
                    found.setdefault(path, (file, shape))
        return found

    @property
    def words(self) -> set[str]:
        """The words of which any link to one of the files has at least one."""
        found: set[str] = set()
        for file in self.files:
            old, new = file.old, file.new
            if old.url != new.url:
                last = posixpath.basename(old.url.rstrip("/"))
                found.add(last.removesuffix(".html"))
            if old.link_path != new.link_path:
                found |= {posixpath.basename(old.link_path), posixpath.basename(old.post_name)}
                found |= {old.slug} & self.only_one
        return found - {""}

    def splices(self, text: Text) -> list[Splice]:
        """Say what to change in a text, in code points; empty where no link leads to a file."""
        spots = (
            spots_in_data(text.text)
            if text.is_data
            else spots_in(text.text, is_markdown=text.is_markdown)
        )
        found: list[Splice] = []
        for spot in spots:
            old = text.text[spot.start : spot.end]
            new = self._new(spot, old, text)
            if new is not None and new != old:
                found.append(Splice(spot.start, spot.end, new))
        return found

    def _new(self, spot: LinkSpot, old: str, text: Text) -> str | None:
        """Say what is to stand in the place of an address; None where it stays."""
        if spot.kind is Kind.POST_URL:
            file = called(old, self.files, only_one=self.only_one)
            slash = "/" if old.startswith("/") else ""
            return slash + file.new.post_name if file and file.new.post_name else None
        if spot.kind is Kind.LINK:
            return self._new_path(old)
        return self._new_address(spot, old, text)

    def _new_path(self, old: str) -> str | None:
        path = unicodedata.normalize("NFC", old.lstrip("/"))
        for file in self.files:
            if unicodedata.normalize("NFC", file.old.link_path) == path:
                return old[: len(old) - len(old.lstrip("/"))] + file.new.link_path
        return None

    def _new_address(self, spot: LinkSpot, old: str, text: Text) -> str | None:
        from_root = spot.kind in _FROM_ROOT
        page = "/" if from_root else text.page_url
        written = read_address(old, self.site, page)
        if written is None:
            return None
        if from_root and written.is_relative and "/" not in written.path:
            # One word in a field is a name before it is an address.
            return None
        found = self._targets.get(written.rooted)
        goes_to = "/" if from_root else text.new_url or text.page_url
        if found is not None:
            file, shape = found
            return _safe(in_style(shaped(file.new.url, shape), written, goes_to), spot)
        if from_root or not written.is_relative or not self._changes_folder(text):
            return None
        if unquote(written.path).removeprefix("./") in text.beside:
            return None
        # The page itself moves to another folder, and what it names from there stays.
        return _safe(in_style(_encoded_as(written.rooted, written.path), written, goes_to), spot)

    def _changes_folder(self, text: Text) -> bool:
        old, new = text.page_url, text.new_url
        if old is None or new is None:
            return False
        return posixpath.dirname(old) != posixpath.dirname(new)


def _safe(address: str, spot: LinkSpot) -> str:
    """Write parentheses so that they do not end a Markdown link."""
    if spot.kind is Kind.MARKDOWN and not spot.in_angles and "{" not in address:
        return address.translate(_IN_PARENTHESES)
    return address


def _encoded_as(rooted: str, written: str) -> str:
    """Encode a path again where what was written is encoded."""
    if "%" not in written:
        return rooted
    return quote(rooted, safe="/:@!$&'()*+,;=~", errors="surrogateescape")
