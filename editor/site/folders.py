"""Find the site that a file belongs to, and the folders in it, and never leave it."""

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from editor.post.errors import DatelineError
from editor.post.file_names import unsafe_reason
from editor.site.config import SiteConfig
from editor.site.config_file import find_config
from editor.site.shown_names import shown_name, visible
from editor.site.site_walk import folders_named


class OutsideSite(DatelineError):
    """Refuse a path that lies outside the site, or leads out of it through a link."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{shown_name(path)}” lies outside this site, or a link in its path leads out of it."
            " Nothing was read or written there."
        )


class UnsafeName(DatelineError):
    """Refuse a file name that cannot be kept on every system, or that Jekyll passes over."""


def find_site(path: Path) -> Path | None:
    """Find the folder of the site that a file or folder belongs to.

    The nearest folder above with a Jekyll config wins over a nearer one that only has `_posts`: a
    site keeps `_posts` in folders of its own too, and there is one config for all of them.

    Args:
        path: a file or folder, which need not exist.

    Returns:
        The folder; None for a file that belongs to no site.
    """
    start = Path(os.path.abspath(path))  # noqa: PTH100 - links are kept: their names are the site's
    above = (start, *start.parents)
    configured = next((folder for folder in above if find_config(folder) is not None), None)
    if configured is not None:
        return configured
    return next((folder for folder in above if (folder / "_posts").is_dir()), None)


@dataclass(frozen=True, slots=True)
class Site:
    """Know where a site keeps what.

    Attributes:
        root: the folder with the config, absolute, its links not followed.
        config: the site's settings.
        source: the folder that Jekyll reads: the site's own, or one in it that the config names.
        collections_path: the folder that holds `_posts`, `_drafts` and the collections.
    """

    root: Path
    config: SiteConfig
    source: Path = field(init=False, compare=False, repr=False)
    collections_path: Path = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Found once: following links for each of ten thousand posts would take seconds.
        object.__setattr__(self, "source", self._below(self.root, self.config.source))
        collections = self._below(self.source, self.config.collections_dir)
        object.__setattr__(self, "collections_path", collections)

    @classmethod
    def open(cls, root: Path) -> "Site":
        """Read the settings of the site in a folder."""
        folder = Path(os.path.abspath(root))  # noqa: PTH100 - as above
        return cls(folder, SiteConfig.load(folder))

    @property
    def destination(self) -> Path:
        """The folder that Jekyll writes the finished site to; it may lie outside."""
        return Path(os.path.normpath(self.root / self.config.destination))

    @property
    def posts_dir(self) -> Path:
        """The folder for new posts."""
        return self.collections_path / "_posts"

    @property
    def drafts_dir(self) -> Path:
        """The folder for new drafts."""
        return self.collections_path / "_drafts"

    @property
    def layouts_dir(self) -> Path:
        """The folder of the layouts."""
        return self._below(self.source, self.config.layouts_dir)

    @property
    def includes_dir(self) -> Path:
        """The folder of the includes."""
        return self._below(self.source, self.config.includes_dir)

    @property
    def data_dir(self) -> Path:
        """The folder of the data files."""
        return self._below(self.source, self.config.data_dir)

    def posts_dirs(self) -> list[Path]:
        """Find every folder of posts that Jekyll reads; each folder may have one (`news/_posts`).

        This walks the site and takes time on a large one.
        """
        return self._folders("_posts")

    def drafts_dirs(self) -> list[Path]:
        """Find every folder of drafts in the same way."""
        return self._folders("_drafts")

    def contains(self, path: Path) -> bool:
        """Tell whether a path ends in the site once every link in it is followed."""
        return _really(path).is_relative_to(_really(self.root))

    def contained(self, path: Path) -> Path:
        """Give a path back if it stays in the site.

        Raises:
            OutsideSite: it does not, or cannot name a file at all.
        """
        if "\0" in str(path) or not self.contains(path):
            raise OutsideSite(path)
        return path

    def post_path(self, name: str, *, draft: bool = False) -> Path:
        """Say where a new post or draft of this file name goes; the folder need not exist yet.

        Raises:
            UnsafeName: the name would not survive on some system, or hides something.
            OutsideSite: the folder is a link that leads out of the site.
        """
        reason = unsafe_reason(name)
        if reason is not None:
            raise UnsafeName(reason)
        return self.contained((self.drafts_dir if draft else self.posts_dir) / name)

    def relative(self, path: Path) -> PurePosixPath | None:
        """Give a path relative to the source, as Jekyll sees it; None for one outside.

        A file reached by another way (through a link to the site) counts by where it lies.
        """
        # As text: made for each of ten thousand posts, a Path costs more than all else here.
        plain, source = os.path.normpath(path), str(self.source)
        if plain == source:
            return PurePosixPath()
        if plain.startswith(source + os.sep):
            return PurePosixPath(plain[len(source) + 1 :].replace(os.sep, "/"))
        inner, outer = _really(path), _really(self.source)
        if inner.is_relative_to(outer):
            return PurePosixPath(inner.relative_to(outer).as_posix())
        return None

    def display_path(self, path: Path) -> str:
        """Give a path as people read it: relative to the site, nothing in it hidden."""
        try:
            return visible(path.relative_to(self.root).as_posix())
        except ValueError:
            return visible(str(path))

    def _folders(self, name: str) -> list[Path]:
        """Find the folders of one name, where the config lets Jekyll look for them."""
        return folders_named(self.source, name, self.config, self.destination)

    def _below(self, folder: Path, name: str) -> Path:
        """Go to a folder that the config names, but never out of the site.

        Jekyll 4.3: `Jekyll.sanitized_path` drops what would lead out; so does this.
        """
        path = Path(os.path.normpath(folder / name.strip("/")))
        return path if path.is_relative_to(folder) and self._stays(path) else folder

    def _stays(self, path: Path) -> bool:
        """Tell whether a path stays in the site; a name that no disk can hold does not."""
        return "\0" not in str(path) and self.contains(path)


def _really(path: Path) -> Path:
    """Follow every link; a loop counts as the link itself."""
    return Path(os.path.realpath(path))
