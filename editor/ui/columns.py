"""The four columns of the window: posts, form, text, preview."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

# Below this width text and preview share one place.
NARROW = 1024
# Below this width the posts start hidden.
ROOM_FOR_POSTS = 1440
_START_SIZES = {"posts": 226, "form": 312, "text": 540, "preview": 520}
_SMALLEST = {"posts": 180, "form": 250, "text": 280, "preview": 240}


class Columns(QSplitter):
    """Show the columns that are switched on; widths are the person's.

    Each column belongs to a checkable action; text and preview cannot both be off.
    """

    def __init__(
        self,
        columns: Mapping[str, QWidget],
        switches: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._columns = dict(columns)
        self._switches = dict(switches)
        self._wanted = set(columns)
        self._shown = set(columns)
        self._is_narrow = False
        for name, column in columns.items():
            column.setMinimumWidth(_SMALLEST[name])
            self.addWidget(column)
            switches[name].toggled.connect(self._on_toggled)
        self.setSizes(list(_START_SIZES.values()))
        for place, name in enumerate(columns):
            self.setStretchFactor(place, 1 if name in ("text", "preview") else 0)

    def restore(self, hidden: Sequence[str], sizes: Sequence[int]) -> None:
        """Show the columns as they were left."""
        self._wanted = set(self._columns) - set(hidden)
        if not self._wanted & {"text", "preview"}:
            self._wanted.add("text")
        if len(sizes) == len(self._columns):
            self.setSizes(list(sizes))
        self._show_wanted()

    def hidden(self) -> list[str]:
        """Give the names of the columns that are switched off."""
        return [name for name in self._columns if name not in self._wanted]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow != (event.size().width() < NARROW):
            self._is_narrow = not self._is_narrow
            self._show_wanted()

    def _on_toggled(self) -> None:
        on = {name for name, switch in self._switches.items() if switch.isChecked()}
        turned_on = on - self._shown
        if self._is_narrow and turned_on & {"text", "preview"}:
            # Where there is room for one of the two, the one just asked for takes the place.
            on -= {"text", "preview"} - turned_on
        if not on & {"text", "preview"}:
            on.add("preview" if "text" in self._shown else "text")
        self._wanted = on
        self._show_wanted()

    def _show_wanted(self) -> None:
        shown = set(self._wanted)
        if self._is_narrow and {"text", "preview"} <= shown:
            shown.discard("preview")
        self._shown = shown
        for name, column in self._columns.items():
            column.setVisible(name in shown)
            switch = self._switches[name]
            switch.blockSignals(True)
            switch.setChecked(name in shown)
            switch.blockSignals(False)
            # The buttons that show the switch follow its `changed`, which was held back.
            switch.changed.emit()
