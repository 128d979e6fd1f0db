"""The line at the bottom: saved or not, how long, what is off, how it is written on disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from editor.ui.theme import SPACE_S

HEIGHT = 28


class StatusLine(QFrame):
    """Show short facts, each a button that leads to more about it."""

    saved_clicked = Signal()
    words_clicked = Signal()
    problems_clicked = Signal()
    others_clicked = Signal()
    encoding_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setFixedHeight(HEIGHT)
        self._saved = self._button("saved", "Saved or not", self.saved_clicked)
        self._words = self._button("words", "Length", self.words_clicked)
        self._problems = self._button("problems", "Problems", self.problems_clicked)
        self._others = self._button("others", "Who else has this post open", self.others_clicked)
        self._encoding = self._button("encoding", "Encoding and line ends", self.encoding_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S + 2, 0, SPACE_S + 2, 0)
        row.setSpacing(SPACE_S)
        for button in (self._saved, self._words, self._problems):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._others)
        row.addWidget(self._encoding)
        self.set_problems(0, "")
        self.set_others("")

    def set_saved(self, text: str, tone: str = "") -> None:
        """Show whether the post is saved; `tone` is empty, `warn` or `bad`."""
        self._set(self._saved, text, tone)

    def set_words(self, words: int) -> None:
        """Show the length in words and in minutes of reading (230 words a minute)."""
        minutes = max(1, round(words / 230))
        counted = "1 word" if words == 1 else f"{words:,} words".replace(",", " ")
        self._set(self._words, f"{counted} · {minutes} min" if words else "No words yet")

    def set_problems(self, count: int, sentences: str) -> None:
        """Show how many things are off; none shows nothing."""
        text = {0: "", 1: "1 problem"}.get(count, f"{count} problems")
        self._set(self._problems, text, "warn" if count else "")
        self._problems.setToolTip(sentences)
        self._problems.setVisible(count > 0)

    def set_others(self, words: str) -> None:
        """Show who else has the post open; nobody shows nothing."""
        self._set(self._others, words)
        self._others.setVisible(bool(words))

    def set_encoding(self, encoding: str, newline: str) -> None:
        """Show how the file is written."""
        names = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
        self._set(self._encoding, f"{encoding.upper()} · {names.get(newline, newline)}")

    def _button(self, name: str, words: str, clicked: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("quiet", "true")
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(clicked)
        return button

    def _set(self, button: QPushButton, text: str, tone: str = "") -> None:
        button.setText(text)
        if button.property("tone") != tone:
            button.setProperty("tone", tone)
            button.style().unpolish(button)
            button.style().polish(button)
