"""A list of short texts as chips, edited with the keys or the pointer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

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
from editor.ui.form.chip_row import ChipPlaces, lay_out_chips, paint_chip
from editor.ui.form.look import Look
from editor.ui.form.suggesting_line import SuggestingLine
from editor.ui.form.suggestion_list import SuggestionList

_ADD = "Add…"
_Key = Qt.Key
_STEPS: Mapping[int, int] = {_Key.Key_Left: -1, _Key.Key_Right: 1}


class ChipBox(QWidget):
    """Edit a list of texts.

    Enter or a comma adds what was typed; Backspace takes the last chip away. The left arrow goes
    from the entry to the chips: there the arrows walk, with Ctrl they move the chip, Delete takes
    it away and Enter opens it to be changed. Several texts may be pasted, parted by commas; one
    that has a comma of its own is typed within double quotes.
    """

    changed = Signal(object)  # tuple[str, ...]

    def __init__(self, offers: SuggestionList, frame: QWidget) -> None:
        super().__init__(frame)
        self._look: Look | None = None
        self._items: tuple[str, ...] = ()
        self._marked: int | None = None
        self._opened: int | None = None
        self._is_read_only = False
        self._name = ""
        self._note = ""
        self.entry = SuggestingLine(offers, frame)
        self.entry.setParent(self)
        self.entry.setPlaceholderText(_ADD)
        self.entry.textChanged.connect(self._on_typed)
        self.entry.taken.connect(self._on_taken)
        self.entry.entered.connect(self._on_entered)
        self.entry.left.connect(self._on_left)
        self.entry.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._places = ChipPlaces((), self.rect(), 0)

    def items(self) -> tuple[str, ...]:
        """Give the texts of the chips."""
        return self._items

    def set_items(self, items: Sequence[str]) -> None:
        """Show other chips; what is typed in the entry stays."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._opened = None
            self._mark(None)
            self.entry.leave_out(self._items)
            self._lay_out()

    def set_name(self, name: str) -> None:
        """Name the list for those who do not see it."""
        self._name = name
        self._tell()

    def set_note(self, note: str) -> None:
        """Let a screen reader say a sentence after the chips."""
        self._note = note
        self._tell()

    def set_look(self, look: Look) -> None:
        """Draw in another palette and fonts."""
        self._look = look
        self.entry.setFont(look.text)
        self._lay_out()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Show the chips without letting them be changed."""
        self._is_read_only = is_read_only
        self.entry.setReadOnly(is_read_only)
        self.entry.setPlaceholderText("" if is_read_only else _ADD)

    def commit(self) -> None:
        """Make chips of what stands in the entry."""
        self._take(parted(self.entry.text()))

    def give_up(self) -> None:
        """Drop what stands in the entry; a chip that was opened stays as it was."""
        self._opened = None
        self._mark(None)
        self.entry.clear()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._places.height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return not self._is_read_only and self._key(event)
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._places.chip_at(event.pos().x(), event.pos().y())
            QToolTip.showText(
                event.globalPos(), "" if number is None else self._items[number], self
            )
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, y = event.position().toPoint().toTuple()
        number = self._places.chip_at(x, y)
        self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        if number is None or self._is_read_only:
            self._mark(None)
        elif self._places.is_cross(number, x):
            self._take_away(number)
        else:
            self._mark(number)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._marked is not None:
            self._open(self._marked)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._places.chip_at(*event.position().toPoint().toTuple())
        shape = Qt.CursorShape.IBeamCursor if number is None else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = (self._marked, self._opened)
        for number, (place, text) in enumerate(zip(self._places.chips, self._items, strict=True)):
            paint_chip(painter, self._look, place, text, is_marked=number in is_lit)

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
            self._lay_out()

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
        self.update()

    def _change(self, items: Items) -> None:
        if items == self._items:
            self.update()
            return
        marked, self._marked = self._marked, None
        self.set_items(items)
        self._marked = marked
        self._tell()
        self.changed.emit(items)

    # What is seen

    def _mark(self, number: int | None) -> None:
        if number != self._marked:
            self._marked = number
            self._tell()
            self.update()

    def _tell(self) -> None:
        self.entry.setAccessibleName(self._name)
        said = ", ".join(self._items) or "none yet"
        if self._marked is not None and self._marked < len(self._items):
            count = len(self._items)
            said = f"{self._items[self._marked]}, {self._marked + 1} of {count}"
        self.entry.setAccessibleDescription(f"{said}. {self._note}" if self._note else said)

    def _is_at_start(self) -> bool:
        return self.entry.cursorPosition() == 0 and not self.entry.hasSelectedText()

    def _lay_out(self) -> None:
        if self._look is None or self.width() < 1:
            return
        self._places = lay_out_chips(self._items, self.entry.text(), self._look.text, self.width())
        self.entry.setGeometry(self._places.entry)
        if self._places.height != self.height():
            self.setFixedHeight(self._places.height)
        self.update()
