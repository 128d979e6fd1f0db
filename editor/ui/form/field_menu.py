"""The menu of a field: what its input offers, and what can be done with the whole field."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget

# Names that Qt gives to the entries of its own menus for text.
_TIMELINE_ENTRIES = frozenset({"edit-undo", "edit-redo"})


def open_field_menu(source: QWidget, place: QPoint) -> QMenu:
    """Open a menu at `place` (screen coordinates) with the input's own entries, to add to.

    Undo and redo are left out: they are the window's, not the input's.
    """
    menu = _own_menu(source)
    for action in menu.actions():
        if action.objectName() in _TIMELINE_ENTRIES:
            menu.removeAction(action)
    entries = menu.actions()
    if entries and entries[0].isSeparator():
        menu.removeAction(entries[0])
    if menu.actions():
        menu.addSeparator()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
    return menu


def _own_menu(source: QWidget) -> QMenu:
    if isinstance(source, QLineEdit | QTextEdit):
        return source.createStandardContextMenu()
    return QMenu(source)
