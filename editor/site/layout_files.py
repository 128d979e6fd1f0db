"""Find the layouts of a site and of its theme, and read each when it is asked for.

Jekyll 4.3: `LayoutReader`.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.post.field_values import Value
from editor.site.config import SiteConfig
from editor.site.entry_filter import why_passed_over
from editor.site.post_head import facts_of
from editor.site.post_text import PostText, read_whole


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold a layout.

    Attributes:
        name: as a post names it.
        shown_path: where it lies, for people: `_layouts/post.html`.
        data: its front matter.
        text: what comes after it.
        problem: the end of a sentence that says why its front matter cannot be read.
    """

    name: str
    shown_path: str
    data: Mapping[str, Value]
    text: PostText
    problem: str | None = None

    @classmethod
    def of(cls, name: str, shown_path: str, text: str) -> "Layout":
        """Read the text of a layout."""
        facts = facts_of(text.encode("utf-8", "surrogateescape"))
        return cls(name, shown_path, facts.values, PostText.of(text), facts.problem)


class LayoutFiles:
    """Give layouts by their names."""

    def __init__(self, folders: Mapping[Path, str], config: SiteConfig) -> None:
        """Look for the files.

        Args:
            folders: the folders of layouts and how people call each; those of the site come
                before the theme's.
            config: the settings of the site.
        """
        self._encoding = config.encoding
        self._paths: dict[str, tuple[Path, str]] = {}
        self._read: dict[str, Layout] = {}
        for folder, shown in folders.items():
            own = {
                inner.rpartition(".")[0]: (folder / inner, f"{shown}/{inner}")
                for inner in _files(folder, config)
            }
            self._paths = own | self._paths

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all layouts."""
        return tuple(self._paths)

    def find(self, name: str) -> Layout | None:
        """Give a layout by its name; None where there is none."""
        if name not in self._paths:
            return None
        if name not in self._read:
            path, shown = self._paths[name]
            self._read[name] = Layout.of(name, shown, read_whole(path, self._encoding))
        return self._read[name]


def _files(folder: Path, config: SiteConfig) -> Iterator[str]:
    """Give the files of a folder of layouts, sorted; links that lead out of it are left out."""
    root = os.path.realpath(folder)
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = os.path.relpath(where, folder).replace(os.sep, "/")
        for name in sorted(names):
            inner = name if base == "." else f"{base}/{name}"
            is_inside = Path(os.path.realpath(folder / inner)).is_relative_to(root)
            is_read = why_passed_over(config, "", inner) is None
            if "." in name[1:] and is_inside and is_read:
                yield inner
