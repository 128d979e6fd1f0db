"""A list of short texts as chips, edited with the keys or the pointer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.ui.form.chip_entry import ChipEntry
from editor.ui.form.chip_list import (
    Items,
    added,
    as_typed,
    ends_a_chip,
    moved,
    parted,
    replaced,
    without,
)
from editor.ui.form.chip_shelf import ChipShelf
from editor.ui.form.look import Look
from editor.ui.form.suggestion_list import SuggestionList

_ADD = "Add…"
_Key = Qt.Key
_STEPS: Mapping[int, int] = {_Key.Key_Left: -1, _Key.Key_Right: 1}


class ChipBox(ChipShelf):
    """Edit a list of texts.

    Enter or a comma adds what was typed; Backspace takes the last chip away. The left arrow goes
    from the entry to the chips: there the arrows walk, with Ctrl they move the chip, Delete takes
    it away and Enter opens it to be changed. Several texts may be pasted, parted by commas or one
    a line; one that has a comma of its own is typed within double quotes.
    """

    changed = Signal(object)  # tuple[str, ...]

    def __init__(self, offers: SuggestionList, frame: QWidget) -> None:
        super().__init__(frame)
        self._marked: int | None = None
        self._opened: int | None = None
        self._placeholder = ""
        self._name = ""
        self._note = ""
        self.entry = ChipEntry(offers, frame)
        self.entry.setParent(self)
        self.entry.setPlaceholderText(_ADD)
        self.entry.textChanged.connect(self._on_typed)
        self.entry.taken.connect(self._on_taken)
        self.entry.entered.connect(self._on_entered)
        self.entry.left.connect(self._on_left)
        self.entry.list_pasted.connect(self._take)
        self.entry.installEventFilter(self)
        self.pressed.connect(self._on_pressed)
        self.crossed.connect(self._on_crossed)
        self.opened.connect(self._open)
        self.dropped.connect(self._on_dropped)

    def items(self) -> tuple[str, ...]:
        """Give the texts of the chips."""
        return self._items

    def set_items(self, items: Sequence[str]) -> None:
        """Show other chips; what is typed in the entry stays."""
        if tuple(items) != self._items:
            self._opened = None
            self._mark(None)
            self.entry.leave_out(items)
            self.show_chips(items, self.entry.text())
            self._show_placeholder()

    def set_name(self, name: str) -> None:
        """Name the list for those who do not see it."""
        self._name = name
        self._tell()

    def set_placeholder(self, words: str) -> None:
        """Show greyed, while the list is empty, what stands for it; "" for nothing."""
        self._placeholder = words
        self._show_placeholder()

    def set_note(self, note: str) -> None:
        """Let a screen reader say a sentence after the chips."""
        self._note = note
        self._tell()

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self.look = look
        self.entry.setFont(look.text)
        self.show_chips(self._items, self.entry.text())

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Show the chips without letting them be changed."""
        self.is_still = is_read_only
        self.entry.setReadOnly(is_read_only)
        self._show_placeholder()

    def commit(self) -> None:
        """Make chips of what stands in the entry."""
        self._take(parted(self.entry.text()))

    def give_up(self) -> None:
        """Drop what stands in the entry; a chip that was opened stays as it was."""
        self._opened = None
        self._mark(None)
        self.entry.clear()
        self._light()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return not self.is_still and self._key(event)
        return False

    @override
    def entry_moved(self) -> None:
        self.entry.setGeometry(self.entry_place)

    # The pointer

    def _on_pressed(self, number: int | None) -> None:
        self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark(None if self.is_still else number)

    def _on_crossed(self, number: int) -> None:
        self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        self._take_away(number)

    def _on_dropped(self, number: int, to: int) -> None:
        self._move(number, to - number)

    # Keys

    def _key(self, event: QKeyEvent) -> bool:
        if self._marked is not None:
            return self._key_on_chip(event, self._marked)
        is_empty = not self.entry.text()
        if event.key() == _Key.Key_Escape and not self.entry.is_offering():
            is_something = bool(self.entry.text())
            self.give_up()
            return is_something
        if event.key() == _Key.Key_Backspace and is_empty and self._items:
            last = len(self._items) - 1
            self._change(without(self._items, last if self._opened is None else self._opened))
            return True
        if event.key() == _Key.Key_Left and self._is_at_start() and self._items:
            self._mark(len(self._items) - 1)
            return True
        return False

    def _key_on_chip(self, event: QKeyEvent, number: int) -> bool:
        step = _STEPS.get(event.key(), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(number, step)
        elif step:
            self._mark(max(number + step, 0) if number + step < len(self._items) else None)
        elif event.key() in (_Key.Key_Backspace, _Key.Key_Delete):
            self._take_away(number)
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter):
            self._open(number)
        elif event.key() == _Key.Key_Escape:
            self._mark(None)
        else:
            if event.text():
                self._mark(None)
            return False
        return True

    # What happens to the list

    def _on_typed(self, text: str) -> None:
        if text:
            self._mark(None)
        if self._opened is None and ends_a_chip(text):
            self.commit()
        else:
            self.show_chips(self._items, text)

    def _on_taken(self, word: str) -> None:
        self._take((word,))

    def _on_entered(self) -> None:
        if self.entry.text().strip() or self._opened is not None:
            self.commit()
        else:
            self.focusNextChild()

    def _on_left(self) -> None:
        self._mark(None)
        self.commit()

    def _take(self, texts: Sequence[str]) -> None:
        """Put texts at the end of the list, or in place of the chip that is open."""
        opened, self._opened = self._opened, None
        self.entry.clear()
        items = self._items
        self._change(added(items, texts) if opened is None else replaced(items, opened, texts))

    def _take_away(self, number: int) -> None:
        self._change(without(self._items, number))
        if self._marked is not None:
            self._mark(min(number, len(self._items) - 1) if self._items else None)

    def _move(self, number: int, step: int) -> None:
        items = moved(self._items, number, step)
        if items != self._items:
            self._change(items)
            self._mark(number + step)

    def _open(self, number: int) -> None:
        """Bring a chip's text into the entry to be changed; the chip waits for what comes."""
        self.commit()
        self._mark(None)
        self._opened = number
        self.entry.setText(as_typed(self._items[number]))
        self._light()

    def _change(self, items: Items) -> None:
        if items == self._items:
            self._light()
            return
        marked, self._marked = self._marked, None
        self.set_items(items)
        self._marked = marked
        self._light()
        self._tell()
        self.changed.emit(items)

    # What is seen

    def _mark(self, number: int | None) -> None:
        if number != self._marked:
            self._marked = number
            self._tell()
        self._light()

    def _light(self) -> None:
        lit = (self._marked, self._opened)
        self.light(frozenset(number for number in lit if number is not None))

    def _tell(self) -> None:
        self.entry.setAccessibleName(self._name)
        said = ", ".join(self._items) or "none yet"
        if self._marked is not None and self._marked < len(self._items):
            count = len(self._items)
            said = f"{self._items[self._marked]}, {self._marked + 1} of {count}"
        self.entry.setAccessibleDescription(f"{said}. {self._note}" if self._note else said)

    def _show_placeholder(self) -> None:
        inherited = "" if self._items else self._placeholder
        self.entry.setPlaceholderText(inherited or ("" if self.is_still else _ADD))

    def _is_at_start(self) -> bool:
        return self.entry.cursorPosition() == 0 and not self.entry.hasSelectedText()
