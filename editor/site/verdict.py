"""Hold the answer to the question that comes before all others: will this post show?"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from editor.site.permalinks import Address


class State(Enum):
    """Say what becomes of a file when the site is built now."""

    SHOWN = "shown"
    LATER = "later"
    """Dated after now."""
    UNPUBLISHED = "unpublished"
    DRAFT = "draft"
    PASSED_OVER = "passed over"
    """Jekyll never looks at it: its name, its folder, or the config."""
    DROPPED = "dropped"
    """Jekyll looks at it and leaves it out: not UTF-8."""
    BROKEN = "broken"
    """Published, but without its front matter, dated today."""
    STOPS = "stops"
    """Jekyll builds nothing at all."""
    OTHER = "other"
    """Not a page by itself: a layout, a data file, a file copied as it is."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Say what becomes of a file.

    Attributes:
        state: in one word.
        reason: a sentence that says why; empty for a post that simply shows.
        address: where it shows, or would; None where Jekyll gives it none.
        when: its moment in the site's zone; None where it has none.
        notes: sentences about what may surprise, for a post that shows too.
    """

    state: State
    reason: str = ""
    address: Address | None = None
    when: datetime | None = None
    notes: tuple[str, ...] = ()

    @property
    def shows(self) -> bool:
        """Whether the built site has a page for it."""
        return self.state in {State.SHOWN, State.BROKEN}
