"""Pastes formatted text as Markdown, says what was left out, and gives the plain words back."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from editor.post.errors import DatelineError
from editor.post.markdown_edits.pasting import paste_markdown
from editor.services.session import Change
from editor.ui.notice_bar import Notice
from editor.ui.pasting.clipboard_reader import read_clipboard
from editor.ui.surroundings import Surroundings

_BUTTONS = (("paste_plain_instead", "Paste as plain text"), ("paste_seen", "All right"))


class PastePresenter(QObject):
    """Stand between the clipboard and the text pane."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.text)
        self._text = around.text
        self._session = around.parts.session
        self._images = around.parts.images
        self._notices = around.notices
        self._plain = ""
        self._revision = 0
        around.text.set_paste_reader(self._take)
        around.actions["paste_plain"].triggered.connect(self._on_paste_plain)
        around.notices.answered.connect(self._on_answered)
        self._session.post_changed.connect(self._on_post_changed)

    def _take(self, data: QMimeData) -> bool:
        """Paste formatted text as Markdown; False leaves it to the pane to take the words."""
        pasted = read_clipboard(data, self._placed)
        if pasted is None:
            return False
        is_taken = self._text.edit(paste_markdown(pasted.markdown))
        if pasted.told and (is_taken or not pasted.markdown):
            buttons = _BUTTONS if is_taken else _BUTTONS[1:]
            self._plain, self._revision = data.text(), self._session.revision
            self._notices.set_notice("paste", Notice(pasted.told, "calm", buttons))
        return is_taken

    def _placed(self, raw: bytes, name: str) -> str | None:
        try:
            return self._images.taker()(self._images.image(raw, name)).address
        except DatelineError:
            return None

    def _on_paste_plain(self) -> None:
        """Paste the words alone, wherever the keys are in the text."""
        self._text.insert_plain(QApplication.clipboard().text())

    def _on_answered(self, name: str) -> None:
        if name == "paste_plain_instead":
            plain = self._plain
            self._notices.set_notice("paste", None)
            self._session.undo()
            self._text.insert_plain(plain)
            self._text.setFocus()
        elif name == "paste_seen":
            self._notices.set_notice("paste", None)

    def _on_post_changed(self, change: Change) -> None:
        # After the next step, undoing would take back another one.
        if self._plain and change.revision > self._revision:
            self._plain = ""
            self._notices.set_notice("paste", None)
