"""The menu of a field: what its input offers, and what can be done with the whole field."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget

from editor.post.form_field import FormField

_LONGEST = 60
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


def removal_words(shown: FormField | None) -> str:
    """Name what taking the key out of the file does: the config's value counts again, or none."""
    if shown is None or not shown.inherited_words or shown.is_inherited:
        return "Remove this field"
    words = f"Back to the default: {shown.inherited_words}"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _own_menu(source: QWidget) -> QMenu:
    if isinstance(source, QLineEdit | QTextEdit):
        return source.createStandardContextMenu()
    return QMenu(source)
