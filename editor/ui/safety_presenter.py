"""Watches over the words: journal, versions and what others do to the file, seen by the person."""

from PySide6.QtCore import QObject, QTimer

from editor.ui.notice_bar import Notice
from editor.ui.recovery.failed_save_presenter import FailedSavePresenter
from editor.ui.recovery.good_version_presenter import GoodVersionPresenter
from editor.ui.recovery.outside_presenter import OutsidePresenter
from editor.ui.recovery.recovery_presenter import RecoveryPresenter
from editor.ui.recovery.versions_presenter import VersionsPresenter
from editor.ui.recovery.whole_text import put_as_edit
from editor.ui.surroundings import Surroundings

# A very long text is handed on in a pause; who makes none has it handed on after this time.
_LONGEST_WITHOUT_PAUSE_MS = 2_000


class SafetyPresenter(QObject):
    """Join the services that keep text safe to what the person sees of them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._recovery = RecoveryPresenter(around)
        self._versions = VersionsPresenter(around)
        self._good = GoodVersionPresenter(around)
        self._outside = OutsidePresenter(around)
        self._failed_save = FailedSavePresenter(around)
        self._steady = QTimer(self)
        self._steady.setSingleShot(True)
        self._steady.setInterval(_LONGEST_WITHOUT_PAUSE_MS)
        self._steady.timeout.connect(around.text.flush)
        parts, commands = around.parts, around.commands
        parts.journal.trouble_changed.connect(self._on_journal_trouble)
        parts.history.trouble_changed.connect(self._on_history_trouble)
        parts.session.text_wanted.connect(self._on_text_wanted)
        commands.changes_given_up.connect(parts.journal.give_up_changes)
        commands.writing_allowed.connect(self._on_writing_allowed)
        around.text.document().contentsChanged.connect(self._on_typed)

    def _on_typed(self) -> None:
        if not self._steady.isActive():
            self._steady.start()

    def _on_journal_trouble(self, sentence: str) -> None:
        self._around.notices.set_notice("journal", Notice(sentence, "bad") if sentence else None)

    def _on_history_trouble(self, sentence: str) -> None:
        self._around.notices.set_notice("history", Notice(sentence) if sentence else None)

    def _on_text_wanted(self, text: str) -> None:
        put_as_edit(self._around.text, text)

    def _on_writing_allowed(self) -> None:
        self._around.text.setReadOnly(False)
        self._around.form.pane.set_read_only(is_read_only=False)
