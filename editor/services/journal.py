"""Keep what is typed on the disk within a second, outside the site, until a file holds it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from editor.services.keeper import Keeper
from editor.services.keeping import Found
from editor.services.session import Session
from editor.services.unsaved import PostState, Unsaved

_SOON_MS = 400
# A text this long is put down in a pause, or every few seconds where there is none.
_LARGE = 1_000_000
_PAUSE_MS = 600
_LONGEST_S = 3.5
_RETRY_MS = 3_000


class Journal(QObject):
    """Put down each change of the open post, and give back what former runs left.

    A post that was changed and is in no file is in the journal, flushed, at most a second after
    the last key; saving it takes it out. `found` brings what former runs left, once, after
    `start`; `trouble_changed` says in a sentence that nothing can be put down at the moment (""
    when it can again).
    """

    found = Signal(object)
    trouble_changed = Signal(str)

    def __init__(
        self,
        session: Session,
        keeper: Keeper,
        name: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Watch `session`; `name` gives what the open post is called, or would be."""
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._name = name
        self._key = 1
        self._is_kept = False
        self._is_given_up = False
        self._is_busy = False
        self._is_behind = False
        self._behind_since = 0.0
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._put_down)
        self._heard: tuple[tuple[SignalInstance, Callable[[], None]], ...] = (
            (session.left, self._on_left),
            (session.post_changed, self._on_changed),
            (session.modified_changed, self._on_changed),
            (session.file_changed, self._on_changed),
        )
        for signal, slot in self._heard:
            signal.connect(slot)

    def start(self) -> None:
        """Look for what former runs left; called after the window was painted once."""
        self._keeper.start()
        self._keeper.run(lambda keeping: keeping.find(), self.found.emit, self._on_not_found)

    def trouble(self) -> str:
        """Give the sentence that stands now; empty when all is well."""
        return self._trouble

    def give_up_changes(self) -> None:
        """Note that the person leaves the post as it is without saving it."""
        self._is_given_up = True

    def settle(self, unsaved: Unsaved, *, keeps: bool) -> None:
        """Take an answered post out of the journal it was found in, into the history if `keeps`.

        What stands in the window is put down first: the text is never in no place at all.
        """
        self._put_down()
        self._keeper.run(
            lambda keeping: keeping.settle(unsaved, keeps=keeps), self._on_done, self._on_failed
        )

    def secure(self) -> bool:
        """Put down what there is before going on, as far as the disk lets; tell whether it is."""
        if not self._session.is_modified():
            return True
        state = self._state()
        self._is_kept = True
        return self._keeper.wait_for(lambda keeping: keeping.keep(state.unsaved()))

    def finish(self) -> None:
        """Put down what there is, or take it out if the person is done with it: the end."""
        self._timer.stop()
        for signal, slot in self._heard:
            signal.disconnect(slot)
        state = self._state()
        if not self._session.is_modified():
            self._leave(None)
        elif self._is_given_up:
            self._leave(state)
        else:
            self._keeper.run(lambda keeping: keeping.keep(state.unsaved()), _ignore, _ignore)

    def _state(self) -> PostState:
        session = self._session
        identity = session.identity
        return PostState(
            key=self._key,
            post=session.post,
            path=session.path,
            name=self._name(),
            base=identity.digest if identity is not None else None,
            revision=session.revision,
        )

    def _on_left(self) -> None:
        """Put a changed post that another one replaces into the history, then begin anew."""
        self._timer.stop()
        self._leave(self._state() if self._session.is_modified() else None)
        self._key += 1
        self._is_kept = False

    def _leave(self, state: PostState | None) -> None:
        key = self._key
        if state is not None:
            self._keeper.run(
                lambda keeping: keeping.put_aside(state.unsaved()), self._on_done, self._on_failed
            )
        elif self._is_kept:
            self._keeper.run(lambda keeping: keeping.drop(key), self._on_done, self._on_failed)

    def _on_changed(self) -> None:
        self._is_given_up = False
        if not self._session.is_modified() and not self._is_kept and not self._is_busy:
            self._timer.stop()
        elif len(self._session.post.body) < _LARGE:
            if not self._timer.isActive():
                self._timer.start(_SOON_MS)
        else:
            self._wait_for_pause()

    def _wait_for_pause(self) -> None:
        now = time.monotonic()
        if not self._timer.isActive():
            self._behind_since = now
        left = max(0.0, self._behind_since + _LONGEST_S - now)
        self._timer.start(min(_PAUSE_MS, round(left * 1000)))

    def _put_down(self) -> None:
        self._timer.stop()
        if self._is_busy:
            self._is_behind = True
            return
        key = self._key
        if self._session.is_modified():
            self._is_busy = self._is_kept = True
            state = self._state()
            self._keeper.run(
                lambda keeping: keeping.keep(state.unsaved()), self._on_put_down, self._on_failed
            )
        elif self._is_kept:
            self._is_kept = False
            self._keeper.run(lambda keeping: keeping.drop(key), self._on_done, self._on_failed)

    def _on_put_down(self, _: object) -> None:
        self._set_trouble("")
        self._on_done()

    def _on_done(self, _: object = None) -> None:
        self._is_busy = False
        if self._is_behind:
            self._is_behind = False
            self._put_down()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = self._is_behind = False
        self._set_trouble(
            f"What you write is not kept safe against a crash at the moment: {error}. Save often."
        )
        self._timer.start(_RETRY_MS)

    def _on_not_found(self, error: Exception) -> None:
        self._on_failed(error)
        self.found.emit(Found())

    def _set_trouble(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self.trouble_changed.emit(sentence)


def _ignore(_: object) -> None:
    """Hear an answer after which nothing follows."""
