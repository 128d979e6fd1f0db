"""One window for every step of a post's life: what it asks for, and all that it will change."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.site.folders import Site
from editor.site.publishing.plan import Plan
from editor.site.shown_names import visible
from editor.ui.life.plan_view import PlanView
from editor.ui.life.steps import Step
from editor.ui.theme import SPACE_L, SPACE_S, SPACE_XL, SPACE_XS, Theme

_SIZE = (640, 460)
# A plan of a large site takes a moment, so it is made when the typing rests.
_REST_MS = 150


class PlanDialog(QDialog):
    """Ask for a step and show its plan before it is carried out.

    `typed` brings what the step is to be planned with, at first what stands there; `agreed` says
    that the plan which is shown is to be carried out, upon which the window waits for `close`.
    """

    typed = Signal(str)
    agreed = Signal()

    def __init__(self, step: Step, name: str, theme: Theme, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("plan_dialog")
        self.setWindowTitle("Dateline")
        self.setModal(True)
        self._is_working = False
        self._heading = _label("question_heading", step.heading.format(name=visible(name)), self)
        self._text = _label("question_text", step.text, self)
        self._label = _label("plan_label", step.label, self)
        self.line = QLineEdit(self)
        self.line.setObjectName("plan_line")
        self.line.setAccessibleName(step.label)
        self._label.setBuddy(self.line)
        self._fact = _label("plan_fact", "", self)
        self.view = PlanView(theme, font, self)
        self._notes = _label("plan_warn", "", self)
        # A style sheet's padding would not count in the height of a text that wraps.
        self._notes.setMargin(SPACE_S)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setObjectName("cancel")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._agree = QPushButton(step.button, self)
        self._agree.setObjectName("agree")
        self._agree.setProperty("primary", "true")
        self._agree.setDefault(True)
        self._agree.clicked.connect(self._on_agreed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._lay_out(has_line=bool(step.label))
        available = parent.screen().availableSize()
        self.resize(
            min(_SIZE[0], available.width() - SPACE_XL), min(_SIZE[1], available.height() - 80)
        )

    def begin(self, typed: str) -> None:
        """Open with a first text in the line, the part before the ending chosen."""
        self.line.setText(typed)
        stem, dot, _ = typed.rpartition(".")
        self.line.setSelection(0, len(stem) if dot else len(typed))
        self.line.textEdited.connect(self._on_edited)
        self._agree.setEnabled(False)
        self.line.setFocus()
        self.open()
        self.typed.emit(typed)

    def show_plan(self, plan: Plan, site: Site) -> None:
        """Show what the step will do."""
        self.view.show_plan(plan, site)
        self._fact.setText(_fact(plan))
        self._set_notes("warn", "\n".join(plan.notes))
        self._agree.setEnabled(not plan.does_nothing and not self._rest.isActive())
        if self.line.isHidden():
            self._agree.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Show why the step cannot be done with what was typed."""
        self.view.clear()
        self._fact.setText("")
        self._set_notes("bad", sentence)
        self._agree.setEnabled(False)
        self._is_working = False

    def can_agree(self) -> bool:
        """Tell whether a plan is shown that can be carried out."""
        return self._agree.isEnabled()

    def fact(self) -> str:
        """Give the line that sums the plan up; empty until there is one."""
        return self._fact.text()

    def notes(self) -> str:
        """Give what a person should know, or the reason why the step cannot be done."""
        return self._notes.text()

    @override
    def reject(self) -> None:
        if not self._is_working:
            super().reject()

    def _on_edited(self) -> None:
        self._agree.setEnabled(False)
        self._rest.start()

    def _on_rested(self) -> None:
        self.typed.emit(self.line.text())

    def _on_agreed(self) -> None:
        self._is_working = True
        self._agree.setEnabled(False)
        self.agreed.emit()

    def _set_notes(self, tone: str, text: str) -> None:
        self._notes.setObjectName(f"plan_{tone}")
        self._notes.setText(text)
        self._notes.setVisible(bool(text))
        self._notes.style().unpolish(self._notes)
        self._notes.style().polish(self._notes)

    def _lay_out(self, *, has_line: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_S)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        column.addSpacing(SPACE_S)
        if has_line:
            column.addWidget(self._label)
            column.addWidget(self.line)
            column.addSpacing(SPACE_XS)
        self._label.setVisible(has_line)
        self.line.setVisible(has_line)
        column.addWidget(self._fact)
        column.addWidget(self.view, 1)
        column.addWidget(self._notes)
        self._notes.hide()
        column.addSpacing(SPACE_S)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._agree)
        column.addLayout(row)


def _fact(plan: Plan) -> str:
    """Say in a line what becomes of the address, and how many other files change."""
    if plan.does_nothing:
        return "Nothing changes."
    others = len(plan.changes) - 1
    parts: list[str] = []
    if plan.new_url and plan.old_url != plan.new_url:
        parts.append(f"Its address becomes {visible(plan.new_url)}.")
    elif plan.old_url and plan.new_url:
        parts.append(f"Its address is {visible(plan.new_url)}.")
    if others:
        parts.append("1 other file changes." if others == 1 else f"{others} other files change.")
    return " ".join(parts) or "No other file changes."


def _label(name: str, text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
