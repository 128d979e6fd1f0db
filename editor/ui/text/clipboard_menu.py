"""The part of a pane's menu that every text field has."""

from PySide6.QtWidgets import QMenu, QTextEdit


def add_clipboard_actions(pane: QTextEdit, menu: QMenu) -> None:
    """Put cut, copy, paste and select all into a menu."""
    has_selection = pane.textCursor().hasSelection()
    for words, keys, do, is_on in (
        ("Cut", "Ctrl+X", pane.cut, has_selection and not pane.isReadOnly()),
        ("Copy", "Ctrl+C", pane.copy, has_selection),
        ("Paste", "Ctrl+V", pane.paste, pane.canPaste()),
        ("Select All", "Ctrl+A", pane.selectAll, True),
    ):
        action = menu.addAction(f"{words}\t{keys}")
        action.setEnabled(is_on)
        action.triggered.connect(do)
