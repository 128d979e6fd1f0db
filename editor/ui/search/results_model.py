"""The rows of what was found: a post, and below it the lines with finds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor.site.index.finding import FoundLine, FoundPost

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `ResultRow`."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class ResultRow:
    """Hold a post with its title and place, or one of its lines."""

    post: FoundPost
    title: str
    place: str
    line: FoundLine | None = None


class ResultsModel(QAbstractListModel):
    """Hold the rows in the order in which they came; what can be replaced is ticked or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ResultRow] = []
        self._posts: list[FoundPost] = []
        self._left_out: dict[Path, set[int]] = {}
        self.is_replacing = False

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._rows, self._posts = [], []
        self.endResetModel()

    def tick_all(self) -> None:
        """Leave out nothing: something else is looked for."""
        self._left_out = {}

    def add(self, posts: Iterable[FoundPost], titles: Mapping[Path, tuple[str, str]]) -> None:
        """Add posts below those that are there.

        Args:
            posts: what was found.
            titles: the title and the place of each post as people read them.
        """
        rows: list[ResultRow] = []
        for post in posts:
            title, place = titles.get(post.path, (post.path.stem, post.path.name))
            self._posts.append(post)
            rows.append(ResultRow(post, title, place))
            rows += [ResultRow(post, title, place, line) for line in post.lines]
        if rows:
            self.beginInsertRows(_NO_INDEX, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def ticked(self) -> tuple[FoundPost, ...]:
        """Give the posts in which something is ticked."""
        return tuple(post for post in self._posts if self._state_of(post) is not _OFF)

    def left_out(self) -> dict[Path, frozenset[int]]:
        """Give the numbers of the lines that are not ticked, by post."""
        return {path: frozenset(lines) for path, lines in self._left_out.items()}

    def toggle(self, index: QModelIndex) -> None:
        """Tick or untick a line, or all lines of a post."""
        row = self._rows[index.row()]
        lines = [row.line] if row.line is not None else row.post.lines
        numbers = {line.number for line in lines}
        out = self._left_out.setdefault(row.post.path, set())
        is_off = numbers <= out
        self._left_out[row.post.path] = out - numbers if is_off else out | numbers
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and self.is_replacing:
            return self._state_of(row.post) if row.line is None else self._state(row, row.line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}, {row.place}" if row.line is None else _spoken(row.line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.post.path) if row.line is None else row.line.text[:1_000]
        return None

    def _state(self, row: ResultRow, line: FoundLine) -> Qt.CheckState:
        return _OFF if line.number in self._left_out.get(row.post.path, ()) else _ON

    def _state_of(self, post: FoundPost) -> Qt.CheckState:
        out = self._left_out.get(post.path)
        if not out:
            return _ON
        ticked = sum(line.number not in out for line in post.lines)
        if ticked == len(post.lines):
            return _ON
        return Qt.CheckState.PartiallyChecked if ticked else _OFF


def _spoken(line: FoundLine) -> str:
    where = f"Line {line.number}" if line.in_body >= 0 else f"Front matter, line {line.number}"
    return f"{where}: {line.text.strip()[:300]}"
