"""Know a post, a draft or a document of a collection as Jekyll knows it, as far as is asked."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from editor.post.field_values import Value
from editor.post.file_names import title_from_slug
from editor.post.ruby.text import ruby_text
from editor.site.document_address import document_address
from editor.site.excerpts import excerpt_source, separator_of
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts, Reading, name_read, reading_of
from editor.site.merging import is_true
from editor.site.permalinks import Address, PermalinkProblem
from editor.site.placement import Placement, Role
from editor.site.post_text import PostText

_NO_ADDRESS = Address("", "")


@dataclass(frozen=True, eq=False)
class SiteDocument:
    """Hold a document; its body and its address are worked out when they are asked for.

    Attributes:
        path: the file.
        placement: where it stands in the site.
        reading: what Jekyll knows of it.
        site: its site.
        text: its body where the file on the disk is not what counts: a post that is open.
    """

    path: Path
    placement: Placement
    reading: Reading
    site: Site
    text: PostText | None = None

    @classmethod
    def read(
        cls, path: Path, placement: Placement, facts: PostFacts, site: Site, now: datetime
    ) -> "SiteDocument":
        """Read a document from what its file says.

        Raises:
            DateProblem: Jekyll stops at its date.
        """
        return cls(path, placement, reading_of(placement, facts, site, now), site)

    @property
    def relative_path(self) -> str:
        """The path of the file, relative to the folder of the collections."""
        return str(self.placement.relative)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.placement.relative.name

    @property
    def collection(self) -> str:
        """The label of its collection, `posts` for posts and drafts."""
        return self.placement.collection

    @property
    def is_draft(self) -> bool:
        """Whether it lies in a folder of drafts."""
        return self.placement.role is Role.DRAFT

    @property
    def date(self) -> datetime:
        """Its moment, in the site's zone."""
        return self.reading.when

    @cached_property
    def problem(self) -> str:
        """A sentence about an address that Jekyll stops at; empty for none."""
        try:
            document_address(self.placement, self.reading, self.site)
        except PermalinkProblem as error:
            return str(error)
        return ""

    @cached_property
    def address(self) -> Address:
        """Where it shows; empty where Jekyll stops at its permalink."""
        try:
            return document_address(self.placement, self.reading, self.site)
        except PermalinkProblem:
            return _NO_ADDRESS

    @property
    def url(self) -> str:
        """Its address on the site, without `baseurl`."""
        return self.address.url

    @property
    def id(self) -> str:
        """The folder of its address, and its slug as it is written.

        Jekyll 4.3: `Document#id`.
        """
        slug = self.reading.slug
        base = self.placement.relative.stem if slug is None else ruby_text(slug)
        return posixpath.join(posixpath.dirname(self.url.rstrip("/")) or "/", base)

    @cached_property
    def data(self) -> Mapping[str, Value | datetime]:
        """Its front matter over the defaults, and what Jekyll adds.

        Jekyll 4.3: `Document#read_post_data`.
        """
        reading = self.reading
        values: dict[str, Value | datetime] = {"draft": self.is_draft}
        values |= reading.values
        values["categories"] = list(reading.category_values)
        values["date"] = reading.when
        if reading.broken is not None:
            return values
        values["tags"] = list(reading.tag_values)
        values["slug"] = reading.slug
        values["ext"] = self.placement.relative.suffix
        if not is_true(reading.values.get("title")):
            values["title"] = title_from_slug(self._slug_of_name)
        return values

    @property
    def _slug_of_name(self) -> str:
        """The slug in the name of the file."""
        name = name_read(self.placement)
        return self.placement.relative.stem.rstrip(".") if name is None else name.slug

    @cached_property
    def post_text(self) -> PostText:
        """Its body and where that begins; read now."""
        return self.text or PostText.read(self.path, self.site.config.encoding)

    @property
    def body(self) -> str:
        """Its body as it is written."""
        return self.post_text.body

    @property
    def own_excerpt(self) -> Value:
        """The excerpt that its front matter gives; None where it is to be cut out of the body."""
        own = self.reading.values.get("excerpt")
        return own if is_true(own) else None

    @cached_property
    def excerpt_source(self) -> str | None:
        """The excerpt before Liquid and Markdown; None where the site wants none."""
        configured = self.site.config.settings.get("excerpt_separator")
        separator = separator_of(self.reading.values.get("excerpt_separator"), configured)
        return excerpt_source(self.body, separator) if separator else None

    @property
    def order(self) -> tuple[float, str]:
        """What Jekyll sorts documents by: the moment, then the path."""
        return self.reading.when.timestamp(), str(self.path)
