"""One question to the person: a heading, what it means, and buttons that name what they do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui.dialogs.modal import ModalDialog
from editor.ui.theme import SPACE_L, SPACE_S, SPACE_XL

_WIDTH = 440


@dataclass(frozen=True, slots=True)
class Answer:
    """Offer one answer: its name for the program, its words for the person."""

    name: str
    words: str
    is_default: bool = False


class Question(ModalDialog):
    """Ask, and hold the name of the answer; Escape answers nothing."""

    def __init__(
        self, heading: str, text: str, answers: Sequence[Answer], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.answer = ""
        title = QLabel(heading, self)
        title.setObjectName("question_heading")
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        body = QLabel(text, self)
        body.setObjectName("question_text")
        body.setWordWrap(True)
        body.setTextFormat(Qt.TextFormat.PlainText)
        body.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(title)
        column.addWidget(body)
        column.addSpacing(SPACE_L)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        column.addLayout(row)
        for offered in answers:
            row.addWidget(self._button(offered))

    def _button(self, offered: Answer) -> QPushButton:
        button = QPushButton(offered.words, self)
        button.setObjectName(offered.name)
        button.setDefault(offered.is_default)
        button.setAutoDefault(offered.is_default)
        button.setProperty("primary", "true" if offered.is_default else "false")
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self.answer = self.sender().objectName()
        self.accept()
