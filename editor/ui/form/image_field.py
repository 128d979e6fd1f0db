"""A field for an image: a small picture of it, its path, and the way to another one."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_edits import Cure, Remove
from editor.post.field_values import Literal
from editor.post.form_field import FormField
from editor.ui.form.field import Field
from editor.ui.form.field_frame import FieldFrame
from editor.ui.form.form_site import FormSite
from editor.ui.form.given_image import GivenImage, has_image, image_in
from editor.ui.form.link_button import LinkButton
from editor.ui.form.link_row import LinkRow
from editor.ui.form.look import Look
from editor.ui.form.path_line import PathLine
from editor.ui.form.thumbnail import Thumbnail, read_picture
from editor.ui.form.wrap_label import WrapLabel
from editor.ui.text.plain_text import ShownText

_PLACEHOLDER = "No image"
_ON_THE_WEB = ("http://", "https://", "//")


_SMALLER = 2000
_MAKE_SMALLER = Cure(f"Make it {_SMALLER:,} pixels wide", ())
_TAKE_AS_IT_IS = Cure("Take it as it is", ())


class ImageField(Field):
    """Edit the path of an image.

    Signals:
        pick_asked: asks the window for another image.
        given: a picture that was dropped here or pasted, a `GivenImage`.
    """

    pick_asked = Signal(str)
    given = Signal(str, object)

    def __init__(self, look: Look, site: FormSite, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._site = site
        self._text = ShownText("")
        self._drawn: str | None = None
        self._told = ("", "")
        self._held: GivenImage | None = None
        self._frame = FieldFrame(self)
        self.thumbnail = Thumbnail(self._frame)
        self.line = PathLine(self._frame)
        self.line.setPlaceholderText(_PLACEHOLDER)
        self.facts = WrapLabel(self._frame)
        self.choose = LinkButton("Choose…", self._frame)
        self.replace = LinkButton("Replace", self._frame)
        self.remove = LinkButton("Remove", self._frame)
        self._links = LinkRow((self.replace, self.remove), self._frame)
        self._lay_out()
        self.setAcceptDrops(True)
        self.line.setAcceptDrops(False)  # else the line would take a file's name for a text
        self.set_body(self._frame)
        # The file is read after the words are on the screen.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)
        self.line.textEdited.connect(self._on_edited)
        self.choose.clicked.connect(self._on_replace)
        self.replace.clicked.connect(self._on_replace)
        self.remove.clicked.connect(self._on_remove_image)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.line)
        words.addWidget(self.facts)
        words.addWidget(self._links)
        self._frame.row.setSpacing(10)
        self._frame.row.addWidget(self.thumbnail)
        self._frame.row.addLayout(words, 1)
        self._frame.row.addWidget(self.choose)
        self._frame.watch(self.line)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def tab_stops(self) -> tuple[QWidget, ...]:
        return (self.line, self.choose, self.replace, self.remove)

    @override
    def show_value(self, shown: FormField) -> None:
        if shown.text != self._text.original:
            self._text = ShownText(shown.text)
            if self.line.text() != self._text.shown:
                self.line.setText(self._text.shown)
        for link in (self.choose, self.replace):
            link.setAccessibleName(f"{shown.name}: choose another")
        self.remove.setAccessibleName(f"{shown.name}: remove")
        path, told = self._told
        self.set_hint(told if told and path == shown.text else shown.spec.help)
        self._show_shape()

    def tell_about(self, path: str, notes: str) -> None:
        """Say what was done to a picture on its way into the site, as long as it is this one."""
        self._held = None
        self._told = (path, notes)
        if self.shown is not None:
            self.show_value(self.shown)

    def wait_for(self, words: str) -> None:
        """Say that a picture is on its way; "" when it has come or was refused."""
        self._show_held("")
        self.set_hint(words or (self.shown.spec.help if self.shown else ""))

    def hold_back(self, given: GivenImage, sentence: str) -> None:
        """Ask whether a large picture is to be made smaller."""
        self._held = given
        self._show_held(sentence)

    def _show_held(self, sentence: str) -> None:
        remedies = (_MAKE_SMALLER, _TAKE_AS_IT_IS) if sentence else ()
        self.set_problem(sentence, remedies)

    @override
    def set_placeholder(self, words: str) -> None:
        self.line.setPlaceholderText(words or _PLACEHOLDER)

    @override
    def site_changed(self) -> None:
        self._drawn = None
        self._show_shape()

    @override
    def value_text(self) -> str:
        return self._text.original

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.thumbnail.set_look(look)
        self.line.set_look(look)
        self.facts.set_type(look.small, look.theme.muted)
        self.choose.set_look(look)
        self._links.set_look(look)

    @override
    def take_cure(self, cure: Cure) -> None:
        held, self._held = self._held, None
        if held is None or cure.edits:
            super().take_cure(cure)
        else:
            widest = _SMALLER if cure == _MAKE_SMALLER else 0
            self.given.emit(self.key, replace(held, widest=widest, may_be_heavy=True))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_image(event.mimeData()) and not self.line.isReadOnly():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        given = image_in(event.mimeData())
        if given is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.given.emit(self.key, given)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and watched is self.line and self._pastes_image(event):
            return True
        return super().eventFilter(watched, event)

    def _pastes_image(self, event: QEvent) -> bool:
        is_paste = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
        if not is_paste or self.line.isReadOnly():
            return False
        given = image_in(QGuiApplication.clipboard().mimeData())
        if given is not None:
            self.given.emit(self.key, given)
        return given is not None

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)
        for link in (self.choose, self.replace, self.remove):
            link.setEnabled(not is_read_only)

    def _on_edited(self, shown: str) -> None:
        text = self._text.edited(shown)
        self._text = ShownText(text)
        # `image: ""` is an image to Jekyll's plugins, one at the site's own address.
        self.put_text(text) if text or not self.remember().is_present else self.put(Literal(""))
        self._show_shape(is_typing=True)

    def _on_replace(self) -> None:
        self.pick_asked.emit(self.key)

    def _on_remove_image(self) -> None:
        self.edited.emit(Remove(self.key))

    def _show_shape(self, *, is_typing: bool = False) -> None:
        """Show one line without an image, and the picture with what is known of it with one.

        While a path is being typed the shape stays, until the path leads to a picture.
        """
        path = self._text.original
        if not (is_typing and path):
            self._show_card(is_card=bool(path))
        self.line.set_look(self.look)
        if path != self._drawn:
            self._drawn = path
            self.set_problem("")
            self._later.start()

    def _show_card(self, *, is_card: bool) -> None:
        for widget in (self.thumbnail, self.facts, self._links):
            widget.setVisible(is_card)
        self.choose.setVisible(not is_card)

    def _draw(self) -> None:
        path = self._text.original
        resolve = self._site.image
        source = resolve(path) if path and resolve else None
        picture = None if source is None else read_picture(source, self.devicePixelRatioF())
        self._show_card(is_card=picture is not None)
        if picture is not None:
            self.thumbnail.show_pixmap(picture.pixmap)
            self.facts.show_text(picture.facts)
        elif path and resolve and not path.startswith(_ON_THE_WEB) and not self.line.hasFocus():
            self.set_problem("This image is not in the site.")
