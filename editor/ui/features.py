"""What the window can do beyond holding its panes: one line for each capability."""

from editor.ui.diagnostics.diagnostics_presenter import DiagnosticsPresenter
from editor.ui.finder_presenter import FinderPresenter
from editor.ui.life.life_presenter import LifePresenter
from editor.ui.life.new_post_presenter import NewPostPresenter
from editor.ui.pasting.import_presenter import ImportPresenter
from editor.ui.pasting.paste_presenter import PastePresenter
from editor.ui.posts_presenter import PostsPresenter
from editor.ui.presence_presenter import PresencePresenter
from editor.ui.safety_presenter import SafetyPresenter
from editor.ui.search.search_presenter import SearchPresenter
from editor.ui.surroundings import Surroundings
from editor.ui.undo_presenter import UndoPresenter
from editor.ui.verdict_presenter import VerdictPresenter
from editor.ui.view_commands import ViewCommands
from editor.ui.writing.format_bar_presenter import FormatBarPresenter
from editor.ui.writing.writing_presenter import WritingPresenter


def add_features(around: Surroundings) -> None:
    """Build every capability; each makes itself a child of the widget that it serves."""
    UndoPresenter(around)
    SafetyPresenter(around)
    PostsPresenter(around)
    FinderPresenter(around)
    SearchPresenter(around)
    life = LifePresenter(around)
    NewPostPresenter(around, life.do_at_once)
    VerdictPresenter(around, life.begin)
    ViewCommands(around)
    PresencePresenter(around)
    DiagnosticsPresenter(around)
    WritingPresenter(around)
    FormatBarPresenter(around)
    PastePresenter(around)
    ImportPresenter(around)
