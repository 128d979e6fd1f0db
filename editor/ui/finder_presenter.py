"""Fills the finder with the site's posts and the window's actions, and does what was chosen."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from editor.ui.actions import ActionSpec, plain_text
from editor.ui.finder import Findable
from editor.ui.surroundings import Surroundings


class FinderPresenter(QObject):
    """Keep what can be found up to date."""

    def __init__(self, around: Surroundings) -> None:
        field = around.top_bar.find_field
        super().__init__(field)
        self._field = field
        self._actions = around.actions
        self._sites = around.parts.sites
        self._open_post = around.commands.open
        self._sites.contents_changed.connect(self._fill)
        field.chosen.connect(self._on_chosen)
        self._actions["find_anything"].triggered.connect(self._on_asked)
        self._actions["find_action"].triggered.connect(self._on_action_asked)
        self._fill()

    def _on_asked(self) -> None:
        self._field.ask_for()

    def _on_action_asked(self) -> None:
        self._field.ask_for("action")

    def _fill(self) -> None:
        contents = self._sites.contents
        posts = contents.posts if contents is not None else ()
        self._field.set_things(
            [Findable("post", str(post.path), post.title, str(post.day or "")) for post in posts]
            + [_findable(spec, action) for spec, action in self._actions.all()]
        )

    def _on_chosen(self, thing: Findable) -> None:
        if thing.kind == "post":
            self._open_post(Path(thing.key))
        else:
            self._actions[thing.key].trigger()


def _findable(spec: ActionSpec, action: QAction) -> Findable:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    menus = spec.menu.replace("&", "").replace("/", " ")
    return Findable("action", spec.name, plain_text(action), keys, menus)
