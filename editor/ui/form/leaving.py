"""Tell a person who leaves an input from one who only looks away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

_LOOKING_AWAY = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def is_leaving(event: QFocusEvent) -> bool:
    """Tell whether the keys go to another input; not so for a menu, or another window.

    What is half typed there is still being typed when the person comes back.
    """
    return event.lostFocus() and event.reason() not in _LOOKING_AWAY
