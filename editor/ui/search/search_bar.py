"""What is typed to search and to replace, and how it is meant."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from editor.site.index.finding import EXACT, PATTERN, WORDS, Wanted
from editor.ui.theme import SPACE_M, SPACE_S

_PAUSE_MS: Final = 120
_MODES: Final = (
    (
        WORDS,
        "Words",
        "Words in any order and form: “in quotes” together, -without, tag:x author:y",
    ),
    (EXACT, "Exact", "Exactly what is typed"),
    (PATTERN, "Pattern", "A regular expression; \\1 in its place gives what a bracket found"),
)
_PARTS: Final = (("all", "Everywhere"), ("body", "In the text"), ("front matter", "Front matter"))


class SearchBar(QWidget):
    """Hold the fields; `wanted_changed` brings a `Wanted` after a short pause."""

    wanted_changed = Signal(object)
    replace_asked = Signal()
    replacing_changed = Signal(bool)
    left_down = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = _Field("search_field", "Search the texts of the site", self)
        self._new = _Field("replace_field", "Replace with", self)
        self._modes = {name: _toggle(words, help_text, self) for name, words, help_text in _MODES}
        self._case = _toggle("Aa", "Tell capitals from small letters", self)
        self._whole = _toggle("Whole word", "No letter before it or after it", self)
        self._replacing = _toggle("Replace", "Put something in the place of what is found", self)
        self._part = _PartButton(self)
        self._status = QLabel(self)
        self._status.setObjectName("search_status")
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._go = QPushButton(self)
        self._go.setObjectName("replace_all")
        self._go.setProperty("primary", "true")
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAccessibleName("Close the search")
        self._close.setToolTip("Close the search (Escape)")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._place()
        self._join()
        self.set_replacing(is_replacing=False)

    def wanted(self) -> Wanted:
        """Give what is looked for now."""
        mode = next(name for name, button in self._modes.items() if button.isChecked())
        return Wanted(
            self._field.text(),
            mode,
            self._case.isChecked(),
            self._whole.isChecked(),
            self._part.part,
            self._new.text() if self._replacing.isChecked() else None,
        )

    def start(self, text: str = "", *, is_replacing: bool = False) -> None:
        """Take the keys; `text` is looked for where there is any."""
        if text:
            self._field.setText(text)
        self.set_replacing(is_replacing=is_replacing)
        self._field.setFocus()
        self._field.selectAll()

    def set_replacing(self, *, is_replacing: bool) -> None:
        """Show the second line or hide it; words in any form cannot be replaced."""
        self._replacing.setChecked(is_replacing)
        self._new.setVisible(is_replacing)
        self._go.setVisible(is_replacing)
        if is_replacing and self._modes[WORDS].isChecked():
            self._modes[EXACT].setChecked(True)
        self._modes[WORDS].setEnabled(not is_replacing)
        is_exact = not self._modes[WORDS].isChecked()
        for toggle in (self._case, self._whole, self._part):
            toggle.setEnabled(is_exact)

    def show_status(self, words: str) -> None:
        """Say what was found, or why nothing was."""
        self._status.setText(words)
        self._status.setToolTip(words)

    def show_replaceable(self, posts: int) -> None:
        """Say in how many posts something would be replaced."""
        self._go.setText(f"Replace in {posts:,} {'post' if posts == 1 else 'posts'}")
        self._go.setEnabled(posts > 0)

    def _place(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE_S)
        group = QButtonGroup(self)
        for name, button in self._modes.items():
            button.setObjectName(f"mode_{name}")
            button.setChecked(name == WORDS)
            button.clicked.connect(self._on_changed)
            group.addButton(button)
            first.addWidget(button)
        for widget in (self._case, self._whole, self._part, self._replacing):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self._close)
        second = QHBoxLayout()
        second.addWidget(self._go)
        second.addWidget(self._status, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        grid.setSpacing(SPACE_S)
        grid.addWidget(self._field, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(second, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _join(self) -> None:
        for field in (self._field, self._new):
            field.textChanged.connect(self._pause.start)
            field.left_down.connect(self.left_down)
            field.left.connect(self.closed)
        self._case.clicked.connect(self._on_changed)
        self._whole.clicked.connect(self._on_changed)
        self._part.chosen.connect(self._on_changed)
        self._replacing.clicked.connect(self._on_replacing)
        self._pause.timeout.connect(self._tell)
        self._go.clicked.connect(self.replace_asked)
        self._close.clicked.connect(self.closed)

    def _on_changed(self) -> None:
        self.set_replacing(is_replacing=self._replacing.isChecked())
        self._tell()

    def _on_replacing(self) -> None:
        self._on_changed()
        self.replacing_changed.emit(self._replacing.isChecked())

    def _tell(self) -> None:
        self.wanted_changed.emit(self.wanted())


class _PartButton(QToolButton):
    """A button with a menu of the parts of a post that can be searched."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = _PARTS[0][0]
        self._menu = QMenu(self)
        for name, words in _PARTS:
            self._menu.addAction(words).setData(name)
        self._menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)
        self._show()

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_triggered(self, action: QAction) -> None:
        self.part = str(action.data())
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        words = dict(_PARTS)[self.part]
        self.setText(f"{words} ▾")
        self.setAccessibleName(f"Where to search: {words}")


class _Field(QLineEdit):
    left_down = Signal()
    left = Signal()

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _toggle(words: str, help_text: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(words)
    button.setCheckable(True)
    button.setToolTip(help_text)
    button.setAccessibleDescription(help_text)
    return button
