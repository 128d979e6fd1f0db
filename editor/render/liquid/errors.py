"""Name what can go wrong while a template is read or rendered."""

from enum import Enum

from editor.post.errors import DatelineError


class Reason(Enum):
    """Say which kind of mistake it is, for the check list and for the writer's sentence."""

    SYNTAX = "syntax"
    UNKNOWN_TAG = "unknown-tag"
    STRAY_TAG = "stray-tag"
    NOT_CLOSED = "not-closed"
    NOT_TERMINATED = "not-terminated"
    NESTING = "nesting"
    WRONG_ARGUMENTS = "wrong-arguments"
    BAD_VALUE = "bad-value"
    COMPARISON = "comparison"
    DIVISION = "division"
    BAD_DATE = "bad-date"
    UNKNOWN_FILTER = "unknown-filter"
    UNKNOWN_VARIABLE = "unknown-variable"
    INCLUDE_SYNTAX = "include-syntax"
    INCLUDE_MISSING = "include-missing"
    LINK_MISSING = "link-missing"
    POST_NAME = "post-name"
    POST_MISSING = "post-missing"
    POST_GUESSED = "post-guessed"
    NOT_SHOWN = "not-shown"
    LIMIT = "limit"


class Speaker(Enum):
    """Say whose words an error carries: Jekyll prints each with another beginning."""

    LIQUID_SYNTAX = "Liquid syntax error"
    LIQUID = "Liquid error"
    JEKYLL = ""


class LiquidError(DatelineError):
    """Stop one tag, one output or one filter, as Jekyll would stop the whole build.

    Attributes:
        reason: The kind of mistake.
        speaker: Who says it in Jekyll.
        detail: The words that Jekyll prints, without the beginning.
        line: The line of the template, 1-based; None until the node that failed adds its own.
        place: The line to look at, where that is not the one that Liquid names.
        file: The include that the line belongs to; None for the template itself.
        markup: The part of the template that a syntax error quotes, "" for none.
    """

    def __init__(
        self,
        reason: Reason,
        detail: str,
        speaker: Speaker = Speaker.LIQUID,
        line: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.reason = reason
        self.speaker = speaker
        self.detail = detail
        self.line = line
        self.place: int | None = None
        self.file: str | None = None
        self.markup = ""

    def located(self, line: int, file: str | None = None) -> "LiquidError":
        """Add `line` and `file` unless an inner part has already said where it happened."""
        if self.line is None:
            self.line = line
            self.file = file
        return self

    @property
    def message(self) -> str:
        """The words that Jekyll prints for this error."""
        if self.speaker is Speaker.JEKYLL:
            return self.detail
        where = ""
        if self.line is not None:
            where = f" ({self.file} line {self.line})" if self.file else f" (line {self.line})"
        return f"{self.speaker.value}{where}: {self.detail}{self.markup}"


class LiquidSyntaxError(LiquidError):
    """Say that a template, a tag or an expression is not written as Liquid wants it."""

    def __init__(
        self, detail: str, reason: Reason = Reason.SYNTAX, line: int | None = None
    ) -> None:
        super().__init__(reason, detail, Speaker.LIQUID_SYNTAX, line)


class JekyllError(LiquidError):
    """Say that a tag or filter of Jekyll itself, or Ruby below it, cannot do what is asked."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(reason, detail, Speaker.JEKYLL)


class LimitReachedError(LiquidError):
    """Stop the whole rendering: the template asks for more than a preview can give."""

    def __init__(self, detail: str) -> None:
        super().__init__(Reason.LIMIT, detail)


def no_method(name: str, of: str) -> JekyllError:
    """Return Ruby's complaint that `of`, such as "nil:NilClass", has no method `name`."""
    return JekyllError(Reason.BAD_VALUE, f"undefined method `{name}' for {of}")
