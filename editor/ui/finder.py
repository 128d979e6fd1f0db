"""The finder: one field that opens a post by its title or does an action by its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from editor.site.index.folding import folded

_WIDTH = 300
_LIST_WIDTH = 460
_LONGEST = 12
_INVITATIONS = {"": "Find a post or an action…", "action": "Find an action…"}
_ROW = 31
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Findable:
    """Something the finder offers: `kind` is `post` or `action`, `key` what it stands for.

    It is found by its text, the hint that is shown with it, and `words` that are not shown.
    """

    kind: str
    key: str
    text: str
    hint: str = ""
    words: str = ""


class Sought:
    """Hold one thing with what it is found by, folded once."""

    def __init__(self, thing: Findable) -> None:
        self.thing = thing
        self.text = folded(thing.text)
        self.all = f"{self.text} {folded(thing.hint)} {folded(thing.words)}"
        self.starts = f" {_NO_LETTER.sub(' ', self.text)}"


def matching(query: str, things: Sequence[Sought], limit: int = _LONGEST) -> list[Findable]:
    """Give the things that hold every word of `query`, the most fitting first.

    First those that begin with it, then those with a word that does, then those that hold it
    anywhere; what comes first in `things` wins among equals.
    """
    words = folded(query).split()
    if not words:
        return []
    first, *rest = words
    found = [each for each in things if first in each.all]
    found = [each for each in found if all(word in each.all for word in rest)]
    ranked = nsmallest(
        limit, enumerate(found), key=lambda placed: (_distance(placed[1], words), placed[0])
    )
    return [each.thing for _, each in ranked]


def _distance(sought: Sought, words: Sequence[str]) -> tuple[bool, int, int]:
    """Tell how far a thing is from what was typed."""
    missed_starts = sum(f" {word}" not in sought.starts for word in words)
    missed = sum(word not in sought.text for word in words)
    return not sought.text.startswith(" ".join(words)), missed, missed_starts


class FindField(QLineEdit):
    """A field whose list of finds opens below it as one types.

    `things_wanted` comes before the first letter, `query_changed` after each: what else is found
    can be added with `add_finds`.
    """

    things_wanted = Signal()
    query_changed = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.setAccessibleName("Find a post or an action")
        self.setPlaceholderText(_INVITATIONS[""])
        self.setFixedWidth(_WIDTH)
        self._things: list[Sought] = []
        self._kind = ""
        self._list: QListWidget | None = None
        self.textEdited.connect(self._on_edited)

    def set_things(self, things: Sequence[Findable]) -> None:
        """Say what can be found; what comes first wins among equals."""
        known = {each.thing: each for each in self._things}
        self._things = [known.get(thing) or Sought(thing) for thing in things]

    def add_finds(self, query: str, things: Sequence[Findable]) -> None:
        """Offer more below what is offered, unless something else is typed by now."""
        if query != self.text() or self._kind or not self.hasFocus():
            return
        found = self._found(query)
        keys = {thing.key for thing in found}
        found += [thing for thing in things if thing.key not in keys][: _LONGEST - len(found)]
        self._show_finds(found)

    def ask_for(self, kind: str = "") -> None:
        """Take the keys; for things of one kind alone, all of which are listed at once."""
        self._kind = kind
        self.setPlaceholderText(_INVITATIONS[kind])
        self.setFocus()
        self.selectAll()
        self._on_edited(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._list.count() if self._list is not None else 0
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif step is not None and rows and self._list is not None:
            self._list.setCurrentRow((self._list.currentRow() + step) % rows)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.things_wanted.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_list()
        self._kind = ""
        self.setPlaceholderText(_INVITATIONS[""])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._hide_list()
        return super().eventFilter(watched, event)

    def _on_edited(self, query: str) -> None:
        if self._list is not None:
            self._list.setCurrentRow(0)
        self._show_finds(self._found(query))
        self.query_changed.emit("" if self._kind else query)

    def _show_finds(self, found: Sequence[Findable]) -> None:
        if not found:
            self._hide_list()
            return
        shown = self._shown_list()
        row = max(shown.currentRow(), 0) if shown.isVisible() else 0
        shown.clear()
        for thing in found:
            text = f"{thing.text}    {thing.hint}" if thing.hint else thing.text
            item = QListWidgetItem(text, shown)
            item.setData(Qt.ItemDataRole.UserRole, thing)
        shown.setCurrentRow(min(row, len(found) - 1))
        shown.setFixedHeight(_ROW * min(len(found), _LONGEST) + 10)
        shown.move(self.mapTo(self.window(), QPoint(0, self.height() + 4)))
        shown.show()
        shown.raise_()

    def _found(self, query: str) -> list[Findable]:
        if not self._kind:
            return matching(query, self._things)
        things = [each for each in self._things if each.thing.kind == self._kind]
        return matching(query, things) if query.strip() else [each.thing for each in things]

    def _shown_list(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setObjectName("find_list")
            self._list.setFixedWidth(_LIST_WIDTH)
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
            self._list.itemClicked.connect(self._choose)
            self.window().installEventFilter(self)
        return self._list

    def _choose(self) -> None:
        item = self._list.currentItem() if self._list is not None else None
        thing = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if self._list is not None and self._list.isVisible() and isinstance(thing, Findable):
            self._leave()
            self.chosen.emit(thing)

    def _leave(self) -> None:
        self.clear()
        self._hide_list()
        self.left.emit()

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()
