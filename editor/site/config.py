"""Know a site's settings: those of its `_config.yml`, and Jekyll's own where it is silent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Final

from editor.post.field_values import Value
from editor.site.config_defaults import ALWAYS_EXCLUDED, DEFAULTS, PERMALINK_STYLES
from editor.site.config_file import find_config, read_config
from editor.site.merging import is_true, laid_over, named
from editor.site.yaml_file import UnreadableFile
from editor.site.zones import zone_named

_TEXTS: Final = frozenset(
    {
        "source",
        "destination",
        "collections_dir",
        "layouts_dir",
        "includes_dir",
        "data_dir",
        "encoding",
        "markdown_ext",
        "permalink",
        "timezone",
    }
)
"""Settings where Jekyll stops at anything but text."""

_LISTS: Final = frozenset({"include", "exclude", "plugins"})
"""Settings where Jekyll stops at anything but a list."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """Hold a site's settings, each usable whatever the file says.

    Attributes:
        file: the config file; None where there is none.
        raw: what the file says and nothing else.
        settings: the same with Jekyll's defaults below it, mappings merged.
        collections: the collections by name with their settings; `posts` is always among them.
        include: patterns of files that are read although their names say otherwise.
        exclude: patterns of files that are not read, Jekyll's own among them.
        zone: the clock that decides the day of a post.
        problem: a sentence when the file cannot be read, or Jekyll would stop at it.
        notes: sentences about settings that do not do what they seem to.
    """

    file: Path | None
    raw: Mapping[str, Value]
    settings: Mapping[str, Value]
    collections: Mapping[str, Mapping[str, Value]]
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    zone: tzinfo
    problem: str | None
    notes: tuple[str, ...]

    @classmethod
    def load(cls, folder: Path) -> "SiteConfig":
        """Read the settings of the site in a folder; nothing that stands there raises."""
        file = find_config(folder)
        problem: str | None = None
        raw: dict[str, Value] = {}
        if file is not None:
            try:
                raw = read_config(file)
            except UnreadableFile as error:
                problem = str(error)
        settings = laid_over(DEFAULTS, raw)
        timezone = settings["timezone"]
        zone, note = zone_named(timezone if isinstance(timezone, str) else None)
        return cls(
            file=file,
            raw=raw,
            settings=settings,
            collections=_collections(settings["collections"]),
            include=_texts(settings["include"]),
            exclude=tuple(dict.fromkeys((*_texts(settings["exclude"]), *ALWAYS_EXCLUDED))),
            zone=zone,
            problem=problem or _stops_at(raw),
            notes=() if note is None else (note,),
        )

    @property
    def title(self) -> str:
        """The name of the site."""
        return self._text("title")

    @property
    def url(self) -> str:
        """The address of the server, such as `https://example.org`; may be empty."""
        return self._text("url")

    @property
    def baseurl(self) -> str:
        """The folder on the server that the site lives in, as it is written; may be empty."""
        return self._text("baseurl")

    @property
    def timezone(self) -> str | None:
        """The name of the site's zone; None where the machine's own clock decides."""
        value = self.settings["timezone"]
        return value if isinstance(value, str) else None

    @property
    def source(self) -> str:
        """The folder of the pages and posts, relative to the site's folder."""
        return self._text("source")

    @property
    def destination(self) -> str:
        """The folder that Jekyll writes the finished site to."""
        return self._text("destination")

    @property
    def collections_dir(self) -> str:
        """The folder that holds `_posts` and the collections; empty where the source does."""
        return self._text("collections_dir").strip("/")

    @property
    def layouts_dir(self) -> str:
        """The folder of the layouts."""
        return self._text("layouts_dir")

    @property
    def includes_dir(self) -> str:
        """The folder of the includes."""
        return self._text("includes_dir")

    @property
    def data_dir(self) -> str:
        """The folder of the data files."""
        return self._text("data_dir")

    @property
    def encoding(self) -> str:
        """The encoding that Jekyll reads and writes all text in."""
        return self._text("encoding")

    @property
    def markdown_ext(self) -> tuple[str, ...]:
        """The endings of Markdown files, lower case and with their dot.

        Jekyll does not trim: after "md, txt" no file ends in ". txt".
        """
        return tuple(f".{ending.lower()}" for ending in self._text("markdown_ext").split(","))

    @property
    def future(self) -> bool:
        """Whether posts dated after now are shown."""
        return self._truth("future")

    @property
    def unpublished(self) -> bool:
        """Whether posts with `published: false` are shown."""
        return self._truth("unpublished")

    @property
    def show_drafts(self) -> bool:
        """Whether drafts are shown."""
        return self._truth("show_drafts")

    @property
    def strict_front_matter(self) -> bool:
        """Whether Jekyll stops at front matter that it cannot read."""
        return self._truth("strict_front_matter")

    @property
    def limit_posts(self) -> int:
        """How many of the newest posts are shown; 0 shows all."""
        value = self.settings["limit_posts"]
        return value if isinstance(value, int) and value > 0 else 0

    @property
    def permalink(self) -> str:
        """The pattern of addresses, or the name of one of Jekyll's own."""
        return self._text("permalink")

    @property
    def posts_permalink(self) -> str:
        """The pattern of the addresses of posts; names of patterns are looked up.

        Jekyll 4.3: `Configuration#add_default_collections`; a name has a meaning in `permalink`
        only, not under `collections`.
        """
        own = self.collections["posts"].get("permalink")
        if isinstance(own, str):
            return own
        return PERMALINK_STYLES.get(self.permalink, self.permalink)

    @property
    def defaults(self) -> tuple[Mapping[str, Value], ...]:
        """The sets of front matter defaults that are mappings at all, in the file's order."""
        value = self.settings["defaults"]
        listed = value if isinstance(value, list) else []
        return tuple(named(each) for each in listed if isinstance(each, dict))

    def _text(self, key: str) -> str:
        """Give a setting as text; of the wrong kind it counts as not set."""
        value = self.settings.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and key not in _TEXTS:
            return str(value)
        default = DEFAULTS.get(key)
        fallback = default if isinstance(default, str) else ""
        return value if isinstance(value, str) else fallback

    def _truth(self, key: str) -> bool:
        """Take a setting as Ruby does."""
        return is_true(self.settings[key])


def _texts(value: Value) -> tuple[str, ...]:
    """Give the texts in a list setting."""
    listed = value if isinstance(value, list) else []
    return tuple(item for item in listed if isinstance(item, str))


def _collections(value: Value) -> dict[str, Mapping[str, Value]]:
    """Read the collections from a list of names or a mapping."""
    listed: dict[str, Mapping[str, Value]] = {"posts": {}}
    if isinstance(value, list):
        listed |= {str(name): {} for name in value}
    if isinstance(value, dict):
        listed |= {str(name): named(settings) for name, settings in value.items()}
    return listed


def _stops_at(raw: Mapping[str, Value]) -> str | None:
    """Find a setting that Jekyll stops at, and say so."""
    for key, value in raw.items():
        if key in _TEXTS and value is not None and not isinstance(value, str):
            return f"“{key}” in the site's config has to be text; Jekyll stops at it."
        if key in _LISTS and value is not None and not isinstance(value, list):
            return f"“{key}” in the site's config has to be a list; Jekyll stops at it."
    return None
