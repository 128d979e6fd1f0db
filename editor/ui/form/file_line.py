"""The post's file name under its title, and the offer to rename it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from editor.ui.form.link_button import LinkButton
from editor.ui.form.look import Look
from editor.ui.form.wrap_label import WrapLabel


class FileLine(QWidget):
    """Show where the post lies; room for the offer is kept, so that nothing jumps."""

    rename_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = WrapLabel(self)
        self._hint = WrapLabel(self)
        self._hint.hide()
        self.rename = LinkButton("", self)
        self.rename.hide()
        self.rename.clicked.connect(self.rename_asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._hint)
        links = QHBoxLayout()
        links.addWidget(self.rename)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)

    def show_name(self, name: str, hint: str, action: str | None) -> None:
        """Show the file's name, a sentence about it, and the words that offer to rename it."""
        self._name.show_text(name)
        self._name.setAccessibleName(f"File: {name}")
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self.rename.set_words(action or "")
        self.rename.setVisible(bool(action))

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._name.set_type(look.mono, look.theme.muted)
        self._hint.set_type(look.small, look.theme.muted)
        self.rename.set_look(look)
        self.setMinimumHeight(2 * self.rename.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
