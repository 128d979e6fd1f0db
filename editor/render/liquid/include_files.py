"""Read included files from the disk, and only those that lie inside the site."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_LARGEST: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class IncludeFiles:
    """Give the text of an include by its name; usable as a `ReadInclude`.

    Attributes:
        folders: Where includes lie, the site's own folder before that of its theme.
        encoding: How the site's files are written (`encoding:` in the configuration).
    """

    folders: Sequence[Path]
    encoding: str = "utf-8"

    def __call__(self, name: str) -> str | None:
        """Return the text of the first file of that name; None where there is none.

        Symbolic links are followed, and what lies outside the folder is not read. A byte that
        the encoding does not know becomes U+FFFD. A byte order mark stays, as it does in Jekyll.
        """
        for folder in self.folders:
            text = self._read(folder, name)
            if text is not None:
                return text
        return None

    def _read(self, folder: Path, name: str) -> str | None:
        try:
            root = folder.resolve(strict=True)
            path = (root / name).resolve(strict=True)
            if not path.is_relative_to(root) or not path.is_file():
                return None
            if path.stat().st_size > _LARGEST:
                return None
            raw = path.read_bytes()
        except (OSError, ValueError, RuntimeError):
            # Missing, not readable, a loop of links, or a NUL in the name: there is no such file.
            return None
        try:
            return raw.decode(self.encoding, "replace")
        except LookupError:
            return raw.decode("utf-8", "replace")
