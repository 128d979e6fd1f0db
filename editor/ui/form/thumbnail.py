"""A small picture of an image file, and its size in words."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.ui.form.look import Look
from editor.ui.theme import RADIUS_CHIP

SIZE = QSize(86, 56)
_KILO = 1000


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold a picture reduced to a thumbnail, and what is known of the original.

    Attributes:
        pixmap: The thumbnail, which may be null when the file is no picture that Qt reads.
        facts: The original's size in pixels and bytes, such as `1600 × 900 · 184 kB`.
    """

    pixmap: QPixmap
    facts: str


def read_picture(source: QPixmap | Path, ratio: float) -> Picture:
    """Reduce a picture for a screen of that pixel ratio, reading no more of it than needed."""
    if isinstance(source, QPixmap):
        facts = f"{source.width()} × {source.height()}"
        return Picture(_cropped(source, ratio), facts)
    try:
        size = source.stat().st_size
    except OSError:
        return Picture(QPixmap(), "This file cannot be read")
    reader = QImageReader(str(source))
    reader.setAutoTransform(True)
    full = reader.size()
    if full.isValid():
        wanted = full.scaled(SIZE * ratio, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        if wanted.width() < full.width():
            reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        return Picture(QPixmap(), "This file is no picture that can be shown here")
    facts = f"{full.width()} × {full.height()} · {bytes_in_words(size)}"
    return Picture(_cropped(QPixmap.fromImage(image), ratio), facts)


def bytes_in_words(size: int) -> str:
    """Give a file's size as `184 kB` or `2.1 MB`."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _KILO / _KILO:.1f} MB"


class Thumbnail(QWidget):
    """Show a picture in a small frame with round corners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._pixmap = QPixmap()
        self.setFixedSize(SIZE)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show another picture; a null one is an empty frame."""
        self._pixmap = pixmap
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw in another palette."""
        self._look = look
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS_CHIP, RADIUS_CHIP)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), QColor(self._look.theme.chip))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._pixmap.isNull():
            painter.drawPixmap(self.rect(), self._pixmap)


def _cropped(pixmap: QPixmap, ratio: float) -> QPixmap:
    """Cut the middle of a picture out, in the shape of the frame."""
    wanted = SIZE * ratio
    grown = pixmap.scaled(
        wanted,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (grown.width() - wanted.width()) // 2
    top = (grown.height() - wanted.height()) // 2
    return grown.copy(left, top, wanted.width(), wanted.height())
