"""Compile the Sass of a site and its theme, inside their folders, and keep what was compiled.

Jekyll's own compiler of many years, libsass, does it. Dart Sass is newer and knows `@use`, which
libsass reports as a mistake.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal, TypeAlias, get_args

from editor.post.ruby.text import ruby_text
from editor.render.pages.rendered_page import PageProblem
from editor.site.folders import Site
from editor.site.merging import is_true, named
from editor.site.post_text import read_whole
from editor.site.themes import Theme

try:
    import sass

    IS_HERE = True
except ImportError:  # There is no wheel of libsass for machines with ARM processors.
    IS_HERE = False

Style: TypeAlias = Literal["nested", "expanded", "compact", "compressed"]
"""A way in which CSS is laid out."""
_STYLES: Final[tuple[Style, ...]] = get_args(Style)
_ENDINGS: Final = (".scss", ".sass", ".css")
_MOST_KEPT: Final = 50
_LINE = re.compile(r"on line (\d+)(?::\d+)? of (\S+)")
_MISSING = PageProblem(
    "There is no Sass compiler for this machine, so style sheets stay as written."
)
_MODULES = re.compile(r"^\s*@(?:use|forward)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Hold compiled CSS, and what kept it from being compiled."""

    css: str
    problem: PageProblem | None = None


class StyleSheets:
    """Compile style sheets that import from given folders only."""

    def __init__(self, folders: Sequence[Path], style: Style = "compact", mark: str = "") -> None:
        """Take what a site sets.

        Args:
            folders: where imports are looked for, the site's own before the theme's.
            style: how the CSS is laid out.
            mark: what stands in the place of a byte order mark at the beginning.
        """
        self._folders = [Path(folder).resolve() for folder in folders]
        self._style = style
        self._mark = mark
        self._compiled: dict[tuple[str, bool], tuple[StyleSheet, dict[Path, int]]] = {}

    @classmethod
    def of(cls, site: Site, theme: Theme | None) -> "StyleSheets":
        """Read what a site sets; folders outside of it do not count.

        jekyll-sass-converter 2.2: `Scss#sass_configs`.
        """
        settings = named(site.config.settings.get("sass"))
        own = ruby_text(settings.get("sass_dir")) or "_sass"
        more = settings.get("load_paths")
        names = [*map(ruby_text, more if isinstance(more, list) else [more] if more else []), own]
        folders = [path for name in names for path in _inside(site, name)]
        of_theme = None if theme is None else theme.folder("_sass")
        asked = ruby_text(settings.get("style")).removeprefix(":")
        style: Style = next((each for each in _STYLES if each == asked), "compact")
        return cls(
            [*folders, *([] if of_theme is None else [of_theme])],
            style,
            '@charset "UTF-8";' if is_true(settings.get("add_charset")) else "",
        )

    def compiled(self, source: str, *, is_indented: bool) -> StyleSheet:
        """Give the CSS of a source; where there is none, the source shows with a problem."""
        known = self._compiled.get((source, is_indented))
        if known is not None and all(_stamp(path) == at for path, at in known[1].items()):
            return known[0]
        read: dict[Path, int] = {}
        made = self._compile(source, read, is_indented=is_indented)
        if len(self._compiled) >= _MOST_KEPT:
            del self._compiled[next(iter(self._compiled))]
        self._compiled[source, is_indented] = (made, read)
        return made

    def _compile(self, source: str, read: dict[Path, int], *, is_indented: bool) -> StyleSheet:
        if not IS_HERE:
            return StyleSheet(source, _MISSING)

        def imported(name: str, importer: str) -> list[tuple[str, ...]]:
            path = self._find(name, importer)
            if path is None:
                # libsass would look for the file by itself, anywhere on the disk.
                return [(name, f'@error "File to import not found: {_quoted(name)}";')]
            read[path] = _stamp(path)
            # Only what libsass reads by itself is taken for indented Sass where it is such.
            return [(str(path),)] if path.suffix == ".sass" else [(str(path), read_whole(path))]

        try:
            css = sass.compile(
                string=source,
                indented=is_indented,
                importers=[(0, imported)],
                output_style=self._style,
            )
        except sass.CompileError as error:
            return StyleSheet(source, _problem(str(error), source))
        return StyleSheet(css.replace("\ufeff", self._mark, 1))

    def _find(self, name: str, importer: str) -> Path | None:
        """Find a file to import: beside the one that asks for it, or in a folder of Sass."""
        if "\0" in name:
            return None
        beside = Path(importer).parent
        folders = [*([beside] if beside.is_absolute() else []), *self._folders]
        plain = PurePosixPath(name)
        endings = ("",) if plain.suffix in _ENDINGS else _ENDINGS
        for folder in folders:
            for stem in (f"_{plain.name}", plain.name):
                for ending in endings:
                    path = (folder / plain.parent / f"{stem}{ending}").resolve()
                    if path.is_file() and any(map(path.is_relative_to, self._folders)):
                        return path
        return None


def _inside(site: Site, name: str) -> list[Path]:
    """Give the folders of a site that a pattern names."""
    try:
        found = sorted(site.source.glob(name.strip("/")))
    except (ValueError, NotImplementedError, IndexError):
        return []
    return [path for path in found if path.is_dir() and site.contains(path)]


def _problem(words: str, source: str) -> PageProblem:
    """Say what the compiler stumbled over; a file is named where it is not the source itself."""
    found = _LINE.search(words)
    sentence = "This style sheet cannot be compiled, so it stays as written."
    if _MODULES.search(source):
        sentence = "This style sheet uses modules of a newer Sass, which Dateline cannot compile."
    file = "" if found is None or found[2] == "stdin" else found[2]
    return PageProblem(sentence, words.strip(), file, 1 if found is None else int(found[1]))


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
