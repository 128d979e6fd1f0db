"""The field for the title, with the post's file under it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.post.field_specs import FieldKind
from editor.ui.form.file_line import FileLine
from editor.ui.form.look import Look
from editor.ui.form.text_field import TextField


class TitleField(TextField):
    """Edit the title; the file's name stands beside the count of its characters."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, FieldKind.TITLE, parent)
        self.file_line = FileLine(self)
        self.foot_row.insertWidget(0, self.file_line, 1)
        self.column.addWidget(self.note)

    @override
    def tab_stops(self) -> tuple[QWidget, ...]:
        return (self.box, self.file_line.rename)

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.file_line.set_look(look)
