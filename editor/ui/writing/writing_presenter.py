"""Joins the Format menu to the text pane: each action is one edit, one step to undo."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from editor.post.markdown_edits.links import address_in, link
from editor.ui.surroundings import Surroundings
from editor.ui.writing.format_edits import EDITS
from editor.ui.writing.writing_keys import WritingKeys


class WritingPresenter(QObject):
    """Do in the text pane what its actions say, while the writer is in it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.text)
        self._pane = around.text
        self._columns = around.columns
        actions = [around.actions[name] for name in EDITS]
        for action in actions:
            action.triggered.connect(self._on_asked)
        around.actions["link"].triggered.connect(self._on_link)
        keys = [action.shortcut().toString() for action in [*actions, around.actions["link"]]]
        WritingKeys(self._pane, [each for each in keys if each])

    def _on_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._is_meant():
            self._pane.edit(EDITS[action.objectName()])

    def _on_link(self) -> None:
        if self._is_meant():
            self._pane.edit(link(address_in(QApplication.clipboard().text())))

    def _is_meant(self) -> bool:
        """Tell whether the keys are in the text, or in nothing that has words of its own."""
        focused = QApplication.focusWidget()
        if focused is None or focused is self._pane:
            return True
        return not self._columns.isAncestorOf(focused)
