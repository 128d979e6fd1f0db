"""A field for a number."""

import re
import unicodedata

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_values import Literal
from editor.post.form_field import FormField
from editor.post.yaml_scalars import read_plain
from editor.ui.form.field import Field
from editor.ui.form.field_frame import RING, FieldFrame
from editor.ui.form.look import Look
from editor.ui.form.typed_line import TypedLine
from editor.ui.form.wrap_label import WrapLabel

_HELP = "Write a number, such as 12 or 0.5."
# What every reader of YAML takes for the same number: no octal, no thousands, no bare point.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)


def typed_number(text: str) -> str | None:
    """Give the YAML of a number that was typed, in digits of any script; None when it is none."""
    digits = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.strip()
    )
    if not _NUMBER.fullmatch(digits) or not isinstance(read_plain(digits), int | float):
        return None
    return digits


class NumberField(Field):
    """Edit a number; what is none yet is not written, and the reason stands beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        body = QWidget(self)
        self._frame = FieldFrame(body)
        self.line = TypedLine(self._frame)
        self._frame.add_input(self.line)
        self._help = WrapLabel(body)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, RING, 0)
        row.setSpacing(8 - RING)
        row.addWidget(self._frame, 1)
        row.addWidget(self._help, 1)
        self.set_body(body)
        self.line.textEdited.connect(self._on_typed)
        self.line.finished.connect(self.commit)
        self.line.given_up.connect(self._show_written)

    @override
    def inputs(self) -> tuple[QWidget, ...]:
        return (self.line,)

    @override
    def show_value(self, shown: FormField) -> None:
        is_same = self.value_stays or typed_number(self.line.text()) == shown.text
        if not (self.line.hasFocus() and self.line.isModified() and is_same):
            self._show_written()
        self.set_hint(shown.spec.help)

    @override
    def commit(self) -> None:
        if self.line.isModified() and not self.line.text().strip():
            self.put(Literal(""))
        elif typed_number(self.line.text()) is not None:
            self._show_written()

    @override
    def forget(self) -> None:
        super().forget()
        self.line.setModified(False)

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._frame.set_look(look)
        self.line.setFont(look.text)
        self._help.set_type(look.small, look.theme.muted)

    @override
    def set_read_only(self, *, is_read_only: bool) -> None:
        self.line.setReadOnly(is_read_only)

    def _on_typed(self, text: str) -> None:
        number = typed_number(text)
        self._warn(is_warned=number is None and bool(text.strip()))
        if number is not None and self.shown is not None and number != self.shown.text:
            self.put(Literal(number))

    def _show_written(self) -> None:
        self.line.show_text(self.shown.text if self.shown else "")
        self._warn(is_warned=False)

    def _warn(self, *, is_warned: bool) -> None:
        self._help.show_text(_HELP if is_warned else "")
        self._frame.set_warned(is_warned=is_warned)
