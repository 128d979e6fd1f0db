"""The window's size and columns, from one start to the next."""

import dataclasses

from PySide6.QtWidgets import QMainWindow

from editor.services.settings import Settings
from editor.ui.columns import ROOM_FOR_POSTS, Columns

# The first window is no larger than this, however large the screen.
_FIRST_WIDTH, _FIRST_HEIGHT = 1600, 940


def restore(window: QMainWindow, columns: Columns, settings: Settings) -> None:
    """Give the window the size and the columns it was left with, or good first ones."""
    room = window.screen().availableSize()
    kept = settings.window_size
    width, height = kept if len(kept) == 2 else (_FIRST_WIDTH, _FIRST_HEIGHT)  # noqa: PLR2004 - width and height
    window.resize(min(width, room.width()), min(height, room.height()))
    if settings.window_is_maximized:
        window.showMaximized()
    is_first = not kept and window.width() < ROOM_FOR_POSTS
    columns.restore(["posts"] if is_first else settings.hidden_panes, settings.pane_sizes)


def as_left(window: QMainWindow, columns: Columns, settings: Settings) -> Settings:
    """Give the settings with the window as it is now."""
    size = window.normalGeometry().size()
    return dataclasses.replace(
        settings,
        window_size=[size.width(), size.height()],
        window_is_maximized=window.isMaximized(),
        pane_sizes=columns.sizes(),
        hidden_panes=columns.hidden(),
    )
