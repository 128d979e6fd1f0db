"""Say what a site has to tell its templates; whoever reads the site fills these shapes.

All are protocols: any object with these attributes will do. Times are aware and on the site's
clock. A path is relative to the site's source, with ``/`` between its parts.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from typing_extensions import TypeIs


class LinkTarget(Protocol):
    """Something that the site writes, and that a link can lead to."""

    @property
    def relative_path(self) -> str:
        """The path of the source; that of a static file begins with ``/``."""

    @property
    def url(self) -> str:
        """The address on the site, without `baseurl`."""


class DocumentModel(LinkTarget, Protocol):
    """A post, a draft or a document of a collection."""

    @property
    def data(self) -> Mapping[str, object]:
        """The front matter over its defaults, and what Jekyll adds.

        That is `title`, `slug`, `ext`, `date`, `draft`, `categories`, `tags` and `layout`.
        """

    @property
    def id(self) -> str:
        """The address without its extension."""

    @property
    def name(self) -> str:
        """The name of the file."""

    @property
    def date(self) -> datetime | None:
        """The moment it bears, if any."""

    @property
    def collection(self) -> str:
        """The label of its collection, `posts` for posts."""

    @property
    def content(self) -> str:
        """The body: as written before it has been rendered, HTML after."""

    @property
    def output(self) -> str | None:
        """The whole page, None before it has been rendered."""

    @property
    def excerpt(self) -> str | None:
        """The excerpt as HTML, or the front matter's own, None for none."""

    @property
    def previous(self) -> "DocumentModel | None":
        """The document before this one in its collection: the older post."""

    @property
    def next(self) -> "DocumentModel | None":
        """The document after this one in its collection: the newer post."""


class PageModel(LinkTarget, Protocol):
    """A page: a file with front matter outside the collections."""

    @property
    def data(self) -> Mapping[str, object]:
        """The front matter over its defaults."""

    @property
    def name(self) -> str:
        """The name of the file."""

    @property
    def dir(self) -> str:
        """The folder part of the address, with a slash at both ends."""

    @property
    def content(self) -> str:
        """The body: as written before it has been rendered, HTML after."""


class StaticFileModel(LinkTarget, Protocol):
    """A file that the site copies as it is."""

    @property
    def name(self) -> str:
        """The name of the file."""

    @property
    def modified_time(self) -> datetime:
        """When the file was last changed."""

    @property
    def collection(self) -> str | None:
        """The label of the collection it lies in, None for none."""

    @property
    def data(self) -> Mapping[str, object]:
        """What the defaults of the configuration say about it."""


class CollectionModel(Protocol):
    """A collection and what lies in it."""

    @property
    def label(self) -> str:
        """Its name in the configuration."""

    @property
    def docs(self) -> Sequence[DocumentModel]:
        """Its documents, in Jekyll's order; those of `posts` oldest first."""

    @property
    def files(self) -> Sequence[StaticFileModel]:
        """The files in it that have no front matter."""

    @property
    def directory(self) -> str:
        """Its folder, as a whole path."""

    @property
    def relative_directory(self) -> str:
        """Its folder under the source: ``_posts``."""

    @property
    def output(self) -> bool:
        """Say whether its documents become pages."""

    @property
    def metadata(self) -> Mapping[str, object]:
        """Its keys in the configuration."""


class SiteModel(Protocol):
    """A site as its templates see it."""

    @property
    def config(self) -> Mapping[str, object]:
        """Every key of the configuration, Jekyll's defaults included."""

    @property
    def time(self) -> datetime:
        """The moment of the build."""

    @property
    def collections(self) -> Mapping[str, CollectionModel]:
        """The collections by label, `posts` among them."""

    @property
    def pages(self) -> Sequence[PageModel]:
        """All pages."""

    @property
    def static_files(self) -> Sequence[StaticFileModel]:
        """All files that are copied."""

    @property
    def data(self) -> Mapping[str, object]:
        """What `_data` holds."""


def is_document(page: DocumentModel | PageModel) -> TypeIs[DocumentModel]:
    """Say whether `page` belongs to a collection; a page belongs to none."""
    return hasattr(page, "collection")
