"""Ask for the title and the template of a new post, and say where it will lie."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.theme import SPACE_L, SPACE_S, SPACE_XL, SPACE_XS

_WIDTH = 480
_ROW = 34
_MOST_ROWS = 6


class NewPostDialog(QDialog):
    """Ask; `changed` comes with each letter and choice, `agreed` when the post is to be made."""

    changed = Signal()
    agreed = Signal()

    def __init__(self, templates: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("new_post_dialog")
        self.setWindowTitle("Dateline")
        self.setModal(True)
        self.line = QLineEdit(self)
        self.line.setObjectName("plan_line")
        self.line.setAccessibleName("Title")
        self.line.textEdited.connect(self.changed)
        self.choices = QListWidget(self)
        self.choices.setObjectName("compare_list")
        self.choices.setAccessibleName("Template")
        self.choices.addItems(list(templates))
        self.choices.setCurrentRow(0)
        self.choices.setFixedHeight(_ROW * min(len(templates), _MOST_ROWS) + SPACE_S)
        self.choices.currentRowChanged.connect(self.changed)
        self._fact = _label("plan_fact", "", self)
        self._make = QPushButton("Make Post", self)
        self._make.setObjectName("agree")
        self._make.setProperty("primary", "true")
        self._make.setDefault(True)
        self._make.clicked.connect(self.agreed)
        self._lay_out()
        self.setMinimumWidth(_WIDTH)

    def title(self) -> str:
        """Give the title that is typed."""
        return self.line.text().strip()

    def row(self) -> int:
        """Give the number of the chosen template."""
        return max(self.choices.currentRow(), 0)

    def show_fact(self, sentence: str, *, can_make: bool) -> None:
        """Say where the post will lie, or why there can be none."""
        self._fact.setText(sentence)
        self._make.setEnabled(can_make)

    def fact(self) -> str:
        """Give the sentence about where the post will lie."""
        return self._fact.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(_label("question_heading", "New post", self))
        column.addSpacing(SPACE_XS)
        column.addWidget(_label("plan_label", "Title", self))
        column.addWidget(self.line)
        column.addSpacing(SPACE_XS)
        column.addWidget(_label("plan_label", "Template", self))
        column.addWidget(self.choices)
        column.addWidget(self._fact)
        column.addSpacing(SPACE_S)
        cancel = QPushButton("Cancel", self)
        cancel.setObjectName("cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._make)
        column.addLayout(row)


def _label(name: str, text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
