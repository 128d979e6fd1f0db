"""The rows of the posts column: months, and the posts of each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor.post.calendar_names import MONTHS
from editor.site.post_list import PostSummary

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the post of a row, or the text of a heading."""

BADGE_ROLE = ROW_ROLE + 1
"""Gives a word about a post that a person should know, and its tone; or None."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


def short_day(post: PostSummary) -> str:
    """Give the day as `17 Nov`, or nothing."""
    return f"{post.day.day} {MONTHS[post.day.month - 1][:3]}" if post.day is not None else ""


def about(post: PostSummary) -> str:
    """Give what stands below a title: day and category, or the address of what has neither."""
    return " · ".join(part for part in (short_day(post), *post.categories[:1]) if part) or post.url


def badge_of(post: PostSummary, *, is_unsaved: bool) -> tuple[str, str] | None:
    """Give what matters most about a post: a word, and `bad`, `warn`, `accent` or `muted`."""
    if is_unsaved:
        return "Unsaved", "accent"
    if post.problem:
        return "Problem", "warn"
    if post.is_hidden:
        return "Hidden", "muted"
    return {"later": ("Scheduled", "muted"), "draft": ("Draft", "muted")}.get(post.kind)


class PostListModel(QAbstractListModel):
    """Hold the rows; headings can be seen but not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | PostSummary] = []
        self._places: dict[Path, int] = {}
        self._unsaved: Path | None = None

    def set_rows(self, rows: Sequence[str | PostSummary]) -> None:
        """Show other rows; equal ones leave the list as it is."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {
            row.path: place for place, row in enumerate(self._rows) if not isinstance(row, str)
        }
        self.endResetModel()

    def set_unsaved(self, path: Path | None) -> None:
        """Say which post has changes that are in no file."""
        before, self._unsaved = self._unsaved, path
        for each in {before, path} - {None}:
            index = self.index_of(each)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, path: Path | None) -> QModelIndex:
        """Give the place of the post in the file `path`, or an invalid index."""
        place = self._places.get(path) if path is not None else None
        return QModelIndex() if place is None else self.index(place)

    def first_post(self) -> QModelIndex:
        """Give the place of the first post, or an invalid index."""
        return self.index(min(self._places.values())) if self._places else QModelIndex()

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
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        return self._about(row, role)

    def _about(self, post: PostSummary, role: int) -> object:
        badge = badge_of(post, is_unsaved=post.path == self._unsaved)
        if role == BADGE_ROLE:
            return badge
        if role == Qt.ItemDataRole.DisplayRole:
            return post.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (post.title, about(post), badge[0] if badge else "")
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (post.title, post.path.name, post.problem) if part)
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
