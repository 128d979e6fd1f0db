"""The frame around the parts of one mapping, with what can be done with the whole of it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_edits import Cure, FieldEdit
from editor.post.form_field import FormField
from editor.ui.form.link_button import LinkButton
from editor.ui.form.link_row import LinkRow
from editor.ui.form.look import Look
from editor.ui.form.part_stack import StackMaker
from editor.ui.form.wrap_label import WrapLabel
from editor.ui.theme import RADIUS_FIELD

_EDGE = 8


class GroupCard(QWidget):
    """Show the parts of a mapping.

    Signals:
        edited: an edit of one of the parts.
        removed: the whole of it is to go.
        lifted: it is to stand one place higher.
    """

    edited = Signal(object)
    removed = Signal()
    lifted = Signal()

    def __init__(self, make_stack: StackMaker, parent: QWidget, *, is_listed: bool) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.stack = make_stack(self)
        self.stack.edited.connect(self._on_edited)
        self.stack.cure_asked.connect(self._on_cure_asked)
        self._name = WrapLabel(self)
        self.lift = LinkButton("Move up", self)
        self.remove = LinkButton("Remove", self)
        self._links = LinkRow((self.lift, self.remove), self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._links, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE // 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.stack)
        self._name.setVisible(is_listed)
        self._links.setVisible(is_listed)
        self.lift.clicked.connect(self.lifted)
        self.remove.clicked.connect(self.removed)

    def show_parts(self, name: str, parts: tuple[FormField, ...], *, is_first: bool) -> None:
        """Show the parts; `name` tells which of several groups they are."""
        self._name.show_text(name)
        self.lift.setAccessibleName(f"{name}: move up")
        self.remove.setAccessibleName(f"{name}: remove")
        self.lift.setVisible(not is_first)
        self.stack.show_fields(parts)

    def tab_stops(self) -> list[QWidget]:
        """Give all that takes the keys, from top to bottom."""
        return [self.lift, self.remove, *self.stack.tab_stops()]

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        self._name.set_type(look.small, look.theme.muted)
        self._links.set_look(look)
        self.stack.set_look(look)
        self.update()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let values be read and copied, but not changed."""
        self._links.setEnabled(not is_read_only)
        self.stack.set_read_only(is_read_only=is_read_only)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)

    def _on_cure_asked(self, _key: str, cure: Cure) -> None:
        for edit in cure.edits:
            self.edited.emit(edit)

    def _on_edited(self, edit: FieldEdit) -> None:
        self.edited.emit(edit)
