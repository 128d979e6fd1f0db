"""What a capability of the window may speak to, handed over as one."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from editor.ui.actions import Actions
from editor.ui.columns import Columns
from editor.ui.dialogs.ask import Ask
from editor.ui.form_column import FormColumn
from editor.ui.notice_presenter import NoticePresenter
from editor.ui.parts import Parts
from editor.ui.post_commands import PostCommands
from editor.ui.posts.posts_pane import PostsPane
from editor.ui.preview.preview_pane import PreviewPane
from editor.ui.status_line import StatusLine
from editor.ui.text.text_pane import TextPane
from editor.ui.top_bar import TopBar
from editor.ui.verdict_line import VerdictLine


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold the window, its panes and lines, and what runs behind them."""

    window: QWidget
    parts: Parts
    actions: Actions
    commands: PostCommands
    ask: Ask
    notices: NoticePresenter
    columns: Columns
    posts: PostsPane
    form: FormColumn
    text: TextPane
    preview: PreviewPane
    top_bar: TopBar
    verdict: VerdictLine
    status: StatusLine

    def now(self) -> datetime:
        """Give this moment in the person's zone."""
        return datetime.now().astimezone()
