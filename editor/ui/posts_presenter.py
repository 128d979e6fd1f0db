"""Keeps the posts column true to the site, and does what is asked for there."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from editor.site.index.answers import Hits
from editor.site.index.query import Query
from editor.ui.surroundings import Surroundings

_MENU = (
    ("publish", "schedule", "unpublish"),
    ("rename", "move", "categorize", "duplicate"),
    ("trash",),
)


class PostsPresenter(QObject):
    """Fill the list, filter it by what the texts say, remember its order, open its menu."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.posts)
        self._around = around
        self._pane = around.posts
        self._index = around.parts.index
        self._sites = around.parts.sites
        self._store = around.parts.store
        self._session = around.parts.session
        settings = self._store.settings
        self._pane.set_order(settings.posts_order, by_month=settings.posts_by_month)
        self._pane.query_changed.connect(self._on_query_changed)
        self._pane.order_changed.connect(self._on_order_changed)
        self._pane.menu_asked.connect(self._on_menu_asked)
        self._pane.post_chosen.connect(self._on_post_chosen)
        self._index.progressed.connect(self._pane.set_progress)
        self._sites.contents_changed.connect(self._show_posts)
        self._session.modified_changed.connect(self._show_current)
        self._session.file_changed.connect(self._show_current)
        around.actions["filter_posts"].triggered.connect(self._on_filter_asked)
        self._query = Query()
        self._show_posts()

    def _show_posts(self) -> None:
        contents = self._sites.contents
        self._pane.set_posts(
            contents.posts if contents is not None else (),
            contents.unread if contents is not None else (),
        )
        is_reading = self._sites.site is not None and contents is None
        self._pane.set_state(
            "reading" if is_reading else "no site" if self._sites.site is None else "read"
        )
        self._show_current()
        if self._query:
            # What was found may be other posts now.
            self._on_query_changed(self._query)

    def _show_current(self) -> None:
        self._pane.set_current(self._session.path, is_modified=self._session.is_modified())

    def _on_post_chosen(self, path: Path) -> None:
        if path != self._session.path:
            self._around.commands.open(path)
        # Where the person stayed with the open post, the list says so.
        self._show_current()

    def _on_query_changed(self, query: Query) -> None:
        self._query = query
        if not query.wanted and not query.unwanted:
            return

        def found(hits: Hits) -> None:
            self._pane.set_hits(query, hits)

        self._index.ask(lambda posts: posts.hits(query), found)

    def _on_order_changed(self, order: str, by_month: bool) -> None:  # noqa: FBT001 - a signal's
        settings = replace(self._store.settings, posts_order=order, posts_by_month=by_month)
        self._store.change(settings)

    def _on_filter_asked(self) -> None:
        self._around.actions["show_posts"].setChecked(True)
        self._pane.start_filter()

    def _on_menu_asked(self, path: Path, where: QPoint) -> None:
        """Open the post and offer what can be done with it: every step is shown before it is."""
        if path != self._session.path:
            self._around.commands.open(path)
        if path != self._session.path:
            return
        menu = QMenu(self._pane)
        menu.aboutToHide.connect(menu.deleteLater)
        for names in _MENU:
            for name in names:
                menu.addAction(self._around.actions[name])
            menu.addSeparator()
        menu.popup(where)
