"""What the form says in place of fields when it cannot show any."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.problems import FrontMatterProblem
from editor.ui.form.look import Look
from editor.ui.form.wrap_label import WrapLabel
from editor.ui.theme import RADIUS_FIELD, SPACE_L, SPACE_S

_NO_FRONT_MATTER = "This file has no front matter"
_WHAT_THAT_MEANS = (
    "Jekyll takes a file for a post only when it begins with front matter, two lines of three"
    " dashes, even with nothing between them."
)
_UNREADABLE = "The front matter cannot be read"
_ALL_IS_SAFE = "The text can be edited and saved meanwhile; nothing is changed on its own."


class ProblemCard(QWidget):
    """Say calmly what is wrong, where, and what can be done about it."""

    quick_fix_asked = Signal()
    raw_asked = Signal()
    fences_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._heading = WrapLabel(self)
        self._what = WrapLabel(self)
        self._where = WrapLabel(self)
        self._hint = WrapLabel(self)
        self._calm = WrapLabel(self)
        self.quick_fix = QPushButton("Quote this value", self)
        self.raw = QPushButton("Edit raw front matter", self)
        self.fences = QPushButton("Add front matter", self)
        self.quick_fix.setProperty("primary", True)
        self.fences.setProperty("primary", True)
        self.quick_fix.clicked.connect(self.quick_fix_asked)
        self.raw.clicked.connect(self.raw_asked)
        self.fences.clicked.connect(self.fences_asked)
        self._calm.setText(_ALL_IS_SAFE)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        for widget in self._parts():
            column.addWidget(widget)

    def show_problem(self, problem: FrontMatterProblem) -> None:
        """Show why the front matter cannot be read, and where."""
        self._say(_UNREADABLE, problem.message, problem.hint)
        self._where.show_text(f"Line {problem.line}, column {problem.column}")
        self._where.show()
        self._calm.show()
        self._offer(self.raw, *([self.quick_fix] if problem.quick_fix else []))

    def show_no_front_matter(self) -> None:
        """Show that there is none, and what Jekyll makes of that."""
        self._say(_NO_FRONT_MATTER, _WHAT_THAT_MEANS, "")
        self._where.hide()
        self._calm.hide()
        self._offer(self.fences)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        self._heading.set_type(look.title, look.theme.ink)
        self._what.set_type(look.text, look.theme.ink)
        self._where.set_type(look.mono, look.theme.warn)
        self._hint.set_type(look.text, look.theme.muted)
        self._calm.set_type(look.small, look.theme.muted)
        self.update()

    def first_button(self) -> QPushButton:
        """Give the button that the keys come to first."""
        buttons = (self.quick_fix, self.raw, self.fences)
        return next(button for button in buttons if button.isVisibleTo(self))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.pane))
        painter.setPen(QPen(QColor(theme.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)

    def _parts(self) -> tuple[QWidget, ...]:
        words = (self._heading, self._what, self._where, self._hint, self._calm)
        return (*words, self.quick_fix, self.raw, self.fences)

    def _say(self, heading: str, what: str, hint: str) -> None:
        self._heading.show_text(heading)
        self._what.show_text(what)
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))

    def _offer(self, *buttons: QPushButton) -> None:
        for button in (self.quick_fix, self.raw, self.fences):
            button.setVisible(button in buttons)
