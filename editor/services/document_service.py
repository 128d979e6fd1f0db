"""Reads documents of word processors, elsewhere than on the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from editor.convert.document import Document
from editor.post.errors import DatelineError
from editor.services.background import Background
from editor.services.image_service import ImageService


class DocumentService(QObject):
    """Make Markdown of a document, and put its pictures into the open site."""

    def __init__(
        self, background: Background, images: ImageService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._images = images

    def read(
        self, path: Path, done: Callable[[Document], None], failed: Callable[[str], None]
    ) -> None:
        """Read a Word document, then call one of `done` and `failed` (with a sentence)."""
        take, image = self._images.taker(), self._images.image

        def place(raw: bytes, name: str) -> str | None:
            try:
                return take(image(raw, name)).address
            except DatelineError:
                return None

        def work() -> Document:
            # Needed for one post in many, and slow to load.
            from editor.convert.docx_to_markdown import read_document  # noqa: PLC0415

            return read_document(path, place)

        def refused(error: Exception) -> None:
            if not isinstance(error, DatelineError):
                raise error
            failed(str(error))

        self._background.run(work, done, refused)
