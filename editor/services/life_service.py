"""Plan and carry out the steps of posts' lives, elsewhere, and know how to undo the last."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.post.errors import DatelineError
from editor.services.background import Background
from editor.site.folders import Site
from editor.site.publishing.carrying_out import carry_out
from editor.site.publishing.interrupted import finish_interrupted, noted
from editor.site.publishing.plan import Plan
from editor.site.publishing.workbench import Workbench

MakePlan = Callable[[Workbench], Plan]


class LifeService(QObject):
    """Plan steps and carry them out, one at a time.

    `planned` brings the newest plan that was asked for, and `refused` a sentence in its place;
    `done` brings the plan whose changes lie on the disk now, `failed` a sentence when nothing
    was changed. `finished` brings a step that had been cut off and is done now.
    """

    planned = Signal(object)
    refused = Signal(str)
    done = Signal(object)
    failed = Signal(str)
    finished = Signal(object)

    def __init__(
        self, background: Background, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        # Where the note of a step lies while it is carried out.
        self._folder = folder
        self._number = 0
        self._undo: tuple[Site, Plan] | None = None

    def start(self) -> None:
        """Finish, elsewhere, what was cut off when the program ended in the middle of a step."""

        def arrived(finished: list[tuple[Plan, Path]]) -> None:
            for plan, root in finished:
                self._undo = (Site.open(root), plan)
                self.finished.emit(plan)

        self._background.run(lambda: finish_interrupted(self._folder), arrived, _raise)

    @property
    def last(self) -> Plan | None:
        """The step that can be undone; None where there is none."""
        return self._undo[1] if self._undo is not None else None

    def plan(self, site: Site, make: MakePlan) -> None:
        """Make a plan; the answer to a former question is dropped."""
        self._number += 1
        number = self._number
        bench = Workbench(site, datetime.now(UTC))

        def arrived(plan: Plan) -> None:
            if number == self._number:
                self.planned.emit(plan)

        def failed(error: Exception) -> None:
            if number == self._number:
                self.refused.emit(_sentence(error))

        self._background.run(lambda: make(bench), arrived, failed)

    def forget(self) -> None:
        """Drop the answer that is still to come: nobody waits for it any more."""
        self._number += 1

    def carry_out(self, site: Site, plan: Plan) -> None:
        """Make the changes of a plan, all or none; it can be undone then."""

        def arrived(_: None) -> None:
            self._undo = (site, plan)
            self.done.emit(plan)

        self._run(site, plan, arrived)

    def undo(self) -> None:
        """Take back the last step, all of it or nothing; then none is left to undo."""
        if self._undo is None:
            return
        site, plan = self._undo
        back = plan.inverse()

        def arrived(_: None) -> None:
            self._undo = None
            self.done.emit(back)

        self._run(site, back, arrived)

    def _run(self, site: Site, plan: Plan, arrived: Callable[[None], None]) -> None:
        def failed(error: Exception) -> None:
            self.failed.emit(_sentence(error))

        self._background.run(lambda: _carried_out(plan, site.root, self._folder), arrived, failed)


def _carried_out(plan: Plan, root: Path, folder: Path) -> None:
    with noted(plan, root, folder):
        carry_out(plan, root)


def _sentence(error: Exception) -> str:
    """Give what a person can read; an error that nobody thought of is not hidden.

    Raises:
        Exception: it is not one of Dateline's own, nor the system's.
    """
    if isinstance(error, DatelineError):
        return str(error)
    if isinstance(error, OSError):
        return f"“{error.filename}” cannot be used: {error.strerror}. Nothing was changed."
    raise error


def _raise(error: Exception) -> None:
    raise error
