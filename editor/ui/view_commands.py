"""What the View menu does: size of the text, appearance, going from pane to pane."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from editor.services.settings import Settings
from editor.ui.appearance import writing_font
from editor.ui.surroundings import Surroundings

_SIZES = (11.0, 12.0, 13.0, 14.5, 16.0, 18.0, 20.0, 23.0, 27.0, 32.0)


class ViewCommands(QObject):
    """Carry out the View menu and remember what was chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.text)
        actions = around.actions
        self._store = around.parts.store
        self._appearance = around.parts.appearance
        self._text = around.text
        self._panes = (around.posts, around.form, around.text, around.preview)
        for name, do in (
            ("text_larger", self._on_larger),
            ("text_smaller", self._on_smaller),
            ("text_default", self._on_default_size),
            ("theme_system", self._on_theme),
            ("theme_light", self._on_theme),
            ("theme_dark", self._on_theme),
            ("next_pane", self._on_next_pane),
            ("previous_pane", self._on_previous_pane),
        ):
            actions[name].triggered.connect(do)

    def _on_larger(self) -> None:
        size = self._store.settings.writing_size
        self._set_size(next((each for each in _SIZES if each > size), _SIZES[-1]))

    def _on_smaller(self) -> None:
        size = self._store.settings.writing_size
        self._set_size(next((each for each in reversed(_SIZES) if each < size), _SIZES[0]))

    def _on_default_size(self) -> None:
        self._set_size(Settings().writing_size)

    def _set_size(self, size: float) -> None:
        settings = dataclasses.replace(self._store.settings, writing_size=size)
        self._store.change(settings)
        self._text.set_writing_font(writing_font(settings.writing_font, size))

    def _on_theme(self) -> None:
        choice = self.sender().objectName().removeprefix("theme_")
        self._store.change(dataclasses.replace(self._store.settings, appearance=choice))
        self._appearance.choose(choice)

    def _on_next_pane(self) -> None:
        self._go(1)

    def _on_previous_pane(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        """Put the keys into the next column that is shown, round and round."""
        shown = [pane for pane in self._panes if pane.isVisible()]
        if shown:
            self._focus(shown, step)

    def _focus(self, shown: Sequence[QWidget], step: int) -> None:
        focused = QApplication.focusWidget()
        here = next(
            (
                number
                for number, pane in enumerate(shown)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            -1 if step > 0 else 0,
        )
        shown[(here + step) % len(shown)].setFocus()
