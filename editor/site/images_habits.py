"""Learn from a site's posts where it keeps its pictures and how it names them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

FOLDER: Final = "assets/images"
NAME: Final = "{md5}.{ext}"
ENDINGS: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
_HASHES: Final = {32: "{md5}.{ext}", 40: "{sha1}.{ext}", 64: "{sha256}.{ext}"}
_HASH = re.compile(r"[0-9a-f]+", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_MONTH = re.compile(r"(?:0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True)
class ImageHabits:
    """Say where pictures go and how they are called.

    Attributes:
        folder: the folder below the source; `{year}` and `{month}` stand for today's.
        name: the file's name; `{md5}`, `{sha1}`, `{sha256}` are the hash of its bytes, `{name}`
            its old name and `{ext}` its ending.
        slash: whether posts write the path with a slash in front.
        widest: the width in pixels that a picture is reduced to; 0 for as it is.
    """

    folder: str = FOLDER
    name: str = NAME
    slash: bool = True
    widest: int = 0

    def folder_on(self, day: date) -> PurePosixPath:
        """Give the folder for a picture that comes on a day."""
        filled = self.folder.replace("{year}", f"{day.year:04d}")
        return PurePosixPath(filled.replace("{month}", f"{day.month:02d}"))


def is_image_path(text: str) -> bool:
    """Tell whether a text can be the path or address of a picture."""
    plain = text.partition("?")[0].lower()
    return plain.endswith(ENDINGS) and "\n" not in text and len(text) < 1000  # noqa: PLR2004


def learned_habits(paths: Iterable[str]) -> ImageHabits:
    """Learn from the paths of pictures as posts write them; without any the usual habits hold.

    Addresses elsewhere, and names without a folder, teach nothing: a layout puts those in place.
    """
    folders: list[list[str]] = []
    names: Counter[str] = Counter()
    slashes = 0
    for path in paths:
        if "://" in path or path.startswith(("//", "{")) or not is_image_path(path):
            continue
        parts = PurePosixPath(path.lstrip("/")).parts
        if len(parts) > 1 and ".." not in parts:
            folders.append(_dated(parts[:-1]))
            names[_naming(PurePosixPath(parts[-1]).stem)] += 1
            slashes += path.startswith("/")
    folder = _common(folders)
    if not folder:
        return ImageHabits()
    return ImageHabits(folder, names.most_common(1)[0][0], slash=slashes * 2 >= len(folders))


def _common(folders: list[list[str]]) -> str:
    """Give the deepest folder that holds most of the pictures, be it in folders of its own."""
    common: list[str] = []
    while True:
        depth = len(common)
        below = Counter(each[depth] for each in folders if each[:depth] == common and each[depth:])
        part, count = below.most_common(1)[0] if below else ("", 0)
        if count * 2 <= len(folders):
            return "/".join(common)
        common.append(part)


def _dated(parts: tuple[str, ...]) -> list[str]:
    """Give folders with the year and month in them as names for every year and month."""
    dated: list[str] = []
    for part in parts:
        if _YEAR.fullmatch(part):
            dated.append("{year}")
        elif dated and dated[-1] == "{year}" and _MONTH.fullmatch(part):
            dated.append("{month}")
        else:
            dated.append(part)
    return dated


def _naming(stem: str) -> str:
    return _HASHES.get(len(stem), "{name}.{ext}") if _HASH.fullmatch(stem) else "{name}.{ext}"
