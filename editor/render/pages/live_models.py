"""Show documents and pages to templates in the state they have at this point of the build."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from typing_extensions import override

from editor.post.ruby.text import ruby_text
from editor.site.documents import SiteDocument
from editor.site.pages import SitePage


class Stage(Protocol):
    """Know how far the build has come, and render what it has come past."""

    def content(self, document: "LiveDocument") -> str:
        """Give the body of a document: as HTML once it is rendered, as written before."""

    def output(self, document: "LiveDocument") -> str | None:
        """Give the whole page of a document; None before it is rendered."""

    def excerpt(self, document: "LiveDocument") -> str | None:
        """Give the excerpt that is cut out of the body, as HTML; None for none."""

    def neighbour(self, document: "LiveDocument", step: int) -> "LiveDocument | None":
        """Give the document before (-1) or after (1) another one."""


class LiveDocument:
    """Show a document of the site (a `DocumentModel` of Liquid).

    Attributes:
        document: the document.
        body_html: its body, once it has been rendered.
        excerpt_html: its excerpt, once that has been rendered.
    """

    def __init__(
        self,
        document: SiteDocument,
        stage: Stage,
        own: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        """Take the document, and what stands over its front matter."""
        self.document = document
        self._own = own
        self.body_html: str | None = None
        self.excerpt_html: str | None = None
        self._stage = stage

    @property
    def relative_path(self) -> str:
        """The path of the source, relative to the folder of the collections."""
        return self.document.relative_path

    @property
    def url(self) -> str:
        """The address on the site, without `baseurl`."""
        return self.document.url

    @property
    def data(self) -> Mapping[str, object]:
        """The front matter over its defaults, and what Jekyll adds."""
        return {**self.document.data, **self._own} if self._own else self.document.data

    @property
    def id(self) -> str:
        """The address without its extension."""
        return self.document.id

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.document.name

    @property
    def date(self) -> datetime | None:
        """The moment it bears."""
        return self.document.date

    @property
    def collection(self) -> str:
        """The label of its collection."""
        return self.document.collection

    @property
    def content(self) -> str:
        """The body: as written before it has been rendered, HTML after."""
        return self._stage.content(self)

    @property
    def output(self) -> str | None:
        """The whole page, None before it has been rendered."""
        return self._stage.output(self)

    @property
    def excerpt(self) -> str | None:
        """The excerpt as HTML, or the front matter's own; None for none."""
        own = self.document.own_excerpt
        return self._stage.excerpt(self) if own is None else ruby_text(own)

    @property
    def previous(self) -> "LiveDocument | None":
        """The document before this one in its collection: the older post."""
        return self._stage.neighbour(self, -1)

    @property
    def next(self) -> "LiveDocument | None":
        """The document after this one in its collection: the newer post."""
        return self._stage.neighbour(self, 1)


class ExcerptModel(LiveDocument):
    """Show a document while its excerpt is rendered: the body is the excerpt's."""

    def __init__(self, document: SiteDocument, stage: Stage, source: str) -> None:
        super().__init__(document, stage)
        self._source = source

    @property
    @override
    def relative_path(self) -> str:
        """The path of the source, and what Jekyll adds to it."""
        return f"{self.document.relative_path}/#excerpt"

    @property
    @override
    def id(self) -> str:
        """The document's, and what Jekyll adds to it."""
        return f"{self.document.id}#excerpt"

    @property
    @override
    def content(self) -> str:
        """The excerpt as it is written."""
        return self._source

    @property
    @override
    def output(self) -> str | None:
        """Nothing: an excerpt has no page."""
        return None

    @property
    @override
    def excerpt(self) -> str | None:
        """Nothing: an excerpt has none itself."""
        return None


class LivePage:
    """Show a page of the site (a `PageModel` of Liquid)."""

    def __init__(self, page: SitePage, own: Mapping[str, object] = MappingProxyType({})) -> None:
        """Take the page, and what stands over its front matter."""
        self.page = page
        self._own = own

    @property
    def relative_path(self) -> str:
        """The path of the source."""
        return self.page.relative_path

    @property
    def url(self) -> str:
        """The address on the site, without `baseurl`."""
        return self.page.url

    @property
    def data(self) -> Mapping[str, object]:
        """The front matter over its defaults."""
        return {**self.page.data, **self._own} if self._own else self.page.data

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.page.name

    @property
    def dir(self) -> str:
        """The folder part of the address, with a slash at both ends."""
        return self.page.dir

    @property
    def content(self) -> str:
        """The body as it is written."""
        return self.page.body
