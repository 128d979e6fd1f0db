"""What follows the last field: the way to more fields, and to the raw front matter."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_specs import COMMON_FIELDS, HOUSE_FIELDS
from editor.ui.form.field_frame import RING, FieldFrame
from editor.ui.form.field_label import FieldLabel
from editor.ui.form.link_button import LinkButton
from editor.ui.form.link_row import LinkRow
from editor.ui.form.look import Look
from editor.ui.form.suggesting_line import SuggestingLine
from editor.ui.form.suggestion_list import SuggestionList
from editor.ui.form.undo_keys import UndoKeys
from editor.ui.form.wrap_label import WrapLabel
from editor.ui.theme import SPACE_S

_PLACEHOLDER = "Name of the field, such as subtitle"
_LABEL = "Add field"


class FormFoot(QWidget):
    """Offer more fields and the raw front matter; the name of a new field is asked in place."""

    field_named = Signal(str)
    raw_asked = Signal()

    def __init__(self, look: Look, offers: SuggestionList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo_keys = UndoKeys(self)
        self._frame = FieldFrame(self)
        self.line = SuggestingLine(offers, self._frame)
        self.line.setPlaceholderText(_PLACEHOLDER)
        self.line.setAccessibleName(_LABEL)
        self.line.installEventFilter(self._undo_keys)
        self.line.installEventFilter(self)
        self._frame.add_input(self.line)
        self._label = FieldLabel(self)
        self._label.set_words(_LABEL, "", self.line)
        self.more = LinkButton("More fields", self)
        self.raw = LinkButton("Raw front matter", self)
        self._links = LinkRow((self.more, self.raw), self)
        self.more.clicked.connect(self._on_more)
        self.raw.clicked.connect(self.raw_asked)
        self.line.entered.connect(self._on_entered)
        self.line.taken.connect(self._on_taken)
        self._notes = WrapLabel(self)
        self._notes.setObjectName("site_notes")
        self._notes.hide()
        self._lay_out()
        self._show_entry(is_open=False)
        self.set_look(look)

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setContentsMargins(RING, 0, RING, 0)
        links.addWidget(self._links)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._label)
        column.addWidget(self._frame)
        column.addLayout(links)
        notes = QHBoxLayout()
        notes.setContentsMargins(RING, SPACE_S, RING, 0)
        notes.addWidget(self._notes)
        column.addLayout(notes)

    def set_keys_in_use(self, keys: Collection[str]) -> None:
        """Offer the fields that Jekyll, its plugins and themes know, but for these."""
        known = (*HOUSE_FIELDS, *COMMON_FIELDS)
        self.line.set_words({spec.key: 0 for spec in known if spec.key not in keys})

    def set_notes(self, sentences: Sequence[str]) -> None:
        """Say what is wrong with the site's own description of the form."""
        self._notes.show_text("\u2028".join(sentences))
        self._notes.setVisible(bool(sentences))

    def tab_stops(self) -> list[QWidget]:
        """Give all parts that take the keys, in the order of Tab."""
        return [self.line, self.more, self.raw]

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Offer no more fields to what cannot be changed."""
        self.more.setVisible(not is_read_only)

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._frame.set_look(look)
        self._label.set_look(look)
        self.line.setFont(look.text)
        self._links.set_look(look)
        self._notes.set_type(look.small, look.theme.warn)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and not self.line.is_offering()
        )
        if is_escape:
            self._show_entry(is_open=False)
            self.more.setFocus()
        return is_escape

    def _show_entry(self, *, is_open: bool) -> None:
        self._label.setVisible(is_open)
        self._frame.setVisible(is_open)
        self.line.clear()

    def _on_more(self) -> None:
        self._show_entry(is_open=True)
        self.line.setFocus()

    def _on_entered(self) -> None:
        self._on_taken(self.line.text())

    def _on_taken(self, word: str) -> None:
        key = word.strip().removesuffix(":").strip()
        if key:
            self._show_entry(is_open=False)
            self.field_named.emit(key)
