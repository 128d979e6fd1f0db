"""Makes a new post of a Word document: asked for in the menu, or dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from editor.convert.document import Document
from editor.post.post import Post
from editor.ui.notice_bar import Notice
from editor.ui.surroundings import Surroundings

_ENDINGS = (".docx", ".docm")


class ImportPresenter(QObject):
    """Read a document, and put what became of it into the window as a post to be saved."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._document = Path()
        around.actions["import_document"].triggered.connect(self._on_asked)
        around.notices.answered.connect(self._on_answered)
        around.window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            for url in event.mimeData().urls():
                path = Path(url.toLocalFile())
                if path.suffix.casefold() in _ENDINGS:
                    event.acceptProposedAction()
                    self.read(path)
                    return True
        return super().eventFilter(watched, event)

    def read(self, path: Path) -> None:
        """Make a new post of a document; the open post is saved or left first, as asked."""
        self._document = path
        self._say(Notice(f"Reading “{path.name}”…", "calm"))
        self._around.parts.documents.read(path, self._on_read, self._on_failed)

    def _on_asked(self) -> None:
        path = self._around.ask.document_to_import(Path.home())
        if path is not None:
            self.read(path)

    def _on_read(self, document: Document) -> None:
        self._say(None)
        new = self._around.parts.places.new_post()
        if not self._around.commands.begin_at(None):
            return
        self._around.commands.take_version(_filled(new, document, self._document))
        if document.text.left_out:
            self._say(Notice(document.text.left_out, "calm", (("import_seen", "All right"),)))

    def _on_failed(self, sentence: str) -> None:
        self._say(
            Notice(f"{sentence} Nothing was changed.", "warn", (("import_seen", "All right"),))
        )

    def _on_answered(self, name: str) -> None:
        if name == "import_seen":
            self._say(None)

    def _say(self, notice: Notice | None) -> None:
        self._around.notices.set_notice("import", notice)


def _filled(new: Post, document: Document, path: Path) -> Post:
    """Give a new post with a document's title, or its file's name, and its text."""
    front_matter = new.front_matter
    if front_matter is not None:
        new = new.with_front_matter(front_matter.put("title", document.title or path.stem))
    return new.with_body(f"\n{document.text.markdown}\n")
