"""Leave the keys where the person types while the browser engine loads a page."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class KeptFocus(QObject):
    """Give the focus back that an engine takes for a page of its own accord.

    Qt 6.11: after the process of a page died, its next page takes the keyboard; letters that are
    typed then would go nowhere.
    """

    def __init__(self, view: QWidget, is_loading: Callable[[], bool]) -> None:
        """Watch `view`; while `is_loading`, nobody can have meant to type into it."""
        super().__init__(view)
        self._view = view
        self._is_loading = is_loading
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or not self._is_loading():
            return
        if self._is_inside(now) and not self._is_inside(before):
            before.setFocus()

    def _is_inside(self, widget: QWidget) -> bool:
        return widget is self._view or self._view.isAncestorOf(widget)
