"""Read the parts of a site from the disk, each when it is first asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from editor.post.dates import DateProblem
from editor.site.collections import SiteCollection, in_order
from editor.site.data_files import DataFiles
from editor.site.documents import SiteDocument
from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site
from editor.site.jekyll_reading import PostFacts, name_read
from editor.site.layout_files import LayoutFiles
from editor.site.merging import is_true
from editor.site.pages import SitePage, StaticFile
from editor.site.placement import Placement, Role
from editor.site.post_head import read_head
from editor.site.problems import SiteProblem
from editor.site.site_walk import files_in
from editor.site.source_files import SourceFiles, files_below, has_header, source_files
from editor.site.themes import Theme


class SiteReader:
    """Read a site.

    Attributes:
        problems: what went wrong so far.
    """

    def __init__(self, site: Site, now: datetime, theme: Theme | None) -> None:
        self._site = site
        self._now = now
        self._theme = theme
        self.problems: list[SiteProblem] = []

    @cached_property
    def collections(self) -> Mapping[str, SiteCollection]:
        """The collections by label, `posts` first."""
        site = self._site
        found: dict[str, SiteCollection] = {}
        for label, metadata in site.config.collections.items():
            folder = site.collections_path / f"_{label}"
            documents = list(self._posts() if label == "posts" else self._documents(label, folder))
            shown = in_order([each for each in documents if self._shows(each)], metadata)
            limit = site.config.limit_posts
            if label == "posts" and limit:
                shown = shown[-limit:]
            kept = {each.path for each in shown}
            hidden = [each for each in documents if each.path not in kept]
            files = () if label == "posts" else tuple(self._files(label, folder))
            found[label] = SiteCollection(label, metadata, folder, shown, hidden, files)
        return found

    @cached_property
    def pages(self) -> Sequence[SitePage]:
        """The pages of the site and its theme that show, by name."""
        site = self._site
        read = [self._page(site.source / name, name) for name in self._source.pages]
        names = set(self._source.pages)
        read += [
            self._page(path, name)
            for path, name in self._theme_assets
            if name not in names and has_header(path)
        ]
        return sorted((page for page in read if page.is_shown), key=lambda page: page.name)

    @cached_property
    def static_files(self) -> Sequence[StaticFile]:
        """The files that are copied, by path; those of the collections and the theme behind."""
        site = self._site
        names = sorted(self._source.static)
        own = [StaticFile(site.source / name, PurePosixPath(name), site) for name in names]
        inner = [file for each in self.collections.values() for file in each.files]
        themed = [
            StaticFile(path, PurePosixPath(name), site)
            for path, name in self._theme_assets
            if name not in set(names) and not has_header(path)
        ]
        return [*own, *inner, *themed]

    @cached_property
    def data(self) -> DataFiles:
        """What the data files hold."""
        return DataFiles([*self._theme_folders("_data"), self._site.data_dir], self._site)

    @cached_property
    def layouts(self) -> LayoutFiles:
        """The layouts of the site and of its theme."""
        site = self._site
        folders = {site.layouts_dir: site.display_path(site.layouts_dir)}
        if self._theme is not None:
            shown = f"{self._theme.name}/_layouts"
            folders |= dict.fromkeys(self._theme_folders("_layouts"), shown)
        return LayoutFiles(folders, site.config)

    def document(self, path: Path) -> SiteDocument | None:
        """Give the document of a file, hidden ones too."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[Path, SiteDocument]:
        return {
            document.path: document
            for collection in self.collections.values()
            for document in (*collection.docs, *collection.hidden)
        }

    @cached_property
    def _source(self) -> SourceFiles:
        return source_files(self._site)

    @cached_property
    def _theme_assets(self) -> Sequence[tuple[Path, str]]:
        """The files in the theme's folder of assets, each with its path in the finished site."""
        return [
            (folder / inner, f"assets/{inner}")
            for folder in self._theme_folders("assets")
            for inner in files_below(folder)
            if not (folder / inner).is_symlink()
        ]

    def _theme_folders(self, name: str) -> list[Path]:
        folder = None if self._theme is None else self._theme.folder(name)
        return [] if folder is None else [folder]

    def _shows(self, document: SiteDocument) -> bool:
        """Tell whether a document is in the site that Jekyll builds now."""
        config = self._site.config
        is_published = config.unpublished or is_true(
            document.reading.values.get("published", True)
        )
        is_here = config.show_drafts or not document.is_draft
        is_due = config.future or int(document.date.timestamp()) <= int(self._now.timestamp())
        return is_published and is_here and is_due

    def _posts(self) -> Iterator[SiteDocument]:
        """Read the posts and the drafts of all folders."""
        site = self._site
        home = f"/{site.config.collections_dir}"
        for folder in self._source.folders:
            if not f"/{folder}".startswith(home):
                continue
            for name, role in (("_posts", Role.POST), ("_drafts", Role.DRAFT)):
                base = site.source / folder / name
                if base.is_dir():
                    yield from self._files_of(base, role)

    def _files_of(self, folder: Path, role: Role) -> Iterator[SiteDocument]:
        base = len(str(self._site.collections_path)) + 1
        for path in files_in(folder, self._site.source, self._site.config):
            relative = PurePosixPath(path.as_posix()[base:])
            placement = Placement(role, "posts", relative)
            if name_read(placement) is not None:
                yield from self._document(path, placement)

    def _documents(self, label: str, folder: Path) -> Iterator[SiteDocument]:
        """Read the documents of a collection: its files with front matter."""
        for inner in files_below(folder):
            path = folder / inner
            is_read = why_passed_over(self._site.config, f"_{label}", inner) is None
            if is_read and has_header(path) and self._site.contains(path):
                relative = PurePosixPath(f"_{label}", inner)
                yield from self._document(path, Placement(Role.DOCUMENT, label, relative))

    def _files(self, label: str, folder: Path) -> Iterator[StaticFile]:
        """Give the files of a collection that have no front matter."""
        for inner in files_below(folder):
            path = folder / inner
            is_read = why_passed_over(self._site.config, f"_{label}", inner) is None
            if is_read and not has_header(path) and self._site.contains(path):
                yield StaticFile(path, PurePosixPath(f"_{label}", inner), self._site, label)

    def _document(self, path: Path, placement: Placement) -> Iterator[SiteDocument]:
        """Read one document; Jekyll drops one that is no UTF-8, and stops at a bad date."""
        try:
            facts = read_head(path)
            if placement.role is Role.DRAFT:
                modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                facts = replace(facts, modified=modified)
            if facts.is_utf8:
                yield SiteDocument.read(path, placement, facts, self._site, self._now)
        except OSError as error:
            self._note(path, f"It cannot be read: {error.strerror or error}.", stops=True)
        except DateProblem as error:
            self._note(path, str(error), stops=error.stops_jekyll)

    def _page(self, path: Path, name: str) -> SitePage:
        try:
            facts = read_head(path)
        except OSError as error:
            self._note(path, f"It cannot be read: {error.strerror or error}.", stops=True)
            facts = PostFacts({})
        return SitePage(path, PurePosixPath(name), facts, self._site)

    def _note(self, path: Path, sentence: str, *, stops: bool) -> None:
        file = self._site.display_path(path)
        self.problems.append(SiteProblem(sentence, file, stops_jekyll=stops))
