"""Make a picture ready for the web: upright, without a camera's notes, no wider than wanted."""

from dataclasses import dataclass
from typing import Final

from editor.site.images_metadata import without_metadata
from editor.site.images_refused import ImageRefused

LARGEST_FILE: Final = 80 << 20
_MANY_PIXELS: Final = 12_000_000
_MEGA: Final = 1_000_000
_HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SVG_HEAD: Final = 4096
_SVG_STARTS: Final = (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")


@dataclass(frozen=True, slots=True)
class ReadyImage:
    """Hold a picture as it goes into the site.

    Attributes:
        raw: its bytes.
        ending: the ending of its file, without the dot.
        width: in pixels, 0 for a drawing without a size of its own.
        height: in pixels.
        notes: sentences about what was done, and about what readers will notice.
        heavy: the sentence among them that says how long readers wait, "" for a light picture.
    """

    raw: bytes
    ending: str
    width: int
    height: int
    notes: tuple[str, ...] = ()
    heavy: str = ""


def made_ready(raw: bytes, name: str, widest: int = 0) -> ReadyImage:
    """Make a picture ready.

    A picture that stands upright and is narrow enough keeps its pixels: only what is told about
    it is left out. Another is made anew.

    Args:
        raw: the bytes of the picture.
        name: what to call it in a sentence.
        widest: the width in pixels that it should not exceed; 0 lets it be.

    Raises:
        ImageRefused: it is no picture, is broken, or is of a kind that browsers do not show.
    """
    if len(raw) > LARGEST_FILE:
        raise ImageRefused(f"“{name}” is larger than {LARGEST_FILE >> 20} MB. Make it smaller.")
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIC:
        raise ImageRefused(
            f"“{name}” is a HEIC picture, which most browsers do not show. Save it as JPEG first."
        )
    return _drawing(raw, name) if _is_drawing(raw) else _picture(raw, name, widest)


def _is_drawing(raw: bytes) -> bool:
    head = raw[:_SVG_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(_SVG_STARTS) and b"<svg" in head


def _drawing(raw: bytes, name: str) -> ReadyImage:
    notes = ["An SVG drawing is taken as it is: it has no pixels to make smaller."]
    if b"<script" in raw.lower():
        notes.append(f"“{name}” holds a script, which does not run in a picture.")
    return ReadyImage(raw, "svg", 0, 0, tuple(notes))


def _picture(raw: bytes, name: str, widest: int) -> ReadyImage:
    # Late, for it loads Pillow, which takes longer than a window and which few posts need.
    from editor.site.images_pixels import look_into  # noqa: PLC0415 - see above

    looked = look_into(raw, name, widest)
    width, height = looked.size
    if looked.anew is not None:
        note = "It was made anew: upright, and without what the camera noted."
        if width == widest:
            note = f"It was made {width:,} pixels wide ({_bytes_words(len(looked.anew))})."
        return ReadyImage(looked.anew, looked.ending, width, height, (note,))
    cleaned = without_metadata(raw)
    told = "What the camera noted, such as the place, was left out." if cleaned != raw else ""
    heavy = ""
    if width * height > _MANY_PIXELS and not looked.moves:
        heavy = (
            f"This picture has {width * height // _MEGA} megapixels ({width:,} × {height:,}, "
            f"{_bytes_words(len(cleaned))}): readers wait for all of it."
        )
    notes = tuple(note for note in (told, heavy) if note)
    return ReadyImage(cleaned, looked.ending, width, height, notes, heavy)


def _bytes_words(count: int) -> str:
    return f"{count / _MEGA:.1f} MB" if count >= _MEGA else f"{max(1, count // 1000)} kB"
