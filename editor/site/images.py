"""Take a picture into a site: under the name that its bytes give it, and never over another."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from editor.post.slugs import file_slug
from editor.site.atomic_write import write_atomically
from editor.site.entry_filter import why_passed_over
from editor.site.folders import Site
from editor.site.images_habits import ImageHabits, is_image_path
from editor.site.images_made_ready import LARGEST_FILE, ReadyImage, made_ready
from editor.site.images_refused import ImageHeavy, ImageRefused
from editor.site.shown_names import shown_name, visible
from editor.site.write_errors import WriteRefused
from editor.site.write_policy import CAREFUL

_MOST_NAMES: Final = 1000


@dataclass(frozen=True, slots=True)
class NewImage:
    """Hold a picture that is to go into a site: a file, or bytes that were pasted.

    Attributes:
        source: the file, or the bytes.
        name: what it is called where it comes from; "" takes the file's own name.
        day: today, for folders that are named by year and month.
        may_be_heavy: whether it is taken although readers would wait for it.
    """

    source: Path | bytes
    day: date
    name: str = ""
    may_be_heavy: bool = True

    @property
    def shown_name(self) -> str:
        """Give what to call it in a sentence."""
        if self.name or isinstance(self.source, bytes):
            return visible(self.name) or "The pasted picture"
        return shown_name(self.source)


@dataclass(frozen=True, slots=True)
class ImportedImage:
    """Hold where a picture lies in the site now.

    Attributes:
        path: its path below the source.
        address: what a post writes for it.
        is_new: whether it was not there before.
        width: in pixels; 0 where that is not known.
        height: in pixels.
        notes: sentences about what was done to it.
    """

    path: PurePosixPath
    address: str
    is_new: bool
    width: int = 0
    height: int = 0
    notes: tuple[str, ...] = ()


def import_image(site: Site, image: NewImage, habits: ImageHabits) -> ImportedImage:
    """Copy a picture into the site, and give what a post writes for it.

    One that lies in the site already, or whose very bytes do, is not copied again. A file of the
    same name with other bytes stays, and the new one gets a number behind its name.

    Raises:
        ImageRefused: it is no picture that a page can show.
        ImageHeavy: it could be taken, but readers would wait for it, and nobody said yes to that.
        OutsideSite: the folder of the pictures is a link that leads out of the site.
        SaveFailed: it could not be written.
    """
    there = _in_site(site, image.source)
    if there is not None:
        return ImportedImage(there, _address(there, habits), is_new=False)
    ready = made_ready(_bytes_of(image), image.shown_name, habits.widest)
    if ready.heavy and not image.may_be_heavy:
        raise ImageHeavy(ready.heavy)
    folder = habits.folder_on(image.day)
    for number in range(1, _MOST_NAMES):
        relative = folder / _file_name(ready, image, habits, number)
        path = site.contained(site.source / relative)
        is_new = not _has_bytes(path, ready.raw)
        if not is_new or _was_written(path, ready.raw, site):
            return ImportedImage(
                relative,
                _address(relative, habits),
                is_new,
                ready.width,
                ready.height,
                ready.notes,
            )
    raise ImageRefused(f"There are too many pictures called like {image.shown_name} already.")


def _in_site(site: Site, source: Path | bytes) -> PurePosixPath | None:
    """Give the path of a file that Jekyll publishes where it lies; None for others."""
    if isinstance(source, bytes) or not is_image_path(source.name) or not site.contains(source):
        return None
    relative = site.relative(source)
    if relative is None or not source.is_file():
        return None
    folder = ""
    for place, part in enumerate(relative.parts, 1):
        is_folder = place < len(relative.parts)
        if why_passed_over(site.config, folder, part, is_folder=is_folder) is not None:
            return None
        folder = f"{folder}/{part}" if folder else part
    return relative


def _bytes_of(image: NewImage) -> bytes:
    if isinstance(image.source, bytes):
        return image.source
    try:
        with image.source.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ImageRefused(
            f"“{image.shown_name}” cannot be read: {error.strerror or error}."
        ) from error


def _file_name(ready: ReadyImage, image: NewImage, habits: ImageHabits, number: int) -> str:
    """Give the name of the file; from the second try on with a number, unless bytes name it."""
    old = Path(image.name or (image.source.name if isinstance(image.source, Path) else ""))
    stem = file_slug(old.stem) if old.stem else "picture"
    numbered = stem if number == 1 else f"{stem}-{number}"
    name = habits.name
    for part, filled in (
        ("{md5}", hashlib.md5(ready.raw, usedforsecurity=False).hexdigest()),
        ("{sha1}", hashlib.sha1(ready.raw, usedforsecurity=False).hexdigest()),
        ("{sha256}", hashlib.sha256(ready.raw).hexdigest()),
        ("{name}", numbered),
        ("{ext}", ready.ending),
    ):
        name = name.replace(part, filled)
    is_numbered = number > 1 and "{name}" not in habits.name
    return f"{name.rpartition('.')[0]}-{number}.{ready.ending}" if is_numbered else name


def _has_bytes(path: Path, raw: bytes) -> bool:
    try:
        return path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False


def _was_written(path: Path, raw: bytes, site: Site) -> bool:
    """Write a new file; a name that is taken is no failure but the sign to try the next one."""
    try:
        write_atomically(path, raw, expected=None, inside=site.root, policy=CAREFUL)
    except WriteRefused as refusal:
        if refusal.kind == "exists":
            return False
        raise
    return True


def _address(relative: PurePosixPath, habits: ImageHabits) -> str:
    return f"/{relative}" if habits.slash else str(relative)
