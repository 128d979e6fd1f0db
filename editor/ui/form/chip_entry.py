"""The line behind the chips, which takes a whole list when one is pasted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from editor.ui.form.chip_list import pasted
from editor.ui.form.suggesting_line import SuggestingLine


class ChipEntry(SuggestingLine):
    """Edit the text of a new chip; `list_pasted` brings the texts of a list on the clipboard.

    A QLineEdit makes blanks of the line ends of what is pasted, and a list would be one text.
    """

    list_pasted = Signal(object)  # list[str]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        items = pasted(QGuiApplication.clipboard().text()) if _pastes(event) else []
        if len(items) > 1 and not self.isReadOnly() and not self.text():
            self.list_pasted.emit(items)
        else:
            super().keyPressEvent(event)


def _pastes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)
