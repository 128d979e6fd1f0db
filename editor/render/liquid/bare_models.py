"""Stand in for a site that is not there, and for a post that no site has read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from editor.render.liquid.models import CollectionModel, PageModel, StaticFileModel


@dataclass(frozen=True, slots=True)
class BareSite:
    """Be a site without posts, pages and files; its configuration and data may be known.

    Attributes:
        time: The moment of the build.
        config: The keys of the configuration.
        data: What `_data` holds.
    """

    time: datetime
    config: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    collections: Mapping[str, CollectionModel] = field(default_factory=dict)
    pages: Sequence[PageModel] = ()
    static_files: Sequence[StaticFileModel] = ()


@dataclass(frozen=True, slots=True)
class BarePost:
    """Be a post of which only the file is known.

    Attributes:
        relative_path: The path of the file, as far as it is known.
        data: The front matter.
        content: The body as written.
        date: The moment it bears, if any.
        url: Its address, "" where nobody knows it.
    """

    relative_path: str
    data: Mapping[str, object]
    content: str
    date: datetime | None = None
    url: str = ""
    collection: str = "posts"
    output: str | None = None
    excerpt: str | None = None
    previous: None = None
    next: None = None

    @property
    def name(self) -> str:
        """The name of the file."""
        return PurePosixPath(self.relative_path).name

    @property
    def id(self) -> str:
        """The address without its extension."""
        return self.url.removesuffix(".html")
