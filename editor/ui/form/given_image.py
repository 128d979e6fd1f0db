"""A picture that somebody drops on a field or pastes into it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

ENDINGS = (
    *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"),
    *(".bmp", ".tif", ".tiff", ".heic", ".heif"),
)


@dataclass(frozen=True, slots=True)
class GivenImage:
    """Hold a picture on its way into the site.

    Attributes:
        source: A file, or the bytes of one.
        widest: The width in pixels that was asked for; 0 for none.
        may_be_heavy: Whether somebody has said that a large picture may stay as it is.
    """

    source: Path | bytes
    widest: int = 0
    may_be_heavy: bool = False


def has_image(data: QMimeData) -> bool:
    """Tell whether something that is dropped or pasted holds a picture."""
    return _file_in(data) is not None or data.hasImage()


def image_in(data: QMimeData) -> GivenImage | None:
    """Give the picture in what is dropped or pasted: a file before a copy of its pixels."""
    path = _file_in(data)
    if path is not None:
        return GivenImage(path)
    image = data.imageData()
    return GivenImage(_as_png(image)) if isinstance(image, QImage) else None


def _file_in(data: QMimeData) -> Path | None:
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix.lower() in ENDINGS), None)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()  # with a byte array of its own, which lives as long as it does
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
