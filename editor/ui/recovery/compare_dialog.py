"""One window for every choice between two versions of a post."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.dialogs.modal import ModalDialog
from editor.ui.dialogs.question import Answer
from editor.ui.recovery.comparison_view import ComparisonView
from editor.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme

_SIZE = (940, 620)
_LIST_WIDTH = 230


@dataclass(frozen=True, slots=True)
class Choice:
    """Say what the window is about.

    Attributes:
        heading: what happened.
        text: what that means, and what is safe.
        old: the name of the version whose words are struck out, in words that follow “only in”.
        new: the name of the version whose words are underlined.
        answers: the buttons.
    """

    heading: str
    text: str
    old: str
    new: str
    answers: Sequence[Answer]


class CompareDialog(ModalDialog):
    """Show rows to choose from, a comparison for each, and the answers.

    `row_chosen` asks for the comparison of a row; `answered` brings the name of an answer, upon
    which the window stays: whoever opened it closes it.
    """

    row_chosen = Signal(int)
    answered = Signal(str)

    def __init__(self, choice: Choice, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare_dialog")
        self._rows = QListWidget(self)
        self._rows.setObjectName("compare_list")
        self._rows.setAccessibleName("Versions")
        self._rows.setFixedWidth(_LIST_WIDTH)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._rows.currentRowChanged.connect(self._on_row_changed)
        self._fact = _label("compare_fact", "", self)
        self._view = ComparisonView(theme, font, self)
        self._buttons = {each.name: self._button(each) for each in choice.answers}
        self._theme = theme
        self._legend = QLabel(self)
        self._legend.setObjectName("compare_legend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self.name_versions(choice.old, choice.new)
        self._lay_out(choice)
        available = parent.screen().availableSize()
        self.resize(
            min(_SIZE[0], available.width() - SPACE_XL), min(_SIZE[1], available.height() - 80)
        )

    def set_rows(self, rows: Sequence[str]) -> None:
        """Show what there is to choose from and choose the first; one alone needs no list."""
        self._rows.blockSignals(True)
        self._rows.clear()
        self._rows.addItems(list(rows))
        self._rows.setVisible(len(rows) > 1)
        self._rows.blockSignals(False)
        if rows:
            self._rows.setCurrentRow(0)

    def always_list(self) -> None:
        """Show the list even where it has one row."""
        self._rows.setVisible(True)

    def set_row_words(self, row: int, words: str) -> None:
        """Let a row say something else."""
        self._rows.item(row).setText(words)

    def row(self) -> int:
        """Give the number of the chosen row."""
        return self._rows.currentRow()

    def choose_row(self, row: int) -> None:
        """Choose a row, as a click on it does."""
        self._rows.setCurrentRow(row)

    def show_versions(self, fact: str, old: str, new: str) -> None:
        """Show two texts compared, and a sentence about them."""
        self._fact.setText(fact)
        self._view.show_comparison(old, new)

    def compared_text(self) -> str:
        """Give what the comparison says, both versions in one."""
        return self._view.shown_text()

    def show_nothing(self, fact: str) -> None:
        """Show a sentence where there is nothing to compare."""
        self._fact.setText(fact)
        self._view.clear()

    def name_versions(self, old: str, new: str) -> None:
        """Say below the comparison whose words are struck out and whose underlined."""
        self._legend.setText(
            f"<span style='color:{self._theme.bad}'><s>Struck out</s></span> is only in {old}, "
            f"<span style='color:{self._theme.ok}'><u>underlined</u></span> only in {new}."
        )

    def set_words(self, name: str, words: str) -> None:
        """Let a button say something else."""
        self._buttons[name].setText(words)

    def set_enabled(self, name: str, *, is_enabled: bool) -> None:
        """Let a button be pressed or not."""
        self._buttons[name].setEnabled(is_enabled)

    def _lay_out(self, choice: Choice) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(_label("question_heading", choice.heading, self))
        column.addWidget(_label("question_text", choice.text, self))
        column.addSpacing(SPACE_S)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_M)
        middle.addWidget(self._rows)
        right = QVBoxLayout()
        right.setSpacing(SPACE_S)
        right.addWidget(self._fact)
        right.addWidget(self._view, 1)
        right.addWidget(self._legend)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        column.addSpacing(SPACE_S)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        column.addLayout(row)

    def _button(self, offered: Answer) -> QPushButton:
        button = QPushButton(offered.words, self)
        button.setObjectName(offered.name)
        button.setDefault(offered.is_default)
        button.setAutoDefault(offered.is_default)
        button.setProperty("primary", "true" if offered.is_default else "false")
        button.clicked.connect(self._on_clicked)
        return button

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.row_chosen.emit(row)

    def _on_clicked(self) -> None:
        self.answered.emit(self.sender().objectName())


def _label(name: str, text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
