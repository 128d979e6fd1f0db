"""A field for one of the few values that the site allows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_edits import Remove
from editor.post.field_specs import Choice
from editor.post.field_values import Literal, same
from editor.post.form_field import FormField
from editor.ui.form.choice_box import ChoiceBox
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING, FieldFrame
from editor.ui.form.look import Look

_QUIET_ROLE = Qt.ItemDataRole.UserRole + 1
_NONE = "Not set"


class ChoiceField(Field):
    """Choose one of the site's values, or none; a value of another kind is shown and stays."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._choices: tuple[Choice | None, ...] = ()
        self._frame = FieldFrame(self)
        self.box = ChoiceBox(self._frame)
        self._frame.add_input(self.box)
        self._frame.row.setContentsMargins(RING, RING, RING, RING)
        self.set_body(self._frame)
        self.box.activated.connect(self._on_chosen)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def show_value(self, shown: FormField) -> None:
        chosen = next((each for each in shown.spec.choices if same(each.value, shown.value)), None)
        is_odd = chosen is None and shown.value is not None
        odd = (Choice(shown.value, shown.text),) if is_odd else ()
        self._choices = (*shown.spec.choices, *odd, None)
        self.box.clear()
        for choice in self._choices:
            self.box.addItem(choice.label if choice else shown.inherited_words or _NONE)
        last = len(self._choices) - 1
        self.box.setItemData(last, True, _QUIET_ROLE)
        wanted = odd[0] if odd else chosen
        self.box.setCurrentIndex(self._choices.index(wanted) if wanted else last)
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
        choice = self._choices[row]
        shown = self.shown or self.remember()
        if choice is None:
            if shown.is_present:
                self.edited.emit(Remove(self.key))
        elif not same(choice.value, shown.value):
            is_text = isinstance(choice.value, str)
            self.put(choice.value if is_text else Literal(_spelled(choice.value)))


def _spelled(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
