"""Say which files of a site the preview may read: its pictures, styles, fonts and films."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

LARGEST_FILE = 50 * 1024 * 1024
# The type comes from this table, never from the file: nothing else is served.
TYPES = {
    ".css": "text/css",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
}
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


@dataclass(frozen=True, slots=True)
class ServedFile:
    """Hold a file that may be read, by its real path, and its media type."""

    path: Path
    media_type: str


class ServedFiles:
    """Find the files below one folder that may be served."""

    def __init__(self, root: str | Path) -> None:
        self._root = Path(os.path.realpath(root))

    def find(self, path: str) -> ServedFile | None:
        """Give the file for the path of an address (percent-encoded, from the root).

        None for what is not there, lies outside the folder (links followed), is hidden, too
        large, no plain file, or of a kind that a page does not need.
        """
        relative = _relative(path)
        if relative is None:
            return None
        media_type = TYPES.get(os.path.splitext(relative)[1].lower())  # noqa: PTH122  # a URL path
        if media_type is None:
            return None
        try:
            real = Path(os.path.realpath(self._root / relative, strict=True))
            state = real.stat()
        except (OSError, ValueError):
            return None
        is_inside = real.is_relative_to(self._root) and real != self._root
        is_kept = TYPES.get(real.suffix.lower()) == media_type and not _is_hidden(real, self._root)
        is_plain = stat.S_ISREG(state.st_mode) and state.st_size <= LARGEST_FILE
        return ServedFile(real, media_type) if is_inside and is_kept and is_plain else None


def _relative(path: str) -> str | None:
    """Decode once; `..%2f` decodes to a step out and is refused with every other one."""
    try:
        decoded = unquote_to_bytes(path.partition("?")[0].partition("#")[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    parts = decoded.lstrip("/").split("/")
    is_refused = _FORBIDDEN.search(decoded) or any(part.startswith(".") for part in parts)
    is_path = decoded.startswith("/") and not decoded.endswith("/")
    return "/".join(filter(None, parts)) if is_path and not is_refused else None


def _is_hidden(real: Path, root: Path) -> bool:
    if not real.is_relative_to(root):
        return True
    return any(part.startswith(".") for part in real.relative_to(root).parts)
