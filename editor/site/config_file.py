"""Read the file that holds a site's settings, and survive whatever stands in it."""

import tomllib
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from editor.post.field_values import JekyllTime, Value
from editor.site.shown_names import shown_name
from editor.site.yaml_file import UnreadableFile, read_text, read_yaml

NAMES: Final = ("_config.yml", "_config.yaml", "_config.toml")
"""Jekyll 4.3: `Configuration#config_files`; the first that exists is the only one read."""


def find_config(folder: Path) -> Path | None:
    """Find the file that Jekyll reads its settings from when it is started in a folder."""
    return next((folder / name for name in NAMES if (folder / name).exists()), None)


def read_config(path: Path) -> dict[str, Value]:
    """Read all settings of a config file, under their names as text.

    Raises:
        UnreadableFile: with the line, and what follows from it for the site.
    """
    try:
        found = _read_toml(path) if path.suffix == ".toml" else read_yaml(path)
    except UnreadableFile as error:
        raise UnreadableFile(
            f"{error} Jekyll stops there; Dateline goes on with Jekyll's own settings."
        ) from error
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise UnreadableFile(
            f"“{shown_name(path)}” is not a list of settings (“name: value”), so Jekyll passes it"
            " over and uses its own settings."
        )
    return {str(key): value for key, value in found.items()}


def _read_toml(path: Path) -> Value:
    """Read a TOML config, which Jekyll takes too where its `tomlrb` is installed."""
    text = read_text(path)
    try:
        return _as_value(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"“{shown_name(path)}” is not valid TOML: {error}.") from error


def _as_value(found: object) -> Value:
    """Give what TOML holds in the kinds that front matter knows."""
    if isinstance(found, dict):
        return {str(key): _as_value(value) for key, value in found.items()}
    if isinstance(found, list):
        return [_as_value(item) for item in found]
    if isinstance(found, datetime):
        return JekyllTime(found if found.tzinfo else found.replace(tzinfo=UTC))
    if isinstance(found, time):
        return found.isoformat()
    return found if isinstance(found, date | str | int | float) else None
