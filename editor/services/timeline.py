"""One undo for a post: the last thing done is taken back first, text or form."""

from dataclasses import dataclass
from enum import Enum

from editor.post.front_matter import FrontMatter
from editor.post.post import Post

# Letters typed into one field within this many seconds are one step.
JOIN_WITHIN = 1.2


class TextStep(Enum):
    """Stand for one step of the text pane, which keeps what it needs to take it back."""

    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FieldStep:
    """Hold the front matter before and after an edit of one field, and when it was made."""

    key: str
    before: FrontMatter | None
    after: FrontMatter | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold a post and what its text is edited on: line ends and what is not shown come from it."""

    post: Post
    base: Post
    lead: str


@dataclass(frozen=True, slots=True)
class VersionStep:
    """Hold what the whole post stood on before and after another version took its place.

    `has_text` says that the text pane made a step of its own, which belongs to this one.
    """

    before: Ground
    after: Ground
    has_text: bool


Step = TextStep | FieldStep | VersionStep


class Timeline:
    """Keep the steps of one open post in the order in which they were made."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._may_join = False

    def clear(self) -> None:
        """Forget everything: another post is open."""
        self._done.clear()
        self._undone.clear()
        self._may_join = False

    def add_text_step(self) -> None:
        """Note that the text pane made a step."""
        self._done.append(TextStep.TEXT)
        self._undone.clear()
        self._may_join = False

    def add_field_step(self, step: FieldStep) -> None:
        """Note an edit of a field; letters typed quickly into one field become one step."""
        last = self._done[-1] if self._done else None
        self._undone.clear()
        if (
            self._may_join
            and isinstance(last, FieldStep)
            and last.key == step.key
            and step.seconds - last.seconds < JOIN_WITHIN
        ):
            self._done[-1] = FieldStep(step.key, last.before, step.after, step.seconds)
        else:
            self._done.append(step)
        self._may_join = True

    def add_version_step(self, step: VersionStep) -> None:
        """Note that another version took the place of the whole post."""
        self._done.append(step)
        self._undone.clear()
        self._may_join = False

    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Tell whether there is a step to make again."""
        return bool(self._undone)

    def undo(self) -> Step | None:
        """Take the last step off and give it, or None where there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> Step | None:
        """Put the last step taken off back on and give it, or None where there is none."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        self._may_join = False
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
