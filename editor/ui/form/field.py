"""What all fields of the form have in common."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.post.field_edits import Cure, Put, Remove
from editor.post.field_specs import spec_for
from editor.post.field_values import Literal, NewValue
from editor.post.form_field import FormField
from editor.ui.form.cure_row import CureRow
from editor.ui.form.doubts import Doubt
from editor.ui.form.field_frame import RING
from editor.ui.form.field_label import FieldLabel
from editor.ui.form.field_menu import open_field_menu, removal_words
from editor.ui.form.field_notes import FieldNotes
from editor.ui.form.leaving import is_leaving
from editor.ui.form.look import Look
from editor.ui.form.undo_keys import UndoKeys
from editor.ui.form.wrap_label import WrapLabel


class Field(QWidget):
    """Show one key of the front matter: its label, its input, and a sentence under it.

    A field says what a person did (`edited`, one of `editor.post.field_edits`); being shown a
    value never makes it speak. Kinds of fields override `show_value`, `inputs` and what else they
    need.
    """

    edited = Signal(object)
    cure_asked = Signal(str, object)
    reached = Signal()  # by its Alt key

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.shown: FormField | None = None
        self.value_stays = False  # whether the value being shown is the one shown before
        self._before: FormField | None = None
        self._notes = FieldNotes()
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
        self._cures: CureRow | None = None

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
            self._notes.refusal = ""
            self._name(shown)
        self.value_stays = before == shown
        if not self.value_stays:
            self._notes.refusal = ""
        self.set_placeholder(shown.inherited_words if shown.is_inherited else "")
        self.show_value(shown)
        self._show_note()

    def show_refusal(self, sentence: str) -> None:
        """Say why the last edit was not taken, until the value changes."""
        self._notes.refusal = sentence
        self._show_note()

    def inputs(self) -> tuple[QWidget, ...]:
        """Give the parts in which the value is edited, the first of them first."""
        raise NotImplementedError

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Give all parts that take the keys, in the order of Tab."""
        return self.inputs()

    def all_stops(self) -> tuple[QWidget, ...]:
        """Give the same with the cures that stand under the field."""
        return (*self.tab_stops(), *(self._cures.links() if self._cures is not None else ()))

    def names_inputs(self) -> bool:
        """Tell whether the inputs go by the field's own name; parts have names of their own."""
        return True

    def show_value(self, shown: FormField) -> None:
        """Show the value, leaving alone an input that says the same already."""
        raise NotImplementedError

    def site_changed(self) -> None:
        """Show what depends on the site around the post anew."""

    def commit(self) -> None:
        """Say what was typed and waits for Enter or for the focus to leave."""

    def set_placeholder(self, words: str) -> None:
        """Show greyed, in the place of a value, what the post inherits; "" for nothing."""
        for widget in self.inputs():
            if isinstance(widget, QLineEdit | QTextEdit):
                widget.setPlaceholderText(words)

    def has_foot(self) -> bool:
        """Tell whether more stands under the field than a sentence."""
        return False

    def forget(self) -> None:
        """Drop what was typed and not taken: another post comes."""
        self.shown = None
        self._before = None
        self._notes.refusal = ""

    def value_text(self) -> str:
        """Give the value as it is copied."""
        return self.shown.text if self.shown else ""

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self.look = look
        self.label.set_look(look)
        if self._cures is not None:
            self._cures.set_look(look)
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

    def put(self, new: NewValue) -> None:
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
        for widget in self.inputs() if self.names_inputs() else ():
            # Where there is nothing to say it is the key, which others see in a tip.
            widget.setAccessibleDescription(sentence or f"Front matter, {self.key}")

    def set_hint(self, hint: str) -> None:
        """Say something calm under the field, where there is nothing more urgent to say."""
        if hint != self._notes.hint:
            self._notes.hint = hint
            self._show_note()

    def set_doubt(self, doubt: Doubt | None) -> None:
        """Wonder about the value, gently and with a cure; None for no doubt."""
        if doubt != self._notes.doubt:
            self._notes.doubt = doubt
            self._show_note()

    def set_problem(self, problem: str, remedies: tuple[Cure, ...] = ()) -> None:
        """Say what is wrong with the value as it stands, "" for nothing, and what mends it."""
        if (problem, remedies) != (self._notes.problem, self._notes.remedies):
            self._notes.problem, self._notes.remedies = problem, remedies
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
        if self.names_inputs():
            for widget in self.inputs():
                widget.setAccessibleName(shown.name)

    def _show_note(self) -> None:
        theme = self.look.theme
        said = self._notes.text(self.shown)
        is_urgent = self._notes.is_urgent(self.shown)
        self.note.set_type(self.look.small, theme.warn if is_urgent else theme.muted)
        self.note.show_text(said)
        self.note.setVisible(bool(said))
        self.describe(self._notes.spoken(self.shown))
        self.foot.setVisible(bool(said) or self.has_foot())
        self._show_cures(self._notes.cures(self.shown))

    def _show_cures(self, cures: list[Cure]) -> None:
        if self._cures is None:
            if not cures:
                return
            self._cures = CureRow(self)
            self._cures.set_look(self.look)
            self._cures.taken.connect(self.take_cure)
            self.column.addWidget(self._cures)
        self._cures.show_cures(cures)
        for one, other in pairwise(self.all_stops()):
            QWidget.setTabOrder(one, other)

    def take_cure(self, cure: Cure) -> None:
        """Do what was clicked under the field."""
        self.cure_asked.emit(self.key, cure)

    def _open_menu(self, place: QPoint) -> None:
        self._open_menu_on(self, place)

    def _open_menu_on(self, source: QWidget, place: QPoint) -> None:
        menu = open_field_menu(source, place)
        menu.addAction("Copy value").triggered.connect(self._on_copy)
        remove = menu.addAction(removal_words(self.shown))
        remove.triggered.connect(self._on_remove)
        remove.setEnabled(self.isEnabled() and bool(self.shown and self.shown.is_present))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.value_text())

    def _on_remove(self) -> None:
        self.edited.emit(Remove(self.key))
