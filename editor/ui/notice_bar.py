"""A sentence that stays as long as it is true, with what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor.ui.theme import SPACE_L, SPACE_S


@dataclass(frozen=True, slots=True)
class Notice:
    """Say something lasting; `tone` is `warn`, `bad` or `calm`, buttons are (name, words)."""

    sentence: str
    tone: str = "warn"
    buttons: tuple[tuple[str, str], ...] = ()


class NoticeBar(QFrame):
    """Show one notice at a time, or nothing."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_L, 6, SPACE_L, 6)
        self._row.setSpacing(SPACE_S)
        self._row.addWidget(self._label, 1)
        self._notice: Notice | None = None
        self.hide()

    def notice(self) -> Notice | None:
        """Give the notice that is shown."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show `notice`, or nothing for None."""
        if notice == self._notice:
            return
        self._notice = notice
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        if notice is None:
            self.hide()
            return
        self._label.setText(notice.sentence)
        self.setProperty("tone", notice.tone)
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        for name, words in notice.buttons:
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def _on_clicked(self) -> None:
        self.answered.emit(self.sender().objectName())
