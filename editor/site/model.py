"""Know a whole site as Jekyll does when it has read everything and writes nothing yet.

One model is read for the preview, the list and the checks; nothing in it changes. A post that is
being written takes its place in a new model, which shares all the rest with the old one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from editor.post.field_values import Value
from editor.post.ruby.text import ruby_text
from editor.site.collections import SiteCollection
from editor.site.data_files import DataFiles
from editor.site.documents import SiteDocument
from editor.site.folders import Site
from editor.site.layout_files import LayoutFiles
from editor.site.model_reading import SiteReader
from editor.site.pages import SitePage, StaticFile
from editor.site.placement import Role, placement_of
from editor.site.post_head import facts_of
from editor.site.post_text import PostText
from editor.site.problems import SiteProblem
from editor.site.themes import Theme, theme_of


@dataclass(frozen=True, eq=False)
class SiteModel:
    """Hold a site; each part is read when it is first asked for.

    Attributes:
        site: its folders and settings.
        time: the moment of the build, on the site's clock.
        theme: the theme, where it lies on this machine.
    """

    site: Site
    time: datetime
    theme: Theme | None
    _reader: SiteReader
    _own: Mapping[Path, SiteDocument | SitePage]

    @classmethod
    def open(
        cls,
        root: Path,
        now: datetime | None = None,
        stand_ins: Mapping[str, Path] = MappingProxyType({}),
    ) -> "SiteModel":
        """Open the site in a folder; nothing but its config is read yet.

        Args:
            root: the folder with the config.
            now: the moment of the build; the present one by default.
            stand_ins: folders of themes that come with the program, by name.
        """
        site = Site.open(root)
        moment = (now or datetime.now(UTC)).astimezone(site.config.zone)
        theme = theme_of(site, stand_ins)
        return cls(site, moment, theme, SiteReader(site, moment, theme), {})

    @property
    def problems(self) -> tuple[SiteProblem, ...]:
        """What went wrong in the parts that have been read so far."""
        return tuple(self._reader.problems)

    @cached_property
    def collections(self) -> Mapping[str, SiteCollection]:
        """The collections by label, `posts` first."""
        read = dict(self._reader.collections)
        for own in self._own.values():
            if isinstance(own, SiteDocument):
                read[own.collection] = read[own.collection].with_document(own)
        return read

    @cached_property
    def posts(self) -> Sequence[SiteDocument]:
        """The posts that show, from the newest to the oldest."""
        return tuple(reversed(self.collections["posts"].docs))

    @property
    def drafts(self) -> Sequence[SiteDocument]:
        """All drafts, whether the site shows them or not."""
        posts = self.collections["posts"]
        return tuple(each for each in (*posts.docs, *posts.hidden) if each.is_draft)

    @cached_property
    def pages(self) -> Sequence[SitePage]:
        """The pages that show, by name."""
        own = {each.path: each for each in self._own.values() if isinstance(each, SitePage)}
        read = [own.pop(page.path, page) for page in self._reader.pages]
        return sorted((*read, *own.values()), key=lambda page: page.name)

    @property
    def static_files(self) -> Sequence[StaticFile]:
        """The files that are copied, by path."""
        return self._reader.static_files

    @property
    def data(self) -> DataFiles:
        """What the data files hold."""
        return self._reader.data

    @property
    def layouts(self) -> LayoutFiles:
        """The layouts of the site and of its theme."""
        return self._reader.layouts

    @cached_property
    def tags(self) -> Mapping[Value, Sequence[SiteDocument]]:
        """The posts with each tag, the newest first."""
        return self._by("tags")

    @cached_property
    def categories(self) -> Mapping[Value, Sequence[SiteDocument]]:
        """The posts in each category, the newest first."""
        return self._by("categories")

    def related_posts(self, document: SiteDocument) -> Sequence[SiteDocument]:
        """Give the ten newest posts beside one.

        Jekyll 4.3: `RelatedPosts#most_recent_posts`.
        """
        return [post for post in self.posts[:11] if post.path != document.path][:10]

    def previous(self, document: SiteDocument) -> SiteDocument | None:
        """Give the older post, or the document before; None for the first."""
        return self.collections[document.collection].previous(document)

    def next(self, document: SiteDocument) -> SiteDocument | None:
        """Give the newer post, or the document after; None for the last."""
        return self.collections[document.collection].next(document)

    def find(self, path: Path) -> SiteDocument | SitePage | None:
        """Give the document or page of a file, hidden ones too; None where there is none."""
        path = self._located(path)
        if path in self._own:
            return self._own[path]
        return self._reader.document(path) or next(
            (page for page in self._reader.pages if page.path == path), None
        )

    def with_source(self, path: Path, source: str) -> "SiteModel":
        """Give the site as it is once a file has this text, and shows.

        Args:
            path: a post, draft, document or page, which need not be on the disk yet. Any other
                file changes nothing.
            source: its whole text, front matter included.

        Raises:
            DateProblem: Jekyll stops at its date.
        """
        own = self._read_source(self._located(path), source)
        return self if own is None else self.with_document(own)

    def with_document(self, own: SiteDocument | SitePage) -> "SiteModel":
        """Give the site as it is with this document or page, which shows."""
        copied = replace(self, _own={**self._own, own.path: own})
        if isinstance(own, SiteDocument):
            # Sorted in already, the collections need not be sorted again.
            copied.__dict__["collections"] = {
                **self.collections,
                own.collection: self.collections[own.collection].with_document(own),
            }
        return copied

    def _read_source(self, path: Path, source: str) -> SiteDocument | SitePage | None:
        placement = placement_of(path, self.site)
        facts = facts_of(source.encode("utf-8", "surrogatepass"))
        text = PostText.of(source)
        if placement.role is Role.PAGE:
            return SitePage(path, placement.relative, facts, self.site, text)
        if placement.role is Role.OTHER or placement.collection not in self.collections:
            return None
        dated = replace(facts, modified=self.time)
        read = SiteDocument.read(path, placement, dated, self.site, self.time)
        return replace(read, text=text)

    def _located(self, path: Path) -> Path:
        """Give a path in the form that the paths of the model have."""
        relative = self.site.relative(self.site.root / path)
        return path if relative is None else self.site.source / PurePosixPath(relative)

    def _by(self, key: str) -> dict[Value, Sequence[SiteDocument]]:
        found: dict[str, tuple[Value, list[SiteDocument]]] = {}
        for post in self.collections["posts"].docs:
            values = post.reading.tag_values if key == "tags" else post.reading.category_values
            for value in values:
                mark = f"{type(value).__name__} {ruby_text(value)}"
                found.setdefault(mark, (value, []))[1].append(post)
        return {value: posts[::-1] for value, posts in found.values() if _is_key(value)}


def _is_key(value: Value) -> bool:
    """Tell whether Python can look a value up: a list or a mapping among the tags it cannot."""
    return not isinstance(value, list | dict)
