"""Look into a picture and make it anew: upright, and no wider than wanted.

The only module that knows Pillow; it is loaded when the first picture comes, for Pillow takes
longer to load than the window.
"""

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from editor.site.images_refused import ImageRefused

MEGA: Final = 1_000_000
_MOST_PIXELS: Final = 100_000_000
_QUALITY: Final = 88
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = frozenset({None, 0, 1})
_ENDINGS: Final = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
_KINDS: Final = (*_ENDINGS, "BMP", "TIFF")
_CAN_BE_MADE_ANEW: Final = frozenset({"JPEG", "PNG", "WEBP"})

Image.MAX_IMAGE_PIXELS = None  # sizes are looked at below, before a pixel is read


@dataclass(frozen=True, slots=True)
class Looked:
    """Hold what a look into a picture found.

    Attributes:
        ending: the ending of its file, without the dot.
        size: its width and height as it is shown, in pixels.
        anew: its bytes where they had to be made anew; None where it can stay as it is.
        moves: whether it has several frames.
    """

    ending: str
    size: tuple[int, int]
    anew: bytes | None = None
    moves: bool = False


def look_into(raw: bytes, name: str, widest: int) -> Looked:
    """Read a whole picture, and make it anew where it lies on its side or is too wide.

    Args:
        raw: the bytes of the picture.
        name: what to call it in a sentence.
        widest: the width in pixels that it should not exceed; 0 lets it be.

    Raises:
        ImageRefused: it is no picture, is broken, or has too many pixels.
    """
    try:
        with Image.open(io.BytesIO(raw), formats=_KINDS) as image:
            _check_size(image.size, name)
            kind = image.format or ""
            image.load()  # a file that was cut off says so only here
            if getattr(image, "n_frames", 1) > 1:
                return Looked(_ENDINGS.get(kind, "png"), image.size, moves=True)
            is_upright = image.getexif().get(_ORIENTATION) in _UPRIGHT
            fits = kind not in _CAN_BE_MADE_ANEW or not 0 < widest < image.width
            if kind in _ENDINGS and fits and (is_upright or kind not in _CAN_BE_MADE_ANEW):
                return Looked(_ENDINGS[kind], image.size)
            return _made_anew(image, kind if kind in _ENDINGS else "PNG", widest)
    except UnidentifiedImageError as error:
        raise ImageRefused(f"“{name}” is no picture that can be shown in a page.") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ImageRefused(
            f"“{name}” is broken: the picture ends too early or cannot be read."
        ) from error


def _check_size(size: tuple[int, int], name: str) -> None:
    pixels = size[0] * size[1]
    if pixels > _MOST_PIXELS:
        raise ImageRefused(
            f"“{name}” has {pixels // MEGA} megapixels ({size[0]:,} × {size[1]:,}), more than a "
            "page can show. Make it smaller first."
        )


def _made_anew(image: Image.Image, kind: str, widest: int) -> Looked:
    upright = ImageOps.exif_transpose(image)
    if 0 < widest < upright.width:
        height = max(1, round(upright.height * widest / upright.width))
        if upright.mode == "P":
            upright = upright.convert("RGBA")
        upright = upright.resize((widest, height), Image.Resampling.LANCZOS)
    colours = {"icc_profile": profile} if (profile := image.info.get("icc_profile")) else {}
    # Pillow would write the notes of the old file again where it finds them.
    upright.info = {}
    out = io.BytesIO()
    match kind:
        case "JPEG":
            upright.save(out, kind, quality=_QUALITY, optimize=True, progressive=True, **colours)
        case "WEBP":
            upright.save(out, kind, quality=_QUALITY, **colours)
        case _:
            upright.save(out, kind, optimize=True, **colours)
    return Looked(_ENDINGS[kind], upright.size, out.getvalue())
