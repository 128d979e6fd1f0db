"""Know the pages and the plain files of a site: all that lies outside its collections."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from editor.post.field_values import Value
from editor.site.defaults import front_matter_defaults
from editor.site.document_address import own_permalink
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts
from editor.site.merging import is_true, laid_over
from editor.site.output_ext import output_ext
from editor.site.page_address import ending_of, page_address
from editor.site.permalinks import Address, PermalinkProblem, encoded, sanitized
from editor.site.post_text import PostText


@dataclass(frozen=True, eq=False)
class SitePage:
    """Hold a page; its body and its address are worked out when they are asked for.

    Attributes:
        path: the file, in the site or in its theme.
        relative: its path relative to the source.
        facts: what its file says.
        site: its site.
        text: its body where the file on the disk is not what counts: a page that is open.
    """

    path: Path
    relative: PurePosixPath
    facts: PostFacts
    site: Site
    text: PostText | None = None

    @property
    def relative_path(self) -> str:
        """The path of the file, relative to the source."""
        return str(self.relative)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.relative.name

    @cached_property
    def data(self) -> Mapping[str, Value]:
        """Its front matter over the defaults."""
        site = self.site
        defaults = front_matter_defaults(site.config, self.relative, "pages", site.source)
        return laid_over(defaults, self.facts.values)

    @property
    def is_shown(self) -> bool:
        """Whether Jekyll publishes it."""
        return self.site.config.unpublished or is_true(self.data.get("published", True))

    @cached_property
    def address(self) -> Address:
        """Where it shows; a permalink that Jekyll stops at counts as none."""
        config = self.site.config
        try:
            permalink = own_permalink(self.data) or None
        except PermalinkProblem:
            permalink = None
        ending = output_ext(self.relative.suffix, permalink, config.markdown_ext)
        return page_address(self.relative, config.permalink, permalink, ending)

    @property
    def url(self) -> str:
        """Its address on the site, without `baseurl`."""
        return self.address.url

    @property
    def dir(self) -> str:
        """The folder part of the address, with a slash at both ends."""
        folder = self.url if self.url.endswith("/") else posixpath.dirname(self.url)
        return folder if folder.endswith("/") else f"{folder}/"

    @cached_property
    def post_text(self) -> PostText:
        """Its body and where that begins; read now."""
        return self.text or PostText.read(self.path, self.site.config.encoding)

    @property
    def body(self) -> str:
        """Its body as it is written."""
        return self.post_text.body


@dataclass(frozen=True, eq=False)
class StaticFile:
    """Hold a file that Jekyll copies as it is.

    Attributes:
        path: the file, in the site or in its theme.
        relative: its path relative to the source (to the collections' folder in a collection).
        site: its site.
        collection: the label of the collection it lies in, None for none.
    """

    path: Path
    relative: PurePosixPath
    site: Site = field(repr=False)
    collection: str | None = None

    @property
    def relative_path(self) -> str:
        """The path from the source, a slash in front; in a collection there is none."""
        return f"/{self.relative}" if self.collection is None else str(self.relative)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.relative.name

    @cached_property
    def modified_time(self) -> datetime:
        """When the file was last changed, on the site's clock."""
        try:
            moment = datetime.fromtimestamp(int(self.path.stat().st_mtime), UTC)
        except OSError:
            moment = datetime.fromtimestamp(0, UTC)
        return moment.astimezone(self.site.config.zone)

    @cached_property
    def data(self) -> Mapping[str, Value]:
        """What the config's defaults say about it."""
        kind = self.collection or ""
        return front_matter_defaults(self.site.config, self.relative, kind, self.site.source)

    @cached_property
    def url(self) -> str:
        """Its address on the site, without `baseurl`.

        Jekyll 4.3: `StaticFile#url`; in a collection the address follows its pattern.
        """
        if self.collection is None:
            return self.relative_path
        own = self.site.config.collections[self.collection].get("permalink")
        template = own if isinstance(own, str) else _collection_pattern(self.site)
        whole = self.relative_path.removesuffix(self.relative.suffix).rstrip(".")
        values = {
            "collection": self.collection,
            "path": whole.replace(f"_{self.collection}", "", 1),
            "output_ext": "",
            "name": self.relative.stem.rstrip("."),
            "title": "",
        }
        for name, value in values.items():
            template = template.replace(f":{name}", encoded(value))
        return sanitized(template).removesuffix("/") + self.relative.suffix


def _collection_pattern(site: Site) -> str:
    return "/:collection/:path" + ending_of(site.config.permalink)
