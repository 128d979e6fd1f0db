"""Show the site, its posts and its files to a template (Jekyll 4.3: `Drops`)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from typing_extensions import override

from editor.post.field_values import JekyllTime
from editor.render.liquid.models import (
    CollectionModel,
    DocumentModel,
    PageModel,
    SiteModel,
    StaticFileModel,
)
from editor.render.liquid.values.kinds import Drop
from editor.render.liquid.values.times import fixed_zone

Model = TypeVar("Model")


class FieldsDrop(Drop, Generic[Model]):
    """Give fields that are computed, and those of a mapping beside them.

    Attributes:
        getters: How each computed field is found; the drop is given.
        model: What the fields are read from.
    """

    getters: ClassVar[Mapping[str, Callable[[Any], object]]] = {}

    def __init__(self, model: Model, shop: "DropShop") -> None:
        self.model = model
        self.shop = shop

    def data(self) -> Mapping[str, object]:
        """Return the fields beside the computed ones."""
        return {}

    @override
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.getters, *map(str, self.data())]))

    @override
    def has(self, key: object) -> bool:
        return isinstance(key, str) and (key in self.getters or key in self.data())

    @override
    def get(self, key: object) -> object:
        if not isinstance(key, str):
            return None
        getter = self.getters.get(key)
        return shown(self.data().get(key)) if getter is None else getter(self)


class DocumentDrop(FieldsDrop[DocumentModel]):
    """Show a post or a document of a collection."""

    getters: ClassVar[Mapping[str, Callable[["DocumentDrop"], object]]] = {
        "collection": lambda drop: drop.model.collection,
        "excerpt": lambda drop: drop.model.excerpt or "",
        "name": lambda drop: drop.data().get("name") or drop.model.name,
        "previous": lambda drop: drop.shop.document(drop.model.previous),
        "next": lambda drop: drop.shop.document(drop.model.next),
        "path": lambda drop: drop.model.relative_path,
        "id": lambda drop: drop.model.id,
        "output": lambda drop: drop.model.output,
        "content": lambda drop: drop.model.content,
        "relative_path": lambda drop: drop.model.relative_path,
        "url": lambda drop: drop.model.url,
        "date": lambda drop: drop.model.date,
        "title": lambda drop: shown(drop.data().get("title")),
        "categories": lambda drop: shown(drop.data().get("categories")),
        "tags": lambda drop: shown(drop.data().get("tags")),
    }

    @override
    def data(self) -> Mapping[str, object]:
        return self.model.data

    @override
    def printed(self) -> str:
        return self.model.output or self.model.content

    @override
    def listed(self) -> str:
        model = self.model
        return f"#<Jekyll::Document {model.relative_path} collection={model.collection}>"

    @override
    def order(self) -> tuple[object, ...]:
        return (self.model.date, self.model.relative_path)


class StaticFileDrop(FieldsDrop[StaticFileModel]):
    """Show a file that the site copies."""

    getters: ClassVar[Mapping[str, Callable[["StaticFileDrop"], object]]] = {
        "name": lambda drop: drop.model.name,
        "extname": lambda drop: _ending(drop.model.name),
        "modified_time": lambda drop: drop.model.modified_time,
        "basename": lambda drop: drop.model.name.removesuffix(_ending(drop.model.name)).rstrip(
            "."
        ),
        "path": lambda drop: drop.model.relative_path,
        "collection": lambda drop: drop.model.collection,
    }

    @override
    def data(self) -> Mapping[str, object]:
        return self.model.data

    @override
    def printed(self) -> str:
        return "Jekyll::Drops::StaticFileDrop"

    @override
    def listed(self) -> str:
        return f'#<Jekyll::StaticFile @relative_path="{self.model.relative_path}">'


class CollectionDrop(FieldsDrop[CollectionModel]):
    """Show a collection."""

    getters: ClassVar[Mapping[str, Callable[["CollectionDrop"], object]]] = {
        "output": lambda drop: drop.model.output,
        "label": lambda drop: drop.model.label,
        "docs": lambda drop: [drop.shop.document(document) for document in drop.model.docs],
        "files": lambda drop: [drop.shop.static_file(file) for file in drop.model.files],
        "directory": lambda drop: drop.model.directory,
        "relative_directory": lambda drop: drop.model.relative_directory,
    }

    @override
    def data(self) -> Mapping[str, object]:
        return self.model.metadata

    @override
    def printed(self) -> str:
        return f"[{', '.join(self.shop.drop(document).listed() for document in self.model.docs)}]"


class SiteDrop(FieldsDrop[SiteModel]):
    """Show the site: its posts and pages, its data, and every key of its configuration."""

    def __init__(self, model: SiteModel, shop: "DropShop") -> None:
        super().__init__(model, shop)
        self._made: dict[str, object] = {}

    @override
    def data(self) -> Mapping[str, object]:
        return self.model.config

    @override
    def has(self, key: object) -> bool:
        return super().has(key) or (isinstance(key, str) and key in self.model.collections)

    @override
    def get(self, key: object) -> object:
        if not isinstance(key, str):
            return None
        if key not in self._made:
            if key != "posts" and key in self.model.collections:
                docs = self.model.collections[key].docs
                self._made[key] = [self.shop.document(document) for document in docs]
            else:
                self._made[key] = super().get(key)
        return self._made[key]

    @override
    def printed(self) -> str:
        return "Jekyll::Drops::SiteDrop"

    def _oldest_first(self) -> list[DocumentDrop]:
        posts = self.model.collections.get("posts")
        return [] if posts is None else [self.shop.drop(document) for document in posts.docs]

    def _posts(self) -> list[object]:
        return list(reversed(self._oldest_first()))

    def _html_pages(self) -> list[object]:
        endings = (".html", ".xhtml", ".htm", "/")
        return [page_fields(page) for page in self.model.pages if page.url.endswith(endings)]

    def _collections(self) -> list[object]:
        labels = sorted(self.model.collections)
        return [CollectionDrop(self.model.collections[label], self.shop) for label in labels]

    def _documents(self) -> list[object]:
        found: list[object] = []
        for part in self.model.collections.values():
            found += map(self.shop.document, part.docs)
            found += map(self.shop.static_file, part.files)
        return found

    def _related_posts(self) -> list[object] | None:
        current = self.shop.current
        if current is None:
            return None
        return [post for post in self._posts() if getattr(post, "model", None) is not current][:10]

    def _by_value_of(self, key: str) -> dict[object, object]:
        found: dict[object, list[object]] = {}
        for post in self._oldest_first():
            values = post.model.data.get(key)
            for value in values if isinstance(values, list) else ():
                if not isinstance(value, list | dict):
                    found.setdefault(value, []).append(post)
        return {value: list(reversed(posts)) for value, posts in found.items()}

    def _tags(self) -> dict[object, object]:
        return self._by_value_of("tags")

    def _categories(self) -> dict[object, object]:
        return self._by_value_of("categories")

    getters: ClassVar[Mapping[str, Callable[["SiteDrop"], object]]] = {
        "data": lambda drop: drop.model.config.get("data") or shown(drop.model.data),
        "time": lambda drop: drop.model.time,
        "pages": lambda drop: [page_fields(page) for page in drop.model.pages],
        "static_files": lambda drop: list(map(drop.shop.static_file, drop.model.static_files)),
        "tags": _tags,
        "categories": _categories,
        "posts": _posts,
        "html_pages": _html_pages,
        "collections": _collections,
        "documents": _documents,
        "related_posts": _related_posts,
        "config": lambda _: None,
    }


class DropShop:
    """Make the drop of each model once, so that a template can compare them.

    Attributes:
        current: The document that is rendered, which is not related to itself; None for a page,
            which has no related posts.
    """

    def __init__(self, current: DocumentModel | None) -> None:
        self.current = current
        self._documents: dict[int, DocumentDrop] = {}

    def drop(self, document: DocumentModel) -> DocumentDrop:
        """Return the drop of `document`."""
        return self._documents.setdefault(id(document), DocumentDrop(document, self))

    def document(self, document: DocumentModel | None) -> DocumentDrop | None:
        """Return the drop of `document`, None for none."""
        return None if document is None else self.drop(document)

    def static_file(self, file: StaticFileModel) -> StaticFileDrop:
        """Return the drop of `file`."""
        return StaticFileDrop(file, self)


def page_fields(page: PageModel) -> dict[str, object]:
    """Return a page as Jekyll shows it: a plain hash."""
    fields = {str(key): shown(value) for key, value in page.data.items()}
    return fields | {
        "content": page.content,
        "dir": page.dir,
        "excerpt": None,
        "name": page.name,
        "path": page.relative_path,
        "url": page.url,
    }


def _ending(name: str) -> str:
    """Return the ending of a file's name with its full stop; a name that begins so has none."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending}" if dot and stem else ""


def shown(value: object) -> object:
    """Return a value of a front matter or a data file in the form that templates work with."""
    if isinstance(value, JekyllTime):
        offset = value.instant.utcoffset()
        zone = None if offset is None else fixed_zone(offset)
        return value.instant.replace(tzinfo=zone)
    if isinstance(value, Mapping):
        return {_key(key): shown(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [shown(member) for member in value]
    return value


def _key(key: object) -> object:
    return str(key) if isinstance(key, datetime | JekyllTime) else key
