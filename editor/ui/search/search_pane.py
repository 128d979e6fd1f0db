"""The search: what is looked for above, what was found below."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from editor.site.index.finding import FoundPost, Wanted
from editor.ui.search.results_delegate import ResultsDelegate
from editor.ui.search.results_list import ResultsList
from editor.ui.search.results_model import ROW_ROLE, ResultRow, ResultsModel
from editor.ui.search.search_bar import SearchBar
from editor.ui.theme import Theme

_HEIGHT = 300
_LEAST = 160


class SearchPane(QFrame):
    """Show a search and its finds.

    `wanted_changed` brings what is looked for, `row_chosen` a `ResultRow` to go to;
    `replace_asked` comes when what is ticked is to be replaced, `closed` when the person leaves.
    """

    wanted_changed = Signal(object)
    row_chosen = Signal(object)
    replace_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_pane")
        self.setMinimumHeight(_LEAST)
        self.bar = SearchBar(self)
        self._model = ResultsModel(self)
        self._delegate = ResultsDelegate(theme, self)
        self._list = ResultsList(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._wanted = self.bar.wanted()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self.bar)
        self.bar.wanted_changed.connect(self._on_wanted)
        self.bar.replace_asked.connect(self.replace_asked)
        self.bar.left_down.connect(self._on_left_down)
        self.bar.closed.connect(self.closed)
        self._list.chosen.connect(self._on_chosen)
        self._list.tick_asked.connect(self._on_tick_asked)
        self._list.left_up.connect(self.bar.start)

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another palette."""
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def clear(self) -> None:
        """Show nothing, for what comes next."""
        self._model.is_replacing = self._wanted.replacement is not None
        self._model.clear()
        self.bar.show_replaceable(0)

    def add(self, posts: Sequence[FoundPost], titles: Mapping[Path, tuple[str, str]]) -> None:
        """Show finds below those that are there; titles and places are by path."""
        self._model.add(posts, titles)
        self.bar.show_replaceable(len(self._model.ticked()))

    def ticked(self) -> tuple[tuple[FoundPost, ...], dict[Path, frozenset[int]]]:
        """Give the posts in which something is ticked, and the lines that are not."""
        return self._model.ticked(), self._model.left_out()

    def _on_wanted(self, wanted: Wanted) -> None:
        before, self._wanted = self._wanted, wanted
        if (before.text, before.mode, before.part) != (wanted.text, wanted.mode, wanted.part):
            self._model.tick_all()
        self.wanted_changed.emit(wanted)

    def _on_left_down(self) -> None:
        if self._model.rowCount():
            self._list.setFocus()
            self._list.setCurrentIndex(self._model.index(0))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, ResultRow):
            self.row_chosen.emit(row)

    def _on_tick_asked(self, index: QModelIndex) -> None:
        if self._model.is_replacing:
            self._model.toggle(index)
            self.bar.show_replaceable(len(self._model.ticked()))
