"""List what a step in a post's life does to the files of a site, before and after it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from editor.post.edits.splices import Splice, applied
from editor.post.errors import DatelineError
from editor.site.links.sources import codec_of


class PlanRefused(DatelineError):
    """Refuse a step that cannot be done, or not be undone any more; no file was changed."""


class NameTaken(PlanRefused):
    """Refuse a step because somebody else bears the name that a file was to get."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is already a file called “{name}” in that folder. Nothing was changed."
        )


@dataclass(frozen=True, slots=True)
class FileChange:
    """Say what happens to one file.

    Attributes:
        path: where it lies; None for a file that is made.
        to: where it will lie; None for one that goes to the trash.
        old: its bytes; None for a file that is only carried along, unread.
        new: its bytes afterwards.
    """

    path: Path | None
    to: Path | None
    old: bytes | None = None
    new: bytes | None = None

    @property
    def is_edited(self) -> bool:
        """Whether other bytes come into a file that stays one."""
        return self.path is not None and self.to is not None and self.old != self.new

    @property
    def is_moved(self) -> bool:
        """Whether a file gets another name or folder."""
        return self.path is not None and self.to is not None and self.path != self.to

    @property
    def place(self) -> Path:
        """The file, where it lies or will lie."""
        return self.path or self.to or Path()

    def inverse(self) -> "FileChange":
        """Give the change that takes this one back."""
        return FileChange(self.to, self.path, self.new, self.old)

    def lines(self) -> list[tuple[str, str]]:
        """Give the lines that change, each as it was and as it will be; "" for none."""
        if self.old is None or self.new is None or not self.is_edited:
            return []
        return changed_lines(_shown(self.old), _shown(self.new))


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold a step: what it is, what it changes, and what a person should know before.

    Attributes:
        sentence: what is done, said as done: “Published as “2025-11-17-first-snow.md”.”
        changes: the files; the post itself is the first.
        notes: sentences on what the step does not do, or leads to.
        old_url: the address the post had; empty for none.
        new_url: the address it will have.
    """

    sentence: str
    changes: tuple[FileChange, ...]
    notes: tuple[str, ...] = ()
    old_url: str = ""
    new_url: str = ""

    @property
    def post(self) -> FileChange:
        """What happens to the post itself."""
        return self.changes[0]

    @property
    def does_nothing(self) -> bool:
        """Whether every file is already as the step would make it."""
        return not any(
            each.path is None or each.to is None or each.is_moved or each.is_edited
            for each in self.changes
        )

    def inverse(self) -> "Plan":
        """Give the step that takes this one back, byte for byte."""
        changes = tuple(change.inverse() for change in self.changes)
        return Plan(f"Undone: {self.sentence}", changes, (), self.new_url, self.old_url)


def edited(path: Path, old: bytes, splices: Sequence[Splice], encoding: str) -> FileChange:
    """Plan to replace stretches of a file's text; everything else keeps its bytes.

    Raises:
        PlanRefused: the encoding of the file has no sign for what is to be written.
    """
    codec = codec_of(old, encoding)
    text = applied(old.decode(codec, "surrogateescape"), splices)
    try:
        new = text.encode(codec, "surrogateescape")
    except UnicodeEncodeError as error:
        raise PlanRefused(
            f"“{path.name}” is written in {codec}, which has no “{text[error.start]}”. Save it as"
            " UTF-8 first."
        ) from error
    return FileChange(path, path, old, new)


def changed_lines(old: str, new: str) -> list[tuple[str, str]]:
    """Pair the lines that differ between two texts; a line without a partner has ""."""
    before, after = old.splitlines(), new.splitlines()
    head = _in_common(before, after)
    before, after = before[head:], after[head:]
    tail = _in_common(before[::-1], after[::-1])
    before, after = before[: len(before) - tail], after[: len(after) - tail]
    if len(before) == len(after):
        return [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return list(chain(((line, "") for line in before), (("", line) for line in after)))


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _shown(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
