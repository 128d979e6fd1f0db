"""What all fields of the form have in common."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from editor.post.field_specs import spec_for
from editor.post.field_values import Literal
from editor.post.form_fields import FormField
from editor.ui.form.edits import Put, Remove
from editor.ui.form.field_frame import RING
from editor.ui.form.field_label import FieldLabel
from editor.ui.form.field_menu import open_field_menu
from editor.ui.form.leaving import is_leaving
from editor.ui.form.look import Look
from editor.ui.form.undo_keys import UndoKeys
from editor.ui.form.wrap_label import WrapLabel

_SIGN = "⚠\ufe0e"  # as a sign of text, not as a coloured picture


class Field(QWidget):
    """Show one key of the front matter: its label, its input, and a sentence under it.

    A field says what a person did (`edited`, one of `editor.ui.form.edits`); being shown a value
    never makes it speak. Kinds of fields override `show_value`, `inputs` and what else they need.
    """

    edited = Signal(object)
    reached = Signal()  # by its Alt key

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.shown: FormField | None = None
        self.value_stays = False  # whether the value being shown is the one shown before
        self._before: FormField | None = None
        self._refusal = ""
        self._problem = ""
        self._hint = ""
        self._undo_keys = UndoKeys(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = FieldLabel(self)
        self.label.menu_asked.connect(self._open_menu)
        self.note = WrapLabel(self)
        self.foot = QWidget(self)
        self.foot_row = QHBoxLayout(self.foot)
        self.foot_row.setContentsMargins(RING, 1, RING, 3)
        self.foot_row.setSpacing(8)
        self.foot_row.addWidget(self.note, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(1)
        self.head_row = QHBoxLayout()
        self.head_row.setSpacing(8)
        self.head_row.addWidget(self.label)
        self.column.addLayout(self.head_row)
        self.column.addWidget(self.foot)

    # For the form

    @property
    def key(self) -> str:
        """Give the key that is shown, "" before any was."""
        return self.shown.key if self.shown else ""

    def show_field(self, shown: FormField) -> None:
        """Show a key and its value; the same as before changes nothing."""
        before, self.shown = self.shown, shown
        if before is None or before.key != shown.key:
            self._before = None
            self._refusal = ""
            self._name(shown)
        self.value_stays = before == shown
        if not self.value_stays:
            self._refusal = ""
        self.show_value(shown)
        self._show_note()

    def show_refusal(self, sentence: str) -> None:
        """Say why the last edit was not taken, until the value changes."""
        self._refusal = sentence
        self._show_note()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give the parts in which the value is edited, the first of them first."""
        raise NotImplementedError

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Give all parts that take the keys, in the order of Tab."""
        return self.inputs()

    def show_value(self, shown: FormField) -> None:
        """Show the value, leaving alone an input that says the same already."""
        raise NotImplementedError

    def site_changed(self) -> None:
        """Show what depends on the site around the post anew."""

    def commit(self) -> None:
        """Say what was typed and waits for Enter or for the focus to leave."""

    def has_foot(self) -> bool:
        """Tell whether more stands under the field than a sentence."""
        return False

    def forget(self) -> None:
        """Drop what was typed and not taken: another post comes."""
        self.shown = None
        self._before = None
        self._refusal = ""

    def value_text(self) -> str:
        """Give the value as it is copied."""
        return self.shown.text if self.shown else ""

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self.look = look
        self.label.set_look(look)
        self._show_note()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the value be read and copied, but not changed."""
        self.setEnabled(not is_read_only)

    # For the kinds of fields

    def set_body(self, body: QWidget) -> None:
        """Put the input between the label and the foot, and listen to its parts."""
        self.column.insertWidget(1, body)
        for widget in self.inputs():
            self.listen_to(widget)

    def listen_to(self, widget: QWidget) -> None:
        """Keep undo from an input, open the field's menu on it, and know when it is left."""
        widget.installEventFilter(self._undo_keys)
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)  # where the pointer asks for a menu

    def remember(self) -> FormField:
        """Give the field as it was when the person came to it, for as long as they stay."""
        if self._before is None:
            self._before = self.shown or FormField(spec_for(""))
        return self._before

    def put(self, new: object) -> None:
        """Say that the key has another value."""
        self.remember()
        self.edited.emit(Put(self.key, new))

    def put_text(self, text: str) -> None:
        """Say that the key has another text.

        An emptied field keeps its key with `""`. One that had no value before the person came
        gets none again, and one that was not there is gone again: the file is as it was.
        """
        before = self.remember()
        if text:
            self.put(text)
        elif not before.is_present:
            self.edited.emit(Remove(self.key))
        else:
            self.put(Literal("") if before.value is None else "")

    def describe(self, sentence: str) -> None:
        """Let a screen reader say the sentence with the input."""
        self.inputs()[0].setAccessibleDescription(sentence)

    def set_hint(self, hint: str) -> None:
        """Say something calm under the field, where there is nothing more urgent to say."""
        if hint != self._hint:
            self._hint = hint
            self._show_note()

    def set_problem(self, problem: str) -> None:
        """Say what is wrong with the value as it stands, "" for nothing."""
        if problem != self._problem:
            self._problem = problem
            self._show_note()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._focus_moved(event)
        elif isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget):
            source = next((part for part in self.inputs() if part.isAncestorOf(watched)), watched)
            self._open_menu_on(source, event.globalPos())
            return True
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.label.set_dots_visible(is_visible=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        has_focus = any(widget.hasFocus() for widget in self.inputs())
        self.label.set_dots_visible(is_visible=has_focus)

    def _focus_moved(self, event: QFocusEvent) -> None:
        self.label.set_dots_visible(is_visible=event.gotFocus() or self.underMouse())
        if event.gotFocus() and event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.reached.emit()
        if is_leaving(event):
            self._before = None

    def _name(self, shown: FormField) -> None:
        first = self.inputs()[0]
        self.label.set_words(shown.spec.label, f"{shown.key}:", first)
        for widget in self.inputs():
            widget.setAccessibleName(shown.spec.name)

    def _show_note(self) -> None:
        warning = self.shown.warning if self.shown else ""
        theme = self.look.theme
        urgent = self._refusal or self._problem or warning
        self.note.set_type(self.look.small, theme.warn if urgent else theme.muted)
        self.note.show_text(f"{_SIGN} {urgent}" if urgent else self._hint)
        self.note.setVisible(bool(urgent or self._hint))
        self.describe(self.note.text())
        self.foot.setVisible(bool(urgent or self._hint) or self.has_foot())

    def _open_menu(self, place: QPoint) -> None:
        self._open_menu_on(self, place)

    def _open_menu_on(self, source: QWidget, place: QPoint) -> None:
        menu = open_field_menu(source, place)
        menu.addAction("Copy value").triggered.connect(self._on_copy)
        remove = menu.addAction("Remove this field")
        remove.triggered.connect(self._on_remove)
        remove.setEnabled(self.isEnabled() and bool(self.shown and self.shown.is_present))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.value_text())

    def _on_remove(self) -> None:
        self.edited.emit(Remove(self.key))
