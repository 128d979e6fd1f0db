"""Find the files of the theme that a site uses, where they lie on this machine.

A theme is a Ruby gem. Ruby is not asked: gems lie in folders whose places are known.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from editor.site.folders import Site

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_DEPENDENCY = re.compile(
    r"""\.add_(?:runtime_)?dependency\(?\s*(?:%q)?[<"'({\[]?([\w.-]+)""", re.ASCII
)
_GEM_HOMES: Final = (
    "~/.gem/ruby/*",
    "~/.local/share/gem/ruby/*",
    "~/.rbenv/versions/*/lib/ruby/gems/*",
    "~/.asdf/installs/ruby/*/lib/ruby/gems/*",
    "~/.rvm/gems/*",
    "~/gems",
    "/usr/local/lib/ruby/gems/*",
    "/usr/lib/ruby/gems/*",
    "/usr/local/bundle",
    "/var/lib/gems/*",
    "/opt/homebrew/lib/ruby/gems/*",
    "/usr/share/rubygems-integration/all",
    "C:/Ruby*/lib/ruby/gems/*",
)
"""Where Ruby's installers put gems, as patterns."""


@dataclass(frozen=True)
class Theme:
    """Hold a theme.

    Attributes:
        name: as the config names it.
        root: its folder, links followed.
        is_stand_in: whether it is not the theme itself, but one like it that comes with the
            program.
    """

    name: str
    root: Path
    is_stand_in: bool = False

    def folder(self, name: str) -> Path | None:
        """Give a folder of it, such as `_layouts`; None where it has none, or leads out of it."""
        path = Path(os.path.realpath(self.root / name))
        return path if path.is_dir() and path.is_relative_to(self.root) else None

    @cached_property
    def dependencies(self) -> tuple[str, ...]:
        """The gems that it needs; Jekyll loads them as plugins.

        Jekyll 4.3: `PluginManager#require_theme_deps`.
        """
        names: list[str] = []
        for path in _specifications(self.root, self.name):
            try:
                names += _DEPENDENCY.findall(path.read_text("utf-8", "replace"))
            except OSError:
                continue
        return tuple(dict.fromkeys(names))


def theme_of(
    site: Site, stand_ins: Mapping[str, Path], homes: tuple[str, ...] = _GEM_HOMES
) -> Theme | None:
    """Find the theme that the config names; None where it names none, or it is not here.

    A gem that the site brings along (`vendor/`) comes before those of the machine, and of several
    versions the newest is taken.

    Args:
        site: the site.
        stand_ins: folders of themes that come with the program, for want of the gem.
        homes: where gems lie.
    """
    setting = site.config.settings.get("theme")
    if not isinstance(setting, str) or not _NAME.fullmatch(setting.strip()):
        return None
    name = setting.strip().lower()
    found = sorted(
        (root for home in _homes(site, homes) for root in _roots(home, name)), key=_version
    )
    vendored = [root for root in found if root.is_relative_to(site.root)]
    best = (vendored or found)[-1:]
    if best:
        return Theme(name, Path(os.path.realpath(best[0])))
    stand_in = stand_ins.get(name)
    return None if stand_in is None else Theme(name, stand_in, is_stand_in=True)


def _homes(site: Site, patterns: tuple[str, ...]) -> Iterator[Path]:
    """Give the folders that may hold gems."""
    yield from site.root.glob("vendor/bundle/ruby/*")
    yield site.root / "vendor"
    for variable in ("GEM_HOME", "BUNDLE_PATH"):
        if value := os.environ.get(variable):
            yield Path(value)
    for pattern in patterns:
        path = Path(pattern).expanduser()
        try:
            yield from Path(path.anchor).glob(str(path.relative_to(path.anchor)))
        except (OSError, ValueError, NotImplementedError):
            continue


def _roots(home: Path, name: str) -> Iterator[Path]:
    """Give the folders of all versions of a gem."""
    for root in (
        *(home / "gems").glob(f"{name}-[0-9]*"),
        *home.glob(f"{name}-[0-9]*"),
        home / name,
    ):
        if any((root / folder).is_dir() for folder in ("_layouts", "_includes", "assets")):
            yield root


def _specifications(root: Path, name: str) -> Iterator[Path]:
    """Give the files that say what a gem needs."""
    yield from root.glob("*.gemspec")
    for home in (root.parent.parent, Path("/usr/share/rubygems-integration/all")):
        yield from (home / "specifications").glob(f"{name}-[0-9]*.gemspec")


def _version(root: Path) -> tuple[int, ...]:
    """Give the version in the name of a gem's folder."""
    return tuple(int(part) for part in re.findall(r"\d+", root.name.rpartition("-")[2]))
