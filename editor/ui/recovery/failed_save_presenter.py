"""Stays with a save that failed: tries again by itself, and gives the text out another way."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from editor.services.save_service import SaveProblem
from editor.ui.surroundings import Surroundings
from editor.ui.text.plain_text import ShownText

_RETRY_MS = 5_000
# What may pass by itself: a full disk, a share that is away, a file that is held or locked.
_MAY_PASS = frozenset({"failed", "refused"})


class FailedSavePresenter(QObject):
    """Save once more every few seconds until it works or the person does something else.

    No question is asked by that: a save that needs an answer waits for the person.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._session = around.parts.session
        self._problem: SaveProblem | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RETRY_MS)
        self._timer.timeout.connect(self.try_again)
        around.parts.saver.not_saved.connect(self._on_not_saved)
        around.parts.saver.saved.connect(self._let_be)
        self._session.left.connect(self._let_be)
        around.notices.answered.connect(self._on_answered)

    def try_again(self) -> None:
        """Save where the last save failed, unless another post or a question is open."""
        problem, identity = self._problem, self._session.identity
        if problem is None or identity is None or problem.path != self._session.path:
            self._let_be()
            return
        if QApplication.activeModalWidget() is not None:
            self._timer.start()
            return
        site = self._around.parts.sites.site
        is_inside = site is not None and problem.path.is_relative_to(site.root)
        self._around.parts.saver.save(
            problem.path,
            expected=identity.digest,
            inside=site.root if site is not None and is_inside else None,
        )

    def _on_not_saved(self, problem: SaveProblem) -> None:
        self._problem = problem if problem.kind in _MAY_PASS else None
        if self._problem is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _let_be(self) -> None:
        self._problem = None
        self._timer.stop()

    def _on_answered(self, name: str) -> None:
        if name == "copy_everything":
            self._around.commands.words_wanted.emit()
            QGuiApplication.clipboard().setText(ShownText(self._session.post.text).shown)
            self._around.status.set_saved("Copied: fields and text", "bad")
