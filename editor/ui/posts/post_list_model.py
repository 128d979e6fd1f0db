"""The rows of the posts column: months, and the posts of each, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from editor.post.calendar_names import MONTHS
from editor.site.post_list import PostSummary

SUMMARY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the posts of one month."""

    text: str


Row = Heading | PostSummary


def rows_of(posts: Sequence[PostSummary]) -> list[Row]:
    """Give `posts`, newest first, with a heading before each month."""
    rows: list[Row] = []
    month = ""
    for post in sorted(posts, key=_newest_first, reverse=True):
        named = "No date" if post.day is None else f"{MONTHS[post.day.month - 1]} {post.day.year}"
        if named != month:
            month = named
            rows.append(Heading(named))
        rows.append(post)
    return rows


def short_day(post: PostSummary) -> str:
    """Give the day as `17 Nov`, or nothing."""
    return f"{post.day.day} {MONTHS[post.day.month - 1][:3]}" if post.day is not None else ""


class PostListModel(QAbstractListModel):
    """Hold the rows; headings can be seen but not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_posts(self, posts: Sequence[PostSummary]) -> None:
        """Show other posts; equal ones leave the list as it is."""
        rows = rows_of(posts)
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, path: Path) -> QModelIndex:
        """Give the place of the post in the file `path`, or an invalid index."""
        for number, row in enumerate(self._rows):
            if isinstance(row, PostSummary) and row.path == path:
                return self.index(number)
        return QModelIndex()

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SUMMARY_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, Heading) else f"{row.title}, {short_day(row)}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PostSummary):
            return row.problem or row.path.name
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _newest_first(post: PostSummary) -> tuple[bool, str, str]:
    return post.day is not None, str(post.day or ""), post.path.name
