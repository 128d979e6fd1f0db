"""Leave undo and redo to the window's one timeline."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

_TIMELINE_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Keep the undo and redo keys from the inputs that this filter is installed on.

    A field has no history of its own: Ctrl+Z in it takes back the last thing done to the post.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not is_key or not isinstance(event, QKeyEvent):
            return False
        is_timeline = any(event.matches(key) for key in _TIMELINE_KEYS)
        if is_timeline:
            event.ignore()
        return is_timeline
