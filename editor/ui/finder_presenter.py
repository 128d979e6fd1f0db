"""Fills the finder with the site's posts and the window's actions, and does what was chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from editor.services.site_service import SiteService
from editor.ui.actions import Actions, plain_text
from editor.ui.finder import Findable, FindField


class FinderPresenter(QObject):
    """Keep what can be found up to date."""

    def __init__(
        self,
        field: FindField,
        actions: Actions,
        sites: SiteService,
        open_post: Callable[[Path], None],
    ) -> None:
        super().__init__(field)
        self._field = field
        self._actions = actions
        self._sites = sites
        self._open_post = open_post
        sites.contents_changed.connect(self._fill)
        field.chosen.connect(self._on_chosen)
        actions["find_anything"].triggered.connect(self._on_asked)
        self._fill()

    def _on_asked(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _fill(self) -> None:
        contents = self._sites.contents
        posts = contents.posts if contents is not None else ()
        self._field.set_things(
            [Findable("post", str(post.path), post.title, str(post.day or "")) for post in posts]
            + [
                Findable("action", spec.name, plain_text(action), action.shortcut().toString())
                for spec, action in self._actions.all()
            ]
        )

    def _on_chosen(self, thing: Findable) -> None:
        if thing.kind == "post":
            self._open_post(Path(thing.key))
        else:
            self._actions[thing.key].trigger()
