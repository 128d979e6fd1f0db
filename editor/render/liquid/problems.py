"""Tell the writer what is wrong with a template, in a sentence and in Jekyll's own words."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from editor.render.liquid.errors import LiquidError, Reason

_LONGEST_MESSAGE: Final = 2_000
_SENTENCES = {
    Reason.SYNTAX: "Liquid cannot read this.",
    Reason.UNKNOWN_TAG: "Jekyll knows no such tag: without a plugin for it no page is built.",
    Reason.STRAY_TAG: "This tag has no beginning, or another tag must be closed before it.",
    Reason.NOT_CLOSED: "This tag is never closed.",
    Reason.NOT_TERMINATED: "The closing brackets are missing.",
    Reason.NESTING: "Too many tags stand inside one another.",
    Reason.WRONG_ARGUMENTS: "This filter is given too few or too many values.",
    Reason.BAD_VALUE: "This value is not of the kind that is needed here.",
    Reason.COMPARISON: "These two values cannot be compared.",
    Reason.DIVISION: "Nothing can be divided by zero.",
    Reason.BAD_DATE: "This is not a date.",
    Reason.UNKNOWN_FILTER: "Jekyll does not know this filter.",
    Reason.UNKNOWN_VARIABLE: "There is no value of this name.",
    Reason.INCLUDE_SYNTAX: 'An include is written {% include file.html name="value" %}.',
    Reason.INCLUDE_MISSING: "There is no such file to include.",
    Reason.LINK_MISSING: "The site has no such page, post or file.",
    Reason.POST_NAME: "A link to a post names its file, beginning with the date.",
    Reason.POST_MISSING: "The site has no such post, or does not show it.",
    Reason.POST_GUESSED: "This is not quite the post's name; a later Jekyll may not find it.",
    Reason.NOT_SHOWN: "The preview cannot show this as the site will.",
    Reason.LIMIT: "The preview stopped here: this would take too long or too much room.",
}


class Severity(Enum):
    """Say what a problem does to the site."""

    WARNING = "warning"
    """Jekyll builds the site, but says so, or may read it otherwise than it was meant."""
    ERROR = "error"
    """Jekyll stops and writes nothing."""
    LIMIT = "limit"
    """The preview stopped; Jekyll may well go on."""


@dataclass(frozen=True, slots=True)
class LiquidProblem:
    """Hold one thing that is wrong.

    Attributes:
        severity: What it does to the site.
        reason: The kind of mistake.
        message: Jekyll's own words, with the line that Jekyll counts.
        line: The line of the template that was rendered, 1-based.
        file: The include in which it happened, None for the template itself.
        file_line: The line in that include.
    """

    severity: Severity
    reason: Reason
    message: str
    line: int
    file: str | None = None
    file_line: int | None = None

    @property
    def sentence(self) -> str:
        """What it means, in a sentence for the writer."""
        return _SENTENCES[self.reason]


def problem_of(error: LiquidError, severity: Severity, line: int | None = None) -> LiquidProblem:
    """Return `error` as a problem at `line` of the template, or at the line that it knows."""
    if error.reason is Reason.LIMIT:
        severity = Severity.LIMIT
    here = line or error.place or error.line or 1
    words = error.message
    if len(words) > _LONGEST_MESSAGE:
        words = words[:_LONGEST_MESSAGE] + "…"
    if error.file is None:
        return LiquidProblem(severity, error.reason, words, here)
    return LiquidProblem(severity, error.reason, words, here, error.file, error.line)
