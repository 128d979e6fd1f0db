"""Fills the finder with the site's posts and the window's actions, and does what was chosen."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from editor.site.index.answers import Hits
from editor.site.index.query import read_query
from editor.site.post_list import PostSummary
from editor.ui.actions import ActionSpec, plain_text
from editor.ui.finder import Findable
from editor.ui.surroundings import Surroundings

_FROM_TEXT = 12
_SHORTEST = 3


class FinderPresenter(QObject):
    """Offer posts by title, day and text, and the window's actions by name."""

    def __init__(self, around: Surroundings) -> None:
        field = around.top_bar.find_field
        super().__init__(field)
        self._field = field
        self._actions = around.actions
        self._sites = around.parts.sites
        self._index = around.parts.index
        self._store = around.parts.store
        self._open_post = around.commands.open
        self._filled: object = None
        field.things_wanted.connect(self._fill)
        field.query_changed.connect(self._on_query_changed)
        field.chosen.connect(self._on_chosen)
        self._sites.contents_changed.connect(self._on_contents_changed)
        self._actions["find_anything"].triggered.connect(self._on_asked)
        self._actions["find_action"].triggered.connect(self._on_action_asked)

    def _on_contents_changed(self) -> None:
        if self._field.hasFocus():
            self._fill()

    def _on_asked(self) -> None:
        self._field.ask_for()

    def _on_action_asked(self) -> None:
        self._field.ask_for("action")

    def _fill(self) -> None:
        """Say what can be found: what was open lately first, then the newest posts."""
        contents = self._sites.contents
        recent = tuple(self._store.settings.recent_posts)
        if (contents, recent) == self._filled:
            return
        self._filled = (contents, recent)
        ranks = {name: rank for rank, name in enumerate(recent)}
        last = len(ranks)
        posts = sorted(contents.posts if contents is not None else (), key=_day, reverse=True)
        posts.sort(key=lambda post: ranks.get(str(post.path), last))
        self._field.set_things(
            [*map(_found, posts)]
            + [_findable(spec, action) for spec, action in self._actions.all()]
        )

    def _on_query_changed(self, query: str) -> None:
        """Add the posts whose text holds the words."""
        asked = read_query(query)
        if len(query.strip()) < _SHORTEST or not asked.wanted:
            return

        def answered(hits: Hits) -> None:
            posts = [self._index.post(Path(path)) for path in hits.paths[:_FROM_TEXT]]
            self._field.add_finds(query, [_found(post) for post in posts if post is not None])

        self._index.ask(lambda posts: posts.hits(asked, is_ranked=True), answered)

    def _on_chosen(self, thing: Findable) -> None:
        if thing.kind == "post":
            self._open_post(Path(thing.key))
        else:
            self._actions[thing.key].trigger()


def _day(post: PostSummary) -> str:
    return str(post.day or "")


def _found(post: PostSummary) -> Findable:
    return Findable("post", str(post.path), post.title, _day(post), " ".join(post.tags))


def _findable(spec: ActionSpec, action: QAction) -> Findable:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    menus = spec.menu.replace("&", "").replace("/", " ")
    return Findable("action", spec.name, plain_text(action), keys, menus)
