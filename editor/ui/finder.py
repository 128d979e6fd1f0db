"""The finder: one field that opens a post by its title or does an action by its name."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

_WIDTH = 300
_LIST_WIDTH = 460
_LONGEST = 12
_INVITATIONS = {"": "Find a post or an action…", "action": "Find an action…"}
_ROW = 31


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


def folded(text: str) -> str:
    """Give `text` without case and accents, for finding."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def matching(query: str, things: Sequence[Findable], limit: int = _LONGEST) -> list[Findable]:
    """Give the things that hold every word of `query`, those that begin with it first."""
    words = folded(query).split()
    if not words:
        return []
    found = [
        (not folded(thing.text).startswith(words[0]), number, thing)
        for number, thing in enumerate(things)
        if all(word in folded(f"{thing.text} {thing.hint} {thing.words}") for word in words)
    ]
    found.sort(key=lambda each: each[:2])
    return [thing for _, _, thing in found[:limit]]


class FindField(QLineEdit):
    """A field whose list of finds opens below it as one types."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.setAccessibleName("Find a post or an action")
        self.setPlaceholderText(_INVITATIONS[""])
        self.setFixedWidth(_WIDTH)
        self._things: list[Findable] = []
        self._kind = ""
        self._list: QListWidget | None = None
        self.textEdited.connect(self._on_edited)

    def set_things(self, things: Sequence[Findable]) -> None:
        """Say what can be found."""
        self._things = list(things)

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
        found = self._found(query)
        if not found:
            self._hide_list()
            return
        shown = self._shown_list()
        shown.clear()
        for thing in found:
            text = f"{thing.text}    {thing.hint}" if thing.hint else thing.text
            item = QListWidgetItem(text, shown)
            item.setData(Qt.ItemDataRole.UserRole, thing)
        shown.setCurrentRow(0)
        shown.setFixedHeight(_ROW * min(len(found), _LONGEST) + 10)
        shown.move(self.mapTo(self.window(), QPoint(0, self.height() + 4)))
        shown.show()
        shown.raise_()

    def _found(self, query: str) -> list[Findable]:
        if not self._kind:
            return matching(query, self._things)
        things = [thing for thing in self._things if thing.kind == self._kind]
        return matching(query, things) if query.strip() else things

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
