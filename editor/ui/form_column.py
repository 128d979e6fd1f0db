"""The form's column: the fields, or the front matter as it stands in the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from editor.post.front_matter import FrontMatter
from editor.ui.form.form_pane import FormPane
from editor.ui.form.look import Look
from editor.ui.form.text_box import TextBox
from editor.ui.form.undo_keys import UndoKeys
from editor.ui.theme import SPACE_L, SPACE_S, Theme


class FormColumn(QFrame):
    """Show the form, and on request the raw block, which has the same undo."""

    raw_edited = Signal(object)  # str: a lone surrogate would not survive Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_column")
        self.pane = FormPane(theme, self)
        self._raw = TextBox(self)
        self._raw.setObjectName("raw_front_matter")
        self._raw.setAccessibleName("Front matter as it stands in the file")
        self._raw.set_lines(8, 60, is_long=True)
        self._raw.installEventFilter(UndoKeys(self._raw))
        self._raw.edited.connect(self.raw_edited)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setObjectName("raw_problem")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self._made_raw_page())
        self.setFocusProxy(self.pane)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another palette."""
        self.pane.set_theme(theme)
        self._raw.set_type(Look.of(theme, self.font()).mono)

    def set_front_matter(self, front_matter: FrontMatter | None) -> None:
        """Show the fields, and the block as it stands."""
        self.pane.set_front_matter(front_matter)
        self._raw.set_text(front_matter.text if front_matter is not None else "")
        problem = front_matter.problem if front_matter is not None else None
        self._problem.setVisible(problem is not None)
        self._problem.setText("" if problem is None else f"Line {problem.line}: {problem.message}")

    def toggle_raw(self) -> None:
        """Go from the fields to the raw block and back."""
        is_raw = self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0 if is_raw else 1)
        (self.pane if is_raw else self._raw).setFocus()

    def focus_title(self) -> None:
        """Put the keys into the title."""
        self._stack.setCurrentIndex(0)
        self.pane.focus_field("title")

    def _made_raw_page(self) -> QWidget:
        page = QWidget(self)
        heading = QLabel("Front matter, as it stands in the file", page)
        heading.setObjectName("raw_heading")
        back = QPushButton("Back to the form", page)
        back.clicked.connect(self.toggle_raw)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(heading)
        column.addWidget(self._raw)
        column.addWidget(self._problem)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page
