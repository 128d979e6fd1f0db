"""A field for yes and no, and for neither."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_edits import Remove
from editor.post.field_values import Literal
from editor.post.form_field import FormField
from editor.ui.form.choice_box import ChoiceBox
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING, FieldFrame
from editor.ui.form.look import Look

_QUIET_ROLE = Qt.ItemDataRole.UserRole + 1
_YES, _NO, _NEITHER = range(3)
_ROWS = {True: _YES, False: _NO}
# A file that says yes and no goes on to say it so; one that says True keeps the capital.
_PAIRS = (
    ("true", "false"),
    ("True", "False"),
    ("TRUE", "FALSE"),
    ("yes", "no"),
    ("Yes", "No"),
    ("YES", "NO"),
    ("on", "off"),
    ("On", "Off"),
    ("ON", "OFF"),
)


def spelled(is_yes: bool, before: str) -> str:  # noqa: FBT001 - the value itself
    """Give YAML's word for yes or no in the spelling that the file used before."""
    pair = next((pair for pair in _PAIRS if before in pair), _PAIRS[0])
    return pair[0] if is_yes else pair[1]


class YesNoField(Field):
    """Choose between Yes, No, and leaving the key out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._frame = FieldFrame(self)
        self.box = ChoiceBox(self._frame)
        self.box.addItems(["Yes", "No", ""])
        self.box.setItemData(_NEITHER, True, _QUIET_ROLE)
        self._frame.add_input(self.box)
        self._frame.row.setContentsMargins(RING, RING, RING, RING)
        self.set_body(self._frame)
        self.box.activated.connect(self._on_chosen)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def show_value(self, shown: FormField) -> None:
        self.box.setItemText(_NEITHER, shown.inherited_words or shown.spec.default_choice)
        row = _ROWS[shown.value] if isinstance(shown.value, bool) else _NEITHER
        self.box.setCurrentIndex(row)
        self.set_hint(shown.spec.help)

    @override
    def value_text(self) -> str:
        return self.box.currentText()

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.box.set_look(look)

    def _on_chosen(self, row: int) -> None:
        shown = self.shown or self.remember()
        is_chosen = isinstance(shown.value, bool) and _ROWS[shown.value] == row
        if row == _NEITHER:
            if shown.value is not None:
                self.edited.emit(Remove(self.key))
        elif not is_chosen:
            self.put(Literal(spelled(row == _YES, shown.spelling)))
