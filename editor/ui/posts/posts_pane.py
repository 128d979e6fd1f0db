"""The posts column: what the site holds, one click away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.site.post_list import PostSummary
from editor.ui.posts.post_delegate import PostDelegate
from editor.ui.posts.post_list_model import SUMMARY_ROLE, PostListModel
from editor.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme

_TABS = (("post", "Posts"), ("draft", "Drafts"), ("later", "Later"))
_EMPTY = {
    "post": "This site has no posts yet.\nCtrl+N begins one.",
    "draft": "No drafts.\nCtrl+Alt+S saves a post as one.",
    "later": "Nothing waits for its day.",
}


class PostsPane(QFrame):
    """List posts, drafts and what is dated later; say which one was chosen."""

    post_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("posts_pane")
        self._posts: list[PostSummary] = []
        self._kind = "post"
        self._current: Path | None = None
        self._model = PostListModel(self)
        self._delegate = PostDelegate(theme, self)
        self._list = self._made_list()
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(SPACE_M, SPACE_L, SPACE_M, 0)
        self._tabs: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, 0)
        column.setSpacing(2)
        column.addLayout(self._made_tabs())
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another palette."""
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def set_posts(self, posts: Sequence[PostSummary]) -> None:
        """Show what the site holds now."""
        self._posts = list(posts)
        self._refresh()

    def set_current(self, path: Path | None) -> None:
        """Mark the post that is open."""
        self._current = path
        kinds = {post.path: post.kind for post in self._posts}
        if path in kinds and kinds[path] != self._kind:
            self._show_kind(kinds[path])
        self._mark_current()

    def _made_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("posts_list")
        view.setAccessibleName("Posts")
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)
        return view

    def _made_tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_S, 0, SPACE_S, 4)
        row.setSpacing(SPACE_M)
        group = QButtonGroup(self)
        for kind, words in _TABS:
            button = QPushButton(words, self)
            button.setObjectName(kind)
            button.setProperty("tab", "true")
            button.setCheckable(True)
            button.setChecked(kind == self._kind)
            button.clicked.connect(self._on_tab)
            group.addButton(button)
            row.addWidget(button)
            self._tabs[kind] = button
        row.addStretch(1)
        return row

    def _on_tab(self) -> None:
        self._show_kind(self.sender().objectName())

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        self._tabs[kind].setChecked(True)
        self._refresh()

    def _on_chosen(self, index: QModelIndex) -> None:
        post = index.data(SUMMARY_ROLE)
        if isinstance(post, PostSummary) and post.path != self._current:
            self.post_chosen.emit(post.path)
            self._mark_current()

    def _refresh(self) -> None:
        for kind, words in _TABS:
            count = sum(post.kind == kind for post in self._posts)
            self._tabs[kind].setText(f"{words} {count}" if count else words)
        shown = [post for post in self._posts if post.kind == self._kind]
        self._model.set_posts(shown)
        self._empty.setText(_EMPTY[self._kind])
        self._empty.setVisible(not shown)
        self._list.setVisible(bool(shown))
        self._mark_current()

    def _mark_current(self) -> None:
        index = self._model.index_of(self._current) if self._current is not None else QModelIndex()
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        else:
            self._list.clearSelection()
