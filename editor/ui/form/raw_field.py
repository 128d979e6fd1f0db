"""A field for what has no simpler shape: its YAML as it stands in the file."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.form_field import FormField
from editor.post.raw_value import NotAValue, read_raw_value
from editor.ui.form.field import Field
from editor.ui.form.field_frame import FieldFrame
from editor.ui.form.look import Look
from editor.ui.form.text_box import TextBox

_HELP = "YAML, taken when you leave the field"
_LEAST_LINES, _MOST_LINES = 1, 12
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RawField(Field):
    """Edit the YAML of one value; it becomes an edit when it is done and can be read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._is_refused = False
        self._frame = FieldFrame(self)
        self.box = TextBox(self._frame)
        self.box.set_lines(_LEAST_LINES, _MOST_LINES, is_long=True)
        self._frame.add_input(self.box)
        self.set_body(self._frame)
        self.box.edited.connect(self._on_edited)
        self.box.left.connect(self.commit)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def show_value(self, shown: FormField) -> None:
        is_pending = self._is_pending()
        if not (self.value_stays and is_pending):
            self.box.set_text(shown.text)
            self._refuse("")
        self.set_hint(_HELP)

    @override
    def commit(self) -> None:
        if not self._is_pending():
            self._refuse("")
            return
        try:
            value = read_raw_value(self.box.text())
        except NotAValue as problem:
            self._refuse(str(problem))
            return
        self._refuse("")
        self.put(value)

    @override
    def value_text(self) -> str:
        return self.box.text()

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.box.set_type(look.mono)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.box.setReadOnly(is_read_only)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in _ENTER_KEYS and is_control:
                self.commit()
                return True
        return super().eventFilter(watched, event)

    def _on_edited(self, _text: str) -> None:
        self._refuse("")

    def _is_pending(self) -> bool:
        return self.shown is not None and self.box.text() != self.shown.text

    def _refuse(self, sentence: str) -> None:
        self._frame.set_warned(is_warned=bool(sentence))
        self.set_problem(sentence)
