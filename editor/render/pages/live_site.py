"""Show a site to templates: the model of it, with what only a rendering can give."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from editor.render.liquid.models import CollectionModel
from editor.render.pages.data_drop import DataDrop
from editor.render.pages.live_models import LiveDocument, LivePage
from editor.site.collections import SiteCollection
from editor.site.documents import SiteDocument
from editor.site.model import SiteModel
from editor.site.pages import StaticFile

Lively = Callable[[SiteDocument], LiveDocument]
"""Give the one live form of a document."""


class LiveCollection:
    """Show a collection (a `CollectionModel` of Liquid)."""

    def __init__(self, collection: SiteCollection, lively: Lively) -> None:
        self._collection = collection
        self._lively = lively

    @property
    def label(self) -> str:
        """Its name in the configuration."""
        return self._collection.label

    @cached_property
    def docs(self) -> Sequence[LiveDocument]:
        """Its documents, in Jekyll's order."""
        return [self._lively(document) for document in self._collection.docs]

    @property
    def files(self) -> Sequence[StaticFile]:
        """The files in it that have no front matter."""
        return self._collection.files

    @property
    def directory(self) -> str:
        """Its folder, as a whole path."""
        return self._collection.directory

    @property
    def relative_directory(self) -> str:
        """Its folder under the source."""
        return self._collection.relative_directory

    @property
    def output(self) -> bool:
        """Whether its documents become pages."""
        return self._collection.output

    @property
    def metadata(self) -> Mapping[str, object]:
        """Its keys in the configuration."""
        return self._collection.metadata


class LiveSite:
    """Show a site (a `SiteModel` of Liquid)."""

    def __init__(
        self,
        model: SiteModel,
        lively: Lively,
        data: DataDrop,
        made_pages: Callable[[], Sequence[LivePage]],
    ) -> None:
        """Take the model and what is made of it.

        Args:
            model: the site on the disk.
            lively: gives the one live form of a document.
            data: its data files.
            made_pages: gives the pages that plugins add.
        """
        self.model = model
        self._made_pages = made_pages
        self._lively = lively
        self._data = data

    @cached_property
    def config(self) -> Mapping[str, object]:
        """Every key of the configuration, and the data files, which are read one by one."""
        settings: dict[str, object] = dict(self.model.site.config.settings)
        settings |= {
            "source": str(self.model.site.source),
            "destination": str(self.model.site.destination),
            "serving": False,
            "data": settings.get("data") or self._data,
        }
        return settings

    @property
    def time(self) -> datetime:
        """The moment of the build."""
        return self.model.time

    @cached_property
    def collections(self) -> Mapping[str, CollectionModel]:
        """The collections by label."""
        return {
            label: LiveCollection(collection, self._lively)
            for label, collection in self.model.collections.items()
        }

    @cached_property
    def pages(self) -> Sequence[LivePage]:
        """All pages, those that plugins add behind the others."""
        return [*map(LivePage, self.model.pages), *self._made_pages()]

    @property
    def static_files(self) -> Sequence[StaticFile]:
        """All files that are copied."""
        return self.model.static_files

    @property
    def data(self) -> Mapping[str, object]:
        """Nothing: `config` has the data files."""
        return {}
