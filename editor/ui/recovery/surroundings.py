"""What of the window the watch over the words needs, handed over as one."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from editor.ui.actions import Actions
from editor.ui.appearance import writing_font
from editor.ui.form_column import FormColumn
from editor.ui.notice_presenter import NoticePresenter
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands
from editor.ui.recovery.compare_dialog import Choice, CompareDialog
from editor.ui.status_line import StatusLine
from editor.ui.text.text_pane import TextPane


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold the window and those of its parts that the watch over the words speaks to."""

    window: QWidget
    parts: Parts
    actions: Actions
    commands: PostCommands
    notices: NoticePresenter
    form: FormColumn
    text: TextPane
    status: StatusLine

    def dialog(self, choice: Choice) -> CompareDialog:
        """Make a window for a choice between versions, in the colours and the type of today."""
        settings = self.parts.store.settings
        font = writing_font(settings.writing_font, settings.writing_size - 1)
        return CompareDialog(choice, self.parts.appearance.theme, font, self.window)

    def now(self) -> datetime:
        """Give this moment in the person's zone."""
        return datetime.now().astimezone()
