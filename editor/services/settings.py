"""What the person chose, kept between starts; a broken file means the defaults."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from editor.post.errors import DatelineError
from editor.site.atomic_write import AtomicWriter
from editor.site.local_file_system import LocalFileSystem

RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold every option and its default; lengths are device-independent pixels."""

    appearance: str = "system"
    writing_font: str = "IBM Plex Mono"
    writing_size: float = 14.5
    line_width: int = 68
    transliterate_names: bool = False
    uses_gpu: bool = False
    previews_in_theme: bool = True
    shows_format_bar: bool = False
    window_size: list[int] = field(default_factory=list)
    window_is_maximized: bool = False
    pane_sizes: list[int] = field(default_factory=list)
    hidden_panes: list[str] = field(default_factory=list)
    posts_order: str = "newest"
    posts_by_month: bool = True
    recent_posts: list[str] = field(default_factory=list)
    recent_sites: list[str] = field(default_factory=list)

    def with_recent_post(self, path: Path) -> "Settings":
        """Give the settings with `path` as the post opened last."""
        return dataclasses.replace(self, recent_posts=_first(str(path), self.recent_posts))

    def with_recent_site(self, root: Path) -> "Settings":
        """Give the settings with `root` as the site opened last."""
        return dataclasses.replace(self, recent_sites=_first(str(root), self.recent_sites))


class SettingsStore:
    """Read and write the settings in the file it is given."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer = AtomicWriter(LocalFileSystem())
        self.settings = _read(path)

    def change(self, settings: Settings) -> None:
        """Keep `settings` and write them; where they cannot be written they hold until the end."""
        if settings == self.settings:
            return
        self.settings = settings
        text = json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=False)
        try:
            self._writer.overwrite_own(self._path, text.encode() + b"\n")
        except DatelineError:
            # A read-only home must not stop anybody from writing; nothing of a post is in here.
            return


def _first(item: str, items: list[str]) -> list[str]:
    return [item, *(each for each in items if each != item)][:RECENT_LIMIT]


def _read(path: Path) -> Settings:
    """Read the options that are there and of their kind; everything else is its default."""
    try:
        stored: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    hints = get_type_hints(Settings)
    return Settings(
        **{
            name: stored[name]
            for name, kind in hints.items()
            if name in stored and _fits(stored[name], kind)
        }
    )


def _fits(value: object, kind: Any) -> bool:  # noqa: ANN401 - a type as `get_type_hints` gives it
    if kind == list[int]:
        return isinstance(value, list) and all(type(each) is int for each in value)
    if kind == list[str]:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if kind is float:
        return type(value) in (int, float)
    return type(value) is kind
