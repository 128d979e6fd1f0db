"""The posts column: what the site holds, one click or some letters away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.site.index.answers import Hits
from editor.site.index.query import Query, read_query
from editor.site.index.shelf import ORDERS, Shelf, Shelved, rows_of
from editor.site.post_list import PostSummary
from editor.ui.posts.empty_words import words_for
from editor.ui.posts.filter_field import FilterField
from editor.ui.posts.post_delegate import PostDelegate
from editor.ui.posts.post_list_model import ROW_ROLE, PostListModel
from editor.ui.posts.posts_list import PostsList
from editor.ui.posts.section_tabs import PAGES, SECTIONS, SectionTabs
from editor.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme


class PostsPane(QFrame):
    """List posts, drafts, what is dated later and the documents of collections.

    `post_chosen` brings the path of the one to open, `query_changed` what was typed to filter:
    the posts that hold it in their text come through `set_hits`. `menu_asked` brings a path and
    a place on the screen; `order_changed` the order's name and whether months are shown.
    """

    post_chosen = Signal(object)
    query_changed = Signal(object)
    menu_asked = Signal(object, QPoint)
    order_changed = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("posts_pane")
        self._shelf = Shelf()
        self._sections: dict[str, list[Shelved]] = {}
        self._collections: tuple[str, ...] = ()
        self._query, self._hits = Query(), Hits()
        self._current: Path | None = None
        self._is_placed = True
        self._by_month = True
        self._state = "no site"
        self._progress = (0, 0)
        self._model = PostListModel(self)
        self._delegate = PostDelegate(theme, self)
        self._tabs = SectionTabs(self)
        self._filter = FilterField(self)
        self._order = QPushButton(self)
        self._list = PostsList(self)
        self._empty = _muted_label(self)
        self._unread = _muted_label(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._orders_menu = self._made_orders_menu()
        self._place()
        self._join()
        self._show_order()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another palette."""
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def set_state(self, state: str) -> None:
        """Say how far the site is known: `no site`, `reading` or `read`."""
        self._state = state
        self._show_empty()

    def set_progress(self, done: int, total: int) -> None:
        """Say how many files were read, of how many."""
        self._progress = (done, total)
        self._show_empty()

    def set_posts(self, posts: Sequence[PostSummary], unread: Sequence[str] = ()) -> None:
        """Show what the site holds now, and which folders could not be looked into."""
        self._shelf.put(posts)
        labels = {f"_{post.collection}" for post in posts if post.kind == "document"}
        pages = (PAGES,) if any(post.kind == PAGES for post in posts) else ()
        self._collections = (*sorted(labels), *pages)
        if self._tabs.section not in (*SECTIONS, *self._collections):
            self._tabs.choose("post")
        if not self._is_placed:
            self._show_its_section()
        self._unread.setText(f"Not readable, and not shown: {', '.join(unread)}")
        self._unread.setVisible(bool(unread))
        self._refresh()

    def set_current(self, path: Path | None, *, is_modified: bool = False) -> None:
        """Mark the post that is open, and whether it has changes that are in no file."""
        self._model.set_unsaved(path if is_modified else None)
        if path == self._current:
            return
        self._current = path
        self._show_its_section()
        self._show_section()
        self._mark_current()

    def set_order(self, order: str, *, by_month: bool) -> None:
        """Show the posts in an order, one of `ORDERS`, with months between them or without."""
        if order in ORDERS and (order, by_month) != (self._shelf.order, self._by_month):
            self._by_month = by_month
            self._shelf.sort(order)
            self._show_order()
            self._refresh()

    def set_hits(self, query: Query, hits: Hits) -> None:
        """Take the posts whose text holds what was typed, unless something else is typed now."""
        if query == self._query:
            self._hits = hits
            self._refresh()

    def start_filter(self, text: str = "") -> None:
        """Put the keys into the filter, with some text typed already."""
        self._filter.setFocus()
        self._filter.setText(self._filter.text() + text)

    # Where everything is

    def _place(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(SPACE_S, 0, 2, 4)
        line.setSpacing(2)
        line.addWidget(self._filter, 1)
        self._order.setProperty("quiet", "true")
        line.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, 0)
        column.setSpacing(2)
        column.addWidget(self._tabs)
        column.addLayout(line)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._unread)
        self.setFocusProxy(self._list)

    def _join(self) -> None:
        self._tabs.chosen.connect(self._show_section)
        self._filter.textChanged.connect(self._on_typed)
        self._filter.left_down.connect(self._on_left_down)
        self._filter.left.connect(self._list.setFocus)
        self._filter.accepted.connect(self._on_accepted)
        self._order.clicked.connect(self._on_order_clicked)
        self._list.chosen.connect(self._on_chosen)
        self._list.typed.connect(self.start_filter)
        self._list.menu_asked.connect(self._on_menu_asked)

    def _made_orders_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name, words in ORDERS.items():
            action = menu.addAction(words)
            action.setData(name)
            action.setCheckable(True)
            group.addAction(action)
        menu.addSeparator()
        months = menu.addAction("Group by month")
        months.setCheckable(True)
        menu.triggered.connect(self._on_order_chosen)
        return menu

    # What the person does

    def _on_typed(self, typed: str) -> None:
        query = read_query(typed)
        if query != self._query:
            # Until the text was searched, what it said of the last words would be wrong.
            self._query, self._hits = query, Hits()
            self._refresh()
            self._list.scrollToTop()
            self.query_changed.emit(query)

    def _on_left_down(self) -> None:
        self._list.setFocus()
        if self._query or not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.first_post())

    def _on_accepted(self) -> None:
        self._on_chosen(self._model.first_post())

    def _on_chosen(self, index: QModelIndex) -> None:
        post = index.data(ROW_ROLE)
        if isinstance(post, PostSummary):
            self.post_chosen.emit(post.path)

    def _on_menu_asked(self, index: QModelIndex, where: QPoint) -> None:
        post = index.data(ROW_ROLE)
        if isinstance(post, PostSummary):
            self.menu_asked.emit(post.path, where)

    def _on_order_clicked(self) -> None:
        self._orders_menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))

    def _on_order_chosen(self) -> None:
        *orders, _, months = self._orders_menu.actions()
        order = next(str(each.data()) for each in orders if each.isChecked())
        self.set_order(order, by_month=months.isChecked())
        self.order_changed.emit(order, months.isChecked())

    # What follows

    def _show_order(self) -> None:
        *orders, _, months = self._orders_menu.actions()
        for action in orders:
            action.setChecked(action.data() == self._shelf.order)
        months.setChecked(self._by_month)
        self._order.setText("⇅")
        self._order.setAccessibleName(f"Order: {ORDERS[self._shelf.order]}")
        self._order.setToolTip(self._order.accessibleName())

    def _refresh(self) -> None:
        self._sections = self._shelf.found(self._query, self._hits)
        counts = {section: len(posts) for section, posts in self._sections.items()}
        self._tabs.show_counts(counts, self._collections)
        self._show_section()

    def _show_its_section(self) -> None:
        """Choose the section of the open post, once, as soon as it is known."""
        section = self._shelf.section_of(str(self._current))
        self._is_placed = section is not None
        if section is not None:
            self._tabs.choose(section)

    def _show_section(self) -> None:
        shown = self._sections.get(self._tabs.section, [])
        bar, marked = self._list.verticalScrollBar(), self._list.currentIndex().data(ROW_ROLE)
        place = bar.value()
        self._model.set_rows(rows_of(shown, self._shelf.order, by_month=self._by_month))
        self._show_empty()
        if isinstance(marked, PostSummary) and self._model.index_of(marked.path).isValid():
            # What the person had before the eyes stays there, whatever came above it.
            self._list.setCurrentIndex(self._model.index_of(marked.path))
            bar.setValue(place)
        else:
            self._mark_current()

    def _show_empty(self) -> None:
        is_empty = self._model.rowCount() == 0
        counts = {section: len(posts) for section, posts in self._sections.items()}
        words = words_for(
            self._tabs.section,
            self._state,
            self._progress,
            counts if self._query else None,
        )
        self._empty.setText(words)
        self._empty.setVisible(is_empty)
        self._list.setVisible(not is_empty)

    def _mark_current(self) -> None:
        index = self._model.index_of(self._current)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index, PostsList.ScrollHint.PositionAtCenter)
        else:
            self._list.clearSelection()


def _muted_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName("posts_note")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(SPACE_M, SPACE_L, SPACE_M, SPACE_S)
    return label
