"""Saving the open post: what may stand in the way becomes a value to ask about."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.post.errors import DatelineError, EncodingRefused
from editor.services.session import Session
from editor.site.file_identity import Digest, digest_of
from editor.site.post_file import write_post
from editor.site.write_errors import ChangedOnDisk, NotConfirmed, WriteRefused
from editor.site.write_policy import CAREFUL, WritePolicy


@dataclass(frozen=True, slots=True)
class SaveProblem:
    """Say why nothing was written.

    `kind` is `changed`, `exists`, `refused`, `failed` or `encoding`; `refusal` names the rule
    that said no; `found` is the digest of what lies there instead of what was read.
    """

    path: Path
    kind: str
    sentence: str
    refusal: str = ""
    found: Digest | None = None


class SaveService(QObject):
    """Write the session's post and tell how it went; where it was not, the text is all here.

    `replacing` comes right before something is overwritten, with the path and the bytes there.
    """

    saved = Signal(object)
    not_saved = Signal(object)
    replacing = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.problem: SaveProblem | None = None

    def save(
        self,
        path: Path,
        *,
        expected: Digest | None,
        inside: Path | None,
        policy: WritePolicy = CAREFUL,
    ) -> bool:
        """Write the post to `path`; tell whether the file holds it now, else see `problem`.

        Args:
            path: where to.
            expected: what may be replaced there; None makes a new file and replaces nothing.
            inside: the site that the write must not leave.
            policy: what the person allowed.
        """
        post = self._session.post
        if path == self._session.path and self._is_on_disk(path, expected):
            self.saved.emit(path)
            return True
        if expected is not None:
            self._tell_replaced(path)
        try:
            identity = write_post(path, post, expected=expected, inside=inside, policy=policy)
        except NotConfirmed as problem:
            # The new text lies there, so it is what the next save may replace.
            self._session.identity = problem.identity
            self.problem = SaveProblem(path, "failed", str(problem))
            self.not_saved.emit(self.problem)
            return False
        except DatelineError as problem:
            self.problem = _described(path, problem)
            self.not_saved.emit(self.problem)
            return False
        self._session.mark_saved(post, path, identity)
        self.saved.emit(path)
        return True

    def _tell_replaced(self, path: Path) -> None:
        try:
            self.replacing.emit(path, path.read_bytes())
        except OSError:
            # What cannot be read is not overwritten either: the write itself says why.
            return

    def _is_on_disk(self, path: Path, expected: Digest | None) -> bool:
        """Tell whether the file holds the post already: then not even its time is changed."""
        is_as_read = expected is not None and self.digest_on_disk(path) == expected
        return is_as_read and not self._session.is_modified()

    def digest_on_disk(self, path: Path) -> Digest | None:
        """Give the digest of what lies at `path` now; None where nothing does."""
        try:
            return digest_of(path.read_bytes())
        except OSError:
            return None


def _described(path: Path, problem: DatelineError) -> SaveProblem:
    sentence = str(problem)
    if isinstance(problem, ChangedOnDisk):
        return SaveProblem(path, "changed", sentence, found=problem.found)
    if isinstance(problem, WriteRefused):
        kind = "exists" if problem.kind == "exists" else "refused"
        return SaveProblem(path, kind, sentence, problem.kind)
    kind = "encoding" if isinstance(problem, EncodingRefused) else "failed"
    return SaveProblem(path, kind, sentence)
