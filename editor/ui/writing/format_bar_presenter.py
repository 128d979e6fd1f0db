"""Shows or hides the formatting bar, and remembers which."""

import dataclasses

from PySide6.QtCore import QObject

from editor.ui.surroundings import Surroundings
from editor.ui.theme import Theme
from editor.ui.writing.format_bar import FormatBar


class FormatBarPresenter(QObject):
    """Keep the bar as the person wants it; it is off until somebody asks for it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.text)
        parts = around.parts
        self._store = parts.store
        self._bar = FormatBar(around.text, around.actions, parts.icons)
        self._bar.set_theme(parts.appearance.theme)
        parts.appearance.theme_changed.connect(self._on_theme_changed)
        action = around.actions["format_bar"]
        action.setChecked(self._store.settings.shows_format_bar)
        self._bar.set_shown(is_shown=action.isChecked())
        action.toggled.connect(self._on_toggled)

    def _on_theme_changed(self, theme: Theme) -> None:
        self._bar.set_theme(theme)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self._bar.set_shown(is_shown=is_on)
        self._store.change(dataclasses.replace(self._store.settings, shows_format_bar=is_on))
