"""Follows undo and redo with the keys: to the field, or to the text, that they change."""

from PySide6.QtCore import QObject

from editor.post.front_matter import FrontMatter
from editor.ui.form.form_pane import FormPane
from editor.ui.surroundings import Surroundings


class UndoPresenter(QObject):
    """Keep one timeline for the person too: the caret stands where the step was taken back."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._text = around.text
        self._pane: FormPane = around.form.pane
        session = around.parts.session
        session.text_step_undone.connect(self._on_text_step)
        session.text_step_redone.connect(self._on_text_step)
        session.field_step_retraced.connect(self._on_field_step)

    def _on_text_step(self) -> None:
        if self._text.isVisible():
            self._text.setFocus()

    def _on_field_step(self, key: str, before: FrontMatter | None) -> None:
        # A step in the raw block has no key, and its keys stay where they are.
        if key and self._pane.isVisible():
            self._pane.go_to_change(key, before)
